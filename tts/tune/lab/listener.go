package main

import (
	"math"
	"math/rand/v2"

	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// World is what kind of listener there is.
type World struct {
	Noise      float64 // standard deviation of a clip's utility as it is heard
	Correlated bool    // what is liked of one axis depends on the others
}

// axes are those that a listener cares for, six with a blend of two voices.
var axes = append(append([]tune.Axis{}, tune.Settings...), tune.Weights)

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

// Listener likes one place best, drawn from all of them.
type Listener struct {
	World
	best       vector
	cares      vector       // for each of the directions
	directions [dims]vector // along the axes, unless the world is correlated
	lots       *rand.Rand
}

func (w World) listener(lots *rand.Rand) *Listener {
	l := &Listener{World: w, lots: lots}
	for i := range dims {
		l.best[i] = lots.Float64()
		l.cares[i] = math.Exp(spread * lots.NormFloat64())
		l.directions[i][i] = 1
	}
	if w.Correlated {
		l.turn()
	}
	return l
}

// turn draws the directions from all that are at right angles, by Gram and Schmidt.
func (l *Listener) turn() {
	for i := range l.directions {
		d := &l.directions[i]
		for j := range d {
			d[j] = l.lots.NormFloat64()
		}
		for _, other := range l.directions[:i] {
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

// utility is how well the listener likes a request, floor to 1.
func (l *Listener) utility(r tts.Request) float64 {
	var off vector
	for i, a := range axes {
		off[i] = tune.Place(a, r) - l.best[i]
	}
	sum := 0.0
	for i, d := range l.directions {
		along := off.dot(d)
		sum += l.cares[i] * along * along
	}
	return floor + (1-floor)*math.Exp(-steep*math.Pow(sum, bend))
}

// heard is the utility as it is heard this time.
func (l *Listener) heard(r tts.Request) float64 {
	return l.utility(r) + l.Noise*l.lots.NormFloat64()
}

// pick is the one of several that the listener likes best this time.
func (l *Listener) pick(rs []tts.Request) (best int) {
	most := math.Inf(-1)
	for i, r := range rs {
		if u := l.heard(r); u > most {
			best, most = i, u
		}
	}
	return best
}
