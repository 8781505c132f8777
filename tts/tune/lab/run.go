package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
)

// goal is the utility of a voice that is good enough.
const goal = .8

// Outcome is what a number of runs came to.
type Outcome struct {
	World
	Way     string
	Mean    Track   // of the utility
	Median  float64 // clips to the goal; infinite where half of the runs miss it
	Reached float64 // the part of the runs that got there
}

// run has n listeners of a world go one way. Every way meets the same listeners.
func run(w World, way Way, n int, seed uint64) (o Outcome, err error) {
	o = Outcome{World: w, Way: way.Name}
	needs := make([]float64, n)
	for i := range n {
		t, err := way.Run(w.listener(rand.New(rand.NewPCG(seed, uint64(i)))))
		if err != nil {
			return o, err
		}
		needs[i] = math.Inf(1)
		if clips := slices.IndexFunc(t[:], func(u float64) bool { return u >= goal }); clips >= 0 {
			needs[i] = float64(clips)
			o.Reached += 1 / float64(n)
		}
		for clips, u := range t {
			o.Mean[clips] += u / float64(n)
		}
	}
	slices.Sort(needs)
	o.Median = needs[(n-1)/2]
	return o, nil
}

// runAll tries every way in every world.
func runAll(worlds []World, ways []Way, n int, seed uint64) ([]Outcome, error) {
	outcomes, errs := make([]Outcome, len(worlds)*len(ways)), make([]error, len(worlds)*len(ways))
	next := make(chan int)
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := range next {
				outcomes[i], errs[i] = run(worlds[i/len(ways)], ways[i%len(ways)], n, seed)
			}
		})
	}
	for i := range outcomes {
		next <- i
	}
	close(next)
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return outcomes, nil
}
