package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voicestudio/tts"
)

// inWords makes every command refuse what it does not understand in one
// sentence, and its help plain text: a question to the terminal about its
// colours would wait for an answer that not every terminal gives.
func inWords(root *cobra.Command) {
	cobra.AddTemplateFunc("words", func() usageWords { return say.usage })
	cobra.AddTemplateFunc("heading", heading)
	cobra.AddTemplateFunc("useLine", useLine)
	cobra.AddTemplateFunc("flags", func(command string, flags *pflag.FlagSet) string { return flagLines(command, flags, helpWidth()) })
	cobra.AddTemplateFunc("meant", meant)
	cobra.AddTemplateFunc("example", func(text string) string { return example(text, helpWidth()) })
	cobra.AddTemplateFunc("paragraphs", func(text string) string { return paragraphs(text, helpWidth()) })
	cobra.AddTemplateFunc("commands", func(cmd *cobra.Command) string { return commandLines(cmd, helpWidth()) })
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate(helpTemplate)
	root.SetVersionTemplate("voicestudio {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.SilenceErrors, root.SilenceUsage = true, true
	eachCommand(root, func(cmd *cobra.Command) { cmd.Args = argsInWords(cmd.Args) })
}

// addedInWords has what cobra adds, the commands help and completion and some
// flags, speak the language of the rest. Output is where they will print.
func addedInWords(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "help":
			about := say.help.help
			cmd.Use, cmd.Short, cmd.Long = "help "+about.takes, about.short, about.long
			cmd.Run, cmd.RunE = nil, helpFor
		case "completion":
			cmd.Short, cmd.Long = say.help.completion.short, say.help.completion.long
			cmd.Args = argsInWords(cobra.NoArgs)
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
			for _, shell := range cmd.Commands() {
				shell.Short = say.help.completionOf(shell.Name())
			}
		}
	}
}

// helpFor prints the help of the command that the arguments name.
func helpFor(cmd *cobra.Command, args []string) error {
	of, rest, err := cmd.Root().Find(args)
	if err != nil || len(rest) > 0 {
		name := strings.Join(args, " ")
		return tts.Wrong("", tts.Said{What: say.usage.noCommand(quote(name)), Cure: likely("", rest[0], commandsOf(of), of)})
	}
	of.InitDefaultHelpFlag()
	of.InitDefaultVersionFlag()
	return of.Help()
}

func eachCommand(cmd *cobra.Command, do func(*cobra.Command)) {
	do(cmd)
	for _, sub := range cmd.Commands() {
		eachCommand(sub, do)
	}
}

const usageTemplate = `{{heading words.Usage}}
  {{if .Runnable}}{{useLine .}}{{end}}{{if .HasAvailableSubCommands}}{{if .Runnable}}
  {{end}}{{.CommandPath}} {{words.Command}}{{end}}
{{- if .HasExample}}

{{heading words.Examples}}
{{example .Example}}
{{- end}}
{{- if .HasAvailableSubCommands}}

{{heading words.Commands}}
{{commands .}}

{{call words.More .CommandPath}}
{{- end}}
{{- if .HasAvailableLocalFlags}}

{{heading words.Flags}}
{{flags .DisplayName .LocalFlags}}
{{- end}}
{{- if .HasAvailableInheritedFlags}}

{{heading words.EveryFlags}}
{{flags .DisplayName (meant .)}}
{{- end}}
`

const helpTemplate = `{{with (or .Long .Short)}}{{paragraphs .}}

{{end}}{{if or .Runnable .HasSubCommands}}{{.UsageString}}{{end}}`

// heading is bold on a terminal, and told by its place everywhere else.
func heading(text string) string {
	if !term.IsTerminal(os.Stdout.Fd()) || os.Getenv("TERM") == "dumb" {
		return text
	}
	return "\x1b[1m" + text + "\x1b[m"
}

// useLine is how a command is written, with our word for any flags.
func useLine(cmd *cobra.Command) string {
	return strings.Replace(cmd.UseLine(), "[flags]", say.usage.anyFlags, 1)
}

// argsInWords says what a command takes where check refuses its arguments.
func argsInWords(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if cmd.HasSubCommands() && len(args) > 0 {
			name := strings.TrimPrefix(cmd.CommandPath()+" ", "voicestudio ") + args[0]
			return tts.Wrong("", tts.Said{What: say.usage.noCommand(quote(name)), Cure: likely("", args[0], commandsOf(cmd), cmd)})
		}
		if check == nil {
			return nil
		}
		err := check(cmd, args)
		if err == nil {
			return nil
		}
		if ours, found := errors.AsType[*tts.Error](err); found {
			return ours
		}
		name, takes, _ := strings.Cut(cmd.Use, " ")
		return tts.Wrong("", say.usage.arguments(name, takes, len(args), cmd.CommandPath()))
	}
}

// likely asks whether something similar was meant, or says where to look.
func likely(dashes, word string, names []string, cmd *cobra.Command) string {
	if name := tts.Nearest(word, names); name != "" {
		return say.usage.meant(dashes + name)
	}
	return say.usage.lists(cmd.CommandPath())
}

func commandsOf(cmd *cobra.Command) (names []string) {
	for _, sub := range cmd.Commands() {
		names = append(names, sub.Name())
	}
	return names
}

func flagsOf(cmd *cobra.Command) (names []string) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// flagError says what is wrong with a flag.
func flagError(cmd *cobra.Command, err error) error {
	if unknown, found := errors.AsType[*pflag.NotExistError](err); found {
		name, dashes := unknown.GetSpecifiedName(), "--"
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			name, dashes = short, "-"
		}
		return tts.Wrong("", tts.Said{What: say.usage.noFlag(dashes + tts.Clean(name)), Cure: likely("--", name, flagsOf(cmd), cmd)})
	}
	if bare, found := errors.AsType[*pflag.ValueRequiredError](err); found {
		return tts.Wrong(bare.GetSpecifiedName(), say.usage.noValue("--"+bare.GetSpecifiedName()))
	}
	if wrong, found := errors.AsType[*pflag.InvalidValueError](err); found {
		f := wrong.GetFlag()
		if few, is := f.Value.(amongFlag); is {
			return tts.Wrong(f.Name, tts.Meant(wrong.GetValue(), few.values, say.usage.notAmong("--"+f.Name, quote(wrong.GetValue()), few.values)))
		}
		return tts.Wrong(f.Name, tts.Said{What: say.usage.wrongValue("--"+f.Name, quote(wrong.GetValue()), f.Value.Type())})
	}
	return tts.Wrong("", tts.Said{What: tts.InWords(err), Cure: say.usage.listsFlags(cmd.CommandPath())})
}

func newVersion(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: say.help.version.short,
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(o.out, "voicestudio "+version())
			return err
		},
	}
}
