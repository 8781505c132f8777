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
		Use:   "sandbox",
		Short: "Serve the sandbox to any other program",
		Long: "Serve the sandbox over HTTP: it answers on the paths of DashScope, PPIO, Novita, Jiekou and MiniMax, in their\n" +
			"envelopes, with their refusals, and really speaks. Any API key is right but those that begin with \"wrong\".\n" +
			"On this machine's own address it answers to localhost and its like only, so that no page in a browser can use\n" +
			"another name for it; --addr 0.0.0.0:8787, say, lets everybody in under any name.\n\n" +
			"A header of a request, " + sandbox.FaultHeader + ", or --fault for all of them, makes it misbehave:\n\n" + sandbox.FaultHelp,
		Example: "  voicestudio sandbox --addr 127.0.0.1:8787\n  voicestudio sandbox --fault latency=300ms,pace=1x",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			wanted, err := sandbox.ParseFaults(faults)
			if err != nil {
				return err
			}
			server, err := sandbox.Start(sandbox.Config{Addr: addr, Faults: wanted, Log: func(line string) { fmt.Fprintln(o.err, line) }})
			if err != nil {
				return err
			}
			defer server.Close()
			o.introduce(server)
			<-cmd.Context().Done()
			return nil
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8787", "address to listen on; port 0 takes any free one")
	cmd.Flags().StringVar(&faults, "fault", "", "misbehaviour for every request, separated by commas")
	return cmd
}

// introduce prints where each host is found and how to try it.
func (o *options) introduce(server *sandbox.Server) {
	fmt.Fprintf(o.out, "The sandbox listens on %s. Base URLs:\n\n", server.Addr())
	table := tabwriter.NewWriter(o.out, 0, 8, 2, ' ', 0)
	for _, h := range tts.Hosts {
		try := fmt.Sprintf("voicestudio --host %s --base-url %s", h.Name, server.BaseURL(h.Name))
		if h.KeyVariable != "" {
			try = h.KeyVariable + "=" + sandbox.Key + " " + try
		}
		fmt.Fprintln(table, strings.Join([]string{"  " + string(h.Name), server.BaseURL(h.Name), try}, "\t"))
	}
	table.Flush()
	fmt.Fprintf(o.out, "\nTry it:\n\n%s\n\nctrl+c ends it.\n", server.Curl(tts.MiniMax))
}
