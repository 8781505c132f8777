package studio

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// another program makes a take.
func (d *desk) another(text string) {
	d.t.Helper()
	r, err := takes.Folder{Dir: filepath.Join(d.home, "takes")}.Begin(strings.Repeat("cd", 32), "mp3", takes.Take{Time: time.Now(), Host: tts.Sandbox,
		Request: tts.Request{Text: text, VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}})
	if err == nil {
		r.Write([]byte("audio"))
		_, err = r.Finish(tts.Progress{Bytes: 5, Complete: true, Info: tts.Info{AudioMS: new(int64(1000))}})
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

func TestTheHeaderTellsOfATakeThatWasMadeOutside(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.run(d.m.Init())
	d.write("One.")
	d.speaks("ctrl+r")
	d.misses("new take")
	d.ages() // so that the other is newer
	d.another("Two.")
	d.awaits("1 new take  ", "a take was made outside this studio: it is in Takes", "all · 2")
	x, y := d.find("1 new take")
	d.click(x+1, y)
	d.sees("▸    2 0:01  Wise Woman, “Two.”")
	d.misses("new take")
	d.command("outside this studio")
	d.sees("no take was made outside this studio")
}

func TestTheMarksAreThereAgainAtTheNextStart(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	d.press("a", "down", "b")
	leaves(t, d)
	d = seat{home: d.home}.sit(t)
	d.run(d.m.Init())
	d.awaits("A   2 0:02", "B   1 0:02", "─ Compare ")
	d.goes("Takes")
	d.press("b", "down", "delete") // B is take 2 now, and A none
	d.awaits("deleted take 1", "▸B   1 ")
	leaves(t, d)
	d = seat{home: d.home}.sit(t)
	d.run(d.m.Init())
	d.awaits("B   1 0:02")
	d.misses("─ Compare ")
}

// One that was given up before its answer was noticed is kept all the same, and
// is nobody else's.
func TestATakeThatWasGivenUpIsNotFromOutside(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.run(d.m.Init())
	d.settle()
	d.write("One.")
	d.press("ctrl+r")
	for range 4000 {
		if len(d.keeps()) > 0 {
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	d.press("esc")
	d.send(tea.FocusMsg{})
	d.awaits("all · 1")
	d.misses("new take")
}
