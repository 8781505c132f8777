package measure

import (
	"math"
	"slices"
)

const (
	// fewest others are needed to say what is usual among them.
	fewest = 6
	// ofNormal makes a median deviation a standard deviation.
	ofNormal = 1.4826
	// leastTrend are too few to be a way up or down.
	leastTrend = 8
	// leastOrder is how many standard deviations the order of sounds has to be away from
	// chance: one in a thousand.
	leastOrder = 3.3
)

// Sentences of one voice go up and down and pause as their words want it, which is
// nothing of the voice; and how each falls is no way that all go.
var (
	ofTheWords = []string{"f0_range_st", "pause_ratio"}
	ofEach     = append([]string{"fade_db"}, ofTheWords...)
)

// unusual is how many standard deviations make a sound an exception.
const unusual = 3.5

// usually is by how much sentences of one voice differ from each other, as standard
// deviations in the unit of a Difference: what the deviation of a few that happen to
// be alike is taken together with, as if so many more had been heard.
var usually = Spread{"f0_median_hz": 0.4, "rate_sps": 6, "slope_db_oct": 0.5, "lufs": 0.7, "fade_db": 1.2}

const usualSounds = 10

// leastUnusual is the delta from which on a sound is an exception among others that
// deviate by so much.
func (n notice) leastUnusual(deviation float64, others int) float64 {
	prior := usually[n.measure]
	pooled := math.Sqrt((usualSounds*prior*prior + float64(others)*deviation*deviation) / (usualSounds + float64(others)))
	return max(n.leastOfWords(), unusual*pooled)
}

// leastOfWords is the smallest delta of sounds of different words that is noticed.
func (n notice) leastOfWords() float64 {
	if n.measure == "rate_sps" {
		return countsApart
	}
	return n.least
}

// Unlike tells in what a sound is an exception among others of the same voice that
// say other words: how high, fast, loud and bright it is and how it fades; never nil.
// A difference is at least what is noticed, and more than what is usual among the
// others, of which there have to be six. A is their median.
func Unlike(m Measures, others []Measures) []Difference {
	all := []Difference{}
	for _, n := range noticed {
		if slices.Contains(ofTheWords, n.measure) {
			continue
		}
		known := slices.DeleteFunc(slices.Clone(others), func(o Measures) bool { return n.of(o) == nil })
		if n.of(m) == nil || len(known) < fewest {
			continue
		}
		middle := median(known, func(o Measures) float64 { return *n.of(o) })
		deviation := ofNormal * median(known, func(o Measures) float64 { return math.Abs(n.apart(middle, *n.of(o))) })
		delta := n.apart(middle, *n.of(m))
		told := rounded(delta, 3)
		if told == nil || math.Abs(delta) < n.leastUnusual(deviation, len(known)) {
			continue
		}
		all = append(all, Difference{n.measure, rounded(middle, 3), n.of(m), *told, n.unit, n.words(delta)})
	}
	return all
}

// Trend tells how sounds of the same voice change from the first to the last, each at
// a place on a way, where that is clear; never nil. They say other words each. A and B
// are what is to be expected at the first place and at the last.
func Trend(at []float64, all []Measures) []Difference {
	told := []Difference{}
	for _, n := range noticed {
		if slices.Contains(ofEach, n.measure) {
			continue
		}
		var x, y []float64
		for i, m := range all {
			if v := n.of(m); v != nil {
				x, y = append(x, at[i]), append(y, *v)
			}
		}
		if len(x) < leastTrend {
			continue
		}
		slope, sure := ascent(x, y)
		middle := median(y, func(v float64) float64 { return v }) - slope*median(x, func(v float64) float64 { return v })
		a, b := middle+slope*x[0], middle+slope*x[len(x)-1]
		delta := rounded(n.apart(a, b), 3)
		if !sure || delta == nil || math.Abs(*delta) < n.leastOfWords() {
			continue
		}
		told = append(told, Difference{n.measure, rounded(a, 3), rounded(b, 3), *delta, n.unit, n.words(*delta)})
	}
	return told
}

// ascent is the median slope between all pairs (Theil 1950, Sen 1968, doi
// 10.1080/01621459.1968.10480934), and whether so many go the same way (Mann 1945,
// doi 10.2307/1907187) that it is none by chance.
func ascent(x, y []float64) (slope float64, sure bool) {
	var slopes []float64
	way := 0.0
	for i := range x {
		for j := range i {
			if x[i] == x[j] {
				continue
			}
			s := (y[i] - y[j]) / (x[i] - x[j])
			slopes = append(slopes, s)
			switch {
			case s > 0:
				way++
			case s < 0:
				way--
			}
		}
	}
	if len(slopes) == 0 {
		return 0, false
	}
	n := float64(len(x))
	by := math.Sqrt(n * (n - 1) * (2*n + 5) / 18)
	return median(slopes, func(v float64) float64 { return v }), (math.Abs(way)-1)/by > leastOrder
}

// median of what is said of each; there is at least one.
func median[T any](all []T, of func(T) float64) float64 {
	x := make([]float64, len(all))
	for i, v := range all {
		x[i] = of(v)
	}
	slices.Sort(x)
	return quantile(x, 0.5)
}
