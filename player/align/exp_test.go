package align

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

var textEN = []string{
	"The quick brown fox jumps over the lazy dog, and then it sleeps. We went home by train.",
	"Welcome back. Let us pick up where we left off, because the weather is going to change tomorrow morning.",
	"Seven thousand people live near that valley; many children there have never seen a ship. Water is not far away, but those mountains are high.",
}
var textZH = []string{
	"jin1 tian1 de5 tian1 qi4 hen3 hao3, wo3 men5 yi4 qi3 qu4 gong1 yuan2 san4 bu4 ba5. wan3 shang4 zai4 hui2 jia1 chi1 fan4.",
	"huan1 ying2 hui2 lai2, qing3 wen4 nin2 xu1 yao4 shen2 me5 bang1 zhu4? wo3 ke3 yi3 wei4 nin2 jie4 shao4 wo3 men5 de5 xin1 chan3 pin3.",
}

type caseT struct {
	name string
	a, b take
}

func at(s float64) time.Duration { return time.Duration(s * 1e9) }

func (tk take) wordAt(s float64) int {
	k := -1
	for i, w := range tk.words {
		if w.from <= s {
			k = i
		}
	}
	return k
}

type tally struct {
	errs        []float64
	hit, places int
}

func (y *tally) add(o tally) {
	y.errs = append(y.errs, o.errs...)
	y.hit += o.hit
	y.places += o.places
}
func (y tally) String() string {
	e := slices.Sorted(slices.Values(y.errs))
	if len(e) == 0 {
		return "none"
	}
	return fmt.Sprintf("same word %5.1f%% of %d, start med %3.0f p95 %4.0f max %4.0f ms", 100*float64(y.hit)/float64(y.places), y.places, e[len(e)/2]*1000, e[len(e)*95/100]*1000, e[len(e)-1]*1000)
}

func judge(a, b take, f func(time.Duration) time.Duration, rnd *rand.Rand, places int) (y tally) {
	for i, w := range a.words {
		y.errs = append(y.errs, math.Abs(f(at(w.from)).Seconds()-b.words[i].from))
	}
	total := 0.0
	for _, w := range a.words {
		total += w.to - w.from
	}
	for range places {
		x := rnd.Float64() * total
		for i, w := range a.words {
			if x < w.to-w.from {
				y.places++
				if b.wordAt(f(at(w.from+x)).Seconds()) == i {
					y.hit++
				}
				break
			}
			x -= w.to - w.from
		}
	}
	return
}

func fraction(a, b take) func(time.Duration) time.Duration {
	r := float64(len(b.Samples)) / float64(len(a.Samples)) * float64(a.Rate) / float64(b.Rate)
	return func(t time.Duration) time.Duration { return time.Duration(float64(t) * r) }
}

type group struct {
	name  string
	pairs [][2]take
}

func corpus(t testing.TB) (groups []group, others []take, id []int) {
	voices := []string{"", "+f2", "+f5", "+m3", "+m7", "+croak", "+f4"}
	for _, l := range []struct {
		lang  string
		texts []string
	}{{"en", textEN}, {"cmn-latn-pinyin", textZH}} {
		var v, s, vs, p, w group
		v.name, s.name, vs.name, p.name, w.name = l.lang[:2]+" voices", l.lang[:2]+" speeds", l.lang[:2]+" both", l.lang[:2]+" pause", l.lang[:2]+" whisper"
		for ti, text := range l.texts {
			base := speak(t, l.lang, 1, 50, text)
			for i, x := range voices {
				for k, y := range voices[i+1:] {
					if (i+k+ti)%2 == 0 {
						continue
					}
					v.pairs = append(v.pairs, [2]take{speak(t, l.lang+x, 1, 50, text), speak(t, l.lang+y, 1, 50, text)})
				}
			}
			for _, sp := range []float64{0.8, 1.25} {
				s.pairs = append(s.pairs, [2]take{base, speak(t, l.lang, sp, 50, text)})
			}
			for i, x := range voices {
				y := voices[(i+3)%len(voices)]
				if (i+ti)%2 == 0 {
					vs.pairs = append(vs.pairs, [2]take{speak(t, l.lang+x, 0.8, 40, text), speak(t, l.lang+y, 1.25, 60, text)})
				} else {
					vs.pairs = append(vs.pairs, [2]take{speak(t, l.lang+x, 1.25, 60, text), speak(t, l.lang+y, 1, 40, text)})
				}
			}
			for i, x := range voices {
				y := voices[(i+2)%len(voices)]
				if (i+ti)%2 == 0 {
					p.pairs = append(p.pairs, [2]take{speak(t, l.lang+x, 1, 50, text), speak(t, l.lang+y, 1, 50, pausing(text, 4+i))})
				} else {
					p.pairs = append(p.pairs, [2]take{speak(t, l.lang+y, 1.25, 50, pausing(text, 3+i)), speak(t, l.lang+x, 0.9, 50, text)})
				}
			}
			w.pairs = append(w.pairs, [2]take{base, speak(t, l.lang+"+whisper", 1, 50, text)})
			w.pairs = append(w.pairs, [2]take{speak(t, l.lang+"+whisper", 1.1, 50, text), speak(t, l.lang+"+f2", 1, 50, text)})
		}
		groups = append(groups, v, s, vs, p, w)
	}
	k := 0
	for _, l := range []struct {
		lang  string
		texts []string
	}{{"en", append(slices.Clone(textEN), "We had a long talk about the garden, and in the end nobody wanted to cut the old tree down.")}, {"cmn-latn-pinyin", textZH}} {
		for _, text := range l.texts {
			k++
			for _, v := range []string{"", "+f2", "+m3"} {
				others = append(others, speak(t, l.lang+v, 1, 50, text))
				id = append(id, k)
			}
		}
	}
	return
}

