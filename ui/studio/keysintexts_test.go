package studio

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"voicestudio/tts/wording"
	"voicestudio/ui/config"
)

// told is a text of the program: where it is written, the package that says it, and
// the field that holds it there.
type told struct{ at, from, field, text string }

// texts are all that the studio's words_en*.go or words_zh*.go say.
func texts(t *testing.T, l wording.Language) (all []told) {
	t.Helper()
	sources(t, ".", 0, func(files *token.FileSet, path string, file *ast.File) {
		base := filepath.Base(path)
		if !strings.HasPrefix(base, "words_"+string(l)) {
			return
		}
		from := "voicestudio/ui/studio/" + filepath.ToSlash(filepath.Dir(path))
		ids := map[ast.Node]bool{} // what is no text: the ids in a table of commands
		var within []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				within = within[:len(within)-1]
				return true
			}
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.KeyValueExpr:
				ids[n.Key] = true
			case *ast.ValueSpec: // how a key is written in the config file
				if slices.Contains([]string{"englishOwn", "chineseOwn"}, n.Names[0].Name) {
					return false
				}
			case *ast.BasicLit:
				if text, err := strconv.Unquote(n.Value); n.Kind == token.STRING && err == nil && !ids[n] {
					at := files.Position(n.Pos())
					all = append(all, told{fmt.Sprintf("%s:%d", path, at.Line), from, fieldOf(within), text})
				}
			}
			within = append(within, n)
			return true
		})
	})
	if len(all) < 1000 {
		t.Fatalf("only %d texts in %s", len(all), l)
	}
	return all
}

// fieldOf is the field, or the entry of a map, that some nodes of a file lead to.
func fieldOf(within []ast.Node) string {
	var names []string
	for _, n := range within {
		if pair, is := n.(*ast.KeyValueExpr); is {
			switch key := pair.Key.(type) {
			case *ast.Ident:
				names = append(names, key.Name)
			case *ast.BasicLit:
				names = append(names, key.Value)
			}
		}
	}
	return strings.Join(names, ".")
}

// bareKey is what reads like a key. English has letters of one word, too.
var bareKey = map[wording.Language]*regexp.Regexp{
	wording.English: regexp.MustCompile(`(?:^|[\s(“"/])(enter|tab|backspace|delete|space|home|insert|pgup|pgdown|arrows?|[b-zC-Z]|g [a-z]|[←→↑↓+−*?/\[\]<>.=-]|[←→↑↓]{2,4})(?:[\s):;,.”"]|$)`),
	wording.Chinese: regexp.MustCompile(`(?:^|[^A-Za-z0-9_{}+'%.$-])(enter|tab|backspace|delete|space|home|insert|pgup|pgdown|回车|空格键|退格键|方向键|[a-zC-Z]|g [a-z]|[←→↑↓]{1,4})(?:[^A-Za-z0-9_{+'/-]|$)|(?:^|[\s（，；])([+−*?/\[\]<>=-])(?:[\s，；：]|$)`),
}

// noKeys are what reads like a key and is none, or one that nobody can take away.
var noKeys = []struct {
	why   string
	field string // where alone; empty: anywhere
	what  *regexp.Regexp
}{
	{"where letters are typed, these keys edit them, and stay", "noneFits", regexp.MustCompile(`backspace (takes letters away|删掉几个字)`)},
	{"a unit", "", regexp.MustCompile(`(%(d|s|\.[012]f)|[0-9.]+) s\b|kbit/s|^ s⟩`)},
	{"a minus, to be written with its own sign", "", regexp.MustCompile(`^[-−]$`)},
	{"between two parts of a text", "", regexp.MustCompile(`^/$|^ → $|in \.$|^\. | / (10k|万字符)`)},
	{"how a word is spoken", "", regexp.MustCompile(`GTC/G T C`)},
	{"a sign that stands for a state", "", regexp.MustCompile(`\* (not in the preset|不在预设里)|^\? |^\?$`)},
	{"what a path may have in it", "", regexp.MustCompile(`\* for what differs|不同之处用 \*`)},
	{"between a setting and its value", "asSent", regexp.MustCompile(`^= $`)},
	{"a word of English", "fileHint", regexp.MustCompile(`your home`)},
	{"what a command is called in the help bar", `"delete-preset".short`, regexp.MustCompile(`^delete$`)},
}

