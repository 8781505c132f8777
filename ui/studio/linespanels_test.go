package studio

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/measure"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/takes"
)

func TestATakeOfALineIsHeardPutIntoTheWholeAndCompared(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, "One here.\nTwo here.")
	d.press("ctrl+r")
	d.awaits("2 of 2 current")
	d.press("o")
	d.sees("━ Voice ━")
	d.press("right", "right", "esc")
	d.awaits("─ Settings of line 1 ", "1 differs", "1.10×")
	d.press("alt+r") // though nobody has looked yet what that would be
	d.awaits("★2 of 2", "2 of 2 current")
	if now := d.sent(); now.Text != "One here." || *now.VoiceSetting.Speed != 1.1 {
		t.Errorf("%+v was sent", now)
	}

	d.press("tab", "down")
	d.sees("━ Takes of line 1 ━", "speed 1.00×")
	d.press("enter")
	d.sounds("the older take", func(r tts.Request) bool { return r.Text == "One here." && r.VoiceSetting.Speed == nil })
	d.awaits("▸♪1 ")
	d.press("s")
	d.awaits("★1 of 2", "2 of 2 current", "take 1 is in the whole now")
	leaves(t, d)
	if row := d.scripts()[0].Rows[0]; len(row.Takes) != 2 || row.Chosen != row.Takes[0] || row.For == "" {
		t.Errorf("%+v is kept", row)
	}
	d.press("s")
	d.sees("it is in the whole already")
	d.press("u")
	d.awaits("★2 of 2", "undone: choosing a take")
	d.press("c")
	d.awaits("━ Bench ━", "take 2: as wanted now", "take 1: speed 1.00×")
	for strings.Contains(d.screen(), "━ Bench ━") {
		d.press("esc") // the first lets it be silent
	}
	d.sees("━ Takes of line 1 ━")

	d.press("tab", "backspace")
	d.awaits("The line is spoken as all are", "current")
	d.press("backspace")
	d.sees("the line has no settings of its own")
	d.press("u")
	d.awaits("1 differs")
}

func TestTheWholeIsAdjustedAndExported(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, "One here.\nTwo here.\n\nThree here.")
	d.press("tab", "tab", "tab", "e")
	d.sees("no line is made yet")
	d.press("ctrl+r")
	d.awaits("3 of 3 current")
	whole := func() script.Whole { return d.m.(*Model).Work.Lines().Whole }
	d.press("right", "shift+right", "down", "1", ".", "5", "enter", "down", "right", "down", "shift+left", "shift+left", "left", "down", "right", "down", "right")
	d.until("they are as they were adjusted", func() bool {
		w := whole()
		return w.BetweenLines == .8 && w.BetweenParagraphs == 1.5 && !w.Trim && w.Loudness == 0 && strings.HasSuffix(w.File, "one-here.flac") && w.Subtitles == "srt"
	})
	d.sees("0.80 s", "1.50 s", "as spoken", "as they are", "one-here.flac", "srt")
	x, y := d.find("between lines")
	d.send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
	d.sees("0.75 s")
	d.doubleClicks("subtitles")
	d.sees("vtt beside it")
	d.press("left", "backspace")
	d.sees("none")
	d.press("u", "up", "up", "2", "0", "enter")
	d.awaits("−20 LUFS")

	file := filepath.Join(d.home, "my script.wav")
	titles := filepath.Join(d.home, "my script.srt")
	os.WriteFile(titles, []byte("mine"), 0o600)
	d.press("e")
	d.sees("━ Export the whole ━", "enter exports")
	d.press("ctrl+u")
	d.paste(file)
	d.press("enter")
	d.awaits("my script.srt is there already: enter replaces it")
	if _, err := os.Stat(file); err == nil {
		t.Error("it was written before that was answered")
	}
	d.press("enter")
	d.awaits("my script.wav and my script.srt: wav, 0:", "−20.0 LUFS")
	if head, _ := os.ReadFile(file); !strings.HasPrefix(string(head), "RIFF") {
		t.Errorf("%.20q is no wav", head)
	}
	if said, _ := os.ReadFile(titles); strings.Count(string(said), "here.") != 3 {
		t.Errorf("%s", said)
	}
	d.press("e")
	d.awaits("━ Export the whole ━")
	d.press("enter") // what was written here is replaced without a question
	m := d.m.(*Model)
	d.until("it is written once more", func() bool { return m.Top() == nil && m.lines.NothingToExport() == "" })
	leaves(t, d)
	if kept := d.scripts()[0].Whole; kept.File != file || kept.Subtitles != "srt" || kept.Loudness != -20 {
		t.Errorf("%+v is kept", kept)
	}

	os.WriteFile(filepath.Join(d.home, "2.wav"), []byte("mine"), 0o600)
	d.press("E")
	d.awaits("━ Every line a file ━")
	d.press("ctrl+u")
	d.paste(filepath.Join(d.home, "{x}.wav"))
	d.press("enter")
	d.awaits("there is no {x}")
	d.press("ctrl+u")
	d.paste(filepath.Join(d.home, "{n}.wav"))
	d.press("enter")
	d.awaits("2.wav is there already")
	d.press("enter")
	d.awaits("wrote 3 files in ")
	for _, name := range []string{"1.wav", "2.wav", "3.wav"} {
		if head, _ := os.ReadFile(filepath.Join(d.home, name)); !strings.HasPrefix(string(head), "RIFF") {
			t.Errorf("%s is %.20q", name, head)
		}
	}
}

