package align

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"voicestudio/player/measure"
	"voicestudio/tts"
	script "voicestudio/tts/lines"
	"voicestudio/tts/sandbox/speech"
)

func TestWordsAreFoundBySoundAndText(t *testing.T) {
	for _, language := range languages {
		for _, pausing := range []bool{false, true} {
			found, even := compared(t, language.passages[1:3], []telling{{"lady", 0.8}, {"man", 1.25}}, pausing)
			told := fmt.Sprintf("%s, pause %v: %v\nby the weights alone: %v", language.name, pausing, found, even)
			t.Log(told)
			if found.quantile(0.5) > 40 || found.quantile(0.95) > 250 || found.part(found.lit) < 0.78 || found.part(found.near) < 0.96 {
				t.Error(told)
			}
			if found.part(found.lit) < even.part(even.lit)+0.05 {
				t.Error("hardly better:", told)
			}
			for _, off := range found.first {
				if math.Abs(off) > 60 {
					t.Errorf("%s: the first word is %+.0f ms off", language.name, off)
				}
			}
		}
	}
}

// What is heard beside words is none of them.
func TestASoundIsNoWordAndAnEchoIsNone(t *testing.T) {
	engine, err := speech.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	for _, c := range []struct {
		text, effect string
		near         time.Duration
	}{
		{"(laughs) Nobody expected that at all. (sighs)", "", 50 * time.Millisecond},
		{"Thank you. (coughs)(groans) Now we go on, <#0.8#> with what was said before.", "", 50 * time.Millisecond},
		{"晚安，谢谢大家。(laughs)我们明天见！", "", 50 * time.Millisecond},
		{"The harbour was quiet that morning; two gulls sat on the wall. Nobody spoke, and the keeper came down.", "auditorium_echo", 120 * time.Millisecond},
	} {
		r := tts.Request{Text: c.text, VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}
		r.VoiceModify.SoundEffects, r.AudioSetting.Format = c.effect, "pcm"
		var b bytes.Buffer
		made, err := engine.Speak(t.Context(), r, &b)
		if err != nil {
			t.Fatal(err)
		}
		s := measure.Sound{Channels: 1, Rate: made.SampleRate}
		for pcm := b.Bytes(); len(pcm) > 1; pcm = pcm[2:] {
			s.Samples = append(s.Samples, float32(int16(binary.LittleEndian.Uint16(pcm)))/32768)
		}
		d := told{words: script.Words(c.text)}
		spans := Estimate(s, d.units())
		for _, clause := range made.Clauses {
			begin, end := len(string([]rune(c.text)[:clause.Begin])), len(string([]rune(c.text)[:clause.End]))
			first := slices.IndexFunc(d.words, func(w script.Word) bool { return w.From >= begin && w.To <= end })
			if first < 0 {
				continue // a sound
			}
			last := first
			for last+1 < len(d.words) && d.words[last+1].To <= end {
				last++
			}
			check := func(what string, found time.Duration, sample int64) {
				if at := seconds(float64(sample) / float64(made.SampleRate)); (found - at).Abs() > c.near {
					t.Errorf("%s: %q %s at %v, found at %v", c.effect, c.text[begin:end], what, at, found)
				}
			}
			check("begins", spans[first].Begin, clause.From)
			if c.effect == "" {
				check("ends", spans[last].End, clause.To)
			}
		}
	}
}

func TestASilenceIsTheBreakOfTheText(t *testing.T) {
	// A click, and a second of sound on each side of a silence; five words.
	s := sound(4, func(i int) float32 {
		switch {
		case i == 2400:
			return 1
		case i > 8000 && i < 16000, i > 19200 && i < 27200:
			return float32(math.Sin(float64(i)*0.3)) / 4
		}
		return 0
	})
	for last := range 4 {
		units := slices.Repeat([]Unit{{Weight: 1}}, 5)
		units[last].Break = 0.3
		spans := Estimate(s, units)
		near := func(at, want time.Duration) bool { return (at - want).Abs() <= 30*time.Millisecond }
		if !near(spans[0].Begin, time.Second) || !near(spans[last].End, 2*time.Second) || !near(spans[last+1].Begin, 2400*time.Millisecond) || !near(spans[4].End, 3400*time.Millisecond) {
			t.Errorf("the break behind word %d: %v", last, spans)
		}
	}
}

