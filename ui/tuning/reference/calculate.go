package reference

import (
	"context"
	"math"
	"slices"

	"voicestudio/player/likeness"
	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// hearing speaks a request and says how far it is from the recording.
type hearing func(context.Context, tts.Request) (likeness.Distance, error)

// probes are how far axes are moved to see what they do, as a part of them, one round
// after the other.
var probes = []float64{.3, .15, .07}

const (
	// careful and sure are how much shorter a step is made than was calculated, as
	// a part of what an axis does, where its effects were seen once, and known.
	careful, sure = .1, .001
	// unheard is a distance that nobody hears: less than what is just noticed.
	unheard = .7
	// still is a way that is not worth another clip.
	still = .02
	// failures are how many steps that lead away end it.
	failures = 3
)

// point is a request that was heard.
type point struct {
	request tts.Request
	places  []float64 // on each axis
	off     []float64 // likeness.Distance's parts
	total   float64
}

// calculation finds the settings of several axes at once: what a step on an axis
// does to the measures is known of speed and pitch, is seen once of the others, and
// is corrected by each step after that (Levenberg 1944, Marquardt 1963; Broyden
// 1965). Of 20 settings of six axes that the sandbox spoke, in the same words, all
// came to within 5 % and 1 semitone in 26 clips, from a distance of 8.4 to 0.8; by
// questions 10 did in 39, to 2.1 (`go run ./ui/tuning/reference/lab`).
type calculation struct {
	axes    []tune.Axis
	hear    hearing
	left    int         // requests that may yet be heard
	effects [][]float64 // of each axis on each part, a whole axis long
	heard   []point
	best    point
}

// calculate moves a request along some of its axes to where it is nearest to the
// recording, hearing so many requests at most. It returns the nearest that was heard;
// with an error, too, which is that of hear.
func calculate(ctx context.Context, start tts.Request, axes []tune.Axis, clips int, hear hearing) (tts.Request, error) {
	c := &calculation{axes: axes, hear: hear, left: clips}
	c.best.request = start
	_, err := c.at(ctx, start)
	if err != nil {
		return start, err
	}
	// A semitone and a factor are what they are heard as; of the others nothing is
	// known yet.
	known := map[tune.Axis]likeness.Distance{tune.Pitch: {Pitch: span(tune.Pitch, start)}, tune.Speed: {Pace: span(tune.Speed, start)}}
	for _, a := range axes {
		c.effects = append(c.effects, known[a].Parts())
	}
	for _, far := range probes {
		if err != nil || c.best.total < unheard {
			break
		}
		err = c.round(ctx, far)
	}
	return c.best.request, err
}

// round looks around from the best with steps of a size, and goes on from there.
func (c *calculation) round(ctx context.Context, far float64) error {
	from, short := c.best, sure
	for i := range c.axes {
		if c.reckoned(i) {
			continue
		}
		short = careful
		if err := c.look(ctx, from, i, far); err != nil {
			return err
		}
	}
	return c.descend(ctx, short)
}

// reckoned reports whether it is known what an axis does to the measures.
func (c *calculation) reckoned(axis int) bool {
	return c.axes[axis] == tune.Pitch || c.axes[axis] == tune.Speed
}

// span is how long an axis is: of pitch in semitones, of speed as the logarithm of
// the factor.
func span(a tune.Axis, r tts.Request) float64 {
	low, high := tune.Value(a, tune.Put(a, r, 0)), tune.Value(a, tune.Put(a, r, 1))
	if a == tune.Speed {
		return math.Log(high / low)
	}
	return high - low
}

// at hears a request, once.
func (c *calculation) at(ctx context.Context, r tts.Request) (point, error) {
	if i := slices.IndexFunc(c.heard, func(p point) bool { return p.request.Equal(r) }); i >= 0 {
		return c.heard[i], nil
	}
	d, err := c.hear(ctx, r)
	if err != nil {
		return point{}, err
	}
	c.left--
	p := point{request: r, off: d.Parts(), total: d.Total()}
	for _, a := range c.axes {
		p.places = append(p.places, tune.Place(a, r))
	}
	if c.heard = append(c.heard, p); len(c.heard) == 1 || p.total < c.best.total {
		c.best = p
	}
	return p, nil
}

// put is a request moved to other places on the axes.
func put(p point, axes []tune.Axis, places []float64) tts.Request {
	r := p.request
	for i, a := range axes {
		if places[i] != p.places[i] {
			r = tune.Put(a, r, places[i])
		}
	}
	return r
}

// look sees what an axis does: pitch and speed, of which that is known, are corrected
// along with it.
func (c *calculation) look(ctx context.Context, from point, axis int, far float64) error {
	if c.left < 1 {
		return nil
	}
	places := slices.Clone(from.places)
	for i := range c.axes {
		if size := dot(c.effects[i], c.effects[i]); size > 0 && c.reckoned(i) {
			places[i] = min(max(0, places[i]-dot(c.effects[i], from.off)/size), 1)
		}
	}
	if places[axis] += far; places[axis] > 1 {
		places[axis] -= 2 * far
	}
	seen, err := c.at(ctx, put(from, c.axes, places))
	if err != nil || seen.places[axis] == from.places[axis] {
		return err
	}
	for k := range seen.off {
		change := seen.off[k] - from.off[k]
		for i := range c.axes {
			if i != axis {
				change -= c.effects[i][k] * (seen.places[i] - from.places[i])
			}
		}
		c.effects[axis][k] = change / (seen.places[axis] - from.places[axis])
	}
	return nil
}

// descend goes on from the best as long as that brings it nearer.
func (c *calculation) descend(ctx context.Context, short float64) error {
	for failed := 0; c.left > 0 && failed < failures; {
		from, n := c.best, len(c.heard)
		places := slices.Clone(from.places)
		for i, step := range c.step(from, short) {
			places[i] += step
		}
		to, err := c.at(ctx, put(from, c.axes, places))
		if err != nil {
			return err
		}
		switch {
		case len(c.heard) == n && short <= sure:
			return nil // it was heard before
		case len(c.heard) == n:
			short /= 10
			continue
		case to.total < from.total:
			short, failed = short/5, 0
		default:
			short *= 4
			failed++
		}
		c.learn(from, to)
		if from.total-to.total >= 0 && from.total-to.total < still {
			return nil
		}
	}
	return nil
}

// learn corrects the effects by what a step has done.
func (c *calculation) learn(from, to point) {
	step, size := make([]float64, len(c.axes)), 0.0
	for i := range step {
		step[i] = to.places[i] - from.places[i]
		size += step[i] * step[i]
	}
	for k := range to.off {
		change := to.off[k] - from.off[k]
		for i := range step {
			change -= c.effects[i][k] * step[i]
		}
		for i := range step {
			c.effects[i][k] += change * step[i] / max(size, 1e-9)
		}
	}
}

// step is where the parts would be least by what is known of the axes, each within
// its ends and each step shorter by a part.
func (c *calculation) step(from point, short float64) []float64 {
	n := len(c.axes)
	step, slope, bend := make([]float64, n), make([]float64, n), make([][]float64, n)
	for i := range n {
		slope[i], bend[i] = dot(c.effects[i], from.off), make([]float64, n)
		for j := range n {
			bend[i][j] = dot(c.effects[i], c.effects[j])
		}
		// What does nothing stays where it is.
		bend[i][i] += short*bend[i][i] + .01
	}
	// The bottom of the bowl within its walls, one axis after the other.
	for range 500 {
		for i := range n {
			sum := slope[i] - bend[i][i]*step[i]
			for j := range n {
				sum += bend[i][j] * step[j]
			}
			step[i] = min(max(-sum/bend[i][i], -from.places[i]), 1-from.places[i])
		}
	}
	return step
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
