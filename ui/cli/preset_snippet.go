package cli

import (
	"cmp"
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
)

// sandboxURL is where `voicestudio sandbox` listens unless told otherwise, and
// sandboxKey the variable that a snippet for it reads: any key is right.
const (
	sandboxURL = "http://127.0.0.1:8787/sandbox"
	sandboxKey = "SANDBOX_API_KEY"
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
				return tts.Wrong("language", say.preset.noLanguage(quote(language), presets.SnippetLanguages))
			}
			_, found, err := o.load(args...)
			if err != nil {
				return err
			}
			r := session.Voiced(found[0].Request)
			r.Text = cmp.Or(text, found[0].SampleText, session.Placeholder)
			call, err := o.call(r, !whole)
			if err != nil {
				return err
			}
			code, err := presets.Snippet(language, call)
			if err != nil {
				return presetFault(err)
			}
			_, err = io.WriteString(o.out, code)
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
	profile, known := tts.HostAt(name)
	if !known {
		return presets.Call{}, tts.Wrong("host", say.usage.noHost(quote(o.host), tts.HostNames()))
	}
	r, problems, err := tts.Settle(r, tts.Target{Host: name, Stream: stream})
	if err != nil {
		return presets.Call{}, err
	}
	for _, p := range problems {
		o.note(judged(p))
	}
	at, key := o.config().At(name), profile.KeyVariable
	if name == tts.Sandbox {
		at.BaseURL, key = cmp.Or(at.BaseURL, sandboxURL), sandboxKey
		o.note(say.preset.snippetOfSandbox(sandboxKey))
	}
	at.Key = host.NewKey("none") // nothing is sent, so any will do
	client, err := host.New(at)
	if err != nil {
		return presets.Call{}, err
	}
	url, header, body := client.Render(r, stream)
	call := presets.Call{Method: "POST", URL: url, KeyVariable: key, Body: body}
	for _, h := range slices.Sorted(maps.Keys(header)) {
		call.Header = append(call.Header, [2]string{h, header[h]})
	}
	return call, nil
}