func TestAnySoundAndAnyTextDoNoHarm(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 16))
	nan := float32(math.NaN())
	take := utter(t, "en+lady", 1, lines[0].text)
	sounds := map[string]measure.Sound{
		"nothing":      {},
		"no channels":  {Samples: take.Samples, Rate: espeakRate},
		"a huge rate":  {Samples: take.Samples, Channels: 1, Rate: math.MaxInt32},
		"half a frame": {Samples: take.Samples[:9], Channels: 2, Rate: 8000},
		"silence":      sound(1, func(int) float32 { return 0 }),
		"no numbers":   sound(1, func(int) float32 { return nan }),
		"the largest":  sound(1, func(i int) float32 { return math.MaxFloat32 * float32(1-i%2*2) }),
		"a click":      sound(1, func(i int) float32 { return float32(max(0, 1-(i-4000)*(i-4000))) }),
		"a tone":       sound(1, func(i int) float32 { return float32(math.Sin(float64(i) * 0.2)) }),
		"noise":        sound(2, func(int) float32 { return rnd.Float32() - 0.5 }),
		"clicks":       sound(20, func(i int) float32 { return float32(max(0, 1-i%3000)) }),
		"speech":       take.Sound,
		"a moment":     {Samples: take.Samples[:espeakRate/5], Channels: 1, Rate: espeakRate},
	}
	texts := map[string][]Unit{
		"nothing":      nil,
		"one":          {{Weight: 1}},
		"weightless":   make([]Unit, 30),
		"no numbers":   {{Weight: math.NaN(), Break: math.NaN()}, {Weight: math.Inf(1), Break: math.Inf(1)}, {Weight: -1, Break: -1, Sounds: -1}},
		"sounds":       {{Weight: 1, Lead: 1 << 40, Sounds: 1 << 40}, {Weight: 1}},
		"a whole book": slices.Repeat([]Unit{{Weight: 1.5}, {Weight: 0.5, Break: 0.4}}, 2000),
	}
	for name, s := range sounds {
		length := time.Duration(0)
		if s.Channels > 0 && s.Rate > 0 {
			length = seconds(float64(len(s.Samples)/s.Channels) / float64(s.Rate))
		}
		for text, units := range texts {
			spans := Estimate(s, units)
			if spans != nil && len(spans) != len(units) || spans == nil && name == "speech" && units != nil {
				t.Fatalf("%s, %s: %d spans of %d", name, text, len(spans), len(units))
			}
			last := Span{}
			for _, sp := range spans {
				if sp.Begin < last.End || sp.End < sp.Begin || sp.End > length {
					t.Fatalf("%s of %v, %s: %v behind %v", name, length, text, sp, last)
				}
				last = sp
			}
		}
	}
	if spans := Estimate(sounds["silence"], texts["one"]); spans != nil {
		t.Errorf("in silence: %v", spans)
	}
}

// BenchmarkEstimates tells how well words are found, beside what the weights alone
// tell, in all passages by voices of the sandbox's and espeak-ng's.
func BenchmarkEstimates(b *testing.B) {
	var ways []telling
	for _, voice := range []string{"lady", "man", "girl", "m7"} {
		for _, speed := range []float64{0.8, 1, 1.25} {
			ways = append(ways, telling{voice, speed})
		}
	}
	for b.Loop() {
		for _, language := range languages {
			for _, pausing := range []bool{false, true} {
				found, even := compared(b, language.passages, ways, pausing)
				b.Logf("%s, pause %v\n  %v\n  by the weights alone: %v", language.name, pausing, found, even)
			}
		}
	}
}
