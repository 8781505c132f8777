package speech

import (
	"context"
	"io"
	"strconv"
)

// newLame starts lame. --flush is what makes it stream: without it stdout
// comes in blocks of 4096 bytes, a quarter of a second at 128 kbit/s. The rate
// is given twice, else lame picks a lower one for low bitrates. -t leaves the
// Info frame out: its place is before the audio, and nothing in it is known yet.
func (e *Engine) newLame(ctx context.Context, r Result, w io.Writer) (*program, error) {
	kHz := strconv.FormatFloat(float64(r.SampleRate)/1000, 'f', -1, 64)
	mode := "m"
	if r.Channels == 2 {
		mode = "j"
	}
	return newProgram(ctx, r.Channels, w, e.lame, "--flush",
		"-r", "-s", kHz, "--resample", kHz, "--bitwidth", "16", "--signed", "--little-endian",
		"-m", mode, "--cbr", "-b", strconv.Itoa(r.Bitrate/1000), "-t", "--quiet", "-", "-")
}
