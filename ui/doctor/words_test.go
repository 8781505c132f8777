package doctor

import (
	"testing"

	"voicestudio/tts/wording"
)

func TestEverySentenceIsThere(t *testing.T) {
	if missing := wording.Missing(english); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
}