func TestTheQueueSaysWhatWaitsAndMendsWhatIsStuck(t *testing.T) {
	t.Parallel()
	gate := make(chan struct{})
	d := seat{}.lined(t, "One here.\nTwo here.\nThree here.\nFour (laugh) here.\n<#200#> five.")
	d.host.will(held(gate), held(gate))
	d.press("tab", "tab", "tab", "tab")
	d.awaits("━ Queue ━", "1 stuck", "1 to check", "enter writes (laughs)", "200")
	d.press("ctrl+r")
	d.awaits("2 now · 2 wait · 1 stuck", "◌ speaking", "next", "then", "29 chars, free", "esc stops")
	d.press("delete")
	d.sees("only a line that waits can be taken out")
	d.press("down", "down", "delete")
	d.awaits("2 now · 1 waits", "line 3 does not wait any more")
	close(gate)
	d.awaits("3 of 5 current", "lines were made")
	d.doubleClicks("4 ! ")
	d.awaits("line 4 is corrected", "Four (laughs) here.", "words changed")
	if asked := d.host.asked(); len(asked) != 3 {
		t.Errorf("the host was asked for %v", asked)
	}
	d.doubleClicks("5 ✗ ")
	d.sees("━[Lines]━")
	if x, y := d.find("▸  5 ✗"); x < 38 || y > 12 {
		t.Errorf("enter did not go to the line, but to %d, %d", x, y)
	}
}

// measured keeps what takes sound like: those that say a text are higher.
func (d *desk) measured(higher string) {
	d.t.Helper()
	for _, take := range d.keeps() {
		file := filepath.Join(d.home, "takes", take.ID+".json")
		var doc map[string]any
		b, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(b, &doc)
		}
		m := measure.Measures{Version: measure.Version, AudioMS: *take.AudioMS, SpeechMS: new(int64(3000)), F0MedianHz: new(200.)}
		if take.Request.Text == higher {
			*m.F0MedianHz = 260
		}
		if doc["measures"] = m; err == nil {
			b, err = json.Marshal(doc)
		}
		if err == nil {
			err = os.WriteFile(file, b, 0o600)
		}
		if err != nil {
			d.t.Fatal(err)
		}
	}
}

func TestALineThatSoundsUnlikeTheRestIsTold(t *testing.T) {
	t.Parallel()
	d := seat{}.lined(t, "One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nSeven.\nEight.")
	d.press("ctrl+r")
	d.awaits("8 of 8 current")
	d.until("all are measured", func() bool {
		return !slices.ContainsFunc(d.keeps(), func(t takes.Take) bool { return t.Measures == nil })
	})
	leaves(t, d)
	d.measured("Three.")
	d = seat{home: d.home, host: d.host}.sit(t)
	d.press("esc", "g", "l", "down", "down")
	d.awaits("≈ 4.5 st higher than the rest", "line 3 does not sound like the", "─ Settings of line 3 ")
}
