package lines

import (
	"testing"

	"voicestudio/tts/lines"
)

func TestAWordIsFoundInWhatWasWrittenSince(t *testing.T) {
	for _, c := range []struct {
		text, other string
		at, want    int // -1: it is none of the others
	}{
		{"One two three.", "One two three.", 2, 2},
		{"One two three.", "One, two and three.", 1, 1},
		{"One two three.", "One, two and three.", 2, 3},
		{"One two three.", "One deux three.", 1, -1},
		{"One two three.", "three.", 2, 0},
		{"One two three.", "three.", 0, -1},
		{"a a a", "a a", 1, 1},
		{"a a a", "a a", 2, 1},
		{"One", "", 0, -1},
		{"晚安，谢谢。", "晚安。", 1, 1},
	} {
		at, found := sameWord(c.text, lines.Words(c.text), c.other, lines.Words(c.other), c.at)
		if found != (c.want >= 0) || found && at != c.want {
			t.Errorf("word %d of %q is %d (%v) of %q", c.at, c.text, at, found, c.other)
		}
	}
}
