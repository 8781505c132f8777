package studio

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"voicestudio/tts"
)

// exports opens the export of the take under the cursor, into a file of its
// own folder.
func (d *desk) exports(name string) (file string) {
	d.t.Helper()
	file = filepath.Join(d.home, name)
	d.press("e")
	d.sees("━ Export take ", "file", "format", "loudness")
	d.press("ctrl+u")
	d.paste(file)
	return file
}

func TestATakeIsExportedAsWavAndAsLoudAsAskedFor(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	d.press("down")
	file := d.exports("out.wav")
	d.press("tab", "tab", "tab", "right")
	d.sees("[−16]")
	d.press("enter")
	d.awaits("wrote ", "out.wav: wav, 0:02.", "−16.0 LUFS", "dBTP")
	b, err := os.ReadFile(file)
	if err != nil || !bytes.HasPrefix(b, []byte("RIFF")) || !bytes.Contains(b, []byte("voicestudio")) {
		t.Fatalf("%v, %d bytes", err, len(b))
	}

	// The file is there: it is replaced only when asked twice.
	d.exports("out.wav")
	d.press("enter")
	d.sees("the file is there already: enter again replaces it")
	if again, _ := os.ReadFile(file); !bytes.Equal(again, b) {
		t.Fatal("it was replaced before anybody said so")
	}
	d.press("enter")
	d.until("it is replaced", func() bool { again, _ := os.ReadFile(file); return len(again) > 0 && !bytes.Equal(again, b) })
	d.loses("━ Export")
}

func TestAnExportSaysWhatItCannotDo(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	d.exports("nowhere/out.wav")
	d.press("enter")
	d.sees("there is no folder ", "name another one")
	d.press("esc")
	d.exports("out.ogg")
	d.press("enter")
	d.sees("a file of this format ends in .wav")
	d.press("esc")
	file := d.exports("out")
	d.press("tab", "tab", "tab")
	d.write("x")
	d.press("enter")
	d.sees("type a loudness below 0 and above −70 LUFS")
	d.press("backspace")
	d.write("-0.5")
	d.press("enter")
	d.awaits("Error", "-0.5 LUFS is out of reach")
	if left, _ := filepath.Glob(file + "*"); len(left) > 0 {
		t.Error("there is", left)
	}
}

func TestThePartThatRepeatsIsExportedAsFlacAndTheOriginalIsWhatCame(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two three four five six seven eight nine ten.")
	d.press("ctrl+r")
	d.awaits("▶ 0:0")
	d.goes("Sound")
	d.until("it has come", func() bool { d.settle(); return !bytes.Contains([]byte(d.screen()), []byte("arriving")) })
	d.player.passes(500 * time.Millisecond)
	d.press("i")
	d.player.passes(time.Second)
	d.press("o")
	d.goes("Takes")
	file := d.exports("part.wav")
	x, y := d.find("0:00.5–0:01.5")
	d.click(x+1, y)
	x, y = d.find(" flac ")
	d.click(x+1, y)
	d.sees("[flac]", "[0:00.5–0:01.5]", "part.flac")
	x, y = d.find("enter writes it")
	d.click(x+1, y)
	d.awaits("part.flac: flac, 0:01.0")
	if b, err := os.ReadFile(file[:len(file)-3] + "flac"); err != nil || !bytes.HasPrefix(b, []byte("fLaC")) {
		t.Error(err)
	}

	d.exports("all.wav")
	x, y = d.find("0:00.5–0:01.5")
	d.click(x+1, y)
	d.press("shift+tab", "right", "right")
	d.sees("[as it came (mp3)]", "[all of it]", "all.mp3")
	d.press("enter")
	d.awaits("all.mp3: mp3 as it came")
	take := d.keeps()[0]
	came, _ := os.ReadFile(take.File)
	if b, err := os.ReadFile(filepath.Join(d.home, "all.mp3")); err != nil || len(came) == 0 || !bytes.HasSuffix(b, came) {
		t.Error("that is not what came:", err)
	}
}

// Subtitles are another answer: its price stands beside the choice, and it can be
// given up.
func TestSubtitlesSayTheirPriceAndCanBeGivenUp(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	d.write("One two three.")
	d.speaks("ctrl+r")
	d.goes("Takes")
	file := d.exports("out.wav")
	d.sees("spoken again for them, ≈ $")
	d.press("up", "right", "right")
	d.sees("[vtt]")
	d.host.will(held(nil))
	d.press("enter")
	d.awaits("speaking it once more, for the subtitles… · esc stops")
	d.exports("other.wav")
	d.press("up", "right", "enter")
	d.sees("another take is still being spoken for its subtitles")
	d.press("esc", "esc")
	d.awaits("stopped")

	// It comes from disk the next time that they are wanted.
	for range 2 {
		d.goes("Takes")
		d.exports("out.wav")
		d.press("up", "right", "right", "enter")
		d.goes("Voice") // where one is told of takes that others make
		d.until("both are written", func() bool {
			_, err := os.Stat(filepath.Join(d.home, "out.vtt"))
			return err == nil && strings.Contains(d.screen(), "out.wav and out.vtt: wav, ")
		})
		d.settle()
		d.misses("outside this studio", "1 new take")
		os.Remove(file)
		os.Remove(filepath.Join(d.home, "out.vtt"))
	}
	if n := len(d.host.asked()); n != 3 {
		t.Errorf("the host was asked %d times", n)
	}
}
