package main

import (
	"context"
	"errors"
	"runtime"
	"sync"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
	"voicestudio/tts/tune/ways"
)

const (
	// goal is the part of the distance at the start that is near enough.
	goal = .25
	// enough is the utility of a voice that is good enough, as in tts/tune/lab.
	enough = .8
	// saying is how long an answer takes, in seconds.
	saying = 1
)

// Spent is what it has taken to come somewhere.
type Spent struct {
	Clips, Characters int
	Answers           int
	Heard             float64 // seconds of all candidates, each heard once in its question
}

func (s *Spent) add(r ways.Round, l *listener) {
	s.Clips += r.New
	s.Characters += r.New * tts.EstimateCharacters(r.Now.Text)
	s.Answers++
	for _, heard := range r.Heard {
		c, _ := l.hear(heard) // which it was before
		s.Heard += c.seconds
	}
}

// seconds are how long it has taken where each candidate is heard so many times.
func (s Spent) seconds(times float64) float64 { return times*s.Heard + saying*float64(s.Answers) }

// Run is what one listener came to in one way.
type Run struct {
	After []Point // so many clips
	Goal  *Spent  // until it was near enough; nil: it never was
}

// at says that from what was spent on the listener is so near.
func (r *Run) at(s Spent, p Point) {
	for i := min(s.Clips, len(r.After)); i < len(r.After); i++ {
		r.After[i] = p
	}
	if r.Goal == nil && s.Clips < len(r.After) && p.Distance <= goal {
		r.Goal = &s
	}
}

// Outcome is what listeners came to in one way.
type Outcome struct {
	Way  string
	Runs [][]Runs // by prior and noise
}

// lab is who listens, and for how long.
type lab struct {
	engine  *speech.Engine
	priors  []prior
	noises  []float64
	horizon int // clips for which a run is followed
}

// run has n listeners of each prior go all ways, with each noise. All ways meet the
// same listeners.
func (b lab) run(ctx context.Context, all []ways.Way, n int, seed uint64) ([]Outcome, error) {
	outcomes := make([]Outcome, len(all))
	for w := range all {
		outcomes[w] = Outcome{all[w].Name, make([][]Runs, len(b.priors))}
		for p := range b.priors {
			for range b.noises {
				outcomes[w].Runs[p] = append(outcomes[w].Runs[p], make(Runs, n))
			}
		}
	}
	one := func(p, i int) error {
		l, err := b.listener(ctx, b.priors[p], seed, i)
		for k, noise := range b.noises {
			for w, way := range all {
				if err == nil {
					outcomes[w].Runs[p][k][i], err = l.follow(way, noise, b.horizon)
				}
			}
		}
		return err
	}
	errs := make([]error, len(b.priors)*n)
	next := make(chan int)
	var work sync.WaitGroup
	for range 2 * runtime.GOMAXPROCS(0) { // they wait for the programs that speak
		work.Go(func() {
			for i := range next {
				errs[i] = one(i/n, i%n)
			}
		})
	}
	for i := range errs {
		next <- i
	}
	close(next)
	work.Wait()
	return outcomes, errors.Join(errs...)
}
