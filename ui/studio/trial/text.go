// Package trial is for tests: it has the texts that are in people's files and
// clipboards, the keys as terminals send them, and a check of what the screen
// makes of them.
package trial

import (
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"voicestudio/ui/studio/paint"
)

// Texts are some that are in people's files and clipboards.
var Texts = []string{
	"1\ufe0f", "1\ufe0f\u20e3", "❤\ufe0f", "👨\u200d👩\u200d👧", "👍🏽", "🇩🇪", "🇩", "\ufe0f", "\u0301", "e\u0301", "ﾊﾞ", "กำ", "क्षि", "नि", "ক্ষ", "한", "한", "ᄒ", "ᅡ", "ൎ", "\u0903",
	"\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u3164", "\u034f", "葛\U000e0100", "界", "。", "（", "é", "…", "“", "\u202e", "\u2066", "\x1b[31m", "\x1b[2J", "\x1b]0;x\a", "\x9b31m", "\u009b31m",
	"\r\n", "\n", "\t", "\x00", "\x7f", "\xff", "\xe7\x95", "\xed\xa0\x80", "\ufffd", "\U0010ffff", "\ue000", "a", "A b", " ", "  ", "1", "-", "<#0.5#>", "(laughs)",
	"a" + strings.Repeat("\u0301", 40), "a" + strings.Repeat("\u200d", 40), strings.Repeat("\u200b", 40), strings.Repeat("\U0001f1e9", 5),
}

// Text makes texts of such pieces and of any letters.
func Text() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(Texts), rapid.String()), 0, 12).Draw(t, "parts"), "")
	})
}

// Occupies reports a line that is not w cells wide for each way in which
// terminals count.
func Occupies(t interface {
	Helper()
	Fatalf(string, ...any)
}, line string, w int) {
	t.Helper()
	if strings.ContainsFunc(ansi.Strip(line), func(r rune) bool { return r != '\u200b' && invisible(r) }) {
		t.Fatalf("%q goes to the terminal", line)
	}
	if clusters, runes, known := ansi.StringWidth(line), ansi.StringWidthWc(line), paint.Width(line); clusters != w || runes != w || known != w {
		t.Fatalf("%q takes %d cells by clusters, %d by runes, %d are known of; not %d", line, clusters, runes, known, w)
	}
	if n := lipgloss.NewCanvas(2*w+2, 1).Compose(lipgloss.NewLayer(line + "|")).Render(); ansi.StringWidth(n) != w+1 {
		t.Fatalf("%q is laid out as %q", line, n)
	}
}

// invisible reports what a terminal takes for an instruction.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
