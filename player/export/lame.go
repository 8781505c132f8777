package export

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// errNoMP3 says that no mp3 can be made here of this.
var errNoMP3 = errors.New("no mp3 can be made")

// lameKbit are kbit/s that leave nothing of speech to be heard, at the sample rates
// of layer III in Hz. MPEG-2, up to 24 kHz, has no more. Below 16 kHz is MPEG-2.5,
// which is no standard, and wav takes hardly more room there.
var lameKbit = map[int]int{16000: 160, 22050: 160, 24000: 160, 32000: 192, 44100: 192, 48000: 192}

// lameEnds is how long lame may take to end once it is told to.
const lameEnds = time.Second

// mp3 encodes by lame. It writes into a file, since only there it can go back and
// note the delay and the padding: so a decoder gets the samples' very places.
func (a *audio) mp3(ctx context.Context) ([]byte, error) {
	lame, err := exec.LookPath("lame")
	kbit := lameKbit[a.rate]
	if err != nil || kbit == 0 {
		return nil, errNoMP3
	}
	dir, err := os.MkdirTemp("", "voicestudio-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	mode := "m"
	if a.channels == 2 {
		mode = "j"
	}
	kHz, file := strconv.FormatFloat(float64(a.rate)/1000, 'f', -1, 64), filepath.Join(dir, "clip.mp3")
	cmd := exec.CommandContext(ctx, lame, "-r", "-s", kHz, "--resample", kHz, "--bitwidth", "16", "--signed", "--little-endian",
		"-m", mode, "--cbr", "-b", strconv.Itoa(kbit), "--quiet", "-", file)
	var complaint bytes.Buffer
	cmd.Stdin, cmd.Stderr, cmd.WaitDelay = bytes.NewReader(a.pcm()), &complaint, lameEnds
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("lame: %w %s", err, bytes.TrimSpace(complaint.Bytes()))
	}
	return os.ReadFile(file)
}
