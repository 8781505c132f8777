package main

import (
	"math/rand/v2"
	"runtime"
	"sync"

	"voicestudio/presets/audition/panel"
)

// Cell is what so many panels of one world came to.
type Cell struct {
	World
	Covered float64 // the part of all intervals that held the truth
	Named   int     // panels that named a winner
	Wrong   int     // of these, another than the best; of equal clips each is wrong
	Told    int     // panels that told a bias by order, p < .05
	Alarm   int     // panels with a pair's p < .05 where the two are equal
}

// draws is how many listeners stand for a population that differs.
const draws = 20_000

var (
	sizes = []int{3, 6, 10, 20} // of panels
	ways  = []Asked{whole, stopped, ranking}
)

// orders are the odds for the first heard: none, 60:40 and 75:25.
var orders = []float64{1, 1.5, 3}

// worlds are all that are tried.
func worlds() (all []World) {
	for _, listeners := range sizes {
		for _, clips := range []int{2, 3, 5} {
			for _, asked := range ways {
				for _, differ := range []float64{0, 1} {
					for _, profile := range []Profile{equal, graded, winner} {
						for _, order := range orders {
							all = append(all, World{clips, listeners, profile, differ, asked, order})
						}
					}
				}
			}
		}
	}
	return all
}

// population is what the truth depends on.
func (w World) population() World {
	w.Listeners, w.Order = 0, 0
	return w
}

// run tries n panels in each world.
func run(n int, seed uint64) []Cell {
	worlds := worlds()
	cells, truths := make([]Cell, len(worlds)), map[World][]float64{}
	for _, w := range worlds {
		if alike := w.population(); truths[alike] == nil {
			truths[alike] = w.truth(draws)
		}
	}
	next := make(chan int)
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := range next {
				cells[i] = try(worlds[i], truths[worlds[i].population()], n, rand.New(rand.NewPCG(seed, uint64(i))))
			}
		})
	}
	for i := range cells {
		next <- i
	}
	close(next)
	all.Wait()
	return cells
}

// try tries n panels in one world.
func try(w World, truth []float64, n int, r *rand.Rand) Cell {
	c, strengths := Cell{World: w}, w.Profile.strengths(w.Clips)
	for range n {
		s := panel.Of(w.Clips, w.votes(r))
		for _, item := range s.Ranking {
			if *item.Low <= truth[item.Clip] && truth[item.Clip] <= *item.High {
				c.Covered += 1 / float64(n*w.Clips)
			}
		}
		if !s.NotYet {
			c.Named++
			if w.Profile == equal || s.Ranking[0].Clip != 0 {
				c.Wrong++
			}
		}
		if s.Order.P != nil && *s.Order.P < .05 {
			c.Told++
		}
		for _, p := range s.Pairs {
			if *p.P < .05 && strengths[p.A] == strengths[p.B] {
				c.Alarm++
				break
			}
		}
	}
	return c
}
