package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/trust"
)

func newPresetVerify(o *options) *cobra.Command {
	n := &listening{options: o, repeat: 1}
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "verify " + say.help.presetVerify.takes,
		Short:   say.help.presetVerify.short,
		Long:    say.help.presetVerify.long,
		Example: say.help.presetVerify.example,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, names []string) error {
			return n.verify(cmd.Context(), names, asJSON)
		},
		ValidArgsFunction: o.completePreset,
	}
	cmd.Flags().BoolVar(&n.yes, "yes", false, say.flags.yes)
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonVerdicts)
	return cmd
}

// suspect is a preset with what it is compared with, and what came of it.
type suspect struct {
	trust.Voice
	was     presets.Fingerprint
	verdict trust.Verdict
	why     error // there is no comparison
}

// fail notes that there is no comparison, and why.
func (s *suspect) fail(state trust.State, why error) { s.verdict.State, s.why = state, why }

func (n *listening) verify(ctx context.Context, names []string, asJSON bool) error {
	_, entries, err := n.load(names...)
	if err != nil {
		return err
	}
	if err := n.open(asJSON); err != nil {
		return err
	}
	defer n.session.Close()
	entries = once(entries)
	suspects := make([]suspect, len(entries))
	var voices []trust.Voice
	for i, e := range entries {
		s := &suspects[i]
		s.verdict = trust.Verdict{Name: e.Name, Host: n.session.Host(), Differences: []measure.Drift{}}
		if s.Voice, err = trust.Look(ctx, n.session, e); ctx.Err() != nil {
			return err
		}
		if err != nil {
			s.fail(trust.Failed, flagged(cured(e, err)))
			continue
		}
		if s.was, err = s.Comparable(); err != nil {
			s.fail(trust.Uncomparable, cured(e, err))
			continue
		}
		voices = append(voices, s.Voice)
	}
	if len(voices) > 0 {
		if err := n.agreed(ctx, voices); err != nil {
			return err
		}
	}
	n.meter.begin(len(voices), 0)
	defer n.meter.end()
	for i := range suspects {
		s := &suspects[i]
		if s.why == nil {
			is, err := n.hear(ctx, s.Voice)
			if ctx.Err() != nil {
				n.spent()
				return err
			}
			if err != nil {
				s.fail(trust.Failed, err)
			} else {
				s.verdict = s.Compare(s.was, is)
			}
		}
		n.meter.above(func() { n.report(s, asJSON) })
	}
	if len(voices) > 0 {
		n.spent()
	}
	if asJSON {
		verdicts := make([]trust.Verdict, len(suspects))
		for i, s := range suspects {
			verdicts[i] = s.verdict
		}
		if err := printJSON(n.out, verdicts); err != nil {
			return err
		}
	}
	return ends(suspects)
}

// report says what became of a preset; with JSON, only why it has none.
func (n *listening) report(s *suspect, asJSON bool) {
	name := quote(s.verdict.Name)
	switch {
	case s.why != nil:
		n.note(say.trust.notCompared(name, s.why.Error()))
	case asJSON:
	default:
		tell := map[trust.State]func(string, []string, string) string{trust.Same: say.trust.same, trust.Drifted: say.trust.drifted, trust.Changed: say.trust.changed}
		n.tell(tell[s.verdict.State](name, trust.InWords(s.verdict.Differences), day(s.was)))
	}
}

// ends is the exit code: what sounds otherwise is told first, then what nobody
// could compare.
func ends(suspects []suspect) error {
	any := func(states ...trust.State) bool {
		return slices.ContainsFunc(suspects, func(s suspect) bool { return slices.Contains(states, s.verdict.State) })
	}
	switch {
	case any(trust.Drifted, trust.Changed):
		return resultIsOne()
	case any(trust.Uncomparable, trust.Failed):
		return &tts.Error{Kind: tts.KindRequest, Cause: errSaid}
	}
	return nil
}
