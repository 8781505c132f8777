package edit

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/trial"
)

// intact reports a caret or a selection that is not between letters.
func intact(t interface {
	Helper()
	Fatalf(string, ...any)
}, x *Text) {
	t.Helper()
	for _, at := range []int{x.caret, x.anchor} {
		if at < 0 || at > len(x.Words) {
			t.Fatalf("%q has %d", x.Words, at)
		}
		found := false
		for _, edge := range x.edges(at) {
			found = found || edge == at
		}
		if !found {
			t.Fatalf("%d is within a letter of %q", at, x.Words)
		}
	}
	if x.single && strings.Contains(x.Words, "\n") {
		t.Fatalf("%q is of one line", x.Words)
	}
}

// Whatever is typed, pasted and pressed, the caret and the selection stand
// between letters, and a field stays of one line.
func TestTheCaretNeverStandsWithinALetter(t *testing.T) {
	var names []string
	for _, b := range Keys() {
		names = append(names, b.Keys()...)
	}
	rapid.Check(t, func(t *rapid.T) {
		e, f := NewScript(""), NewField("", "")
		f.Limit = 40
		e.Resize(rapid.IntRange(1, 30).Draw(t, "w"), 4)
		for range rapid.IntRange(1, 30).Draw(t, "n") {
			var msg tea.Msg = trial.Key(rapid.SampledFrom(names).Draw(t, "key"))
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				msg = tea.PasteMsg{Content: trial.Text().Draw(t, "paste")}
			case 1:
				word := rapid.SampledFrom(trial.Texts).Draw(t, "letter")
				msg = tea.KeyPressMsg{Code: []rune(word + "x")[0], Text: word}
			}
			e.Update(msg)
			f.Update(msg)
			intact(t, &e.Text)
			intact(t, &f.Text)
			for _, line := range e.Draw(paint.NewTheme(true)) {
				trial.Occupies(t, paint.Fit(line, e.w), e.w)
			}
		}
	})
}

func TestWordsAreDeletedAsOneExpects(t *testing.T) {
	for _, c := range []struct{ words, keys, want string }{
		{"one two", "home alt+d", "| two"}, {"one two", "home alt+d alt+d", "|"}, {"one two", "left alt+d", "one tw|"}, {"one two", "left alt+delete", "one tw|"}, {"one two", "left ctrl+delete", "one tw|"},
		{"one two", "alt+d", "one two|"}, {"one two", "ctrl+w", "one |"}, {"one, two", "ctrl+w ctrl+w", "one|"}, {"one two", "alt+backspace alt+backspace alt+backspace", "|"},
		{"one two", "home shift+right shift+right backspace", "|e two"}, {"one two", "shift+left shift+left delete", "one t|"}, {"one two", "ctrl+g x", "x|"}, {"one two", "shift+home left y", "y|one two"},
		{"你好，世界", "ctrl+w", "你好，|"}, {"1\ufe0f\u20e32", "backspace backspace", "|"}, {"ae\u0301", "left z", "az|e\u0301"}, {"one two", "home ctrl+k", "|"}, {"one two", "left ctrl+u", "|o"},
		{"one two", "home alt+u alt+c", "ONE Two|"}, {"ab", "ctrl+t", "ba|"}, {"one two", "ctrl+left ctrl+right ctrl+left shift+end backspace", "one |"},
	} {
		f := NewField(c.words, "")
		for key := range strings.FieldsSeq(c.keys) {
			f.Update(trial.Key(key))
		}
		got := f.Words[:f.caret] + "|" + f.Words[f.caret:]
		if got != c.want {
			t.Errorf("%q, %s: %q, not %q", c.words, c.keys, got, c.want)
		}
	}
}

func TestUpAndDownKeepTheirColumn(t *testing.T) {
	e := NewEditor("")
	e.Resize(20, 4)
	e.Set("A first line that is broken.\n短\nThe third one, it is broken as well.")
	look := func() string { return fmt.Sprint(e.row(), " ", e.column()) }
	var seen []string
	for _, key := range []string{"ctrl+home", "right", "right", "right", "down", "down", "down", "down", "down", "up", "up", "up", "pgdown", "shift+pgup"} {
		e.Update(trial.Key(key))
		seen = append(seen, look())
		if n := len(e.Draw(paint.NewTheme(true))); n > 4 {
			t.Errorf("%d lines are drawn", n)
		}
	}
	if got, want := strings.Join(seen, ", "), "0 0, 0 1, 0 2, 0 3, 1 3, 2 2, 3 3, 4 3, 4 15, 3 3, 2 2, 1 3, 4 15, 0 3"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if from, to := e.selection(); from == to {
		t.Error("shift does not select")
	}
}
