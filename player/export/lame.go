package export

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// ErrNoLame is returned, or wrapped, where an mp3 is to be made and there is
// nothing to make it.
var ErrNoLame error = sentinel{&say.noLame}

// lameKbit are kbit/s that leave nothing of speech to be heard, at the sample rates
// of layer III in Hz. MPEG-2, up to 24 kHz, has no more. Below 16 kHz is MPEG-2.5,
// which is no standard, and wav takes hardly more room there.
var lameKbit = map[int]int{16000: 160, 22050: 160, 24000: 160, 32000: 192, 44100: 192, 48000: 192}

// quality is a bit rate as the sound needs it, some 100 kbit/s for a voice. Of a
// constant one below 256 kbit/s lame lowers the level by 0.3 to 0.45 dB.
var quality = []string{"-V", "2"}

// lameEnds is how long lame may take to end once it is told to.
const lameEnds = time.Second

func findLame() (string, error) {
	lame, err := exec.LookPath("lame")
	if err != nil {
		return "", ErrNoLame
	}
	return lame, nil
}

// writeMP3 writes an mp3 for others. A rate that layer III does not have becomes
// one that loses little of it.
func writeMP3(ctx context.Context, w io.Writer, a *audio, tags []Tag) error {
	rate := a.rate
	if lameKbit[rate] == 0 {
		rate = 48000
	}
	if a.rate < 16000 {
		rate = 16000
	}
	return a.mp3(ctx, w, rate, tags, quality)
}

// mp3 encodes settled audio by lame, behind the tags. Lame writes into a file,
// since only there it can go back and note the delay and the padding: so a decoder
// gets the samples' very places.
func (a *audio) mp3(ctx context.Context, w io.Writer, rate int, tags []Tag, how []string) error {
	lame, err := findLame()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "voicestudio-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	mode := "m"
	if a.channels == 2 {
		mode = "j"
	}
	file := filepath.Join(dir, "clip.mp3")
	cmd := exec.CommandContext(ctx, lame, "-r", "-s", kHz(a.rate), "--resample", kHz(rate), "--bitwidth", "16", "--signed", "--little-endian",
		"-m", mode, "--quiet")
	cmd.Args = append(append(cmd.Args, how...), "-", file)
	var complaint bytes.Buffer
	cmd.Stdin, cmd.Stderr, cmd.WaitDelay = a.pcm(), &complaint, lameEnds
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("lame: %w %s", err, bytes.TrimSpace(complaint.Bytes()))
	}
	made, err := os.Open(file)
	if err != nil {
		return err
	}
	defer made.Close()
	if len(tags) > 0 {
		if _, err := w.Write(id3Tag(nil, tags)); err != nil {
			return err
		}
	}
	_, err = io.Copy(w, made)
	return err
}

func kHz(rate int) string { return strconv.FormatFloat(float64(rate)/1000, 'f', -1, 64) }
