package main

import (
	"math"
	"math/rand/v2"

	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/tts/tune/ways"
)

// World is what kind of listener there is.
type World struct {
	Noise      float64 // standard deviation of a clip's utility as it is heard
	Correlated bool    // what is liked of one axis depends on the others
}

// The utility of a request that is off the optimum by d, where an axis is 1 long,
// is floor + (1−floor)·exp(−steep·(Σw·d²)^bend), w being how much the listener cares
// for each axis: exp of a normal number with the deviation spread. The form of the
// earlier simulation was not kept; of those tried, this one comes nearest to what
// it reports (its figures are in report.go).
const (
	floor  = .2
	steep  = 1.9
	bend   = .75
	spread = 1.25
)

// dims is how many axes there are.
const dims = 6

// vector is a place on all axes, or a direction.
type vector [dims]float64

func (v vector) dot(other vector) (sum float64) {
	for i := range v {
		sum += v[i] * other[i]
	}
	return sum
}

// taste likes one place best, drawn from all of them.
type taste struct {
	best       vector
	cares      vector       // for each of the directions
	directions [dims]vector // along the axes, unless the world is correlated
}

// listener is one of those that there are in a world.
func (w World) listener(lots *rand.Rand) *ways.Listener {
	var t taste
	for i := range dims {
		t.best[i] = lots.Float64()
		t.cares[i] = math.Exp(spread * lots.NormFloat64())
		t.directions[i][i] = 1
	}
	if w.Correlated {
		t.turn(lots)
	}
	return &ways.Listener{
		Utility:  func(r tts.Request) (float64, error) { return t.utility(r), nil },
		Noise:    w.Noise,
		Anywhere: func() tts.Request { return anywhere(lots) },
		Lots:     lots,
	}
}

// plain is where all begin.
var plain = ways.Plain("Welcome aboard.", "Wise_Woman", "English_Graceful_Lady")

// anywhere is a request at random places.
func anywhere(lots *rand.Rand) tts.Request {
	r := plain
	for _, a := range ways.Axes {
		r = tune.Put(a, r, lots.Float64())
	}
	return r
}

// turn draws the directions from all that are at right angles, by Gram and Schmidt.
func (t *taste) turn(lots *rand.Rand) {
	for i := range t.directions {
		d := &t.directions[i]
		for j := range d {
			d[j] = lots.NormFloat64()
		}
		for _, other := range t.directions[:i] {
			along := d.dot(other)
			for j := range d {
				d[j] -= along * other[j]
			}
		}
		length := math.Sqrt(d.dot(*d))
		for j := range d {
			d[j] /= length
		}
	}
}

// utility is how well a request is liked, floor to 1.
func (t *taste) utility(r tts.Request) float64 {
	var off vector
	for i, a := range ways.Axes {
		off[i] = tune.Place(a, r) - t.best[i]
	}
	sum := 0.0
	for i, d := range t.directions {
		along := off.dot(d)
		sum += t.cares[i] * along * along
	}
	return floor + (1-floor)*math.Exp(-steep*math.Pow(sum, bend))
}
