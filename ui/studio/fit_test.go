package studio

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"math"
	"strings"
	"testing"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// foreign are texts that are in people's files and clipboards.
var foreign = []string{
	"1\ufe0f", "1\ufe0f\u20e3", "❤\ufe0f", "👨\u200d👩\u200d👧", "👍🏽", "🇩🇪", "🇩", "\ufe0f", "\u0301", "e\u0301", "ﾊﾞ", "กำ", "क्षि", "नि", "ক্ষ", "한", "한", "ᄒ", "ᅡ", "ൎ", "\u0903",
	"\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u3164", "\u034f", "葛\U000e0100", "界", "。", "（", "é", "…", "“", "\u202e", "\u2066", "\x1b[31m", "\x1b[2J", "\x1b]0;x\a", "\x9b31m", "\u009b31m",
	"\r\n", "\n", "\t", "\x00", "\x7f", "\xff", "\xe7\x95", "\xed\xa0\x80", "\ufffd", "\U0010ffff", "\ue000", "a", "A b", " ", "  ", "1", "-", "<#0.5#>", "(laughs)",
	"a" + strings.Repeat("\u0301", 40), "a" + strings.Repeat("\u200d", 40), strings.Repeat("\u200b", 40), strings.Repeat("\U0001f1e9", 5),
}

func foreignText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(foreign), rapid.String()), 0, 12).Draw(t, "parts"), "")
	})
}

// occupies reports a line that is not w cells wide for each way in which
// terminals count.
func occupies(t interface {
	Helper()
	Fatalf(string, ...any)
}, line string, w int) {
	t.Helper()
	if strings.ContainsFunc(ansi.Strip(line), func(r rune) bool { return r != '\u200b' && unseen(r) }) {
		t.Fatalf("%q goes to the terminal", line)
	}
	if clusters, runes, known := ansi.StringWidth(line), ansi.StringWidthWc(line), width(line); clusters != w || runes != w || known != w {
		t.Fatalf("%q takes %d cells by clusters, %d by runes, %d are known of; not %d", line, clusters, runes, known, w)
	}
	if n := lipgloss.NewCanvas(2*w+2, 1).Compose(lipgloss.NewLayer(line + "|")).Render(); ansi.StringWidth(n) != w+1 {
		t.Fatalf("%q is laid out as %q", line, n)
	}
}

func TestEveryTextTakesExactlyTheCellsItIsGiven(t *testing.T) {
	look := newTheme(true)
	inks := []ink{look.text, look.strong, look.accent, look.marked, look.border.struck(), look.text.Reverse(true)}
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.OneOf(rapid.IntRange(-3, 12), rapid.IntRange(-1000, 300)).Draw(t, "w")
		a, b := foreignText().Draw(t, "a"), foreignText().Draw(t, "b")
		k := rapid.SampledFrom(inks).Draw(t, "ink")
		cells := max(0, w)
		occupies(t, fit(k.Render(a), w), cells)
		occupies(t, fit(a, w), cells)
		occupies(t, fitLeft(k.Render(a)+b, w), cells)
		occupies(t, sides(k.Render(a), b, w), cells)
		occupies(t, sides(a, "…"+k.Render(b), w), cells)
		for from, to := range fold(strings.ReplaceAll(a+b, "\n", ""), w) {
			if to < from {
				t.Fatalf("a line from %d to %d", from, to)
			}
		}
		h := rapid.IntRange(-2, 6).Draw(t, "h")
		lines := strings.Split(look.frame(a, b, true, w, h, []string{k.Render(a), b}), "\n")
		if len(lines) != max(1, h) {
			t.Fatalf("%d lines, not %d", len(lines), h)
		}
		for _, line := range lines {
			occupies(t, line, cells)
		}
		for _, line := range wrapped(a+" "+b, w, h, k.Render) {
			occupies(t, fit(line, w), cells)
		}
	})
}

