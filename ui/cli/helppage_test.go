package cli

import (
	"bytes"
	"io"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voicestudio/tts/wording"
	"voicestudio/ui/studio/paint"
)

// helpOf is what --help of a command says where there is no terminal.
func helpOf(path string) string {
	var out bytes.Buffer
	Main(append(strings.Fields(path)[1:], "--help"), strings.NewReader(""), &out, io.Discard)
	return out.String()
}

// Tests that change the language are not parallel: it is that of the process.
func TestHelpFitsIn80ColumnsInEveryLanguage(t *testing.T) {
	defer wording.Speak(wording.English)
	for _, l := range wording.Languages {
		wording.Speak(l)
		var paths []string
		eachCommand(newRoot(&options{}, &sayResult{}), func(cmd *cobra.Command) { paths = append(paths, cmd.CommandPath()) })
		if len(paths) < 40 {
			t.Fatalf("only %d commands", len(paths))
		}
		for _, path := range paths {
			for line := range strings.SplitSeq(helpOf(path), "\n") {
				if n := paint.Width(line); n > 80 {
					t.Errorf("%s --help has a line of %d cells: %s", path, n, line)
				}
			}
		}
	}
}

// What stands in the help can be pasted: a shell takes it as it is, and the
// flags are ones that the command has.
func TestExamplesInTheHelpAreCommands(t *testing.T) {
	root := newRoot(&options{}, &sayResult{})
	seen := 0
	eachCommand(root, func(cmd *cobra.Command) {
		if cmd.Example == "" {
			return
		}
		text := example(cmd.Example, 80)
		if out, err := exec.Command("sh", "-nc", text).CombinedOutput(); err != nil {
			t.Errorf("%s: %s\n%s", cmd.CommandPath(), text, out)
		}
		text = strings.ReplaceAll(text, "\\\n", "")
		for line := range strings.SplitSeq(text, "\n") {
			if strings.TrimSpace(line) == "" {
				continue
			}
			seen++
			for _, flag := range regexp.MustCompile(`(?:^|\s)--([a-z-]+)`).FindAllStringSubmatch(strings.Split(line, " | ")[0], -1) {
				if cmd.Flags().Lookup(flag[1]) == nil && cmd.InheritedFlags().Lookup(flag[1]) == nil && !commandHas(root, line, flag[1]) {
					t.Errorf("%s: there is no --%s in: %s", cmd.CommandPath(), flag[1], line)
				}
			}
		}
	})
	if seen < 50 {
		t.Errorf("only %d examples", seen)
	}
}

// commandHas reports whether the command that a line runs has a flag.
func commandHas(root *cobra.Command, line, flag string) bool {
	words := strings.Fields(line)
	at := slices.Index(words, "voicestudio")
	if at < 0 {
		return false
	}
	cmd, _, err := root.Find(words[at+1:])
	return err == nil && (cmd.Flags().Lookup(flag) != nil || cmd.InheritedFlags().Lookup(flag) != nil)
}

// A flag is named by what it takes, not by a type of Go.
func TestFlagsAreNamedByWhatTheyTake(t *testing.T) {
	types := regexp.MustCompile(`^(string|int|int64|float|float64|duration|stringArray|strings|uint|value)$`)
	eachCommand(newRoot(&options{}, &sayResult{}), func(cmd *cobra.Command) {
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if takes, _ := pflag.UnquoteUsage(f); f.Value.Type() != "bool" && types.MatchString(takes) {
				t.Errorf("%s --%s takes %s", cmd.CommandPath(), f.Name, takes)
			}
		})
	})
}

func TestFlagsAreShownWhereTheyMeanSomething(t *testing.T) {
	for path, want := range map[string]string{
		"voicestudio say": "host presets", "voicestudio version": "", "voicestudio man": "", "voicestudio takes list": "", "voicestudio voices": "host",
		"voicestudio preset list": "presets", "voicestudio preset verify": "host presets", "voicestudio doctor": "host presets", "voicestudio completion bash": "",
	} {
		help := helpOf(path)
		for _, flag := range []string{"host", "presets"} {
			shown := regexp.MustCompile(`(?m)^ +--` + flag + ` `).MatchString(help)
			if meant := slices.Contains(strings.Fields(want), flag); shown != meant {
				t.Errorf("--%s in the help of %s: %v", flag, path, shown)
			}
		}
		if !strings.Contains(help, "--lang") {
			t.Errorf("no --lang in the help of %s", path)
		}
	}
	root := newRoot(&options{}, &sayResult{})
	for flag, commands := range meantAt {
		for _, name := range commands {
			if cmd, rest, err := root.Find(strings.Fields(strings.TrimSuffix(name, " *"))); err != nil || len(rest) > 0 {
				t.Errorf("--%s is meant at %q, which is no command: %v %v", flag, name, cmd, err)
			}
		}
	}
}
