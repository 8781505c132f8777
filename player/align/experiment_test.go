package align

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// BenchmarkExperiment is where the figures at unlikePlain and unlikeDry come
// from: every line in many voices and at three speeds, against itself and
// against the others, by their length.
func BenchmarkExperiment(b *testing.B) {
	voices := []string{"m3", "m7", "croak", "whisper", "f2", "f5", "lady", "man", "half"}
	speeds := []float64{0.8, 1, 1.25}
	said := func(l line, k int) take {
		return say(b, l.language+"+"+voices[k%len(voices)], speeds[k%len(speeds)], l.text)
	}
	rnd := rand.New(rand.NewPCG(13, 2))
	all := append(slices.Clone(lines), further...)
	for b.Loop() {
		type group struct{ samePlain, sameDry, otherPlain, otherDry []float64 }
		var groups [3]group
		var aligned, divided score
		for i, l := range all {
			for range 40 {
				p := pair{said(l, rnd.IntN(27)), said(l, rnd.IntN(27))}
				o := said(all[(i+1+rnd.IntN(len(all)-1))%len(all)], rnd.IntN(27))
				least := min(p.a.length(), p.b.length(), o.length()).Seconds()
				g := &groups[0]
				if least > 4 {
					g = &groups[2]
				} else if least > 2 {
					g = &groups[1]
				}
				m, u := between(&p.a.features.plain, &p.b.features.plain)
				g.samePlain = append(g.samePlain, u)
				_, u = between(&p.a.features.dry, &p.b.features.dry)
				g.sameDry = append(g.sameDry, u)
				_, u = between(&p.a.features.plain, &o.features.plain)
				g.otherPlain = append(g.otherPlain, u)
				_, u = between(&p.a.features.dry, &o.features.dry)
				g.otherDry = append(g.otherDry, u)
				if len(p.a.words) == len(p.b.words) {
					aligned.of(p, m.At, rnd, 10)
					divided.of(p, fraction(p), rnd, 10)
				}
			}
		}
		b.Logf("%v\n  by the fraction: %v", aligned, divided)
		for i, g := range groups {
			for how, u := range map[string][2][]float64{"plain": {g.samePlain, g.otherPlain}, "dry": {g.sameDry, g.otherDry}} {
				same, other := slices.Sorted(slices.Values(u[0])), slices.Sorted(slices.Values(u[1]))
				at := func(x []float64, part int) float64 { return x[min(len(x)*part/1000, len(x)-1)] }
				b.Logf("%s, %s, unlikeness of the same: median %.2f, 99 %% %.2f, most %.2f; of others: least %.2f, 1 %% %.2f, median %.2f (%d pairs)",
					[]string{"under 2 s", "2 to 4 s", "over 4 s"}[i], how, at(same, 500), at(same, 990), at(same, 1000), at(other, 0), at(other, 10), at(other, 500), len(same))
			}
		}
	}
}
