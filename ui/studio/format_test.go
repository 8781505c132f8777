package studio

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts/takes/disk"
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

func TestOpusIsPlayedInTheStudioAndPutBesideOthers(t *testing.T) {
	t.Parallel()
	d := sit(t)
	opus := exec.Command("opusenc", "--quiet", "--raw", "--raw-rate", "8000", "--raw-chan", "1", "--padding", "0", "-", "-")
	opus.Stdin = bytes.NewReader(bytes.Repeat([]byte{0, 0x20, 0, 0x20, 0, 0xe0, 0, 0xe0}, 2000))
	tone, err := opus.Output()
	if err != nil {
		t.Fatal(err)
	}
	d.host.will(sends(tone, false), sends(tone, true))
	d.opens("opus")
	d.write("Hi.")
	d.press("ctrl+r")
	d.until("it sounds", func() bool { return len(d.player.beginnings()) == 1 })
	d.hearsOut()
	d.sees("0:01.0 / 0:01.0", "⣿⣿⣿⣿⣿")
	d.misses("opus is", "cannot be")
	if kept, err := os.ReadFile(d.keeps()[0].File); err != nil || filepath.Ext(d.keeps()[0].File) != ".opus" || !bytes.Equal(kept, tone) {
		t.Fatalf("%d bytes of %d, %v", len(kept), len(tone), err)
	}
	d.press("alt+r")
	d.awaits("♪  2 0:01", "cut", "the connection broke off")
	d.goes("Takes")
	d.press("esc", "e")
	d.sees("wav", "flac", "as it came (opus)")
}

func TestWhatALaterVersionHasKeptSaysThatItCannotBePlayed(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.host.will(sends([]byte("ADIF as another version asked for it"), false))
	d.opens("pcm")
	d.write("Hi.")
	d.press("ctrl+r")
	d.hearsOut()
	leaves(t, d)
	take := d.keeps()[0]
	document := strings.TrimSuffix(take.File, "pcm") + "json"
	unlock, err := disk.Lock(filepath.Dir(document)) // the studio may be keeping what it measured
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(document)
	if err == nil {
		err = os.WriteFile(document, bytes.Replace(b, []byte(`"pcm"`), []byte(`"aac"`), 1), 0o600)
	}
	if err == nil {
		err = os.Rename(take.File, strings.TrimSuffix(take.File, "pcm")+"aac")
	}
	unlock()
	if err != nil {
		t.Fatal(err)
	}
	d = seat{home: d.home}.sit(t)
	d.run(d.m.Init())
	d.goes("Takes")
	d.awaits("1 0:01  Wise Woman")
	why := "take 1 is aac, which is kept but cannot be played here; play the file "
	for _, key := range []string{"a", "b", "enter"} {
		d.press("esc")
		d.misses(why)
		d.press(key)
		d.sees(why)
	}
	d.press("esc", "x")
	d.sees("mark two takes with a and b in Takes")
	d.press("esc", "e")
	d.sees("format     [as it came (aac)]")
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
