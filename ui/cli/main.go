// Package cli is the studio's abilities without a screen, and the way into
// the studio itself.
package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"voicestudio/tts"
	"voicestudio/tts/wording"
	"voicestudio/ui/charset"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// Exit codes, as scripts rely on them.
const (
	exitDone        = 0
	exitMachine     = 1
	exitRequest     = 2
	exitRefused     = 3
	exitRateLimit   = 4
	exitStream      = 5
	exitInterrupted = 130
)

var exitCodes = map[tts.ErrorKind]int{
	tts.KindMachine:     exitMachine,
	tts.KindRequest:     exitRequest,
	tts.KindRefused:     exitRefused,
	tts.KindRateLimit:   exitRateLimit,
	tts.KindStream:      exitStream,
	tts.KindInterrupted: exitInterrupted,
}

// streams are the program's three files.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// options are the flags that every command shares.
type options struct {
	streams
	host    string
	baseURL string
	presets string
	lang    string // followed before the commands are made
	noMouse bool
	theme   string
	motion  string
	// letters are those that the terminal shows.
	letters charset.Charset
	plain   bool // line by line, and not the screen
	// settings are those of the config file, once resolve was called.
	settings config.Settings
}

// resolve reads the config file, which chooses the host where the command
// line does not.
func (o *options) resolve() (err error) {
	if o.settings, err = config.Load(); err != nil {
		return err
	}
	for _, warning := range o.settings.Warnings {
		fmt.Fprintln(o.err, "voicestudio: "+warning)
	}
	o.host = cmp.Or(o.host, string(o.settings.Host), string(tts.Sandbox))
	return nil
}

// config is what the flags and the config file say about the host.
func (o *options) config() session.Config {
	hosts := maps.Clone(o.settings.Hosts)
	if o.baseURL != "" {
		if hosts == nil {
			hosts = map[tts.HostName]config.HostSettings{}
		}
		own := hosts[tts.HostName(o.host)]
		own.BaseURL = o.baseURL
		hosts[tts.HostName(o.host)] = own
	}
	return session.Config{Host: tts.HostName(o.host), Hosts: hosts, Cap: o.settings.SpendCap}
}

// Main runs the program and returns its exit code.
func Main(args []string, in io.Reader, out, errOut io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	// Asked a second time, the program ends at once, whatever it waits for.
	context.AfterFunc(ctx, stop)
	// Whoever reads the output may leave early; what is being made is finished.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)

	letters := lettersOf(args)
	if wording.Speak(language(args)); !letters.Others() {
		wording.Speak("en") // the other languages are not of its letters
	}
	errOut = letters.Writer(errOut)
	printed := &remembering{Writer: letters.Writer(out)}
	o := &options{streams: streams{in, printed, errOut}, letters: letters}
	said := &sayResult{}
	root := newRoot(o, said)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(printed)
	root.SetErr(errOut)
	addedInWords(root)
	err := root.ExecuteContext(ctx)
	// What cobra itself refuses is a wrong command line.
	fault := tts.AsError(err, tts.KindRequest)
	if said.wanted || fault != nil && asksForResult(root, args) {
		said.print(printed, fault)
	}
	if printed.err != nil && (err == nil || errors.Is(err, printed.err)) {
		fault = tts.Machine(tts.Said{What: say.files.cannotWrite(say.files.standardOutput, tts.Reason(printed.err))}, printed.err)
	}
	if fault == nil {
		return exitDone
	}
	if !errors.Is(err, errSaid) && !errors.Is(fault, syscall.EPIPE) {
		fmt.Fprintln(errOut, "voicestudio: "+tts.Clean(fault.Error()))
	}
	return exitCodes[fault.Kind]
}

// errSaid marks an error whose sentence the person has already seen.
var errSaid = errors.New("said already")

func newRoot(o *options, said *sayResult) *cobra.Command {
	root := &cobra.Command{
		Use:   "voicestudio",
		Short: say.help.root.short,
		Long:  say.help.root.long,
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return o.studio(cmd.Context()) },

		Version: version(),
	}
	flags := root.PersistentFlags()
	flags.StringVar(&o.host, "host", "", say.flags.host(tts.HostNames()))
	flags.StringVar(&o.baseURL, "base-url", "", say.flags.baseURL)
	flags.Var(among(&o.lang, config.Languages), "lang", say.flags.lang(config.Languages))
	flags.StringVar(&o.presets, "presets", "", say.flags.presets)
	flags.Bool(asciiFlag, false, say.flags.ascii) // lettersOf has read it
	root.Flags().Var(among(&o.theme, config.Themes), "theme", say.flags.theme(config.Themes))
	root.Flags().Var(among(&o.motion, config.Motions), "motion", say.flags.motion(config.Motions))
	root.Flags().BoolVar(&o.noMouse, "no-mouse", false, say.flags.noMouse)
	root.Flags().BoolVar(&o.plain, "plain", false, say.flags.plain)
	root.AddCommand(newSay(o, said), newPreset(o), newRender(o), newScript(o), newTakes(o), newAudition(o), newTune(o), newVoices(o), newSandbox(o), newConfig(o), newDoctor(o), newVersion(o), newManual(o))
	inWords(root)
	o.completes(root)
	return root
}
