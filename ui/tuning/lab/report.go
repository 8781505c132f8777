package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"voicestudio/tts/tune/ways"
)

// Runs are those of several listeners.
type Runs []Run

// stops are the clips after which runs are looked at.
var stops = []int{20, 30, 60}

func (r Run) after(clips int) Point { return r.After[min(clips, len(r.After)-1)] }

func (all Runs) mean(of func(Run) float64) (sum float64) {
	for _, r := range all {
		sum += of(r) / float64(len(all))
	}
	return sum
}

// distance is the median of that after so many clips.
func (all Runs) distance(clips int) float64 {
	var found []float64
	for _, r := range all {
		found = append(found, r.after(clips).Distance)
	}
	slices.Sort(found)
	return found[(len(found)-1)/2]
}

// spent is the median of what it took to come near enough, where most did.
func (all Runs) spent(of func(Spent) float64) string {
	return all.median(func(r Run) (float64, bool) {
		if r.Goal == nil {
			return 0, false
		}
		return of(*r.Goal), true
	})
}

// liked is the median of the clips until what is best so far is liked, as in
// tts/tune/lab.
func (all Runs) liked() string {
	return all.median(func(r Run) (float64, bool) {
		clips := slices.IndexFunc(r.After, func(p Point) bool { return p.Utility >= enough })
		return float64(clips), clips >= 0
	})
}

// median is that of all, where most have one.
func (all Runs) median(of func(Run) (float64, bool)) string {
	var found []float64
	for _, r := range all {
		if x, has := of(r); has {
			found = append(found, x)
		}
	}
	slices.Sort(found)
	if middle := (len(all) - 1) / 2; middle < len(found) {
		return fmt.Sprintf("%.0f", found[middle])
	}
	return "–"
}

// reached is the part that came near enough.
func (all Runs) reached() float64 {
	return all.mean(func(r Run) float64 {
		if r.Goal == nil {
			return 0
		}
		return 1
	})
}

// line is one way's in the report.
func (all Runs) line(b *strings.Builder) {
	fmt.Fprintf(b, " %.2f ", all.mean(func(r Run) float64 { return r.after(0).Utility }))
	for _, at := range stops {
		fmt.Fprintf(b, " %.2f", all.mean(func(r Run) float64 { return r.after(at).Utility }))
	}
	fmt.Fprintf(b, "  %3s  ", all.liked())
	for _, at := range stops {
		fmt.Fprintf(b, " %3.0f", 100*all.distance(at))
	}
	b.WriteString("  ")
	for _, at := range stops {
		fmt.Fprintf(b, " %.1f", all.mean(func(r Run) float64 { return float64(r.after(at).Axes) }))
	}
	b.WriteString("  ")
	for _, of := range []func(Spent) float64{
		func(s Spent) float64 { return float64(s.Clips) },
		func(s Spent) float64 { return float64(s.Characters) },
		func(s Spent) float64 { return s.seconds(1) },
		func(s Spent) float64 { return s.seconds(2) },
	} {
		fmt.Fprintf(b, " %5s", all.spent(of))
	}
	fmt.Fprintf(b, " %5.0f %%\n", 100*all.reached())
}

// report writes what every way came to.
func (b lab) report(w io.Writer, outcomes []Outcome) error {
	var out strings.Builder
	fmt.Fprintf(&out, `After 20, 30 and 60 clips: the mean utility; the median distance, in %% of the start's; on how many of the 6 axes it is near, in the mean.
To a utility of %.1f: the median of clips. To %.0f %% of the start's distance: the medians of clips, characters, and seconds with every candidate heard once, and twice; the part that got there in %d clips.
`, enough, 100*goal, b.horizon)
	for p := range b.priors {
		for k, noise := range b.noises {
			fmt.Fprintf(&out, "\n%s, noise %.2f\n%-26s start  utility         to .8  distance     axes         clips chars  once twice reached\n", b.priors[p].name, noise, "")
			for _, o := range outcomes {
				fmt.Fprintf(&out, "%-26s ", o.Way)
				o.Runs[p][k].line(&out)
			}
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// ranking writes how the methods compare with the first, the default.
func (b lab) ranking(w io.Writer, outcomes []Outcome) error {
	lines, scores := map[string]string{}, map[string][]float64{}
	var names []string
	for _, o := range outcomes {
		names = append(names, o.Way)
		for p := range b.priors {
			mine := make([]float64, len(o.Runs[p][0])) // one of each listener, whatever the noise: it is the same sound
			for _, runs := range o.Runs[p] {
				for _, at := range stops {
					for i, r := range runs {
						mine[i] += r.after(at).Utility / float64(len(stops)*len(b.noises))
					}
					lines[o.Way] += fmt.Sprintf(" %.2f", runs.mean(func(r Run) float64 { return r.after(at).Utility }))
				}
				lines[o.Way] += " "
			}
			scores[o.Way] = append(scores[o.Way], mine...)
		}
	}
	return ways.Rank(w, names, scores, func(way string) string { return lines[way] })
}
