package studio

import (
	"strings"
	"testing"
	"time"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/charset"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms/listen"
)

func TestTheLoopIsDrawnAndAClickGoesThere(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write(strings.Repeat("o", 60)) // hums for 3.6 s
	d.press("ctrl+r")
	d.sounds("it", func(tts.Request) bool { return true })
	d.loses("arriving")
	d.goes("Sound")
	x, y := d.find("━ Sound ")
	x, y = x+1, y+1 // the cell of its beginning
	cells := func(row int) []rune { return []rune(strings.Split(d.screen(), "\n")[y+row])[x:][:42] }
	d.player.passes(1800 * time.Millisecond)
	d.press("i")
	if got := cells(0); got[21] != '┌' && got[21] != '│' {
		t.Errorf("where the loop begins: %c", got)
	}
	d.player.passes(900 * time.Millisecond)
	d.press("o")
	d.player.passes(450 * time.Millisecond)
	d.send(listen.TickMsg{})
	if got := cells(0); got[21] != '┌' || got[31] != '┐' || got[26] != '│' {
		t.Errorf("the loop from 1.8 s to 2.7 s, at 2.25 s: %c", got)
	}
	d.sees("0      ")
	_, axis := d.find(" 1 s  ")
	for _, c := range []struct {
		row  int
		want time.Duration
	}{{0, 1200 * time.Millisecond}, {axis - y, 1200 * time.Millisecond}, {axis - y + 1, 2250 * time.Millisecond}} {
		d.player.Seek(2250 * time.Millisecond)
		d.click(x+14, y+c.row)
		if at := d.player.hears().place; at != c.want {
			t.Errorf("a click on row %d goes to %v, want %v", c.row, at, c.want)
		}
	}
}

func TestADeviceThatGoesAndComesBackIsTold(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.run(d.m.Init())
	d.awaits("● speaker")
	d.player.becomes(player.Device{Name: "silent", Silent: true, Reason: "the sound server has gone; sound goes on by itself when it is back"})
	d.awaits("○ no sound", "! the sound server has gone; sound goes on by itself when it is back")
	d.player.becomes(player.Device{Name: "speaker"})
	d.awaits("● speaker", "there is sound now")
	d.press("f12")
	d.sees("the sound server has gone")
}

func TestTheReportOfATakeIsNeverCutInAWord(t *testing.T) {
	t.Parallel()
	d := sit(t)
	now := time.Now()
	d.m.(*Model).Now = func() time.Time { return now } // the host answers at once
	d.player.report = player.Report{FirstSound: 312 * time.Millisecond, Underruns: 1, Speed: 4.2}
	d.write("Hi there.")
	d.speaks("ctrl+r")
	d.goes("Sound")
	d.press("i", "o", "]", "up")
	for _, size := range []struct {
		w, h  int
		seen  []string
		never []string
	}{
		{200, 60, []string{"9 characters, free · first sound 312 ms · 1 underrun · 4.20× real time", "1.10×  +1 dB  ↻ 0:00.0–0:00.6", "LUFS"}, nil},
		{120, 40, []string{"free · first sound 312 ms · 1 underrun", "1.10×  +1 dB  ↻"}, nil},
		{80, 24, []string{"free · first sound 312 ms · 1 underrun", "1.10×  +1 dB  ↻"}, nil},
		{60, 18, []string{"9 characters, free · first sound 312 ms · 1 underrun"}, []string{"real time"}},
	} {
		d.resize(size.w, size.h)
		d.sees(size.seen...)
		d.misses(size.never...)
		x, y := d.find(" Sound ")
		for _, line := range strings.Split(d.screen(), "\n")[y+1 : y+6] {
			if line = string([]rune(line)[x:]); strings.Contains(line, "…") {
				t.Errorf("%dx%d: %s", size.w, size.h, line)
			}
		}
	}
}

// The person waited for the host, too, not only for the player.
func TestTheFirstSoundIsCountedFromTheKey(t *testing.T) {
	t.Parallel()
	d := sit(t)
	now := time.Now()
	d.m.(*Model).Now = func() time.Time { return now }
	d.player.report = player.Report{FirstSound: 112 * time.Millisecond}
	begin := make(chan struct{})
	d.host.will(held(begin))
	d.write("Hi there.")
	d.asks()
	now = now.Add(900 * time.Millisecond)
	close(begin)
	d.awaits("first sound 1012 ms")
	d.player.report.FirstSound = time.Millisecond // of hearing it again
	d.goes("Sound")
	d.press("enter")
	d.awaits("first sound 1012 ms")
}

func TestSpeedIsWrittenOneWay(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Hi there.")
	d.speaks("ctrl+r")
	d.goes("Sound")
	d.press("[")
	d.sees("  0.90×", "listening at 0.90×")
	d.goes("Voice")
	d.press("down", "left", "left")
	d.shows("speed", "0.90×")
}

func TestHalfBlocksStandWhereBrailleIsNotToBeHad(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Hi there.")
	d.speaks("ctrl+r")
	d.m.(*Model).dress(func(l *paint.Look) { l.Charset = charset.Console })
	states["light"](d) // the terminal tells its background later
	d.sees("███")
	if strings.ContainsFunc(d.screen(), func(r rune) bool { return r >= 0x2800 && r <= 0x28ff }) {
		t.Error(d.screen())
	}
}
