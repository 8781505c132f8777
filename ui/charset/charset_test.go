package charset_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/width"

	"voicestudio/ui/charset"
)

var all = []charset.Charset{charset.Unicode, charset.Narrow, charset.Console, charset.ASCII, charset.Bare}

// Whatever the program draws has a stand-in: the sources have no sign that would
// pass, and none grows or shrinks.
func TestEverySignOfOursHasAStandIn(t *testing.T) {
	seen := map[rune]bool{}
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
			strings.Contains(path, "words_sentences") || strings.Contains(path, "/trial/") || strings.Contains(path, "charset") || strings.HasSuffix(path, "fit.go") { // what others write
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if word, is := n.(*ast.BasicLit); is && (word.Kind == token.STRING || word.Kind == token.CHAR) {
				text := word.Value
				if plain, err := strconv.Unquote(text); err == nil {
					text = plain
				}
				for _, r := range text {
					if r <= 0x7f || seen[r] || unicode.In(r, unicode.L, unicode.M, unicode.Cf, unicode.Co) || r == '\ufffd' || wide(r) {
						continue
					}
					seen[r] = true
					if got := charset.ASCII.Map(string(r)); len(got) != 1 || got[0] > 0x7e {
						t.Errorf("%s has %q, which ASCII has as %q", path, r, got)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) < 60 {
		t.Errorf("only %d signs were found", len(seen))
	}
}

func wide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}

const theirs = "Zoë – naïve… “欢迎，来” · Привет ⟨0.6\u00a0s⟩ 한국 ×½ ⣿⡇ ▶ é 😀"

func TestAStandInTakesTheSameCells(t *testing.T) {
	for _, set := range all {
		got := set.Map(theirs)
		if a, b := ansi.StringWidth(theirs), ansi.StringWidth(got); a != b {
			t.Errorf("%d: %d cells became %d: %q", set, a, b, got)
		}
		if set == charset.Bare && strings.ContainsFunc(got, func(r rune) bool { return r > 0x7e }) {
			t.Errorf("%q", got)
		}
	}
	if got := charset.Bare.Map("\x1b[1mZoë，来\x1b[m"); got != "\x1b[1mZoe, ??\x1b[m" {
		t.Errorf("%q", got)
	}
	if got := charset.Narrow.Map("é 来 ─ ▸ ⣿ – П"); got != "e 来 - ▸ ⣿ - ?" {
		t.Errorf("%q", got)
	}
	if got := charset.Console.Map("╭─┏━ é ⣿▄ ●"); got != "┌─╔═ é #▄ O" {
		t.Errorf("%q", got)
	}
}

// A dash in the script is a dash, wherever one can be shown.
func TestWhatAPersonWroteIsKept(t *testing.T) {
	for _, set := range all {
		got := set.Map("─" + set.Kept("a – b… 你好"))
		want := map[charset.Charset]string{
			charset.Unicode: "─a – b… 你好", charset.ASCII: "-a – b… 你好", charset.Bare: "-a - b~ ????",
			charset.Narrow: "-a - b~ 你好", charset.Console: "─a - b~ 你好",
		}[set]
		if got != want {
			t.Errorf("%d: %q, not %q", set, got, want)
		}
	}
}

// The letters of a cell of braille tell how much of it is full.
func TestLevelsAreToldInASCII(t *testing.T) {
	if got := charset.ASCII.Map("⢀⣀⣠⣤⣴⣶⣾⣿ ⠉"); got != ".:-=+*%# \"" {
		t.Errorf("%q", got)
	}
}

func TestLettersThatComeInTwoPiecesArriveWhole(t *testing.T) {
	var got bytes.Buffer
	w := charset.ASCII.Writer(&got)
	for _, b := range []byte("─ 你 ≈ 3…\n") {
		w.Write([]byte{b})
	}
	if got.String() != "- 你 ~ 3~\n" {
		t.Errorf("%q", got.String())
	}
}

func TestTheEnvironmentTellsOfTheLetters(t *testing.T) {
	for _, c := range []struct {
		want charset.Charset
		env  map[string]string
	}{
		{charset.Unicode, nil},
		{charset.Unicode, map[string]string{"TERM": "xterm-256color", "LANG": "de_DE.UTF-8"}},
		{charset.Unicode, map[string]string{"LANG": "ja_JP.utf8", "LC_ALL": ""}},
		{charset.Unicode, map[string]string{"LC_CTYPE": "UTF-8"}},
		{charset.Unicode, map[string]string{"LANG": "C.UTF-8"}},
		{charset.Unicode, map[string]string{"LANG": "de_DE.UTF-8@euro"}},
		{charset.Unicode, map[string]string{"LANG": "en_GB"}},
		{charset.ASCII, map[string]string{"TERM": "tmux-256color", "LANG": "C"}},
		{charset.ASCII, map[string]string{"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}},
		{charset.Console, map[string]string{"TERM": "linux", "LANG": "de_DE.UTF-8"}},
		{charset.Console, map[string]string{"TERM": "linux-16color"}},
		{charset.Bare, map[string]string{"LC_ALL": "de_DE.ISO-8859-1", "LANG": "de_DE.UTF-8"}},
		{charset.Bare, map[string]string{"LANG": "zh_CN.GB18030"}},
		{charset.Bare, map[string]string{"LANG": "de_DE@euro"}},
		{charset.Narrow, map[string]string{"LANG": "zh_CN.UTF-8", "RUNEWIDTH_EASTASIAN": "1"}},
	} {
		getenv := func(name string) string { return c.env[name] }
		if got := charset.Of(getenv, "linux"); got != c.want {
			t.Errorf("%v: %d, not %d", c.env, got, c.want)
		}
		if got := charset.Of(getenv, "windows"); got != charset.Unicode {
			t.Errorf("%v on Windows: %d", c.env, got)
		}
	}
}
