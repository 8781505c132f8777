package cli

import (
	"cmp"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

func newPresetSnippet(o *options) *cobra.Command {
	var language, text string
	var whole bool
	cmd := &cobra.Command{
		Use:     "snippet " + say.help.presetSnippet.takes,
		Short:   say.help.presetSnippet.short,
		Long:    say.help.presetSnippet.long,
		Example: say.help.presetSnippet.example,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(presets.SnippetLanguages, language) {
				return tts.Wrong("language", tts.Meant(language, presets.SnippetLanguages, say.preset.noLanguage(quote(language), presets.SnippetLanguages)))
			}
			_, found, err := o.load(args...)
			if err != nil {
				return err
			}
			r := session.Voiced(found[0].Request)
			r.Text = cmp.Or(text, found[0].SampleText, session.Placeholder())
			call, err := o.call(r, !whole)
			if err != nil {
				return err
			}
			code, err := presets.Snippet(language, call)
			if err != nil {
				return presetFault(err)
			}
			_, err = io.WriteString(exact(o.out), code)
			return err
		},
		ValidArgsFunction: o.completePreset,
	}
	f := cmd.Flags()
	f.StringVar(&language, "language", "curl", say.flags.language(presets.SnippetLanguages))
	f.StringVar(&text, "text", "", say.flags.text)
	f.BoolVar(&whole, "no-stream", false, say.flags.whole)
	cmd.RegisterFlagCompletionFunc("language", cobra.FixedCompletions(presets.SnippetLanguages, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// call is r as the host would get it, after its rules were kept.
func (o *options) call(r tts.Request, stream bool) (presets.Call, error) {
	name := tts.HostName(o.host)
	if _, known := tts.HostAt(name); !known {
		return presets.Call{}, tts.Wrong("host", tts.Meant(o.host, tts.HostNames(), say.usage.noHost(quote(o.host), tts.HostNames())))
	}
	call, problems, err := o.config().Call(r, tts.Target{Host: name, Stream: stream})
	if err != nil {
		return presets.Call{}, flagged(err)
	}
	for _, p := range problems {
		o.note(judged(p))
	}
	if name == tts.Sandbox {
		o.note(say.preset.snippetOfSandbox(session.SandboxKey))
	}
	return call, nil
}
