package cli

import (
	"bytes"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// block is one of commands, or of a file, as the README shows it.
type block struct {
	line int
	// mark is what the comment above it says: "file NAME" is one that a person
	// writes, "installs" and "pays" are not for a test, "shown" only shows.
	mark string
	text string
}

var (
	blockMark  = regexp.MustCompile(`^<!-- (file \S+|installs|pays|shown|start|test) -->$`)
	blockFence = regexp.MustCompile("^```[a-z]*$")
)

func readmeText(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(b), "\r\n", "\n")
}

// halves are the README's two, the English and the Chinese.
func halves(t *testing.T) (english, chinese string) {
	t.Helper()
	english, chinese, found := strings.Cut(readmeText(t), "\n# 中文\n")
	if !found {
		t.Fatal("the README has no Chinese half")
	}
	return english, chinese
}

// blocksOf are the blocks between fences and the indented ones, in their order.
func blocksOf(text string) (all []block) {
	var mark string
	var open *block
	fenced := false
	for i, line := range strings.Split(text, "\n") {
		indented, isIndented := strings.CutPrefix(line, "    ")
		switch {
		case fenced && line == "```":
			all, open, fenced = append(all, *open), nil, false
		case fenced:
			open.text += line + "\n"
		case open != nil && isIndented:
			open.text += indented + "\n"
		case open != nil:
			all, open = append(all, *open), nil
		case blockFence.MatchString(line), isIndented:
			open, fenced = &block{line: i + 1, mark: mark}, !isIndented
			if isIndented {
				open.text = indented + "\n"
			}
			mark = ""
		case blockMark.MatchString(line):
			mark = blockMark.FindStringSubmatch(line)[1]
		case line != "":
			mark = ""
		}
	}
	return all
}

// A user follows the README from its first line to its last, without a key, a
// network or a sound device. A block that the Chinese half has, too, is done once.
func TestAUserWhoFollowsTheREADMEIsNotLetDown(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame", "git", "curl")
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := newPerson(t).with("HTTPS_PROXY=http://127.0.0.1:9", "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=Anna", "GIT_AUTHOR_EMAIL=anna@example.com", "GIT_COMMITTER_NAME=Anna", "GIT_COMMITTER_EMAIL=anna@example.com")
	bin := t.TempDir()
	if err := os.Symlink(exe, filepath.Join(bin, "voicestudio")); err != nil {
		t.Fatal(err)
	}
	p.with("PATH=" + bin + string(filepath.ListSeparator) + os.Getenv("PATH"))
	// The README's port may be somebody's.
	own := strings.NewReplacer("127.0.0.1:8787", freeAddress(t))

	done, ran := map[string]bool{}, 0
	for _, b := range blocksOf(readmeText(t)) {
		file, isFile := strings.CutPrefix(b.mark, "file ")
		switch {
		case done[b.mark+b.text]:
		case isFile:
			p.write(file, b.text)
		case b.mark == "":
			ran++
			p.follows(b, own.Replace(b.text))
		}
		done[b.mark+b.text] = true
	}
	if ran < 15 {
		t.Errorf("%d blocks of commands were run", ran)
	}
	for _, file := range []string{"hello.mp3", "hello.srt", "aboard.wav", "openings.html", "chapter.json", "chapter.wav", "chapter.srt", "audio/doors.mp3", "voices.json", "stand-in.mp3", "fox.wav", ".config/voicestudio/presets/fox.json", ".config/voicestudio/presets/slow-narrator.json", ".config/voicestudio/presets/anna.json"} {
		if info, err := os.Stat(p.path(file)); err != nil || info.Size() == 0 {
			t.Errorf("who followed the README has no %s: %v", file, err)
		}
	}
}

// follows runs a block as sh does that stops at the first command that fails.
func (p *person) follows(b block, text string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), 2*time.Minute)
	defer cancel()
	// What serves in the background ends with the block, however that ends.
	cmd := exec.CommandContext(ctx, "sh", "-eu", "-c", `trap '[ -z "${!:-}" ] || kill "$!" 2>/dev/null || :' EXIT`+"\n"+text)
	cmd.Env, cmd.Dir, cmd.WaitDelay = p.env, p.home, 20*time.Second
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Run(); err != nil {
		p.t.Fatalf("README.md:%d: %v\n%s\n%s", b.line, err, text, said.String())
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// Both halves have the same headings, level by level, and the same commands.
func TestBothHalvesOfTheREADMESayTheSame(t *testing.T) {
	english, chinese := halves(t)
	of := func(half string) (all []string) {
		heading := regexp.MustCompile(`^#+ `)
		for _, line := range strings.Split(half, "\n") {
			if level := heading.FindString(line); level != "" && !strings.HasPrefix(line, "# voicestudio") {
				all = append(all, strings.TrimSpace(level))
			}
		}
		for _, b := range blocksOf(half) {
			all = append(all, b.mark+": "+b.text)
		}
		return all
	}
	a, b := of(english), of(chinese)
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("the halves part at the %dth heading or block:\n%q\n%q", i+1, a[min(i, len(a)-1)], b[min(i, len(b)-1)])
		}
	}
}

// othersFlags are flags in the README that are not the program's.
var othersFlags = []string{"-R", "--device", "--update", "--shutdown"}

// What the README calls a command or a flag of the program is one, and what it links
// to is there.
func TestTheREADMEPromisesNothingThatIsNotThere(t *testing.T) {
	root, known := newRoot(&options{}, &sayResult{}), slices.Clone(othersFlags)
	names := map[string]*cobra.Command{}
	var walk func(c *cobra.Command, path string)
	walk = func(c *cobra.Command, path string) {
		names[path] = c
		for _, set := range []*pflag.FlagSet{c.Flags(), c.PersistentFlags()} {
			set.VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
		}
		for _, sub := range c.Commands() {
			walk(sub, strings.TrimSpace(path+" "+sub.Name()))
		}
	}
	root.InitDefaultCompletionCmd()
	walk(root, "")
	text := readmeText(t)
	for _, span := range regexp.MustCompile("`[^`\n]+`").FindAllString(text, -1) {
		for _, flag := range regexp.MustCompile(`(?:^|[\s\x60])(--[a-z][a-z-]+)`).FindAllStringSubmatch(span, -1) {
			if !slices.Contains(known, flag[1]) && flag[1] != "--help" {
				t.Errorf("%s: there is no flag %s", span, flag[1])
			}
		}
		if words := regexp.MustCompile("^`voicestudio ([a-z]+)(?: ([a-z]+))?").FindStringSubmatch(span); words != nil {
			c, found := names[words[1]]
			if !found || words[2] != "" && c.HasSubCommands() && names[words[1]+" "+words[2]] == nil {
				t.Errorf("%s: there is no such command", span)
			}
		}
	}
	slugs := map[string]bool{}
	for _, heading := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(text, -1) {
		slug := regexp.MustCompile(`[^\p{L}\p{N} -]`).ReplaceAllString(strings.ToLower(heading[1]), "")
		slugs[strings.ReplaceAll(slug, " ", "-")] = true
	}
	for _, link := range regexp.MustCompile(`\]\(#([^)]+)\)`).FindAllStringSubmatch(text, -1) {
		if !slugs[link[1]] {
			t.Errorf("the README leads to its place %s, which is not there", link[1])
		}
	}
	for _, link := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(text, -1) {
		if _, err := os.Stat(filepath.Join("../..", link[1])); err != nil {
			t.Errorf("the README leads to %s: %v", link[1], err)
		}
	}
}
