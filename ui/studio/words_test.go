package studio

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts/wording"
	"voicestudio/ui/studio/rooms"
)

func TestEverySentenceIsThere(t *testing.T) {
	if missing := wording.Missing(rooms.English); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
	for p, title := range rooms.English.Panels {
		if title == "" {
			t.Errorf("panel %d has no title", p)
		}
	}
	for s := rooms.Anywhere; s < rooms.ScopeCount; s++ {
		if englishNames.scopes[s] == "" {
			t.Errorf("scope %d has no title", s)
		}
	}
}

func TestEveryCommandHasItsNames(t *testing.T) {
	for _, c := range commands {
		if c.title() == "" || c.bar != (c.short() != "") {
			t.Errorf("%s is %q, in the bar (%v) %q", c.id, c.title(), c.bar, c.short())
		}
	}
	for id := range englishNames.commands {
		if !slices.ContainsFunc(commands, func(c command) bool { return c.id == id }) {
			t.Errorf("there are words for %s, which is no command", id)
		}
	}
}

// What people read stands in the words of its package, so that another
// language is a file. The report of a crash is for those who mend it.
func TestSentencesStandInTheWords(t *testing.T) {
	sentence := regexp.MustCompile(`\p{L}{2,},? \p{L}`)
	seen := 0
	sources(t, ".", 0, func(files *token.FileSet, path string, file *ast.File) {
		if strings.HasPrefix(path, "trial/") {
			return // for tests
		}
		words := strings.HasPrefix(filepath.Base(path), "words")
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if called, is := n.Fun.(*ast.Ident); is && called.Name == "panic" {
					return false
				}
			case *ast.BasicLit:
				if n.Kind != token.STRING || !sentence.MatchString(n.Value) || path == "crash.go" {
					break
				}
				if seen++; !words {
					t.Errorf("%s: %s", files.Position(n.Pos()), n.Value)
				}
			}
			return true
		})
	})
	if seen < 100 {
		t.Errorf("only %d sentences were looked at", seen)
	}
}
