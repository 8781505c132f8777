package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"voicestudio/tts/wording"
	_ "voicestudio/ui/studio" // so that all packages' words are there
)

func TestWhatOneLanguageSaysTheOtherDoes(t *testing.T) {
	if gaps := wording.Gaps(); len(gaps) > 0 {
		t.Errorf("one language says something and the other nothing at %s", strings.Join(gaps, "\n"))
	}
}

// eachSource reads every file of the program.
func eachSource(t *testing.T, each func(path string, files *token.FileSet, file *ast.File)) {
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err == nil {
			name, _ := filepath.Rel(root, path)
			each(filepath.ToSlash(name), files, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The language is chosen when the program runs: what is made of words before
// would stay English.
func TestNothingIsMadeOfWordsBeforeTheLanguageIsChosen(t *testing.T) {
	words := regexp.MustCompile(`^(say|Say|titles)$`)
	eachSource(t, func(path string, files *token.FileSet, file *ast.File) {
		var look func(part ast.Node)
		look = func(part ast.Node) {
			ast.Inspect(part, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncLit, *ast.StructType:
					return false
				case *ast.UnaryExpr:
					return n.Op != token.AND // where the words are, not what they are
				case *ast.KeyValueExpr:
					if _, field := n.Key.(*ast.Ident); field {
						look(n.Value)
						return false
					}
				case *ast.Ident:
					if words.MatchString(n.Name) {
						t.Errorf("%s uses %s", files.Position(n.Pos()), n.Name)
					}
				}
				return true
			})
		}
		for _, declared := range file.Decls {
			switch d := declared.(type) {
			case *ast.GenDecl:
				if d.Tok == token.VAR {
					for _, spec := range d.Specs {
						for _, value := range spec.(*ast.ValueSpec).Values {
							look(value)
						}
					}
				}
			case *ast.FuncDecl:
				if d.Name.Name == "init" && d.Recv == nil {
					look(d.Body)
				}
			}
		}
	})
}

// A package that speaks does so in every language, and is told which.
func TestEveryPackageThatSpeaksIsToldTheLanguage(t *testing.T) {
	files := map[string][]string{}
	told := map[string]bool{}
	eachSource(t, func(path string, _ *token.FileSet, file *ast.File) {
		name := filepath.Base(path)
		if strings.HasPrefix(name, "words_en") || strings.HasPrefix(name, "words_zh") {
			files[filepath.Dir(path)] = append(files[filepath.Dir(path)], name)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, is := n.(*ast.CallExpr); is {
				if f, is := call.Fun.(*ast.SelectorExpr); is && f.Sel.Name == "Offer" {
					told[filepath.Dir(path)] = true
				}
			}
			return true
		})
	})
	// The page for listeners has a language of its own; the player knows nobody
	// who could tell it, so that the session does.
	delete(files, "presets/audition/page")
	for _, dir := range []string{"player", "player/decode", "player/export", "player/loudness", "player/measure"} {
		delete(files, dir)
	}
	if len(files) < 30 {
		t.Errorf("only %d packages were looked at", len(files))
	}
	for dir, names := range files {
		if !told[dir] {
			t.Errorf("%s is not told", dir)
		}
		for _, name := range names {
			if en := strings.Replace(name, "_zh", "_en", 1); !strings.Contains(strings.Join(names, " "), en) {
				t.Errorf("%s/%s has no %s", dir, name, en)
			}
			if zh := strings.Replace(name, "_en", "_zh", 1); !strings.Contains(strings.Join(names, " "), zh) {
				t.Errorf("%s/%s has no %s", dir, name, zh)
			}
		}
	}
}

// What is typed or sent is not translated: commands, fields, flags, file names.
func TestNoEnglishIsLeftInChinese(t *testing.T) {
	english := regexp.MustCompile(`[A-Za-z]{2,},? [a-z]{2,}`)
	typed := regexp.MustCompile(`voicestudio |apt-get|^ *--|^"?[A-Z]+ --|trace id|base url|whole on|odd_hex|gzip crlf`)
	seen := 0
	eachSource(t, func(path string, files *token.FileSet, file *ast.File) {
		if !strings.HasPrefix(filepath.Base(path), "words_zh") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if pair, is := n.(*ast.KeyValueExpr); is { // a name in a map is none that is read
				if _, name := pair.Key.(*ast.BasicLit); name {
					pair.Key = ast.NewIdent("name")
				}
			}
			lit, is := n.(*ast.BasicLit)
			if !is || lit.Kind != token.STRING {
				return true
			}
			for line := range strings.SplitSeq(strings.ReplaceAll(lit.Value, `\n`, "\n"), "\n") {
				seen++
				if !typed.MatchString(line) && !regexp.MustCompile(`\p{Han}`).MatchString(line) && english.MatchString(line) {
					t.Errorf("%s: %s", files.Position(lit.Pos()), line)
				}
			}
			return true
		})
	})
	if seen < 1000 {
		t.Errorf("only %d lines were looked at", seen)
	}
}

// The program is run, since a language is that of the whole process.
func TestALanguageIsChosenByFlagConfigAndLocale(t *testing.T) {
	home := t.TempDir()
	help := func(lang string, config string, args ...string) string {
		os.MkdirAll(filepath.Join(home, "voicestudio"), 0o700)
		os.WriteFile(filepath.Join(home, "voicestudio", "config.json"), []byte(config), 0o600)
		cmd := exec.Command(os.Args[0], append(args, "say", "--help")...)
		cmd.Env = append(os.Environ(), mainEnv+"=1", "GORACE=atexit_sleep_ms=0", "XDG_CONFIG_HOME="+home, "LC_ALL="+lang)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	for _, c := range []struct {
		locale, config string
		args           []string
		chinese        bool
	}{
		{"C.UTF-8", `{}`, nil, false},
		{"zh_CN.UTF-8", `{}`, nil, true},
		{"zh_CN.UTF-8", `{"lang": "en"}`, nil, false},
		{"C.UTF-8", `{"lang": "zh"}`, nil, true},
		{"C.UTF-8", `{"lang": "zh"}`, []string{"--lang", "en"}, false},
		{"C.UTF-8", `{"lang": "en"}`, []string{"--lang=zh"}, true},
		{"zh_CN.UTF-8", `{"lang": "martian"}`, nil, true},
	} {
		said := help(c.locale, c.config, c.args...)
		if got := regexp.MustCompile(`\p{Han}`).MatchString(said); got != c.chinese {
			t.Errorf("%+v says\n%s", c, said)
		}
	}
}
