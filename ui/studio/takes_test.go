package studio

import (
	"io"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// speaks makes a take and hears it to its end.
func (d *desk) speaks(key string) {
	d.t.Helper()
	d.press(key)
	d.until("it has been heard", func() bool {
		return d.m.sounding.cancel == nil && d.m.sound.status.State == player.Ended && !d.m.ticking
	})
	d.m.status.text = "" // that nothing was heard here, in a box
}

// atHome is a studio with takes of its own.
func atHome(t *testing.T) *desk {
	s := session.New(session.Config{Takes: t.TempDir()})
	t.Cleanup(func() { s.Close() })
	return sitAt(t, t.TempDir(), s)
}

func TestEveryTakeIsKeptAndTwoAreCompared(t *testing.T) {
	d := atHome(t)
	d.sees("every ctrl+r makes a take")
	d.write("One two.")
	d.speaks("ctrl+r")
	d.m.change(d.m.doc.set("voice_setting.speed", 1.5), "speed")
	d.m.change(d.m.doc.set("voice_setting.emotion", "happy"), "emotion")
	d.speaks("ctrl+r")
	d.sees("♪  2 ", "1 0:00.", "speed 1.5 ×")

	d.press("tab", "tab", "tab", "tab", "tab")
	d.press("x")
	d.sees("mark two takes with a and b in Takes")
	d.press("a", "down", "b")
	d.sees("take 1 is B; x switches between A and B", "─ Compare ", "levels matched", "speed 1.5 × → unset", "emotion happy → unset")
	d.press("x")
	d.until("B sounds", func() bool { return d.m.takes.side == d.m.takes.b && d.m.player.Status().State == player.Playing })
	d.sees("A│B: B · levels matched")
	d.press("x")
	d.until("A sounds", func() bool { return d.m.takes.side == d.m.takes.a })
	d.sees("A│B: A")
	d.press("esc")

	d.press("r")
	d.sees("words and settings are those of take 1")
	if d.m.doc.settings.VoiceSetting.Speed != nil {
		t.Error("the speed is still that of take 2")
	}
	d.press("u")
	if tts.Or(d.m.doc.settings.VoiceSetting.Speed, 0) != 1.5 {
		t.Error("undo does not bring the settings back")
	}

	d.press("s", "n")
	d.write("warm")
	d.press("enter")
	d.until("the star and the note are kept", func() bool { return strings.Contains(d.screen(), "✎ ★") })
	d.press("delete")
	d.until("it is gone", func() bool { return len(d.m.takes.rows) == 1 })
	d.sees("deleted take 1; u brings it back")
	d.press("u")
	d.until("it is back", func() bool { return len(d.m.takes.rows) == 2 && d.m.takes.rows[1].Starred })
}

func TestTheSameAgainIsFreeAndAnotherTakeIsMadeOnPurpose(t *testing.T) {
	d := atHome(t)
	d.write("One two.")
	d.speaks("ctrl+r")
	d.sees("8 characters, free")
	d.speaks("ctrl+r")
	d.sees("from disk, free; alt+r makes another")
	if len(d.m.takes.rows) != 1 {
		t.Fatalf("%d takes", len(d.m.takes.rows))
	}
	d.speaks("alt+r")
	d.sees("the same again")
	if len(d.m.takes.rows) != 2 {
		t.Fatalf("%d takes", len(d.m.takes.rows))
	}
}

func TestTakesOfYesterdayAreThereAndSound(t *testing.T) {
	d := atHome(t)
	d.write("One two.")
	d.speaks("ctrl+r")
	next := sitAt(t, t.TempDir(), d.m.session)
	next.run(next.m.readTakes(nil, "", nil))
	next.until("the takes are listed", func() bool { return len(next.m.takes.rows) == 1 })
	next.press("shift+tab")
	next.press("enter")
	next.until("it sounds", func() bool { return next.m.player.Status().Position > 100*time.Millisecond })
	next.sees("take 1, from disk, free · " + next.m.takes.rows[0].Short())
}

func TestACutTakeIsKeptAndSaysSo(t *testing.T) {
	d := atHome(t)
	d.send(tea.PasteMsg{Content: strings.Repeat("One two three four. ", 100)})
	d.press("ctrl+r")
	d.until("it begins", func() bool { return d.m.sounding.speech != nil && d.m.sounding.speech.Progress().Bytes > 0 })
	d.press("esc")
	d.until("it is cut", func() bool { return len(d.m.sounding.cut) == 0 })
	d.settle()
	take, err := d.m.sounding.speech.Take()
	if err != nil || take.ID != "" && (!take.Partial || take.Bytes == 0) {
		t.Errorf("%+v %v", take, err)
	}
	if take.ID != "" {
		d.sees("Graceful Lady   cut")
	} else if len(d.m.takes.rows) != 0 {
		t.Error("a take of which nothing came is listed")
	}
}

func TestListeningLouderFasterAndInALoop(t *testing.T) {
	d := atHome(t)
	d.write("One two three four five six seven.")
	d.speaks("ctrl+r")
	d.press("tab", "tab", "tab", "tab", "up", "]", "]")
	d.sees("+1 dB", "1.2×", "at its own pitch")
	d.press("m")
	d.sees("muted")
	d.press("m", "o")
	d.sees("↻ 0:00.0–")
	d.until("it goes round", func() bool { return d.m.player.Status().State == player.Playing })
	end := d.m.player.Status().Duration
	heard := time.Now()
	for time.Since(heard) < end+300*time.Millisecond {
		d.settle()
	}
	if s := d.m.player.Status().State; s != player.Playing {
		t.Errorf("after one round it is %v", s)
	}
	d.press("o")
	d.misses("↻")
	d.press("esc")
}

func TestEveryDeletionCanBeUndoneFromAnywhere(t *testing.T) {
	d := atHome(t)
	d.write("One.")
	d.speaks("ctrl+r")
	d.speaks("alt+r")
	d.press("shift+tab", "a", "down", "b", "delete")
	d.until("one is gone", func() bool { return len(d.m.takes.rows) == 1 })
	d.press("delete")
	d.until("both are gone", func() bool { return len(d.m.takes.rows) == 0 })
	d.press("tab") // in the script
	d.press("alt+z")
	d.until("the last is back", func() bool { return len(d.m.takes.rows) == 1 })
	d.press("alt+z")
	d.until("both are back", func() bool { return len(d.m.takes.rows) == 2 })
	if d.m.takes.a == nil || d.m.takes.b == nil {
		t.Error("their marks are lost")
	}
	d.press("alt+z")
	d.sees("undone: typing")
}

func TestRRestoresTheTakeThatSoundsDuringAB(t *testing.T) {
	d := atHome(t)
	d.write("One two three four five.")
	d.speaks("ctrl+r")
	d.m.change(d.m.doc.set("voice_setting.speed", 1.5), "speed")
	d.speaks("ctrl+r")
	d.press("shift+tab", "a", "down", "b", "up") // the cursor is on take 2, A
	speed := func() float64 { return tts.Or(d.m.doc.settings.VoiceSetting.Speed, 1) }
	sounds := func(side *takeRow) {
		t.Helper()
		d.press("x")
		d.until("it sounds", func() bool { return d.m.takes.side == side && d.m.player.Status().State == player.Playing })
	}
	sounds(d.m.takes.b)
	d.press("r")
	d.sees("words and settings are those of take 1, the B of A│B; u undoes")
	if speed() != 1 {
		t.Error("take 2 was restored, while take 1 sounds")
	}
	d.press("s")
	d.until("the one that sounds has the star", func() bool { return d.m.takes.rows[1].Starred && !d.m.takes.rows[0].Starred })
	d.sees("take 1, the B of A│B has a star")
	d.press("n")
	d.sees("Note on take 1, the B of A│B")
	d.press("esc", "x")
	d.until("A sounds", func() bool { return d.m.takes.side == d.m.takes.a })
	d.press("r")
	d.sees("those of take 2, the A of A│B")
	if speed() != 1.5 {
		t.Error("take 2 sounds")
	}
	// Heard to its end, it is still the one that was meant; once the cursor
	// moves after that, the cursor counts again.
	d.press("x")
	d.until("B has been heard", func() bool { return d.m.takes.side == d.m.takes.b && d.m.player.Status().State == player.Ended })
	d.press("r")
	d.sees("those of take 1, the B of A│B")
	d.press("down", "up", "r")
	d.sees("those of take 2; u undoes")
	d.press("ctrl+p")
	d.write("copy the path")
	d.press("enter")
	d.sees("copied the path of take 2: ")
}

func TestATakeOfAnotherProgramArrivesAndIsBroughtUpToDate(t *testing.T) {
	d := atHome(t)
	folder := d.m.session.Takes()
	r, err := folder.Begin(strings.Repeat("ab", 32), "mp3", takes.Take{Time: time.Now(), Host: tts.Sandbox, Request: d.m.doc.request()})
	if err != nil {
		t.Fatal(err)
	}
	r.Write([]byte("audio"))
	d.send(tea.FocusMsg{}) // a person comes back to the window
	d.until("it is listed", func() bool { return len(d.m.takes.rows) == 1 })
	d.sees("Graceful … arriving")
	d.misses(" cut")
	if _, err := r.Finish(tts.Progress{Bytes: 5, Complete: true, Info: tts.Info{AudioMS: new(int64(61250))}}); err != nil {
		t.Fatal(err)
	}
	d.until("it is whole", func() bool { return !d.m.takes.rows[0].Live })
	d.sees("1 1:01.3 Graceful Lady")
	d.misses("arriving")
	if d.m.takes.watching {
		t.Error("it is still looked at")
	}
}

func TestATakeLooksTheSameEachTimeItIsHeard(t *testing.T) {
	d := atHome(t)
	d.write("The same waveform, from its beginning to its end.")
	inner := d.m.layout.panels[soundPanel].inner()
	wave := func() string { return ansi.Strip(strings.Join(d.m.waveLines(inner.w, inner.h-2), "\n")) }
	d.speaks("ctrl+r")
	first := wave()
	if strings.TrimSpace(first) == "" {
		t.Fatal("the take is not drawn")
	}
	// From disk it has the same length, and is drawn before it is decoded.
	take, _ := d.m.sounding.speech.Take()
	audio, err := os.ReadFile(take.File)
	if err != nil {
		t.Fatal(err)
	}
	from, to := io.Pipe()
	d.m.sounding.timeline = d.m.player.Load(t.Context(), from, session.FormatOf(d.m.sounding.speech.Request))
	wave()
	to.Write(audio)
	to.Close()
	d.until("it is decoded", func() bool { return d.m.sounding.timeline.Complete() })
	if again := wave(); again != first {
		t.Errorf("heard again it is drawn as\n%s\nbefore it was\n%s", again, first)
	}
}
