package studio

import (
	"fmt"
	"go/ast"
	"go/token"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"voicestudio/tts"
)

// foreign is what nobody understands who has never programmed: flags and
// commands of the command line, calls of the system, errors of Go's packages.
var foreign = regexp.MustCompile(`(^|[\s"(])--[a-z]|dial tcp|no such host|i/o timeout|json: |EOF|\b(open|stat|lstat|mkdir|rename|remove|write|read) /|%!|<nil>|voicestudio (say|preset|takes|voices|render)\b|goroutine`)

// ofAShell are commands that only a shell can do.
var ofAShell = regexp.MustCompile(`git |--rebase|wsl --|systemctl --user`)

// The words of every package whose sentences reach the screen.
func TestTheWordsAreThoseOfTheScreen(t *testing.T) {
	seen := 0
	for _, dir := range []string{"../../tts", "../../presets", "../../player", "../config", "../session", "."} {
		sources(t, dir, 0, func(files *token.FileSet, path string, file *ast.File) {
			if !strings.HasPrefix(filepath.Base(path), "words") {
				return
			}
			ast.Inspect(file, func(n ast.Node) bool {
				text, is := n.(*ast.BasicLit)
				if !is || text.Kind != token.STRING || ofAShell.MatchString(text.Value) || strings.Contains(path, "sandbox/") {
					return true
				}
				if seen++; foreign.MatchString(text.Value) {
					t.Errorf("%s: %s", files.Position(text.Pos()), text.Value)
				}
				return true
			})
		})
	}
	if seen < 1000 {
		t.Errorf("only %d texts were looked at", seen)
	}
}

// says is everything that the screen says about the last error, in the list and
// on the status line.
func (d *desk) says() string {
	d.t.Helper()
	line := d.screen()
	d.press("f12")
	defer d.press("esc")
	return line + d.screen()
}

func TestEveryRuleIsToldInPlainWords(t *testing.T) {
	t.Parallel()
	told, looked := map[tts.ProblemCode]bool{}, map[string]bool{}
	for _, rule := range tts.Rules {
		for _, host := range tts.Hosts {
			for _, stream := range []bool{true, false} {
				for _, model := range host.Models {
					r := tts.Request{Text: "Hi (laughs).", Model: model, LanguageBoost: "English", OutputFormat: "url"}
					for _, value := range append(rule.Values, "true", "x") {
						// Many rules are about the same fields and values.
						same := fmt.Sprint(rule.Field, "=", value, host.Name, stream, model)
						if looked[same] || r.Parse(rule.Field, value) != nil {
							continue
						}
						looked[same] = true
						for _, p := range tts.Check(r, tts.Target{Host: host.Name, Stream: stream}) {
							told[p.Code] = true
							said := p.Error().Error()
							if !looked[said] && foreign.MatchString(said) {
								t.Fatalf("%s", said)
							}
							looked[said] = true
						}
					}
				}
			}
		}
	}
	if len(told) < 20 {
		t.Errorf("only %d were told", len(told))
	}
}

func TestEveryFaultOfAHostIsToldInPlainWords(t *testing.T) {
	t.Parallel()
	page := func(a *answer) { fmt.Fprint(a.w, "<html><body>Log in</body></html>") }
	status := func(code int) func(*answer) {
		return func(a *answer) { http.Error(a.w, "no", code) }
	}
	noise := func(a *answer) { fmt.Fprint(a.w, "data: {\"data\":{\"audio\":\"zz\",\"status\":1}}\n\ndata: {{{\n\n") }
	hangsUp := func(*answer) { panic(http.ErrAbortHandler) }
	answers := map[string]func(*answer){"a web page": page, "a broken answer": broken, "no audio": func(a *answer) { a.event(map[string]any{"data": map[string]any{"status": 2}}) },
		"damaged audio": sends([]byte(strings.Repeat("this is no audio at all ", 100)), false), "noise": noise, "no answer": hangsUp}
	for _, code := range []int{1000, 1004, 1008, 1026, 2013, 2049, 2054, 2056, 9999} {
		answers[fmt.Sprint(code)] = refuses(code, "not this one")
	}
	for _, code := range []int{400, 401, 403, 404, 413} {
		answers[fmt.Sprint("HTTP ", code)] = status(code)
	}
	for name, say := range answers {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := sit(t)
			d.host.will(say, say, say, say, say)
			d.press("ctrl+r")
			d.awaits("f12 lists")
			if said := d.says(); foreign.MatchString(said) {
				t.Errorf("%q:\n%s", foreign.FindString(said), said)
			}
		})
	}
}

func TestAHostThatIsNotThereIsToldInPlainWords(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.host.close()
	d.press("ctrl+r")
	d.awaits("cannot be reached: the connection was refused")
	if said := d.says(); foreign.MatchString(said) {
		t.Errorf("%q:\n%s", foreign.FindString(said), said)
	}
}

func TestEveryFaultOfADiskIsToldInPlainWords(t *testing.T) {
	t.Parallel()
	file := func(path string) {
		os.RemoveAll(path)
		if err := os.WriteFile(path, []byte("in the way"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, do := range map[string]func(d *desk){
		"no folder of takes": func(d *desk) {
			file(filepath.Join(d.home, "takes"))
			d.press("ctrl+r")
			d.awaits(" ! ")
		},
		"a take that is gone": func(d *desk) {
			d.speaks("ctrl+r")
			d.goes("Takes")
			os.RemoveAll(filepath.Join(d.home, "takes"))
			d.press("s")
			d.awaits("✗ ")
		},
		"no folder of presets": func(d *desk) {
			file(d.own)
			d.press("ctrl+s")
			d.write("Mine")
			d.press("enter")
			d.awaits("cannot")
		},
		"a script that is not there": func(d *desk) {
			d.command("insert a text file")
			d.paste(filepath.Join(d.home, "none.txt"))
			d.press("enter")
			d.awaits("there is no ")
		},
		"a script that is a folder": func(d *desk) {
			d.command("insert a text file")
			d.paste(d.home)
			d.press("enter")
			d.awaits("is no file")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := sit(t)
			do(d)
			if said := d.says(); foreign.MatchString(said) {
				t.Errorf("%q:\n%s", foreign.FindString(said), said)
			}
		})
	}
}
