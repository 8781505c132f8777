package studio

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sources reads every file of the program in a folder and below.
func sources(t *testing.T, dir string, mode parser.Mode, each func(files *token.FileSet, path string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, mode)
		if err == nil {
			each(files, filepath.ToSlash(path), file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What a package may know of the program; the packages below a listed one, too.
// Those that are not listed may know everything.
var knows = map[string][]string{
	"tts":                      {},
	"tts/host":                 {"tts", "tts/subtitles"},
	"tts/host/bench":           {"tts", "tts/host", "tts/sandbox/canned"},
	"tts/takes":                {"tts", "tts/subtitles", "tts/takes"},
	"tts/subtitles":            {"tts", "tts/lines"},
	"tts/speak":                {"tts", "tts/takes", "tts/subtitles"},
	"tts/tune":                 {"tts", "tts/tune"},
	"tts/lines":                {"tts"},
	"tts/install":              {},
	"tts/sandbox":              {"tts", "tts/install", "tts/sandbox", "tts/host", "tts/subtitles", "tts/takes/disk"},
	"player":                   {"player"},
	"presets":                  {"tts", "presets"},
	"ui/config":                {"tts", "presets"},
	"ui/tuning":                {"tts", "presets"},
	"ui/tuning/unattended":     {"tts", "presets", "ui/session", "ui/bench", "ui/tuning"},
	"ui/tuning/reference":      {"tts", "player", "presets", "ui/session", "ui/bench", "ui/tuning"},
	"ui/tuning/lab":            {"tts", "player"},
	"ui/session":               {"tts", "player", "presets", "ui/config", "ui/tuning"},
	"ui/doctor":                {"tts", "player", "presets", "ui/session", "ui/config", "ui/charset"},
	"ui/narration":             {"tts", "player", "presets", "ui/session"},
	"ui/sheet":                 {"tts", "presets", "ui/session"},
	"ui/plain":                 {"tts", "player", "presets", "ui/session", "ui/bench", "ui/narration", "ui/config", "ui/trust", "ui/tuning", "ui/studio/document"},
	"ui/studio/rooms":          {"tts", "player", "presets", "ui/session", "ui/config", "ui/studio/dialog", "ui/studio/document", "ui/studio/edit", "ui/studio/paint"},
	"ui/studio/rooms/form":     {"tts", "player", "presets", "ui/session", "ui/config", "ui/studio/rooms", "ui/studio/dialog", "ui/studio/document", "ui/studio/edit", "ui/studio/paint"},
	"ui/studio/rooms/listen":   {"tts", "player", "presets", "ui/session", "ui/bench", "ui/config", "ui/studio/rooms", "ui/studio/rooms/form", "ui/studio/dialog", "ui/studio/document", "ui/studio/edit", "ui/studio/paint"},
	"ui/studio/rooms/script":   {"tts", "player", "presets", "ui/session", "ui/config", "ui/studio/rooms", "ui/studio/rooms/form", "ui/studio/rooms/listen", "ui/studio/dialog", "ui/studio/document", "ui/studio/edit", "ui/studio/paint"},
	"ui/studio/rooms/render":   {"tts", "presets", "ui/session", "ui/sheet", "ui/studio/rooms", "ui/studio/rooms/listen", "ui/studio/rooms/script", "ui/studio/dialog"},
	"ui/studio/rooms/benches":  {"tts", "player", "presets", "ui/session", "ui/bench", "ui/studio/rooms", "ui/studio/rooms/form", "ui/studio/rooms/lineup", "ui/studio/rooms/listen", "ui/studio/rooms/script", "ui/studio/dialog", "ui/studio/document", "ui/studio/paint", "ui/studio/watch"},
	"ui/studio/rooms/lineup":   {"tts", "player", "presets", "ui/session", "ui/bench", "ui/studio/rooms", "ui/studio/rooms/listen", "ui/studio/dialog", "ui/studio/paint"},
	"ui/studio/rooms/library":  {"tts", "player", "presets", "ui/session", "ui/trust", "ui/bench", "ui/config", "ui/studio/rooms", "ui/studio/rooms/form", "ui/studio/rooms/listen", "ui/studio/rooms/script", "ui/studio/dialog", "ui/studio/document", "ui/studio/edit", "ui/studio/paint", "ui/studio/watch"},
	"ui/studio/rooms/settings": {"tts", "player", "presets", "ui/session", "ui/config", "ui/studio/rooms", "ui/studio/rooms/form", "ui/studio/rooms/listen", "ui/studio/rooms/script", "ui/studio/rooms/library", "ui/studio/dialog", "ui/studio/document", "ui/studio/edit", "ui/studio/paint"},
	"ui/studio/rooms/tuner":    {"tts", "player", "presets", "ui/session", "ui/tuning", "ui/studio/rooms", "ui/studio/rooms/lineup", "ui/studio/rooms/listen", "ui/studio/dialog", "ui/studio/document", "ui/studio/paint"},
	"ui/studio/rooms/lines":    {"tts", "player", "presets", "ui/session", "ui/narration", "ui/studio/rooms", "ui/studio/rooms/listen", "ui/studio/rooms/script", "ui/studio/dialog", "ui/studio/document", "ui/studio/edit", "ui/studio/paint"},
	"ui/studio/watch":          {},
	"ui/charset":               {},
	"ui/studio/paint":          {"ui/charset", "ui/studio/paint"},
	"ui/studio/edit":           {"tts", "ui/studio/paint"},
	"ui/studio/document":       {"tts", "presets"},
	"ui/studio/dialog":         {"tts", "presets", "ui/session", "ui/trust", "ui/config", "ui/studio/document", "ui/studio/edit", "ui/studio/paint"},
}

func TestNothingReachesBackUp(t *testing.T) {
	const module = "voicestudio/"
	root := filepath.Join("..", "..")
	seen := 0
	sources(t, root, parser.ImportsOnly, func(_ *token.FileSet, path string, file *ast.File) {
		folder, _ := filepath.Rel(root, filepath.Dir(path))
		folder = filepath.ToSlash(folder)
		var may []string
		bound, at := false, folder
		for ; at != "." && !bound; at = filepath.ToSlash(filepath.Dir(at)) {
			may, bound = knows[at]
			if bound {
				break
			}
		}
		if !bound {
			return
		}
		for _, spec := range file.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			other, ours := strings.CutPrefix(name, module)
			if !ours {
				continue
			}
			seen++
			fits := slices.ContainsFunc(may, func(m string) bool {
				return other == m || strings.HasPrefix(other, m+"/") && m != "tts" && m != "ui/studio/rooms"
			})
			// All but the player take their words from there.
			fits = fits || other == "tts/wording" && at != "player"
			if at == "presets" || strings.HasPrefix(at, "ui/") {
				fits = fits || slices.Contains(may, "tts") && strings.HasPrefix(other, "tts/")
			}
			if !fits {
				t.Errorf("%s knows %s", path, other)
			}
		}
	})
	if seen < 50 {
		t.Errorf("only %d imports were looked at", seen)
	}
}

// A count that is computed can be negative, and strings.Repeat panics then.
func TestNothingIsRepeatedButThroughRepeat(t *testing.T) {
	found := 0
	sources(t, ".", 0, func(files *token.FileSet, path string, file *ast.File) {
		if path == "trial/text.go" {
			return // for tests
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, is := n.(*ast.SelectorExpr); is && call.Sel.Name == "Repeat" {
				if from, named := call.X.(*ast.Ident); named && from.Name == "strings" {
					if found++; path != "paint/fit.go" {
						t.Errorf("%s: strings.Repeat", files.Position(n.Pos()))
					}
				}
			}
			return true
		})
	})
	if found != 1 {
		t.Errorf("strings.Repeat is used %d times", found)
	}
}
