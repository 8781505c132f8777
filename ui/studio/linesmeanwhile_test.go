package studio

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/presets/script"
	"voicestudio/tts"
)

// half has the first two lines spoken until the gate opens, while the others wait.
func (s seat) half(t *testing.T, gate <-chan struct{}) *desk {
	t.Helper()
	s.host = newHost(t)
	s.host.will(held(gate), held(gate))
	d := s.lined(t, fourLines)
	d.press("ctrl+r")
	d.until("two lines are spoken", func() bool { return len(d.host.asked()) == 2 })
	return d
}

func TestWhatWaitsIsMadeAsItIsWantedByThen(t *testing.T) {
	t.Parallel()
	gate := make(chan struct{})
	d := seat{}.half(t, gate)
	d.press("G", "delete", "w")
	d.write(" Bye.")
	d.press("enter")
	d.awaits("Thank you all. Bye.", "2 now · 1 wait")
	d.settle()
	close(gate)
	d.awaits("3 of 3 current")
	if all := d.texts(); len(all) != 3 || all[2] != "Thank you all. Bye." {
		t.Errorf("%q", all)
	}
}

func TestWhatWaitsDoesNotGoToAHostThatIsNotChosenAnyMore(t *testing.T) {
	gate := make(chan struct{})
	other := newHost(t)
	d := seat{at: tts.MiniMax, other: map[tts.HostName]*fakeHost{tts.PPIO: other}}.half(t, gate)
	d.command("Choose the host")
	d.write("PPIO")
	d.press("enter")
	d.awaits("2 lines wait still to be made")
	close(gate)
	d.loses("making line")
	if mine, others := len(d.host.asked()), len(other.asked()); mine != 2 || others != 0 {
		t.Errorf("%d and %d lines were sent", mine, others)
	}
	d.press("ctrl+r")
	d.awaits("4 of 4 current")
}

func TestAQueueThatIsEndedIsToldAndKept(t *testing.T) {
	t.Parallel()
	gate := make(chan struct{})
	defer close(gate)
	h := newHost(t)
	h.will(whole, held(gate), held(gate))
	d := seat{host: h}.lined(t, fourLines)
	d.press("ctrl+r")
	d.awaits("1 of 4 current", "2 now · 1 wait")
	d.press("esc", "esc")
	d.loses("making line")
	d.misses("lines were made")
	leaves(t, d)
	if n := len(d.scripts()[0].Queue); n != 1 {
		t.Errorf("%d lines are to be made", n)
	}
}

func TestARunIsToldWithoutWhatFailedBefore(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	h.will(whole, refuses(1026, "sensitive"))
	d := seat{host: h}.lined(t, "One here.\nTwo here.")
	d.press("ctrl+r")
	d.awaits("1 line was made, 1 could not be")
	d.press("home")
	if strings.Contains(d.screen(), " 1 ✗") {
		d.press("end")
	}
	d.press("alt+r")
	d.awaits("★2 of 2")
	d.loses("making line")
	d.settle()
	d.misses("0 lines were made")
	d.sees("1 stuck")
	d.press("home")
	if !strings.Contains(d.screen(), " 1 ✗") {
		d.press("end")
	}
	d.press("w")
	d.write(" Gently.")
	d.press("enter")
	d.awaits("here. Gently.", "1 to make")
	d.loses("1 stuck")
}

func TestAChoiceStaysThoughLinesWereLookedAtBefore(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, fourLines)
	d.press("ctrl+r")
	d.awaits("4 of 4 current")
	d.press("alt+r")
	d.awaits("★2 of 2")
	d.settle()
	d.press("tab", "down", "shift+tab")
	d.press(">")        // which has all lines looked at,
	d.press("tab", "s") // and before that is done
	d.settle()
	d.sees("★1 of 2")
}

func TestAScriptWhoseFileCannotBeReadAnyMoreGoesOnInACopy(t *testing.T) {
	t.Parallel()
	for is, spoilt := range map[string]func(string) string{
		"newer":  func(file string) string { return strings.Replace(file, `"version": 1`, `"version": 2`, 1) },
		"broken": func(file string) string { return file[:len(file)/2] },
	} {
		t.Run(is, func(t *testing.T) {
			t.Parallel()
			d := seat{}.lined(t, fourLines)
			d.press("down", "o", "right", "esc")
			leaves(t, d)
			file := script.Folder{Dir: filepath.Join(d.home, "scripts")}.Path(d.scripts()[0].ID)
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d.rewrites(file, spoilt(string(data)))
			d.press("down", "down", "o", "right", "esc")
			if is == "newer" {
				d.awaits("goes on in a copy of its own")
			}
			leaves(t, d)
			next := seat{home: d.home, host: d.host}.sit(t)
			next.press("esc", "g", "l")
			next.awaits("2*", "4*")
			if now, _ := os.ReadFile(file); string(now) != spoilt(string(data)) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestCommandsAreListedThoughTheScriptHasFewerLinesThanBefore(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, fourLines)
	d.press("G", "g", "s", "ctrl+home")
	d.paste("One line.\n\n")
	for range len([]rune(fourLines)) {
		d.update(d.key("delete"))
	}
	d.press("ctrl+p")
	d.sees("enter")
}

func TestTheWholeScriptIsNotSentWhereALineIsAnswered(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, fourLines)
	for _, open := range []string{"w", "O", "f"} {
		d.press(open, "ctrl+r")
		d.awaits("answer what is open first")
		d.press("esc")
	}
	d.press("o", "1", "ctrl+r")
	d.awaits("answer what is open first")
	if all := d.texts(); len(all) > 0 {
		t.Errorf("%q were sent", all)
	}
}

func TestAPresetHasTheSettingsOfAllLinesThoughThoseOfOneAreChanged(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, fourLines)
	d.press("down", "o", "right", "ctrl+s", "ctrl+u")
	d.write("Mine")
	d.press("enter")
	d.awaits("saved Mine with the settings of all lines; what line 2 has of its own stays")
	d.misses("Mine*")
	all, _ := os.ReadFile(filepath.Join(d.own, "mine.json"))
	if text := string(all); !strings.Contains(text, "Graceful") || strings.Contains(text, "speed") {
		t.Error(text)
	}
}
