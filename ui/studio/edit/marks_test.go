package edit

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/trial"
)

// script is an editor of so many cells and what it shows.
func script(w int, text string) *Editor {
	e := NewScript("")
	e.Resize(w, 6)
	e.Set(text)
	return &e
}

func (e *Editor) seen() string {
	return strings.ReplaceAll(ansi.Strip(strings.Join(e.Draw(paint.NewTheme(true)), "\n")), "\u00a0", " ")
}

func (e *Editor) press(keys string) {
	for key := range strings.FieldsSeq(keys) {
		e.Update(trial.Key(key))
	}
}

func TestAPauseIsOneThing(t *testing.T) {
	for _, c := range []struct{ text, keys, words, seen string }{
		{"a<#0.6#>b", "", "a<#0.6#>b|", "a⟨0.6 s⟩b"},
		{"a<#0.6#>b", "left", "a<#0.6#>|b", "a⟨0.6 s⟩b"},
		{"a<#0.6#>b", "left left", "a|<#0.6#>b", "a⟨0.6 s⟩b"},
		{"a<#0.6#>b", "left backspace", "a|b", "ab"},
		{"a<#0.6#>b", "left left delete", "a|b", "ab"},
		{"a<#0.6#>b", "home right right x", "a<#0.6#>x|b", "a⟨0.6 s⟩xb"},
		{"a<#0.6#>b", "left shift+left x", "ax|b", "axb"},
		{"one.<#0.6#>two", "alt+backspace alt+backspace", "one.|", "one."},
		{"one.<#0.6#>two", "ctrl+home alt+right alt+right alt+right", "one.<#0.6#>|two", "one.⟨0.6 s⟩two"},
		{"a<#0.6#>b", "left ctrl+t", "ab<#0.6#>|", "ab⟨0.6 s⟩"},
		{"a", "< # 2 # >", "a<#2#>|", "a⟨2 s⟩"},
		{"a", "< # 2 #", "a<#2#|", "a<#2#"},
		{"a<#x2#>b", "home right right right right backspace", "a<#2#>|b", "a⟨2 s⟩b"},
		{"a<#200#>b", "left left left backspace", "a<#20#>|b", "a⟨20 s⟩b"},
	} {
		e := script(40, c.text)
		e.press(c.keys)
		if got := e.Words[:e.caret] + "|" + e.Words[e.caret:]; got != c.words || e.seen() != c.seen {
			t.Errorf("%q, %s: %q, not %q; %q is seen, not %q", c.text, c.keys, got, c.words, e.seen(), c.seen)
		}
	}
}

func TestAPauseCanBeMadeLonger(t *testing.T) {
	e := script(40, "a<#0.65#>b<#99.95#>c<#0.05#>d")
	for _, c := range []struct {
		keys string
		do   func()
		want string
	}{
		{"home right right", func() { e.StretchPause(1) }, "a<#0.75#>|b<#99.95#>c<#0.05#>d"},
		{"left", func() { e.StretchPause(-2) }, "a|<#0.55#>b<#99.95#>c<#0.05#>d"},
		{"right right right", func() { e.StretchPause(1) }, "a<#0.55#>b<#99.99#>|c<#0.05#>d"},
		{"end left", func() { e.StretchPause(-1) }, "a<#0.55#>b<#99.99#>c<#0.01#>|d"},
		{"shift+left", func() { e.SetPause(1.234) }, "a<#0.55#>b<#99.99#>c|<#1.23#>d"},
		{"end", func() { e.StretchPause(1) }, "a<#0.55#>b<#99.99#>c<#1.23#>d|"},
	} {
		e.press(c.keys)
		c.do()
		if got := e.Words[:e.caret] + "|" + e.Words[e.caret:]; got != c.want {
			t.Errorf("%s: %q, not %q", c.keys, got, c.want)
		}
	}
}

// What is copied off the script is the text; what is copied off the terminal's
// screen is what it shows.
func TestAPauseIsCopiedAsTheTextHasIt(t *testing.T) {
	e := script(40, "a<#0.6#>b")
	e.press("ctrl+g")
	if from, to := e.selection(); e.Words[from:to] != "a<#0.6#>b" {
		t.Errorf("%q is selected", e.Words[from:to])
	}
	e.Update(tea.PasteMsg{Content: "c⟨0.6\u00a0s⟩d⟨2 s⟩e"})
	if e.Words != "c<#0.6#>d<#2#>e" {
		t.Errorf("%q", e.Words)
	}
}

