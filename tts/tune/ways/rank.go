package ways

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// Rank writes how ways compare with the first of them, the best first: the mean of
// their scores, one of each listener, by how much that is above the first's with
// its standard error, and more about each. All have met the same listeners.
func Rank(w io.Writer, names []string, scores map[string][]float64, more func(way string) string) error {
	first := scores[names[0]]
	names = slices.Clone(names)
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(mean(scores[b]), mean(scores[a])) })
	var b strings.Builder
	for _, name := range names {
		lead, deviation := ahead(scores[name], first)
		fmt.Fprintf(&b, "%-32s %.3f  %+.3f ± %.3f %s\n", name, mean(scores[name]), lead, deviation, more(name))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func mean(all []float64) (sum float64) {
	for _, x := range all {
		sum += x / float64(len(all))
	}
	return sum
}

// ahead is by how much the scores of the same listeners are above others, and the
// standard error of that.
func ahead(scores, others []float64) (lead, deviation float64) {
	n := float64(len(scores))
	lead = mean(scores) - mean(others)
	squares := 0.0
	for i := range scores {
		off := scores[i] - others[i] - lead
		squares += off * off
	}
	return lead, math.Sqrt(squares / max(1, n-1) / n)
}
