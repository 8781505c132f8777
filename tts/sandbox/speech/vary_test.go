package speech

import (
	"bytes"
	"math"
	"testing"

	"voicestudio/tts"
)

// varied speaks the nth take of a request as pcm.
func varied(t *testing.T, r tts.Request, v *Variation) heard {
	t.Helper()
	r.AudioSetting.Format, r.AudioSetting.SampleRate = "pcm", new(22050)
	var b bytes.Buffer
	if _, err := engine(t).SpeakVaried(t.Context(), r, v, &b); err != nil {
		t.Fatal(err)
	}
	return measure(b.Bytes(), 22050)
}

func TestTakesVaryWithinTheReachOfARealHosts(t *testing.T) {
	t.Parallel()
	r := says(man, "Hello there. How are you today? I am rather well.")
	plain := varied(t, r, nil)
	least, most := [3]float64{}, [3]float64{}
	for nth := range uint64(6) {
		h := varied(t, r, NewVariation(3, nth))
		for i, apart := range [3]float64{12 * math.Log2(h.pitch/plain.pitch), h.seconds/plain.seconds - 1, 20 * math.Log10(h.level/plain.level)} {
			least[i], most[i] = min(least[i], apart), max(most[i], apart)
		}
	}
	// Pauses of 40 ms change the duration, and with it the level, by a little more.
	for i, reach := range [3]float64{0.5, 0.05, 0.7} {
		if least[i] < -reach || most[i] > reach || most[i]-least[i] < reach/5 {
			t.Errorf("%d: %.3f to %.3f, want something within ±%.2f", i, least[i], most[i], reach)
		}
	}
}
