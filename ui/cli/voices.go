package cli

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

func newVoices(o *options) *cobra.Command {
	var asJSON, account bool
	cmd := &cobra.Command{
		Use:     "voices " + say.help.voices.takes,
		Short:   say.help.voices.short,
		Long:    say.help.voices.long,
		Example: say.help.voices.example,
		RunE: func(cmd *cobra.Command, args []string) error {
			all := tts.Voices()
			if account {
				own, err := o.accountVoices(cmd.Context())
				if err != nil {
					return err
				}
				all = own
			}
			found := filterVoices(all, strings.Fields(strings.Join(args, " ")))
			if asJSON {
				e := json.NewEncoder(exact(o.out))
				e.SetEscapeHTML(false)
				return e.Encode(map[string]any{"voices": found})
			}
			var rows [][]string
			if len(found) == 0 {
				o.note(say.noVoice)
			}
			for _, v := range found {
				id := v.ID
				if id != strings.TrimSpace(id) {
					id = strconv.Quote(id)
				}
				rows = append(rows, []string{id, presets.ValueInWords(v.Language), presets.ValueInWords(v.Gender), v.Title(), v.Doubt()})
			}
			o.list(say.voiceColumns, rows)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	cmd.Flags().BoolVar(&account, "account", false, say.flags.account)
	return cmd
}

// accountVoices asks the host.
func (o *options) accountVoices(ctx context.Context) ([]tts.Voice, error) {
	if err := o.resolve(); err != nil {
		return nil, err
	}
	studio := session.New(o.config())
	defer studio.Close()
	client, err := studio.Connect()
	if err != nil {
		return nil, err
	}
	listed, err := client.Voices(ctx)
	if err != nil {
		return nil, err
	}
	voices := make([]tts.Voice, len(listed))
	for i, v := range listed {
		voices[i] = v.Voice()
	}
	return voices, nil
}

// filterVoices keeps the voices in which every word is found. It never
// returns nil, which JSON would print as null.
func filterVoices(voices []tts.Voice, words []string) []tts.Voice {
	found := []tts.Voice{}
	for _, v := range voices {
		if presets.VoiceHas(v, words...) {
			found = append(found, v)
		}
	}
	return found
}
