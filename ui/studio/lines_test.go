package studio

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/player"
	"voicestudio/presets/script"
	"voicestudio/tts"
)

const fourLines = "Good morning.\nOur team shipped in March. Nobody had expected that.\n\nThank you all.\n晚安，谢谢大家。"

// lined sits before the lines of a script.
func (s seat) lined(t *testing.T, text string) *desk {
	d := s.sit(t)
	d.paste(text)
	d.press("esc", "g", "l")
	d.awaits("━[Lines]━", " to make")
	return d
}

// scripts are those in the folder.
func (d *desk) scripts() []script.File {
	d.t.Helper()
	all, broken, err := script.Folder{Dir: filepath.Join(d.home, "scripts")}.List()
	if err != nil || len(broken) > 0 {
		d.t.Fatal(err, broken)
	}
	return all
}

// asked are the texts that the host was asked for, in their order.
func (d *desk) texts() (all []string) {
	for _, r := range d.host.asked() {
		all = append(all, r.Text)
	}
	return all
}

func TestAScriptIsMadeLineByLineAndOneIsSpokenAnew(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, fourLines)
	d.sees("1 ○", "Good morning.", "4 lines · 4 to make", "0 of 4 current")
	d.press("ctrl+r")
	d.awaits("4 of 4 current", "4 lines were made")
	if got := d.texts(); len(got) != 4 {
		t.Fatalf("%q", got)
	}
	d.press("down", "alt+r")
	d.sounds("the second line", saying("Our team shipped in March. Nobody had expected that."))
	d.awaits("★2 of 2")
	d.press("w")
	d.write(" At all.")
	d.press("enter")
	d.awaits("2 ✎", "words changed", "was  Our team shipped in March.", "1 to make")
	d.press("alt+z")
	d.awaits("2 ●", "4 of 4 current")
	d.press("/")
	d.awaits("5 lines", "2 ✎", "3 ○", "Nobody had expected that.")
	d.press("+")
	d.awaits("4 of 4 current")
	d.press("g", "v", "down", "down")
	d.press("right")
	d.press("g", "l")
	d.awaits("0 of 4 current", "4 to make")
	d.press("alt+z")
	d.awaits("4 of 4 current")
}

func TestOneLineHasSettingsOfItsOwn(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, fourLines)
	d.press("down", "o")
	d.awaits("line 2 only")
	d.press("right", "right")
	d.press("esc")
	d.loses("line 2 only")
	d.awaits("2*")
	d.press("g", "s")
	d.reads("Good morning.", "晚安，谢谢大家。")
	d.press("esc", "g", "l")
	d.press("ctrl+r")
	d.awaits("4 of 4 current")
	own := map[string]float64{}
	for _, r := range d.host.asked() {
		own[r.Text] = tts.Or(r.VoiceSetting.Speed, 1)
	}
	if own["Our team shipped in March. Nobody had expected that."] == 1 || own["Good morning."] != 1 || own["晚安，谢谢大家。"] != 1 {
		t.Fatalf("%v", own)
	}
	d.press("backspace")
	d.awaits("3 of 4 current", "2 ±", "speed")
	d.press("alt+z")
	d.awaits("4 of 4 current", "2*")
}

func TestAScriptIsPlayedFromALineOnWithoutGaps(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, fourLines)
	d.press("ctrl+r")
	d.awaits("4 of 4 current")
	d.press("down", "enter")
	d.awaits("from line 2 on", "♪")
	d.until("all of it has been read", func() bool {
		return d.player.hears().state == player.Playing && !strings.Contains(d.screen(), "arriving")
	})
}

func TestAQueueOutlivesTheStudioAndPaysNothingTwice(t *testing.T) {
	t.Parallel()
	gate := make(chan struct{})
	h := newHost(t)
	h.will(whole, whole, held(gate), held(gate))
	d := seat{host: h}.lined(t, fourLines)
	d.press("ctrl+r")
	d.awaits("2 of 4 current")
	d.until("the queue is kept", func() bool {
		all := d.scripts()
		return len(all) == 1 && strings.Contains(fmt.Sprint(all[0].Rows), "-1")
	})
	close(gate)
	d.flush()
	next := seat{home: d.home, host: h}.sit(t)
	next.press("esc", "g", "l")
	next.awaits("━[Lines]━", "current")
	next.until("what is there is known", func() bool { return strings.Contains(next.screen(), "of 4 current") })
	next.press("ctrl+r")
	next.awaits("4 of 4 current")
	if n := len(h.asked()); n > 6 {
		t.Errorf("asked %d times for 4 lines, 2 of which were cut", n)
	}
}

