package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"voicestudio/tts/tune/ways"
)

// worlds are the listeners that the earlier simulation had.
var worlds = []World{{.05, false}, {.05, true}, {.12, false}, {.12, true}}

// earlier are the clips to the goal that an earlier simulation of the same methods
// had with 100 runs where noise is .05: independent and correlated.
var earlier = map[string][2]int{ways.Tune: {33, 39}, ways.FromSix: {33, 39}, ways.Sliders: {35, 50}}

// before is that of a way in a world.
func (o Outcome) before() string {
	clips, found := earlier[o.Way]
	switch {
	case !found || o.Noise != .05:
		return ""
	case o.Correlated:
		return fmt.Sprint(clips[1])
	default:
		return fmt.Sprint(clips[0])
	}
}

func (w World) String() string {
	if w.Correlated {
		return fmt.Sprintf("noise %.2f, axes correlated", w.Noise)
	}
	return fmt.Sprintf("noise %.2f, axes independent", w.Noise)
}

// report writes what every way came to.
func report(w io.Writer, outcomes []Outcome) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Mean utility after 20, 30 and 60 clips; clips to %.1f, in the earlier simulation too; the part that got there in %d\n", goal, horizon)
	for i, o := range outcomes {
		if i == 0 || outcomes[i-1].World != o.World {
			fmt.Fprintf(&b, "\n%-30s start    20    30    60   clips  earlier  reached\n", o.World)
		}
		clips := "–"
		if !math.IsInf(o.Median, 1) {
			clips = fmt.Sprintf("%.0f", o.Median)
		}
		fmt.Fprintf(&b, "%-30s  %.2f  %.2f  %.2f  %.2f %7s %8s %6.0f %%\n", o.Way, o.Mean[0], o.Mean[20], o.Mean[30], o.Mean[60], clips, o.before(), 100*o.Reached)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ranking writes how the methods compare with the first, the default; the best first.
func ranking(w io.Writer, outcomes []Outcome) error {
	all, scores := map[string][]Outcome{}, map[string][]float64{}
	var names []string
	for _, o := range outcomes {
		if all[o.Way] == nil {
			names = append(names, o.Way)
			scores[o.Way] = make([]float64, len(o.Scores))
		}
		all[o.Way] = append(all[o.Way], o)
		for i, score := range o.Scores {
			scores[o.Way][i] += score / float64(len(worlds))
		}
	}
	return ways.Rank(w, names, scores, func(way string) (line string) {
		for _, o := range all[way] {
			line += fmt.Sprintf("  %.2f %.2f %.2f (%.0f, %.0f %%)", o.Mean[20], o.Mean[30], o.Mean[60], o.Median, 100*o.Reached)
		}
		return line
	})
}