func TestTheMouseGoesBesideAPauseNotInto(t *testing.T) {
	e := script(12, "ab<#0.6#>cd好of.\nnext")
	for _, c := range []struct {
		x, y int
		want string
	}{
		{0, 0, "|ab"}, {2, 0, "ab|<#"}, {5, 0, "ab|<#"}, {6, 0, "#>|cd"}, {9, 0, "#>|cd"}, {10, 0, "c|d"}, {0, 1, "d|好"}, {1, 1, "好|of"}, {80, 1, "of.|\n"}, {2, 2, "ne|xt"}, {1, 9, "next|"}, {0, -1, "|ab"},
	} {
		e.Point(c.x, c.y, false)
		if got := e.Words[:e.caret] + "|" + e.Words[e.caret:]; !strings.Contains(got, c.want) {
			t.Errorf("%d, %d: %q, not %q", c.x, c.y, got, c.want)
		}
	}
	e.Point(3, 0, false)
	e.SelectWord()
	if from, to := e.selection(); e.Words[from:to] != "<#0.6#>" {
		t.Errorf("%q is selected", e.Words[from:to])
	}
	e.Point(2, 2, false)
	e.SelectWord()
	if from, to := e.selection(); e.Words[from:to] != "next" {
		t.Errorf("%q is selected", e.Words[from:to])
	}
	e.Point(1, 0, false)
	e.Point(7, 0, true)
	if from, to := e.selection(); e.Words[from:to] != "b<#0.6#>" {
		t.Errorf("%q is selected", e.Words[from:to])
	}
}

func TestLinesBreakBehindPausesAndBetweenIdeographs(t *testing.T) {
	for _, c := range []struct {
		w          int
		text, seen string
	}{
		{20, "Good morning.<#0.6#>Our revenue", "Good morning.⟨0.6 s⟩\nOur revenue"},
		{18, "Good morning.<#0.6#>Our revenue", "Good \nmorning.⟨0.6 s⟩Our\nrevenue"},
		{8, "今天很好<#0.6#>是吗", "今天很好\n⟨0.6 s⟩\n是吗"},
		{8, "今天很好,是吗", "今天很\n好,是吗"},
		{6, "ニュースっていいー", "ニュー\nスって\nいいー"},
		{6, "(あ)い(う)え", "(あ)い\n(う)え"},
	} {
		if got := script(c.w, c.text).seen(); got != c.seen {
			t.Errorf("%q in %d cells:\n%s\nnot\n%s", c.text, c.w, got, c.seen)
		}
	}
}

func TestUndoPutsTheCaretWhereItChangedSomething(t *testing.T) {
	e := script(40, "one two three")
	for _, c := range []struct{ words, want string }{
		{"one three", "one| three"}, {"one two three", "one two| three"}, {"one two three, four", "four|"}, {"Something else, four", "four|"}, {"Something 好 else, four", "好| else"}, {"", "|"},
	} {
		e.Set(c.words)
		if got := e.Words[:e.caret] + "|" + e.Words[e.caret:]; !strings.Contains(got, c.want) {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}

func TestWhatIsWrongIsUnderlined(t *testing.T) {
	look := paint.NewTheme(true)
	for text, want := range map[string]string{
		"a (laughs)": look.Sign.Render("(laughs)"), "a (laugh)": look.Wrong.Render("(laugh)"), "a<#1#>b": look.Accent.Render("⟨1\u00a0s⟩"),
		"a<#1#>": look.Wrong.Render("⟨1\u00a0s⟩"), "a<#0#>b": look.Wrong.Render("<#0#>"), "a＜＃1＃＞b": look.Wrong.Render("＜＃1＃＞"),
	} {
		if e := script(40, text); !strings.Contains(e.Draw(look)[0], want) {
			t.Errorf("%q is drawn as %q", text, e.Draw(look)[0])
		}
	}
	e := script(40, "a (laughs)")
	if e.Model = "speech-02-hd"; !strings.Contains(e.Draw(look)[0], look.Wrong.Render("(laughs)")) {
		t.Errorf("%q for a model without sounds", e.Draw(look)[0])
	}
}