func TestALineThatIsRefusedIsToldAndTheRestGoesOn(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	h.will(whole, refuses(1026, "sensitive"), whole, broken)
	d := seat{host: h}.lined(t, fourLines)
	d.press("ctrl+r")
	d.awaits("2 of 4 current", "2 stuck", "✗", "2 could not be")
	h.will(whole, whole)
	d.press("ctrl+r")
	d.awaits("4 of 4 current")
}

func TestASecondStudioAtOneScriptGoesOnInACopy(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, fourLines)
	d.press("ctrl+r")
	d.awaits("4 of 4 current")
	d.until("it is kept", func() bool { return len(d.scripts()) == 1 })
	d.settle()
	d.flush()
	other := seat{home: d.home, host: d.host}.sit(t)
	other.press("esc", "g", "l")
	other.awaits("4 of 4 current")
	d.press("down", ">")
	d.awaits("⟨0.65 s⟩")
	d.settle()
	d.flush()
	other.press("P")
	other.press("down", "P")
	other.until("it goes on in a copy", func() bool { return len(d.scripts()) == 2 })
	other.settle()
	if said := other.says(); !strings.Contains(said, "another studio works at this script") {
		t.Errorf("nobody is told:\n%s", said)
	}
}

func TestAScriptOfANewerVersionStaysAsItIs(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, fourLines)
	d.press("ctrl+r")
	d.awaits("4 of 4 current")
	d.until("it is kept", func() bool { return len(d.scripts()) == 1 })
	d.settle()
	d.flush()
	file := script.Folder{Dir: filepath.Join(d.home, "scripts")}.Path(d.scripts()[0].ID)
	data, _ := os.ReadFile(file)
	newer := strings.Replace(string(data), `"version": 1`, `"version": 2`, 1)
	d.rewrites(file, newer)
	next := seat{home: d.home, host: d.host}.sit(t)
	next.awaits("made by a newer voicestudio")
	next.press("esc", "esc", "g", "l")
	next.awaits("4 of 4 current") // its words are in the draft, and its takes on disk
	next.press("down", ">")
	next.settle()
	if err := next.flush(); err != nil {
		t.Error(err)
	}
	if now, _ := os.ReadFile(file); string(now) != newer {
		t.Error("it was changed")
	}
}

func TestFilesBecomeLines(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, "x\n\ny")
	reads := func(name, text string) {
		file := filepath.Join(d.home, name)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		d.press("O", "ctrl+u")
		d.paste(file)
		d.press("enter")
	}
	reads("book.md", "# One\n\nA *first* line\nthat goes on.\n\nA second.\n")
	d.awaits("book.md was read: 3 lines", "A first line that goes on.")
	reads("film.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello there.\n\n2\n00:00:05,000 --> 00:00:06,000\nBye.\n")
	d.awaits("film.srt was read: 2 lines", "Hello there.")
	d.press("alt+z")
	d.awaits("A first line that goes on.")
	reads("wide.txt", "\xff\xfeH\x00i\x00.\x00")
	d.awaits("wide.txt was read: 1 line", "Hi.")
	reads("nothing.txt", " \n")
	d.awaits("nothing")
	d.press("esc")
	reads("long.txt", strings.Repeat("word ", 2500))
	d.awaits("long.txt was read: 2 lines")
	reads("tags.txt", "(laughs)")
	d.awaits("tags.txt was read: 1 line")
	reads("new.json", `{"version": 2, "lines": []}`)
	d.awaits("newer voicestudio")
	d.press("esc")
	reads("hand.json", `{"version": 1, "request": {"voice_setting": {"voice_id": "Wise_Woman", "speed": 0.9}}, "lines": [{"text": "By hand."}, {"text": "Slower.", "own": {"voice_setting": {"speed": 0.7}}}]}`)
	d.awaits("hand.json was read: 2 lines", "2*")
	d.press("ctrl+r")
	d.awaits("2 of 2 current")
	if r := d.sent(); tts.Or(r.VoiceSetting.Speed, 1) == 1 {
		t.Errorf("%+v", r)
	}
	d.press("alt+z")
	d.awaits("(laughs)")
}
