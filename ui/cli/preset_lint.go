package cli

import (
	"context"
	"os"
	"slices"
	"strings"

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
		Use:   "lint [PATH...]",
		Short: "Check preset files against their form and the rules of hosts",
		Long: "Check preset files, and all preset files of folders, against their form and the rules of hosts and models. A PATH\n" +
			"may be a team's name; without one, all folders that preset list shows are checked. With --host, an error is what that host would refuse; without,\n" +
			"what no host can speak. An unknown key is a warning, unless it begins with x_.\n\n" +
			"Exit code 0: clean, or warnings only; 1: errors; 2: a PATH, host or other argument is wrong.",
		Example: `  voicestudio preset lint .voicestudio/presets
  voicestudio preset lint brand
  voicestudio preset lint --host dashscope --host minimax --model speech-2.8-hd voices/*.json
  voicestudio preset lint --host minimax --account --json voices`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			l, err := o.library()
			if err != nil {
				return err
			}
			linter := presets.Linter{Models: models}
			for _, name := range hosts {
				if _, known := tts.HostAt(tts.HostName(name)); !known {
					return requestError("host", "there is no host "+quote(name), "choose one of "+strings.Join(tts.HostNames(), ", "))
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
					o.tell("%s", f)
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
	f.StringArrayVar(&hosts, "host", nil, "host that must speak every preset; may be given several times")
	f.StringArrayVar(&models, "model", nil, "model to check with, instead of the presets' own; may be given several times")
	f.BoolVar(&account, "account", false, "ask the hosts for the account's own voices: any other that is not in the catalogue is an error")
	f.BoolVar(&asJSON, "json", false, "print one JSON list of findings")
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
		Use:   "diff A B",
		Short: "Say in what two presets differ",
		Long: "Say in what preset B differs from preset A, field by field, in words and units. The times of the files are no\n" +
			"difference.\n\nExit code 0: equal; 1: different; 2: one of them cannot be read.",
		Example: "  voicestudio preset diff \"Warm narrator\" \"team:Warm narrator\"\n  voicestudio preset diff --json old.json new.json",
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
					o.tell("%s", sentence)
				}
			}
			if len(changes) > 0 {
				return resultIsOne()
			}
			return nil
		},
		ValidArgsFunction: o.completePreset,
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON list of {field, a, b}")
	return cmd
}
