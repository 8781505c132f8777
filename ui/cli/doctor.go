package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/tts/install"
	"voicestudio/ui/config"
	"voicestudio/ui/doctor"
	"voicestudio/ui/studio/paint"
)

func newDoctor(o *options) *cobra.Command {
	var asJSON, ask, noPlay bool
	cmd := &cobra.Command{
		Use:     "doctor",
		Short:   say.help.doctor.short,
		Long:    say.help.doctor.long,
		Example: say.help.doctor.example,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			all, err := o.examine(cmd.Context(), ask, noPlay)
			if err != nil {
				return err
			}
			usable := doctor.Usable(all)
			if asJSON {
				err = printJSON(o.out, struct {
					OK     bool           `json:"ok"`
					Checks []doctor.Check `json:"checks"`
				}{usable, all})
			} else {
				o.tellChecks(all)
			}
			if err != nil || usable {
				return err
			}
			return tts.Machine(tts.Said{What: say.doctor.unusable, Cure: tts.Further(cures(all)...)}, nil)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&ask, "ask", false, say.flags.ask)
	f.BoolVar(&noPlay, "no-play", false, say.flags.noListening)
	f.BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	return cmd
}

// examine looks at this machine.
func (o *options) examine(ctx context.Context, ask, noPlay bool) ([]doctor.Check, error) {
	only := tts.HostName(o.host)
	if _, known := tts.HostAt(only); only != "" && !known {
		return nil, tts.Wrong("host", tts.Meant(o.host, tts.HostNames(), say.usage.noHost(quote(o.host), tts.HostNames())))
	}
	m := doctor.Here()
	m.Config = checkConfig
	// What is wrong with the file is among the checks; what is right holds.
	if settings, err := config.Load(); err == nil {
		o.settings = settings
	}
	if o.host == "" {
		o.host = string(o.settings.Host)
	}
	m.Session, m.Teams, m.PresetsDir = o.config(), o.settings.Teams, o.presets
	m.Ask, m.Only, m.Asking = ask, only, o.note
	if !noPlay {
		m.Device = func() player.Device {
			play, quiet := o.openPlayer()
			defer quiet()
			defer play.Close()
			return play.Device()
		}
	}
	all := m.Examine(ctx)
	if ctx.Err() != nil {
		return nil, tts.Stopped(nil)
	}
	return all, nil
}

// tellChecks prints them by their groups, each with its cure below.
func (o *options) tellChecks(all []doctor.Check) {
	var rows [][]string
	states, labels := 0, 0 // as wide as the widest, so that the columns go through
	for _, c := range all {
		states, labels = max(states, paint.Width(c.State.Word())), max(labels, paint.Width(tts.Clean(c.Label())))
	}
	for i, c := range all {
		if i == 0 || c.Group != all[i-1].Group {
			o.described(rows)
			rows = nil
			o.tell(c.Group.Title())
		}
		rows = append(rows, []string{"  " + paint.Fit(c.State.Word(), states), paint.Fit(tts.Clean(c.Label()), labels), c.Found})
		if c.Cure != "" {
			rows = append(rows, []string{"", "", say.doctor.cure(c.Cure)})
		}
	}
	o.described(rows)
}

// cures are what to do against all that is in the way: first one command that
// installs what is missing.
func cures(all []doctor.Check) (list []string) {
	if needs := doctor.Lacking(all); len(needs) > 0 {
		list = append(list, install.How(needs...))
	}
	for _, c := range all {
		if c.State == doctor.Fault && c.Missing == "" && c.Cure != "" && !slices.Contains(list, c.Cure) {
			list = append(list, c.Cure)
		}
	}
	return list
}
