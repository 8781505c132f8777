package paint_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/trial"
)

func TestEveryTextTakesExactlyTheCellsItIsGiven(t *testing.T) {
	look := paint.NewTheme(true)
	inks := []paint.Ink{look.Text, look.Strong, look.Accent, look.Marked, look.Border.Struck(), look.Text.Reverse(true)}
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.OneOf(rapid.IntRange(-3, 12), rapid.IntRange(-1000, 300)).Draw(t, "w")
		a, b := trial.Text().Draw(t, "a"), trial.Text().Draw(t, "b")
		k := rapid.SampledFrom(inks).Draw(t, "ink")
		cells := max(0, w)
		trial.Occupies(t, paint.Fit(k.Render(a), w), cells)
		trial.Occupies(t, paint.Fit(a, w), cells)
		trial.Occupies(t, paint.FitLeft(k.Render(a)+b, w), cells)
		trial.Occupies(t, paint.Sides(k.Render(a), b, w), cells)
		trial.Occupies(t, paint.Sides(a, "…"+k.Render(b), w), cells)
		for from, to := range paint.Fold(strings.ReplaceAll(a+b, "\n", ""), w) {
			if to < from {
				t.Fatalf("a line from %d to %d", from, to)
			}
		}
		h := rapid.IntRange(-2, 6).Draw(t, "h")
		lines := strings.Split(look.Frame(a, b, true, w, h, []string{k.Render(a), b}), "\n")
		if len(lines) != max(1, h) {
			t.Fatalf("%d lines, not %d", len(lines), h)
		}
		for _, line := range lines {
			trial.Occupies(t, line, cells)
		}
		for _, line := range paint.Wrapped(a+" "+b, w, h, k.Render) {
			trial.Occupies(t, paint.Fit(line, w), cells)
		}
	})
}

func TestLettersThatAreKnownTakeTheirCells(t *testing.T) {
	for r := rune(0); r < 0x20000; r++ {
		cells, s := paint.Known(r), string(r)
		if cells > 0 && (ansi.StringWidth(s) != cells || ansi.StringWidthWc(s) != cells || paint.Unseen(r) || paint.Join(s, " ") || paint.Join("a", s) || paint.Join("界", s) || paint.Join(s, "ア")) {
			t.Errorf("%q does not take %d cells on its own", r, cells)
		}
	}
}

func TestLettersStayReadableWhereTerminalsDisagree(t *testing.T) {
	for from, want := range map[string]string{
		"1\ufe0f\u20e3": "1\u20e3", "Wow!\ufe0f": "Wow!", "❤\ufe0f": "❤", "👨\u200d👩\u200d👧": "👨👩👧", "👍🏽": "👍", "🇩🇪": "🇩🇪", "🇩": "\ufffd",
		"กำ": "ก" + paint.Apart + "ำ", "นี่": "นี่", "नि": "न" + paint.Apart + "ि", "ﾊﾞ": "ﾊ" + paint.Apart + "ﾞ", "한": "한", "e\u0301": "e\u0301", "\u0301": "", "a\u200bb": "ab", "x\u202ey": "xy", "葛\U000e0100": "葛",
	} {
		if got := paint.Clean(from); got != want {
			t.Errorf("%+q is drawn as %+q, not %+q", from, got, want)
		}
		if again := paint.Clean(paint.Clean(from)); again != paint.Clean(from) {
			t.Errorf("%+q is drawn as %+q the second time", from, again)
		}
	}
}

// A letter with thousands of marks took seconds for each frame.
func TestAClusterWithoutEndIsDrawnAtOnce(t *testing.T) {
	for _, s := range []string{"a" + strings.Repeat("\u0301", 9000), strings.Repeat("\u200b", 9000), strings.Repeat("a\u200b", 4500), "👨" + strings.Repeat("\u200d👩", 4500), "ﾊ" + strings.Repeat("ﾞ", 9000)} {
		begun := time.Now()
		if n := len(paint.Fit(s, 80)); n > 80*len("\u200b\u0301")*paint.ClusterRunes {
			t.Errorf("%d bytes are drawn", n)
		}
		if took := time.Since(begun); took > 2*time.Second {
			t.Errorf("it took %v", took)
		}
	}
}