func evaluate(t testing.TB, label string, verbose bool, groups []group, others []take, id []int) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var all tally
	var same, other []float64
	var ms, mo [1][]float64
	for _, g := range groups {
		var y, fr tally
		var cost []float64
		for _, p := range g.pairs {
			if len(p[0].words) != len(p[1].words) {
				t.Errorf("%s: %d and %d words", g.name, len(p[0].words), len(p[1].words))
				t.Log(p[0].words, p[1].words)
				continue
			}
			m, u := tryBetween(Of(p[0].Sound), Of(p[1].Sound))
			if m == nil {
				t.Error("not aligned")
				continue
			}
			cost = append(cost, u)
			ms[0] = append(ms[0], u)
			y.add(judge(p[0], p[1], m.At, rnd, 50))
			fr.add(judge(p[0], p[1], fraction(p[0], p[1]), rnd, 50))
		}
		slices.Sort(cost)
		same = append(same, cost...)
		if verbose {
			t.Logf("%-12s %v   cost %.2f..%.2f..%.2f", g.name, y, cost[0], cost[len(cost)/2], cost[len(cost)-1])
			t.Logf("%-12s %v", "", fr)
		}
		all.add(y)
	}
	var fs []*Features
	for _, o := range others {
		fs = append(fs, Of(o.Sound))
	}
	for i := range fs {
		for j := range i {
			if id[i] != id[j] {
				if m, u := tryBetween(fs[i], fs[j]); m != nil {
					other = append(other, u)
					mo[0] = append(mo[0], u)
				}
			}
		}
	}
	slices.Sort(same)
	slices.Sort(other)
	t.Logf("%-20s %v", label, all)
	for k := range ms {
		x, y := ms[k], mo[k]
		slices.Sort(x)
		slices.Sort(y)
		t.Logf("   %d same: med %.3f p95 %.3f p99 %.3f max %.3f; other: min %.3f p1 %.3f p5 %.3f med %.3f   margin max/min %.3f", k, x[len(x)/2], x[len(x)*95/100], x[len(x)*99/100], x[len(x)-1], y[0], y[len(y)/100], y[len(y)/20], y[len(y)/2], y[0]/x[len(x)-1])
	}
}

func TestExp(t *testing.T) {
	g, o, id := corpus(t)
	evaluate(t, "base", false, g, o, id)
}

func pausing(text string, after int) string {
	out := ""
	k := 0
	for i, r := range text {
		out += string(r)
		if r == ' ' {
			k++
			if k == after && i < len(text)-5 {
				out += "<#1.0#>"
			}
		}
	}
	return out
}

func TestVary(t *testing.T) {
	g, o, id := corpus(t)
	evaluate(t, "base", false, g, o, id)
	real(t)
}

var reasons [3]int

func tryBetween(a, b *Features) (*Map, float64) {
	m, u := between(&a.plain, &b.plain)
	if u < unlikePlain {
		reasons[0]++
		return m, u
	}
	d, v := between(&a.dry, &b.dry)
	if v < unlikeDry {
		reasons[1]++
		return d, v + 0.08
	}
	reasons[2]++
	return m, min(u, v+0.08)
}
