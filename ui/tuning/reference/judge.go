package reference

import (
	"context"
	"math"

	"voicestudio/player/likeness"
	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/tts/tune"
	"voicestudio/ui/bench"
	"voicestudio/ui/tuning"
)

// Judge chooses the clips that are nearest to a recording, by measures, and where
// both say the same words along the way through both. It is for one goroutine at a
// time.
type Judge struct {
	// Same says whether the recording says the words of the clips; nil: nobody has
	// told, and the first clip tells.
	Same *bool

	// Heard is told each clip that Seek has heard; it may be nil.
	Heard func(Step)

	recording *Recording
	heard     map[string]clip // by the take's id
}

// Step is a clip on the way to the recording.
type Step struct {
	Request     tts.Request
	Take        takes.Take
	Distance    float64              // as Judge.Distance
	Differences []measure.Difference // from the recording
}

// clip is how far one is that was heard.
type clip struct {
	measures measure.Measures
	off      likeness.Distance
}

// Judge is one that has heard no clip. same says whether the recording says the words
// of the clips, nil that nobody knows.
func (r *Recording) Judge(same *bool) *Judge {
	return &Judge{Same: same, recording: r, heard: map[string]clip{}}
}

// untold is a difference between distances that nobody would notice, as a part of
// what is just noticed.
const untold = .05

// Choose says which clip is nearest.
func (j *Judge) Choose(ctx context.Context, a tuning.Asked) (tune.Answer, error) {
	least, most, best := math.Inf(1), 0.0, tune.Same
	for _, c := range a.Clips {
		heard, err := j.listen(ctx, c.Take)
		if err != nil {
			return "", err
		}
		total := heard.off.Total()
		if most = max(most, total); total < least {
			least, best = total, c.Answer
		}
	}
	if most-least < untold {
		return tune.Same, nil
	}
	return best, nil
}

// Distance is how far a take is from the recording: 0 is itself, 1 what is just
// noticed of one measure.
func (j *Judge) Distance(ctx context.Context, t takes.Take) (float64, error) {
	heard, err := j.listen(ctx, t)
	return heard.off.Total(), err
}

// Seek moves a request along axes to where it is nearest, all of them at once.
func (j *Judge) Seek(ctx context.Context, from tts.Request, axes []tune.Axis, hear tuning.Hearing) (tts.Request, []tune.Axis, error) {
	found, err := calculate(ctx, from, axes, Clips(axes), func(ctx context.Context, r tts.Request) (likeness.Distance, error) {
		t, err := hear(ctx, r)
		if err != nil {
			return likeness.Distance{}, err
		}
		c, err := j.listen(ctx, t)
		if err == nil && j.Heard != nil {
			j.Heard(Step{r, t, c.off.Total(), j.differences(c)})
		}
		return c.off, err
	})
	if err != nil {
		return found, nil, err
	}
	return found, axes, nil
}

// Clips are how many clips it takes at most to find so many axes.
func Clips(axes []tune.Axis) int {
	const two, more = 8, 40
	for _, a := range axes {
		if a != tune.Speed && a != tune.Pitch {
			return more
		}
	}
	return two
}

// Differences are in what a take sounds otherwise than the recording, in words, but
// for its level.
func (j *Judge) Differences(ctx context.Context, t takes.Take) ([]measure.Difference, error) {
	c, err := j.listen(ctx, t)
	if err != nil {
		return nil, err
	}
	return j.differences(c), nil
}

func (j *Judge) differences(c clip) []measure.Difference {
	all := []measure.Difference{} // scripts read a list
	for _, d := range measure.Compare(j.recording.Measures, c.measures, j.Same != nil && *j.Same) {
		if d.Measure != "lufs" && d.Measure != "fade_db" {
			all = append(all, d)
		}
	}
	return all
}

// listen compares a take, once.
func (j *Judge) listen(ctx context.Context, t takes.Take) (clip, error) {
	if c, known := j.heard[t.ID]; known {
		return c, nil
	}
	if ctx.Err() != nil {
		return clip{}, tts.Stopped(ctx.Err())
	}
	sound, err := bench.Sound(t)
	if err != nil {
		return clip{}, tts.Machine(say.notHeard(t.Short(), tts.Reason(err)), err)
	}
	features := likeness.Of(sound)
	if j.Same == nil {
		j.Same = new(likeness.SameWords(j.recording.Features, features))
	}
	c := clip{measures: features.Measures, off: likeness.Between(j.recording.Features, features, *j.Same)}
	c.pace(j.recording.Measures)
	j.heard[t.ID] = c
	return c, nil
}

// pace is told as the distance has it, which goes as far as both say the same.
func (c *clip) pace(recorded measure.Measures) {
	if recorded.SpeechMS != nil && c.measures.SpeechMS != nil {
		ms := int64(math.Round(float64(*recorded.SpeechMS) / math.Exp(c.off.Pace)))
		c.measures.SpeechMS = &ms
	}
	if recorded.RateSPS != nil && c.measures.RateSPS != nil {
		rate := *recorded.RateSPS * math.Exp(c.off.Pace)
		c.measures.RateSPS = &rate
	}
}
