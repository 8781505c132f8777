package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"voicestudio/tts"
	"voicestudio/tts/sandbox"
)

func newSandbox(o *options) *cobra.Command {
	var addr, faults string
	cmd := &cobra.Command{
		Use:     "sandbox",
		Short:   say.help.sandbox.short,
		Long:    say.help.sandbox.long + sandbox.FaultHelp(),
		Example: say.help.sandbox.example,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			wanted, err := sandbox.ParseFaults(faults)
			if err != nil {
				return err
			}
			server, err := sandbox.Start(sandbox.Config{Addr: addr, Browsers: true, Faults: wanted, Log: func(line string) { fmt.Fprintln(o.err, line) }})
			if err != nil {
				return err
			}
			defer server.Close()
			o.introduce(server)
			<-cmd.Context().Done()
			return nil
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8787", say.flags.address)
	cmd.Flags().StringVar(&faults, "fault", "", say.flags.faults)
	return cmd
}

// introduce prints where each host is found and how to try it.
func (o *options) introduce(server *sandbox.Server) {
	fmt.Fprint(o.out, say.sandbox.listens(server.Addr())+"\n\n")
	table := tabwriter.NewWriter(o.out, 0, 8, 2, ' ', 0)
	for _, h := range tts.Hosts {
		try := fmt.Sprintf("voicestudio --host %s --base-url %s", h.Name, server.BaseURL(h.Name))
		if h.KeyVariable != "" {
			try = h.KeyVariable + "=" + sandbox.Key + " " + try
		}
		fmt.Fprintln(table, strings.Join([]string{"  " + string(h.Name), server.BaseURL(h.Name), try}, "\t"))
	}
	table.Flush()
	fmt.Fprint(o.out, "\n"+say.sandbox.socket(server.SocketURL())+"\n")
	if why, lacks := sandbox.Lacking(tts.Opus); lacks {
		fmt.Fprint(o.out, "\n"+say.sandbox.noOpus(why)+"\n")
	}
	fmt.Fprint(o.out, "\n"+say.sandbox.try(server.Curl(tts.MiniMax))+"\n")
}
