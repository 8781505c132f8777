package measure_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"voicestudio/player/measure"
	"voicestudio/tts"
)

// padded has silence around a sound, so many seconds at either end.
func padded(s measure.Sound, before, behind float64) measure.Sound {
	of := func(d float64) []float32 { return make([]float32, int(d*float64(s.Rate))*s.Channels) }
	s.Samples = slices.Concat(of(before), s.Samples, of(behind))
	return s
}

// outside is the loudest sample, in dB of full scale, that is not from one time to
// before another.
func outside(s measure.Sound, from, to time.Duration) float64 {
	most := 0.0
	for i, v := range s.Samples {
		at := time.Duration(i/s.Channels) * time.Second / time.Duration(s.Rate)
		if at < from || at >= to {
			most = max(most, math.Abs(float64(v)))
		}
	}
	return 20 * math.Log10(most)
}

func TestNothingThatIsHeardIsTrimmedAndSilenceIs(t *testing.T) {
	engine := voices(t)
	sounds := map[string]measure.Sound{
		"a click before": padded(sound(0.3, func(at float64) float64 {
			if at < 0.001 {
				return 0.01
			}
			return 0
		}), 0.2, 0),
		"two channels": {Samples: slices.Repeat([]float32{0.2, -0.2}, 8000), Channels: 2, Rate: 8000},
		// An s that is 35 dB below the vowel before it.
		"a faint end": sound(0.8, func(at float64) float64 {
			if at < 0.5 {
				return 0.4 * math.Sin(2*math.Pi*200*at)
			}
			return 0.007 * math.Sin(2*math.Pi*6000*at)
		}),
	}
	texts := []string{"Stops, and a hiss: six.", "Half a breath", "晚安，谢谢大家。", "Fish", "(laughs) Pst!"}
	for _, text := range texts {
		sounds[text] = spoken(t, engine, tts.Request{Text: text})
		sounds[text+", low"] = spoken(t, engine, tts.Request{Text: text, VoiceSetting: tts.VoiceSetting{Vol: new(0.1)}})
	}
	for name, s := range sounds {
		s = padded(s, 0.5, 0.7)
		from, to, found := measure.Audible(s)
		if loud := outside(s, from+30*time.Millisecond, to-80*time.Millisecond); !found || loud > -50 {
			t.Errorf("%s: %v, %.1f dB are nearer than 30 ms to the cut at %v or than 80 to that at %v", name, found, loud, from, to)
		}
		length := time.Duration(len(s.Samples)/s.Channels) * time.Second / time.Duration(s.Rate)
		if from < 350*time.Millisecond || length-to < 550*time.Millisecond {
			t.Errorf("%s: of 0.5 and 0.7 s of silence %v and %v are taken", name, from, length-to)
		}
	}
	for name, s := range map[string]measure.Sound{
		"silence": {Samples: make([]float32, rate), Channels: 1, Rate: rate},
		"nothing": {Channels: 1, Rate: rate},
		"no rate": {Samples: []float32{1}, Channels: 1},
	} {
		if from, to, found := measure.Audible(s); found || from != 0 || to != 0 {
			t.Errorf("%s: from %v to %v", name, from, to)
		}
	}
	whole := sound(0.5, sawtooth(120))
	if from, to, _ := measure.Audible(whole); from != 0 || to != 500*time.Millisecond {
		t.Errorf("what is sound from end to end is cut to %v, %v", from, to)
	}
}
