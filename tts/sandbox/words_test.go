package sandbox

import (
	"testing"

	language "voicestudio/tts/wording"
)

func TestEverySentenceIsThere(t *testing.T) {
	if missing := language.Missing(english); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
}
