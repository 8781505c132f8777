package main

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"

	"voicestudio/tts"
	"voicestudio/tts/tune/ways"
)

// The utility of a clip at a distance d from what a listener has in its head is
// floor + (1−floor)·exp(−(d/far)^1.5): the form of the listeners of tts/tune/lab.
// far is where the start has the mean utility that it has there, .41, if they want
// anything that can be set.
const (
	floor = .2
	far   = 10
)

func utility(distance float64) float64 {
	return floor + (1-floor)*math.Exp(-math.Pow(distance/far, 1.5))
}

// listener has the sound of a hidden request in its head, and begins at the plain
// one.
type listener struct {
	*ear
	prior
	hidden, plain tts.Request
	lots          func() *rand.Rand // the same whenever it begins
}

// listener is the nth of those who want what a prior has.
func (b lab) listener(ctx context.Context, p prior, seed uint64, n int) (*listener, error) {
	from := plain(n)
	hidden := p.draw(lots(seed, n)(), from)
	e, err := listenFor(ctx, b.engine, hidden)
	return &listener{e, p, hidden, from, lots(seed+1, n)}, err
}

// lots are the same lots each time.
func lots(seed uint64, n int) func() *rand.Rand {
	return func() *rand.Rand { return rand.New(rand.NewPCG(seed, uint64(n))) }
}

// Point is how near a listener is.
type Point struct {
	Distance float64 // as a part of that of the start
	Utility  float64
	Axes     int // on which it is near
}

func (l *listener) point(r tts.Request) (Point, error) {
	start, err := l.hear(l.plain)
	if err != nil {
		return Point{}, err
	}
	c, err := l.hear(r)
	p := Point{Utility: utility(c.distance), Axes: reached(placeOf(r), placeOf(l.hidden))}
	if start.distance > 0 {
		p.Distance = c.distance / start.distance
	}
	return p, err
}

// follow has the listener go one way, with so much noise in its ear, until so many
// clips were made.
func (l *listener) follow(way ways.Way, noise float64, horizon int) (run Run, err error) {
	drawn := l.lots()
	judge := &ways.Listener{
		Utility: func(r tts.Request) (float64, error) {
			c, err := l.hear(r)
			return utility(c.distance), err
		},
		Noise:    noise,
		Anywhere: func() tts.Request { return l.draw(drawn, l.plain) },
		Lots:     drawn,
	}
	run.After = make([]Point, horizon+1)
	now, failed := l.point(l.plain)
	if failed != nil {
		return run, failed
	}
	var spent Spent
	run.at(spent, now)
	err = way.Go(judge, l.plain, func(r ways.Round) bool {
		spent.add(r, l)
		now, failed = l.point(r.Now)
		run.at(spent, now)
		return failed == nil && spent.Clips <= horizon
	})
	return run, cmp.Or(err, failed)
}
