package ways

import (
	"fmt"

	"voicestudio/tts/tune"
)

// The steps that are compared.
var (
	firsts = []float64{.2, .25, .3, .35, .4, .5}
	kepts  = []float64{.5, .6, .7}
	moveds = []float64{.6, .7, .8, .9}
)

// Methods are all of those steps with all others, each from one start and from six.
// The default from one start is the first.
func Methods() []Way {
	all := []Way{of(tune.Default, 1), of(tune.Default, tune.MostStarts)}
	for _, first := range firsts {
		for _, kept := range kepts {
			for _, moved := range moveds {
				if m := (tune.Method{First: first, Kept: kept, Moved: moved}); m != tune.Default {
					all = append(all, of(m, 1), of(m, tune.MostStarts))
				}
			}
		}
	}
	return all
}

// Neighbours are the default and those that differ from it in one thing, the order
// of the axes among them.
func Neighbours() []Way {
	all := []Way{of(tune.Default, 1), of(tune.Default, tune.MostStarts), {"1 speed and pitch last", guided(tune.Default, 1, last(tune.Speed, tune.Pitch), (*Listener).choose)}}
	add := func(m tune.Method) {
		if m != tune.Default {
			all = append(all, of(m, 1))
		}
	}
	for _, first := range firsts {
		m := tune.Default
		m.First = first
		add(m)
	}
	for _, kept := range kepts {
		m := tune.Default
		m.Kept = kept
		add(m)
	}
	for _, moved := range moveds {
		m := tune.Default
		m.Moved = moved
		add(m)
	}
	return all
}

func of(m tune.Method, starts int) Way {
	return Way{fmt.Sprintf("%d first %.2f kept %.1f moved %.1f", starts, m.First, m.Kept, m.Moved), Guided(m, starts)}
}

// last are the locks by which some axes are asked about after the others, in as many
// passes as anybody is followed for.
func last(some ...tune.Axis) (locks []tune.Lock) {
	for pass := range 10 {
		from := pass * len(Axes)
		for _, a := range some {
			locks = append(locks, tune.Lock{Axis: a, Out: true, After: from}, tune.Lock{Axis: a, After: from + len(Axes) - len(some)})
		}
	}
	return locks
}
