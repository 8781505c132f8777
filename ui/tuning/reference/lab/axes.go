package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"voicestudio/player/likeness"
	"voicestudio/tts/tune"
)

// points are how many settings an axis is looked at.
const points = 9

// slope is how surely the distance falls towards the truth along an axis.
type slope struct {
	language, words string
	axis            tune.Axis
	rank            float64 // Spearman's correlation of how far a setting is off with the distance
	off             float64 // of the nearest point, as a part of the axis
}

// slopes have one truth each, and points around it along one axis.
func slopes(ctx context.Context, b booth, n int, seed uint64) (all []slope, err error) {
	for _, l := range languages {
		for i := range n {
			lots := rand.New(rand.NewPCG(seed, uint64(i)))
			truth := hide(l.start(i), lots, tune.AxesOf(l.start(i)))
			other := truth
			other.Text = l.other
			same, err := b.hear(ctx, truth)
			if err != nil {
				return nil, err
			}
			others, err := b.hear(ctx, other)
			if err != nil {
				return nil, err
			}
			for _, a := range tune.AxesOf(truth) {
				off, distances, strange := []float64{}, []float64{}, []float64{}
				for k := range points {
					r := tune.Put(a, truth, (float64(k)+lots.Float64())/points)
					f, err := b.hear(ctx, r)
					if err != nil {
						return nil, err
					}
					off = append(off, math.Abs(tune.Place(a, r)-tune.Place(a, truth)))
					distances = append(distances, likeness.Between(same, f, true).Total())
					strange = append(strange, likeness.Between(others, f, false).Total())
				}
				all = append(all, slope{l.name, "same words", a, spearman(off, distances), off[slices.Index(distances, slices.Min(distances))]},
					slope{l.name, "other words", a, spearman(off, strange), off[slices.Index(strange, slices.Min(strange))]})
			}
		}
	}
	return all, nil
}

// spearman is the correlation of the ranks.
func spearman(a, b []float64) float64 {
	rank := func(x []float64) (ranks []float64) {
		for _, v := range x {
			r := 0.0
			for _, w := range x {
				if w < v {
					r++
				} else if w == v {
					r += .5
				}
			}
			ranks = append(ranks, r)
		}
		return ranks
	}
	x, y := rank(a), rank(b)
	mean := float64(len(x)) / 2
	var xy, xx, yy float64
	for i := range x {
		xy, xx, yy = xy+(x[i]-mean)*(y[i]-mean), xx+(x[i]-mean)*(x[i]-mean), yy+(y[i]-mean)*(y[i]-mean)
	}
	return xy / math.Sqrt(xx*yy)
}

func reportSlopes(w io.Writer, all []slope) {
	for _, l := range languages {
		for _, words := range []string{"same words", "other words"} {
			fmt.Fprintf(w, "\n%s, %s\n%-10s %8s %8s %10s\n", l.name, words, "axis", "median", "least", "off")
			for _, a := range append(append([]tune.Axis{}, tune.Settings...), tune.Weights) {
				var ranks []float64
				off := 0.0
				for _, s := range all {
					if s.axis == a && s.language == l.name && s.words == words {
						ranks = append(ranks, s.rank)
						off += s.off
					}
				}
				slices.Sort(ranks)
				fmt.Fprintf(w, "%-10s %8.2f %8.2f %10.3f\n", a, ranks[len(ranks)/2], ranks[0], off/float64(len(ranks)))
			}
		}
	}
}
