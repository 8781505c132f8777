package lines

import (
	"testing"

	"voicestudio/tts/wording"
)

func TestEnglishIsComplete(t *testing.T) {
	if missing := wording.Missing(english); len(missing) > 0 {
		t.Error(missing)
	}
}
