package cli

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/trust"
)

// mostRepeats bounds what a fingerprint costs; with twenty takes a spread is
// known to a sixth of it.
const mostRepeats = 20

// listening is one run of a command that has presets speak to measure them.
type listening struct {
	*options
	repeat int
	yes    bool

	session *session.Session
	meter   *meter
	paid    paid
}

func newPresetFingerprint(o *options) *cobra.Command {
	n := &listening{options: o}
	cmd := &cobra.Command{
		Use:     "fingerprint " + say.help.presetFingerprint.takes,
		Short:   say.help.presetFingerprint.short,
		Long:    say.help.presetFingerprint.long,
		Example: say.help.presetFingerprint.example,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, names []string) error {
			if n.repeat < 1 || n.repeat > mostRepeats {
				return tts.Wrong("repeat", say.trust.repeat(mostRepeats))
			}
			return n.remember(cmd.Context(), names)
		},
		ValidArgsFunction: o.completePreset,
	}
	cmd.Flags().IntVar(&n.repeat, "repeat", 1, say.flags.repeat(mostRepeats))
	cmd.Flags().BoolVar(&n.yes, "yes", false, say.flags.yes)
	return cmd
}

// remember keeps what presets sound like now.
func (n *listening) remember(ctx context.Context, names []string) error {
	l, entries, err := n.load(names...)
	if err != nil {
		return err
	}
	entries = once(entries)
	for _, e := range entries {
		if err := changeable(e); err != nil {
			return err
		}
	}
	if err := n.open(false); err != nil {
		return err
	}
	defer n.session.Close()
	var voices []trust.Voice
	for _, e := range entries {
		v, err := trust.Look(ctx, n.session, e)
		if err != nil {
			return flagged(cured(e, err))
		}
		voices = append(voices, v)
	}
	if err := n.agreed(ctx, voices); err != nil {
		return err
	}
	n.meter.begin(n.repeat*len(voices), 0)
	defer n.meter.end()
	for _, v := range voices {
		var takes []measure.Measures
		for range n.repeat {
			m, err := n.hear(ctx, v)
			if err != nil {
				n.spent()
				return err
			}
			takes = append(takes, m)
		}
		mark := v.Fingerprint(takes, time.Now())
		if _, err := homeOf(l, v.Entry).Remember(v.Entry, mark); err != nil {
			n.spent()
			return presetFault(err)
		}
		n.meter.above(func() { n.tell(say.trust.kept(quote(v.Name), mark)) })
	}
	n.spent()
	return nil
}

// once leaves out presets that are named a second time: nobody pays for them twice.
func once(entries []presets.Entry) (all []presets.Entry) {
	for _, e := range entries {
		if e.Starter || !slices.ContainsFunc(all, func(other presets.Entry) bool { return other.File == e.File }) {
			all = append(all, e)
		}
	}
	return all
}

// open connects to the host of the command line.
func (n *listening) open(asJSON bool) error {
	if _, known := tts.HostAt(tts.HostName(n.host)); !known {
		return tts.Wrong("host", say.usage.noHost(n.host, tts.HostNames()))
	}
	n.meter = newMeter(n.err, asJSON)
	config := n.config()
	config.Waiting = func(pause time.Duration, why *tts.Error) {
		n.meter.say(n.options, say.sound.goesOn(why.Message, pause))
	}
	n.session = session.New(config)
	return nil
}

// agreed says what the host makes of the presets and what that costs, and asks
// where it is not free.
func (n *listening) agreed(ctx context.Context, voices []trust.Voice) error {
	noted := map[string]bool{}
	for _, v := range voices {
		for _, p := range v.Problems {
			if sentence := judged(p); !noted[sentence] {
				noted[sentence] = true
				n.note(sentence)
			}
		}
	}
	return n.payFor(ctx, n.session, []string{say.trust.count(len(voices))}, []bench.Bill{trust.Bill(voices, n.repeat)}, n.yes)
}

// cured says what a command does about what is in the way of a preset, which is named
// as a command finds it: one of no known folder by its file.
func cured(e presets.Entry, err error) error {
	o, is := errors.AsType[*trust.Obstacle](err)
	if !is {
		return err
	}
	field, name := "", o.Name
	if !e.Starter && e.Folder == "" {
		name = e.File
	}
	if o.Standing == trust.NoSample {
		field = "sample_text"
	}
	return tts.Wrong(field, tts.Said{What: o.Error(), Cure: say.trust.cure(o.Standing, presets.ShellWord(name), string(o.Host), o.Others)})
}

// hear has a preset speak once.
func (n *listening) hear(ctx context.Context, v trust.Voice) (measure.Measures, error) {
	m, err := v.Speak(ctx, session.WithinCap, func(s *speak.Speech) { n.paid.add(s) })
	n.meter.mu.Lock()
	defer n.meter.mu.Unlock()
	n.meter.step(v.Name)
	return m, err
}

// spent says what it has cost, if anything was made.
func (n *listening) spent() {
	n.meter.end()
	if n.paid.made == 0 && len(n.paid.price) == 0 && n.paid.unpriced == 0 {
		return
	}
	n.made(say.made.takes(n.paid.made), say.made.costs(n.paid.sums(), n.paid.unpriced)...)
}

// day is when a fingerprint was taken, as a sentence ends with it.
func day(f presets.Fingerprint) string {
	at := f.At.Local()
	return say.trust.onDay(at, at.Year() == time.Now().Year())
}
