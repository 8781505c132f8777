package speech

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"voicestudio/tts"
)

// varied speaks one take of a request as pcm.
func varied(t *testing.T, r tts.Request, v *Variation, rate int) heard {
	t.Helper()
	r.AudioSetting.Format, r.AudioSetting.SampleRate = "pcm", &rate
	var b bytes.Buffer
	if _, err := engine(t).SpeakVaried(t.Context(), r, v, &b); err != nil {
		t.Fatal(err)
	}
	return measure(b.Bytes(), rate)
}

func TestTakesVaryWithinTheReachOfARealHosts(t *testing.T) {
	t.Parallel()
	const takes = 8
	flowing, halting := says(woman, "Hello there how are you today I am rather well"), says(man, "Yes.<#1#>No.")
	plain, rest := varied(t, flowing, nil, 22050), varied(t, halting, nil, 8000)
	var pitch, speed, level, pause []float64
	for nth := range uint64(takes) {
		h := varied(t, flowing, NewVariation(3, nth), 22050)
		pitch = append(pitch, 12*math.Log2(h.pitch/plain.pitch))
		speed = append(speed, 100*(h.seconds/plain.seconds-1))
		level = append(level, 20*math.Log10(h.level/plain.level))
		pause = append(pause, 1000*(varied(t, halting, NewVariation(3, nth), 8000).seconds-rest.seconds))
	}
	for _, c := range []struct {
		what         string
		apart        []float64
		reach, least float64
	}{{"semitones", pitch, 0.5, 0.1}, {"percent", speed, 2.2, 1}, {"dB", level, 0.6, 0.2}, {"ms", pause, 60, 33}} {
		if low, high := slices.Min(c.apart), slices.Max(c.apart); low < -c.reach || high > c.reach || high-low < c.least {
			t.Errorf("%s: %.3f to %.3f, want them within ±%.1f and %.2f apart", c.what, low, high, c.reach, c.least)
		}
	}
	// Speed alone changes which frames a pitch is found in.
	low, high := varied(t, flowing, &Variation{semitones: -variedPitch, speed: 1}, 44100), varied(t, flowing, &Variation{semitones: variedPitch, speed: 1}, 44100)
	if apart := 12 * math.Log2(high.pitch/low.pitch); math.Abs(apart-2*variedPitch) > 0.25 {
		t.Errorf("the highest is %.2f semitones above the lowest, want %.1f", apart, 2*variedPitch)
	}
}
