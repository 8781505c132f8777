package cli

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voicestudio/tts/sandbox"
	"voicestudio/tts/wording"
)

func TestEverySentenceIsThere(t *testing.T) {
	// A command may take nothing, and its one line may say all of it.
	optional := func(path string) bool {
		return strings.HasPrefix(path, ".help.") && slices.ContainsFunc([]string{".takes", ".long", ".example"}, func(end string) bool { return strings.HasSuffix(path, end) })
	}
	if missing := slices.DeleteFunc(wording.Missing(english), optional); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
}

// speaksOtherwise has every sentence of the commands be the same other one.
func speaksOtherwise(t *testing.T) {
	t.Cleanup(func() { say = english })
	wording.Fill(&say, "語")
}

func TestTheHelpOfACommandIsInTheLanguageOfAll(t *testing.T) {
	speaksOtherwise(t)
	root := newRoot(&options{}, &sayResult{})
	eachCommand(root, func(cmd *cobra.Command) {
		_, takes, _ := strings.Cut(cmd.Use, " ")
		long := strings.TrimSuffix(cmd.Long, sandbox.FaultHelp()) // the sandbox's own
		if cmd.Short != "語" || !other(takes) || !other(long) || !other(cmd.Example) {
			t.Errorf("%s: %q %q %q %q", cmd.CommandPath(), takes, cmd.Short, long, cmd.Example)
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Usage != "語" {
				t.Errorf("%s --%s: %q", cmd.CommandPath(), f.Name, f.Usage)
			}
		})
	})
	names := regexp.MustCompile(`voicestudio|--?[a-z-]+|HOST|[a-z]+(?:\|[a-z]+)+|\b(completion|help|stringArray|string|version)\b`)
	eachCommand(root, func(cmd *cobra.Command) { names = regexp.MustCompile(names.String() + `|\b` + cmd.Name() + `\b`) })
	for _, line := range []string{"--help", "takes --help", "help preset new"} {
		var out bytes.Buffer
		Main(strings.Fields(line), strings.NewReader(""), &out, io.Discard)
		if left := regexp.MustCompile(`[A-Za-z]+`).FindAllString(names.ReplaceAllString(out.String(), ""), -1); !strings.Contains(out.String(), "語") || left != nil {
			t.Errorf("%s: %q is left in\n%s", line, left, out.String())
		}
	}
}

// other reports a text of the other language, or none.
func other(text string) bool { return strings.Trim(text, "語") == "" }

func TestAMistakeIsToldInTheLanguageOfAll(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	for _, variable := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "EDITOR", "VISUAL"} {
		t.Setenv(variable, "")
	}
	speaksOtherwise(t)
	inOther := regexp.MustCompile(`^voicestudio: ([a-z-]+: )?語(; 語)?\n$`)
	for _, line := range []string{"sya", "say", "say --hsot x hi", "say --out", "say --json --out - x", "say --set x y", "say --no-stream --subtitles x y", "say --out / x",
		"render", "render a.csv --jobs x", "render a.csv --jobs 99", "render a.csv --host mars", "takes prune --budget x", "takes restore x", "takes export x",
		"preset diff a", "preset new x --folder y", "preset new x --host mars", "preset edit x", "preset export x", "preset import /", "preset list --folder y",
		"preset pull x", "preset pull . --prefer his", "preset snippet x --language y", "preset edit starters:Storyteller --notes x"} {
		var errs bytes.Buffer
		if code := Main(strings.Fields(line), strings.NewReader(""), io.Discard, &errs); code == 0 || !inOther.MatchString(errs.String()) {
			t.Errorf("%s: exit %d: %s", line, code, errs.String())
		}
	}
}