// bare are the keys that a text names without the command that they are for.
func bare(said told, l wording.Language) (found []string) {
	text := keyOfCommand.ReplaceAllString(said.text, "")
	for _, n := range noKeys {
		if strings.HasSuffix(said.field, n.field) {
			text = n.what.ReplaceAllString(text, "")
		}
	}
	for _, m := range bareKey[l].FindAllStringSubmatch(text, -1) {
		found = append(found, m[1]+strings.Join(m[2:], ""))
	}
	return found
}

// A key in a text has its command beside it, which has that key; or is one with a
// modifier that only one command of the package can mean.
func TestEveryKeyInATextIsThatOfACommand(t *testing.T) {
	t.Parallel()
	for _, l := range wording.Languages {
		marked, alone := 0, 0
		for _, said := range texts(t, l) {
			for _, m := range keyOfCommand.FindAllStringSubmatch(said.text, -1) {
				if marked++; markedBy(m[1], m[2]) == nil {
					t.Errorf("%s: %s is no key of a command %s, in %q", said.at, m[1], m[2], said.text)
				}
			}
			for _, key := range bare(said, l) {
				t.Errorf("%s: whose key is %q in %q? Write it as u{undo-letter}", said.at, key, said.text)
			}
			for _, key := range keyInWords.FindAllString(keyOfCommand.ReplaceAllString(said.text, ""), -1) {
				if alone++; namedByKey(said.from, key) == nil {
					t.Errorf("%s: %s is no command's", said.at, key)
				}
			}
		}
		if marked < 200 || alone < 40 {
			t.Errorf("%s: only %d and %d keys were looked at", l, marked, alone)
		}
	}
}

// Were a command taken from beside its key, it would be missed: in all texts, so
// that a new one is not overlooked either.
func TestAKeyWithoutItsCommandIsFound(t *testing.T) {
	t.Parallel()
	for _, l := range wording.Languages {
		for _, said := range texts(t, l) {
			keys := keyOfCommand.FindAllStringSubmatch(said.text, -1)
			for _, m := range keys {
				if m[1] == "a" && l == wording.English {
					continue // the other language finds that
				}
				without := said
				without.text = strings.Replace(said.text, m[0], m[1], 1)
				if found := bare(without, l); len(found) != 1 {
					t.Errorf("%s: in %q it finds %q", said.at, without.text, found)
				}
			}
		}
	}
}

// Where one language says a key, the other says it, too: so a letter that is a word
// of English as well is not missed.
func TestBothLanguagesNameTheSameKeys(t *testing.T) {
	t.Parallel()
	named := map[wording.Language]map[string]int{}
	for _, l := range wording.Languages {
		named[l] = map[string]int{}
		for _, said := range texts(t, l) {
			for _, m := range keyOfCommand.FindAllString(said.text, -1) {
				named[l][said.from+" "+said.field+" "+m] = 1
			}
		}
	}
	en, zh := named[wording.English], named[wording.Chinese]
	for _, key := range slices.Sorted(maps.Keys(en)) {
		if zh[key] == 0 {
			t.Errorf("not in Chinese: %s", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(zh)) {
		if en[key] == 0 {
			t.Errorf("not in English: %s", key)
		}
	}
}

// A key that esc and enter are for in dialogs stays, whatever a person gives it
// beside: texts name esc alone.
func TestEscStaysWhatItIs(t *testing.T) {
	t.Parallel()
	keys := map[string][]string{}
	for _, id := range []string{"escape", "value-drop"} {
		keys[id] = []string{"alt+q"}
	}
	now := KeysNow(config.Settings{Keys: keys})
	for id := range keys {
		if !slices.Contains(now[id], "esc") {
			t.Errorf("%s has %q", id, now[id])
		}
	}
}