func TestEveryNumberHasAPlaceOnASlider(t *testing.T) {
	look := newTheme(true)
	for _, x := range []float64{0, 1, -1, -0.1, 0.5, 2, 1e18, -1e18, 1 << 62, -(1 << 63), math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()} {
		for _, c := range append(append(blendControls(document{voices: make([]voice, 9)}), voiceControls...), effectsControls...) {
			if c.kind != sliderControl && c.kind != weightControl {
				continue
			}
			if p := c.position(x); !(p >= 0 && p <= 1) {
				t.Errorf("%s %v stands at %v", c.label, x, p)
			}
			if v := c.round(x); !(v >= c.field.Min && v <= c.field.Max) {
				t.Errorf("%s %v is rounded to %v", c.label, x, v)
			}
			if c.show(x) == "" || width(c.show(x)) > 16 {
				t.Errorf("%s %v is shown as %q", c.label, x, c.show(x))
			}
		}
		for _, length := range []int{-5, 0, 1, 2, 30} {
			occupies(t, slider(look, x, length, true, true), max(0, length))
		}
	}
}

func TestLettersThatAreKnownTakeTheirCells(t *testing.T) {
	for r := rune(0); r < 0x20000; r++ {
		cells, s := known(r), string(r)
		if cells > 0 && (ansi.StringWidth(s) != cells || ansi.StringWidthWc(s) != cells || unseen(r) || join(s, " ") || join("a", s) || join("界", s) || join(s, "ア")) {
			t.Errorf("%q does not take %d cells on its own", r, cells)
		}
	}
}

func TestLettersStayReadableWhereTerminalsDisagree(t *testing.T) {
	for from, want := range map[string]string{
		"1\ufe0f\u20e3": "1\u20e3", "Wow!\ufe0f": "Wow!", "❤\ufe0f": "❤", "👨\u200d👩\u200d👧": "👨👩👧", "👍🏽": "👍", "🇩🇪": "🇩🇪", "🇩": "\ufffd",
		"กำ": "ก" + apart + "ำ", "นี่": "นี่", "नि": "न" + apart + "ि", "ﾊﾞ": "ﾊ" + apart + "ﾞ", "한": "한", "e\u0301": "e\u0301", "\u0301": "", "a\u200bb": "ab", "x\u202ey": "xy", "葛\U000e0100": "葛",
	} {
		if got := clean(from); got != want {
			t.Errorf("%+q is drawn as %+q, not %+q", from, got, want)
		}
		if again := clean(clean(from)); again != clean(from) {
			t.Errorf("%+q is drawn as %+q the second time", from, again)
		}
	}
}

// A letter with thousands of marks took seconds for each frame.
func TestAClusterWithoutEndIsDrawnAtOnce(t *testing.T) {
	for _, s := range []string{"a" + strings.Repeat("\u0301", 9000), strings.Repeat("\u200b", 9000), strings.Repeat("a\u200b", 4500), "👨" + strings.Repeat("\u200d👩", 4500), "ﾊ" + strings.Repeat("ﾞ", 9000)} {
		begun := time.Now()
		if n := len(fit(s, 80)); n > 80*len("\u200b\u0301")*clusterRunes {
			t.Errorf("%d bytes are drawn", n)
		}
		if took := time.Since(begun); took > 2*time.Second {
			t.Errorf("it took %v", took)
		}
	}
}

// A count that is computed can be negative, and strings.Repeat panics then.
func TestNothingIsRepeatedButThroughRepeat(t *testing.T) {
	files := token.NewFileSet()
	all, err := parser.ParseDir(files, ".", func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	ast.Inspect(all["studio"], func(n ast.Node) bool {
		if call, is := n.(*ast.SelectorExpr); is && call.Sel.Name == "Repeat" {
			if from, named := call.X.(*ast.Ident); named && from.Name == "strings" {
				if found++; files.Position(n.Pos()).Filename != "fit.go" {
					t.Errorf("%s: strings.Repeat", files.Position(n.Pos()))
				}
			}
		}
		return true
	})
	if found != 1 {
		t.Errorf("strings.Repeat is used %d times", found)
	}
}
