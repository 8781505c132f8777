package studio

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"math"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"voicestudio/player"
	"voicestudio/presets"
)

// sends says audio of another voice, in two pieces; cut leaves out the end.
func sends(audio []byte, cut bool) func(*answer) {
	return func(a *answer) {
		for _, piece := range [][]byte{audio[:len(audio)/2], audio[len(audio)/2:]} {
			a.event(map[string]any{"data": map[string]any{"audio": hex.EncodeToString(piece), "status": 1}})
		}
		if cut {
			panic(http.ErrAbortHandler)
		}
		a.event(map[string]any{"data": map[string]any{"status": 2}, "extra_info": map[string]any{"audio_length": 1000, "usage_characters": 3}})
	}
}

// opens opens a preset that asks for a format.
func (d *desk) opens(format string) {
	d.t.Helper()
	store(d.t, d.own, "In "+format, wiseWoman, func(p *presets.Preset) { p.Request.AudioSetting.Format = format })
	d.browse()
	d.write("In " + format)
	d.press("enter")
	d.sees("In " + format)
}

func TestOpusIsKeptInTheStudioWhichSaysThatItCannotBePlayed(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.opens("opus")
	opus := []byte("OggS\x00\x02 as the host sent it")
	d.host.will(sends(opus, false), sends(opus, true))
	d.write("Hi.")
	d.press("ctrl+r")
	why := "take 1 is opus, which is kept but cannot be played here; play the file "
	d.awaits(why, "opus is kept, but cannot be played here")
	take := d.keeps()[0]
	if kept, err := os.ReadFile(take.File); err != nil || !take.Whole() || filepath.Ext(take.File) != ".opus" || !bytes.Equal(kept, opus) {
		t.Fatalf("%+v, %q, %v", take, kept, err)
	}
	d.goes("Takes")
	d.sees("1 0:01  Wise Woman")
	for _, key := range []string{"a", "b", "enter", "space", "f7"} {
		d.press("esc")
		d.misses(why)
		d.press(key)
		d.sees(why)
	}
	d.press("esc", "x")
	d.sees("mark two takes with a and b in Takes")

	d.press("esc", "alt+r")
	d.awaits("♪  2    ?", "cut", "the connection broke off")
	d.misses("opus, which is kept")
	if n, played := len(d.host.asked()), d.player.beginnings(); n != 2 || len(played) > 0 {
		t.Errorf("the host was asked %d times, %d were played", n, len(played))
	}
	d.press("esc", "ctrl+s")
	d.sees("saves over it; this changes:", "sample text")
	d.misses("heard on") // since nobody has
}

func TestMuLawIsPlayedAndComparedAlsoFromDisk(t *testing.T) {
	t.Parallel()
	d := sit(t)
	tone := bytes.Repeat([]byte{0x9f, 0x9f, 0x1f, 0x1f}, 2000) // of 2 kHz
	head := []byte("RIFF\xff\xff\xff\xffWAVEfmt \x10\x00\x00\x00\x07\x00\x01\x00@\x1f\x00\x00@\x1f\x00\x00\x01\x00\x08\x00data")
	d.host.will(sends(tone, false), sends(append(binary.LittleEndian.AppendUint32(head, 0xFFFFFFFF), tone...), false))
	d.write("Hi.")
	for i, format := range []string{"pcmu_raw", "pcmu_wav"} {
		d.opens(format)
		d.press("ctrl+r")
		d.until("it sounds", func() bool { return len(d.player.beginnings()) == i+1 })
		d.hearsOut()
		d.sees("0:01.0 / 0:01.0", "⣿⣿⣿⣿⣿")
		d.ages()
	}
	leaves(t, d)
	d = seat{home: d.home}.sit(t)
	d.run(d.m.Init())
	d.goes("Takes")
	d.awaits("2 0:01 ", "1 0:01 ")
	d.press("a", "down", "b", "x")
	d.until("the other sounds, decoded and measured", func() bool {
		h := d.player.hears()
		return h.state == player.Playing && math.Abs(h.level+21) < 0.05 // of one channel, which two speakers make -18
	})
	d.player.passes(500 * time.Millisecond)
	before := d.player.hears()
	d.press("x")
	d.until("the first goes on there, as loud, once it is decoded", func() bool {
		now := d.player.hears()
		return strings.Contains(d.screen(), "A│B: B") && now.place == before.place && math.Abs(now.level-before.level) < 0.05
	})
}
