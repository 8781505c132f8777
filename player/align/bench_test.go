package align

import (
	"math/rand/v2"
	"strings"
	"testing"

	"voicestudio/player/measure"
)

// tenSeconds are two takes as the player has them.
func tenSeconds(b *testing.B) pair {
	text := lines[0].text + " " + lines[1].text
	p := pair{say(b, "en+man", 0.9, text), say(b, "en+f2", 0.9, text)}
	for _, t := range []*take{&p.a, &p.b} {
		t.Samples = t.Samples[:10*espeakRate]
		t.Sound = converted(t.Sound, 48000)
	}
	return p
}

func BenchmarkFeaturesOfTenSeconds(b *testing.B) {
	p := tenSeconds(b)
	for b.Loop() {
		Of(p.a.Sound)
	}
}

func BenchmarkTwoTakesOfTenSeconds(b *testing.B) {
	p := tenSeconds(b)
	for b.Loop() {
		if _, ok := Between(Of(p.a.Sound), Of(p.b.Sound)); !ok {
			b.Fatal("not aligned")
		}
	}
}

// BenchmarkTwoTakesOfNineMinutes is of features that are there; one take has
// pauses of half a minute in all. Where it lands is told, too.
func BenchmarkTwoTakesOfNineMinutes(b *testing.B) {
	rnd := rand.New(rand.NewPCG(13, 5))
	var words []string
	for range 1750 {
		all := strings.Fields(lines[rnd.IntN(2)].text)
		words = append(words, all[rnd.IntN(len(all)-1)])
	}
	text := func(pause string) string {
		return strings.Join(words[:100], " ") + pause + strings.Join(words[100:600], " ") + pause + strings.Join(words[600:], " ")
	}
	p := pair{say(b, "en+man", 1, text("<#1#> ")), say(b, "en+f2", 1, text("<#15#> "))}
	var m *Map
	b.ReportAllocs()
	for b.Loop() {
		var ok bool
		if m, ok = Between(p.a.features, p.b.features); !ok {
			b.Fatal("not aligned")
		}
	}
	var aligned, divided score
	aligned.of(p, m.At, rnd, 1000)
	divided.of(p, fraction(p), rnd, 1000)
	b.Logf("%v and %v: %v\n  by the fraction: %v", p.a.length(), p.b.length(), aligned, divided)
}

func BenchmarkEstimateTenSeconds(b *testing.B) {
	d := tell(b, passages[0], "lady", 1, false)
	sound, units := converted(d.take.Sound, 48000), d.units()
	for b.Loop() {
		if Estimate(sound, units) == nil {
			b.Fatal("nothing was found")
		}
	}
}

func BenchmarkEstimateTenMinutes(b *testing.B) {
	var s measure.Sound
	var units []Unit
	for len(s.Samples) < 600*espeakRate {
		d := tell(b, passages[len(units)%5], "lady", 1, false)
		s = measure.Sound{Samples: append(s.Samples, d.take.Samples...), Channels: 1, Rate: espeakRate}
		units = append(units, d.units()...)
	}
	b.ReportAllocs()
	for b.Loop() {
		if Estimate(s, units) == nil {
			b.Fatal("nothing was found")
		}
	}
}
