package cli

import (
	"context"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
)

func newPresetLint(o *options) *cobra.Command {
	var asJSON, account bool
	var hosts, models []string
	cmd := &cobra.Command{
		Use:     "lint " + say.help.presetLint.takes,
		Short:   say.help.presetLint.short,
		Long:    say.help.presetLint.long,
		Example: say.help.presetLint.example,
		RunE: func(cmd *cobra.Command, paths []string) error {
			l, err := o.library()
			if err != nil {
				return err
			}
			linter := presets.Linter{Models: models}
			for _, name := range hosts {
				if _, known := tts.HostAt(tts.HostName(name)); !known {
					return tts.Wrong("host", say.usage.noHost(quote(name), tts.HostNames()))
				}
				linter.Hosts = append(linter.Hosts, tts.HostName(name))
			}
			for i, path := range paths {
				paths[i] = pathOr(l, path)
			}
			for _, p := range l.Places {
				linter.Known = append(linter.Known, p.Dir)
				if _, err := os.Stat(p.Dir); err == nil && cmd.Flags().NArg() == 0 {
					paths = append(paths, p.Dir)
				}
			}
			if account {
				if linter.Voices, err = o.ownVoices(cmd.Context(), linter.Hosts); err != nil {
					return err
				}
			}
			findings, err := linter.Lint(paths...)
			if err != nil {
				return presetFault(err)
			}
			if asJSON {
				if err := printJSON(o.out, findings); err != nil {
					return err
				}
			} else {
				for _, f := range findings {
					o.tell(f.String())
				}
			}
			if slices.ContainsFunc(findings, isError) {
				return resultIsOne()
			}
			return nil
		},
	}
	f := cmd.Flags()
	// In the place of the flag that every command has: here it may be repeated.
	f.StringArrayVar(&hosts, "host", nil, say.flags.lintHosts)
	f.StringArrayVar(&models, "model", nil, say.flags.lintModels)
	f.BoolVar(&account, "account", false, say.flags.lintAccount)
	f.BoolVar(&asJSON, "json", false, say.flags.jsonFindings)
	return cmd
}

func isError(f presets.Finding) bool { return f.Level == presets.LintError }

// ownVoices asks those of the hosts that list them for the account's voices;
// without hosts, the one that the config file chooses.
func (o *options) ownVoices(ctx context.Context, hosts []tts.HostName) ([]string, error) {
	if len(hosts) == 0 {
		hosts = []tts.HostName{tts.HostName(o.host)}
	}
	lists := func(name tts.HostName) bool {
		profile, _ := tts.HostAt(name)
		return profile.Contract == tts.MiniMax || profile.Contract == tts.Sandbox
	}
	if able := slices.DeleteFunc(slices.Clone(hosts), func(name tts.HostName) bool { return !lists(name) }); len(able) > 0 {
		hosts = able
	}
	ids := []string{}
	for _, name := range hosts {
		o.host = string(name)
		voices, err := listVoices(ctx, o.config())
		if err != nil {
			return nil, err // of the first host where none of them lists voices
		}
		for _, v := range voices {
			ids = append(ids, v.ID)
		}
	}
	return ids, nil
}

func listVoices(ctx context.Context, config session.Config) ([]host.AccountVoice, error) {
	studio := session.New(config)
	defer studio.Close()
	client, err := studio.Connect()
	if err != nil {
		return nil, err
	}
	return client.Voices(ctx)
}

func newPresetDiff(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "diff " + say.help.presetDiff.takes,
		Short:   say.help.presetDiff.short,
		Long:    say.help.presetDiff.long,
		Example: say.help.presetDiff.example,
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, found, err := o.load(args...)
			if err != nil {
				return err
			}
			changes := presets.Diff(found[0].Preset, found[1].Preset)
			if asJSON {
				if err := printJSON(o.out, changes); err != nil {
					return err
				}
			} else {
				for _, sentence := range presets.Sentences(changes) {
					o.tell(sentence)
				}
			}
			if len(changes) > 0 {
				return resultIsOne()
			}
			return nil
		},
		ValidArgsFunction: o.completePreset,
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonChanges)
	return cmd
}
