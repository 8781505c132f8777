package player

import (
	"testing"

	"voicestudio/tts/wording"
)

func TestEverySentenceIsThere(t *testing.T) {
	for _, said := range []words{english, chinese} {
		if missing := wording.Missing(said); len(missing) > 0 {
			t.Errorf("nothing is said for %v", missing)
		}
	}
}
