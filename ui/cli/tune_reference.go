package cli

import (
	"context"

	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/tts/tune"
	"voicestudio/ui/tuning"
	"voicestudio/ui/tuning/reference"
	"voicestudio/ui/tuning/unattended"
)

// record reads the recording of --reference, before anything is sent.
func (n *tuner) record(ctx context.Context) (err error) {
	if n.reference == "" {
		return nil
	}
	if n.recording, err = reference.Open(ctx, n.reference); err != nil {
		return err
	}
	for _, note := range n.recording.Notes {
		n.note(note)
	}
	return nil
}

// ear is who judges, and how to let them go.
func (n *tuner) ear(ctx context.Context) (judge tuning.Judge, end func(), err error) {
	if n.recording == nil {
		program, err := unattended.Start(n.judge, n.patience, func(line string) { n.meter.say(n.options, line) })
		return program, func() { program.Close(ctx) }, err
	}
	by := n.recording.Judge(n.sameWords)
	by.Heard = func(s reference.Step) {
		if n.count++; n.count == 1 && n.sameWords == nil {
			n.meter.say(n.options, say.tune.words(*by.Same))
		}
		n.meter.above(func() {
			if n.asJSON {
				s.Request.Text = ""
				printJSON(n.out, tunedStep{n.count, s.Take.ID, s.Request, s.Distance, s.Differences})
			} else {
				n.tell(say.tune.step(n.count, s.Distance, soundsBeside(s.Differences, s.Distance)))
			}
		})
	}
	return by, func() {}, nil
}

// tunedStep is a line of `tune --json` for a clip that was calculated.
type tunedStep struct {
	Clip        int                  `json:"clip"` // from 1
	Take        string               `json:"take"`
	Request     tts.Request          `json:"request"`
	Distance    float64              `json:"distance"`
	Differences []measure.Difference `json:"differences"` // what the clip is beside the recording
}

// soundsBeside are differences from the recording as a person reads them.
func soundsBeside(all []measure.Difference, distance float64) string {
	var words []string
	for _, d := range all {
		words = append(words, d.Words)
	}
	return say.tune.beside(tts.Listed(words...), distance)
}

// needed are how many clips the next step needs, and all of them at most.
func (n *tuner) needed(search *tune.Search, next tune.Question) (least, most int) {
	if n.recording == nil {
		return next.New, next.New + 2*(search.Most()-1)
	}
	var axes []tune.Axis
	for _, a := range search.Axes() {
		if !a.Out {
			axes = append(axes, a.Axis)
		}
	}
	if next.Axis == "" { // what is open is known once a start was chosen
		return next.New, next.New + reference.Clips(tune.Settings)
	}
	return 1, reference.Clips(axes)
}

// beside says how far a clip is from the recording, in words where that is known;
// nil: it is not.
func (n *tuner) beside(ctx context.Context, judge tuning.Judge, t *takes.Take) (distance *float64, differences []measure.Difference) {
	measurer, is := judge.(tuning.Measurer)
	if !is || t == nil {
		return nil, nil
	}
	d, err := measurer.Distance(ctx, *t)
	if err != nil {
		return nil, nil
	}
	if by, is := judge.(*reference.Judge); is {
		differences, _ = by.Differences(ctx, *t)
	}
	return &d, differences
}
