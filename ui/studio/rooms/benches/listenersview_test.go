package benches

import (
	"testing"

	"voicestudio/presets/audition"
)

func TestNamesThatBeginAlikeAreToldApartInASentence(t *testing.T) {
	var test audition.Test
	for i, label := range []string{"Wise Woman, speed 1.1, pitch 2", "Wise Woman, speed 1.1, pitch 4", "Calm Woman, speed 1.1, pitch 4"} {
		test.Clips = append(test.Clips, audition.TestClip{Clip: string(rune('a' + i)), ID: string(rune('a' + i)), Label: label})
	}
	name := spoken(test, 24)
	for i, want := range []string{"Wise Woman, speed 1.1, pitch 2", "Wise Woman, speed 1.1, pitch 4", "Calm Woman, speed 1.1, …"} {
		if got := name(test.Clips[i]); got != want {
			t.Errorf("%q is called %q", want, got)
		}
	}
}
