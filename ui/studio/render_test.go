package studio

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

const fiveLines = "text,preset,out\nWelcome.,Warm v2,a/1.mp3\nLet us begin.,Cold,a/2.mp3\nMind the step.,Warm v2,3.mp3\nThis way.,Cold,4.mp3\nGoodbye.,Warm v2,5.mp3\n"

// sheet writes a CSV file and two presets that it names.
func (d *desk) sheet(lines string) (file string) {
	d.t.Helper()
	store(d.t, d.own, "Warm v2", calmBlend, func(*presets.Preset) {})
	store(d.t, d.own, "Cold", `{"voice_setting": {"voice_id": "Wise_Woman", "speed": 0.9}}`, func(*presets.Preset) {})
	file = filepath.Join(d.home, "tour", "lines.csv")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		d.t.Fatal(err)
	}
	d.rewrites(file, lines)
	return file
}

func (d *desk) rewrites(file, text string) {
	d.t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		d.t.Fatal(err)
	}
}

// files are the names of all files beside the sheet.
func (d *desk) files(sheet string) (names []string) {
	d.t.Helper()
	dir := filepath.Dir(sheet)
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() && path != sheet {
			name, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return names
}

// renders asks for a file of lines.
func (d *desk) renders(file string) {
	d.command("Render a file of lines")
	d.press("ctrl+u")
	d.paste(file)
	d.press("enter")
}

func TestFiveLinesBecomeFiveFiles(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	file := d.sheet(strings.Replace(fiveLines, "Cold,4", "Codl,4", 1))
	d.renders(file)
	d.awaits("Render lines.csv", "1 line is wrong", "line 5: there is no preset Codl; ctrl+o lists them")
	d.press("enter")
	d.settle()
	d.sees("1 line is wrong")
	d.rewrites(file, fiveLines)
	d.press("enter")
	d.awaits("5 to make at MiniMax, about $0.003", "Warm v2 · Welcome.")
	if d.misses("line 5"); len(d.host.asked()) > 0 {
		t.Fatal("something was sent")
	}
	d.press("enter")
	d.awaits("5 files in ")
	asked := d.host.asked()
	if len(asked) != 5 || asked[1].Text != "Let us begin." || asked[1].VoiceSetting.VoiceID != "Wise_Woman" || asked[0].VoiceSetting.VoiceID == "Wise_Woman" {
		t.Fatalf("%+v", asked)
	}
	if got := fmt.Sprint(d.files(file)); got != "[3.mp3 4.mp3 5.mp3 a/1.mp3 a/2.mp3]" {
		t.Fatal(got)
	}
	for _, take := range d.keeps() {
		name := map[string]string{"Welcome.": "a/1.mp3", "Let us begin.": "a/2.mp3", "Mind the step.": "3.mp3", "This way.": "4.mp3", "Goodbye.": "5.mp3"}[take.Request.Text]
		if !take.Whole() || !session.SameBytes(take.File, filepath.Join(filepath.Dir(file), name)) {
			t.Errorf("%s is not %q", name, take.Request.Text)
		}
	}
	d.misses("made outside")
	d.renders(file)
	d.awaits("nothing to render: all 5 files are there already in ")
	os.Remove(filepath.Join(filepath.Dir(file), "4.mp3"))
	d.rewrites(file, strings.Replace(fiveLines, "Goodbye.,Warm v2,5", "See you.,Warm v2,6", 1))
	d.renders(file)
	d.awaits("3 there already · 1 from your takes, free · 1 to make at MiniMax")
	d.press("enter")
	d.awaits("5 files in ", "; 3 were there")
	if n := len(d.host.asked()); n != 6 {
		t.Errorf("the host was asked %d times", n)
	}
}

func TestEscStopsAfterTheLineThatIsSpoken(t *testing.T) {
	t.Parallel()
	d := sit(t)
	file := d.sheet(fiveLines)
	end, never := make(chan struct{}), make(chan struct{})
	d.host.will(whole, halved(end), halved(never))
	d.renders(file)
	d.awaits("5 to make at sandbox, free")
	d.press("enter")
	d.awaits("rendering 2 of 5 · esc stops")
	d.turns()
	if p := d.m.View().ProgressBar; p == nil || p.State != tea.ProgressBarDefault || p.Value != 20 {
		t.Errorf("one of five is %v", p)
	}
	d.press("esc")
	d.sees("stopping after 2 of 5")
	close(end)
	d.awaits("2 of 5 files in ", "render it again for the rest")
	if got := fmt.Sprint(d.files(file)); got != "[a/1.mp3 a/2.mp3]" || len(d.host.asked()) != 2 {
		t.Fatalf("%s, asked %d times", got, len(d.host.asked()))
	}
	d.renders(file)
	d.awaits("2 there already · 3 to make")
	d.press("enter")
	d.awaits("rendering 1 of 3")
	d.until("it is asked", func() bool { return len(d.host.asked()) == 3 })
	d.press("esc", "esc")
	d.awaits("2 of 5 files in ")
	if got := fmt.Sprint(d.files(file)); got != "[a/1.mp3 a/2.mp3]" {
		t.Errorf("half a file is left: %s", got)
	}
}

func TestALineThatFailsSaysWhichItIs(t *testing.T) {
	t.Parallel()
	d := sit(t)
	file := d.sheet(fiveLines)
	d.host.will(whole, refuses(1042, "too many invisible characters"))
	d.renders(file)
	d.awaits("5 to make")
	d.press("enter")
	d.awaits("4 of 5 files in ", "1 failed")
	d.press("f12")
	d.sees("line 3: ")
	if got := fmt.Sprint(d.files(file)); got != "[3.mp3 4.mp3 5.mp3 a/1.mp3]" {
		t.Error(got)
	}
}

func TestLinesThatPassTheCapAreAskedAbout(t *testing.T) {
	d := seat{at: tts.MiniMax, cap: &tts.Money{Amount: 0.002, Currency: "USD"}}.sit(t)
	file := d.sheet(fiveLines)
	d.renders(file)
	d.awaits("5 to make")
	d.press("enter")
	d.awaits("This would pass what the session may cost")
	d.press("enter")
	d.settle()
	if n := len(d.host.asked()); n > 0 {
		t.Fatalf("the host was asked %d times", n)
	}
	d.renders(file)
	d.awaits("5 to make")
	d.press("enter")
	d.awaits("This would pass")
	d.press("up", "up", "enter")
	d.awaits("5 files in ")
}
