package align

import (
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"
	"voicestudio/player/measure"
)

func stereo48(s measure.Sound, rate int) measure.Sound {
	n := len(s.Samples) * rate / s.Rate
	o := measure.Sound{Channels: 2, Rate: rate, Samples: make([]float32, 2*n)}
	for i := range n {
		p := float64(i) * float64(s.Rate) / float64(rate)
		k := int(p)
		f := float32(p - float64(k))
		v := s.Samples[k]
		if k+1 < len(s.Samples) {
			v += f * (s.Samples[k+1] - v)
		}
		o.Samples[2*i], o.Samples[2*i+1] = v, v
	}
	return o
}
func cutAt(tk take, x float64) take { tk.Samples = tk.Samples[:int(x*float64(tk.Rate))]; return tk }

func BenchmarkTen(b *testing.B) {
	text := textEN[0] + " " + textEN[1]
	x, y := stereo48(cutAt(speak(b, "en+m3", 1, 50, text), 10).Sound, 48000), stereo48(cutAt(speak(b, "en+f2", 1, 50, text), 10).Sound, 48000)
	b.Log(len(x.Samples)/96000, len(y.Samples)/96000)
	fx, fy := Of(x), Of(y)
	b.Run("of", func(b *testing.B) {
		for b.Loop() {
			Of(x)
		}
	})
	b.Run("between", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Between(fx, fy)
		}
	})
}
func TestCut(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	_ = rnd
	for _, l := range []struct {
		lang  string
		texts []string
	}{{"en", textEN}, {"cmn-latn-pinyin", textZH}} {
		for _, text := range l.texts {
			for _, v := range [][2]string{{"", "+f2"}, {"+m3", "+f5"}, {"+croak", ""}} {
				a, b := speak(t, l.lang+v[0], 0.9, 50, text), speak(t, l.lang+v[1], 1.1, 50, text)
				full := float64(len(b.Samples)) / 22050
				for _, part := range []float64{0.2, 0.35, 0.5, 0.7, 0.85, 0.95} {
					cut := part * full
					c := cutAt(b, cut)
					for c.words[len(c.words)-1].to > cut-0.05 {
						c.words = c.words[:len(c.words)-1]
					}
					f, fc := Of(a.Sound), Of(c.Sound)
					m, u := tryBetween(f, fc)
					if m == nil {
						t.Log(part, "nil")
						continue
					}
					bad, worst := 0, 0.0
					for i, w := range c.words {
						e := math.Abs(m.At(at(a.words[i].from)).Seconds() - w.from)
						worst = max(worst, e)
						if e > 0.12 {
							bad++
						}
					}
					// where does a end
					// where it should end
					want := 0.0
					for i := range a.words {
						if b.words[i].from < cut {
							fr := min(1, (cut-b.words[i].from)/(b.words[i].to-b.words[i].from))
							want = a.words[i].from + fr*(a.words[i].to-a.words[i].from)
						}
					}
					t.Logf("%s %v %.2f: bad %d of %d worst %.0f ms, ends at %.2f want %.2f unlike %.2f", l.lang[:2], v, part, bad, len(c.words), worst*1000, m.from[len(m.from)-1].Seconds(), want, u)
				}
			}
		}
	}
}
func TestLong(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	words := strings.Fields(strings.Join(textEN, " "))
	for range 1480 {
		b.WriteString(words[rnd.IntN(len(words))])
		b.WriteByte(' ')
	}
	x, y := speak(t, "en+m3", 1, 50, b.String()), speak(t, "en+f2", 1.15, 50, b.String())
	t.Log(len(x.Samples)/22050, len(y.Samples)/22050, len(x.words), len(y.words))
	t0 := time.Now()
	fx, fy := Of(x.Sound), Of(y.Sound)
	t1 := time.Now()
	var m0, m1 runtime.MemStats
	runtime.ReadMemStats(&m0)
	m, u := tryBetween(fx, fy)
	runtime.ReadMemStats(&m1)
	t.Log(t1.Sub(t0), time.Since(t1), u, (m1.TotalAlloc-m0.TotalAlloc)>>20, "MB", len(m.from))
	x.words = x.words[:min(len(x.words), len(y.words))]
	t.Log(judge(x, y, m.At, rnd, 1000))
	t.Log(judge(x, y, fraction(x, y), rnd, 1000))
	p := []rune(b.String())
	_ = p
	z := speak(t, "en+f2", 1.15, 50, b.String()[:300]+"<#20#>"+b.String()[300:3000]+"<#10#>"+b.String()[3000:])
	if len(z.words) == len(x.words) {
		fz := Of(z.Sound)
		m, u = tryBetween(fx, fz)
		t.Log(u, judge(x, z, m.At, rnd, 1000))
	} else {
		t.Log(len(z.words))
	}
}
