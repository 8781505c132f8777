package main

import (
	"fmt"
	"io"
	"strings"
)

// The goal is that so much of the intervals of each cell holds the truth.
const goalLow, goalHigh = .92, .97

// report writes what n panels of each kind came to.
func report(w io.Writer, cells []Cell, n int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d panels in each cell. Alike: all listeners have the same taste. 50:50 and so on: for the first heard of two equal clips.\n", n)
	coverage(&b, cells)
	named(&b, cells, float64(n))
	told(&b, cells, float64(n))
	_, err := io.WriteString(w, b.String())
	return err
}

// coverage writes what part of the intervals held the truth.
func coverage(b *strings.Builder, cells []Cell) {
	for _, clips := range []int{3, 5, 2} {
		fmt.Fprintf(b, "\n%d clips: the part of the 95 %% intervals that hold the truth (* outside %.2f to %.2f)\n", clips, goalLow, goalHigh)
		if clips == 2 {
			b.WriteString("With so few outcomes no interval keeps to its level; these should hold it at least.\n")
		}
		fmt.Fprintf(b, "%-24s%-21s%-21s%-21s\n", "", equal, graded, winner)
		fmt.Fprintf(b, "%-24s%s\n", "listeners", strings.Repeat("50:50  60:40  75:25  ", 3))
		outside, all := 0, 0
		for i, c := range pick(cells, func(c Cell) bool { return c.Clips == clips }) {
			if i%9 == 0 { // three profiles with three orders each
				tastes := "alike"
				if c.Differ > 0 {
					tastes = "differ"
				}
				fmt.Fprintf(b, "%2d %-10s %-10s", c.Listeners, c.Asked, tastes)
			}
			mark, end := " ", " "
			if c.Covered < goalLow || c.Covered > goalHigh {
				mark = "*"
				outside++
			}
			if i%9 == 8 {
				end = "\n"
			}
			fmt.Fprintf(b, "%.3f%s%s", c.Covered, mark, end)
			all++
		}
		fmt.Fprintf(b, "outside: %d of %d\n", outside, all)
	}
}

// named writes how often a winner is named, how often a wrong one, and how often any
// two are told apart that are equal.
func named(b *strings.Builder, cells []Cell, n float64) {
	b.WriteString("\nA winner is named, on average; wrongly, and two equal clips are told apart (Holm, p < .05): on average, and in the worst cell\n")
	b.WriteString("listeners clips    graded  winner    wrong: equal      wrong: others     apart\n")
	for _, listeners := range sizes {
		for _, clips := range []int{2, 3, 5} {
			of := func(right func(Cell) bool, count func(Cell) int) (mean, most float64) {
				return part(pick(cells, func(c Cell) bool {
					return c.Listeners == listeners && c.Clips == clips && right(c)
				}), n, count)
			}
			is := func(p Profile) func(Cell) bool { return func(c Cell) bool { return c.Profile == p } }
			name, wrong := func(c Cell) int { return c.Named }, func(c Cell) int { return c.Wrong }
			a, _ := of(is(graded), name)
			z, _ := of(is(winner), name)
			fmt.Fprintf(b, "%5d %8d %10.3f %7.3f", listeners, clips, a, z)
			mean, most := of(is(equal), wrong)
			fmt.Fprintf(b, "    %.3f at most %.3f", mean, most)
			mean, most = of(func(c Cell) bool { return c.Profile != equal }, wrong)
			fmt.Fprintf(b, " %.3f at most %.3f", mean, most)
			mean, most = of(func(c Cell) bool { return c.Profile == equal || c.Profile == winner && clips > 2 },
				func(c Cell) int { return c.Alarm })
			fmt.Fprintf(b, " %.3f at most %.3f\n", mean, most)
		}
	}
}

// told writes how often a bias by order is told.
func told(b *strings.Builder, cells []Cell, n float64) {
	b.WriteString("\nA bias by order is told (p < .05): at 50:50 falsely, in the worst cell; else on average\n")
	b.WriteString("listeners clips asked         50:50   60:40   75:25\n")
	for _, listeners := range sizes {
		for _, clips := range []int{2, 3, 5} {
			for _, asked := range ways {
				fmt.Fprintf(b, "%5d %8d %-10s", listeners, clips, asked)
				for _, odds := range orders {
					mean, most := part(pick(cells, func(c Cell) bool {
						return c.Listeners == listeners && c.Clips == clips && c.Asked == asked && c.Order == odds
					}), n, func(c Cell) int { return c.Told })
					if odds == 1 {
						mean = most
					}
					fmt.Fprintf(b, "   %.3f", mean)
				}
				b.WriteString("\n")
			}
		}
	}
}

func pick(cells []Cell, right func(Cell) bool) (picked []Cell) {
	for _, c := range cells {
		if right(c) {
			picked = append(picked, c)
		}
	}
	return picked
}

// part is what part of n panels were counted, on average over cells and at most.
func part(cells []Cell, n float64, count func(Cell) int) (mean, most float64) {
	for _, c := range cells {
		p := float64(count(c)) / n
		mean += p / float64(len(cells))
		most = max(most, p)
	}
	return mean, most
}
