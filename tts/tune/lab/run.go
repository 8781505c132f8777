package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"

	"voicestudio/tts/tune/ways"
)

// goal is the utility of a voice that is good enough.
const goal = .8

// horizon is how many clips a run is followed for.
const horizon = 60

// Track is the utility of what is best so far after each number of clips.
type Track [horizon + 1]float64

// at says that after so many clips the utility is another one.
func (t *Track) at(clips int, utility float64) {
	for i := min(clips, len(t)); i < len(t); i++ {
		t[i] = utility
	}
}

// follow is the track of a listener who goes one way.
func follow(l *ways.Listener, way ways.Way) (t Track, err error) {
	u, err := l.Utility(plain)
	if err != nil {
		return t, err
	}
	t.at(0, u)
	clips, failed := 0, error(nil)
	err = way.Go(l, plain, func(r ways.Round) bool {
		clips += r.New
		u, failed = l.Utility(r.Now)
		t.at(clips, u)
		return failed == nil && clips <= horizon
	})
	return t, cmp.Or(err, failed)
}

// Outcome is what a number of runs came to.
type Outcome struct {
	World
	Way     string
	Mean    Track     // of the utility
	Median  float64   // clips to the goal; infinite where half of the runs miss it
	Reached float64   // the part of the runs that got there
	Scores  []float64 // of each run, the mean utility after 20, 30 and 60 clips
}

// run has n listeners of a world go one way. Every way meets the same listeners.
func run(w World, way ways.Way, n int, seed uint64) (o Outcome, err error) {
	o = Outcome{World: w, Way: way.Name}
	needs := make([]float64, n)
	for i := range n {
		t, err := follow(w.listener(rand.New(rand.NewPCG(seed, uint64(i)))), way)
		if err != nil {
			return o, err
		}
		needs[i] = math.Inf(1)
		if clips := slices.IndexFunc(t[:], func(u float64) bool { return u >= goal }); clips >= 0 {
			needs[i] = float64(clips)
			o.Reached += 1 / float64(n)
		}
		o.Scores = append(o.Scores, (t[20]+t[30]+t[60])/3)
		for clips, u := range t {
			o.Mean[clips] += u / float64(n)
		}
	}
	slices.Sort(needs)
	o.Median = needs[(n-1)/2]
	return o, nil
}

// runAll tries every way in every world.
func runAll(worlds []World, all []ways.Way, n int, seed uint64) ([]Outcome, error) {
	outcomes, errs := make([]Outcome, len(worlds)*len(all)), make([]error, len(worlds)*len(all))
	next := make(chan int)
	var work sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for i := range next {
				outcomes[i], errs[i] = run(worlds[i/len(all)], all[i%len(all)], n, seed)
			}
		})
	}
	for i := range outcomes {
		next <- i
	}
	close(next)
	work.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return outcomes, nil
}
