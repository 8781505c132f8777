package tune

import (
	"testing"

	"voicestudio/tts/wording"
)

func TestEverySentenceIsThere(t *testing.T) {
	if missing := wording.Missing(english); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
}

func TestAnAxisIsNamedAsItSounds(t *testing.T) {
	two, three := blend(60, 40), blend(60, 30, 10)
	for _, c := range []struct {
		axis  Axis
		words Words
	}{
		{Speed, Words{"speed", "slower", "faster"}},
		{Deep, Words{"deep–bright", "deeper", "brighter"}},
		{Weights, Words{"blend", "more Graceful Lady", "more Wise Woman"}},
	} {
		if words := c.axis.Words(two); words != c.words {
			t.Errorf("%s: %q", c.axis, words)
		}
	}
	if words := Weights.Voice(3).Words(three); words != (Words{"Calm Woman", "less Calm Woman", "more Calm Woman"}) {
		t.Errorf("the third of three voices: %q", words)
	}
}
