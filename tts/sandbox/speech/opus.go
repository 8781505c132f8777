package speech

import (
	"context"
	"io"
	"strconv"
)

// opusBitrate is in bit/s for a channel. The API's bitrate is mp3's alone.
const opusBitrate = 64000

// newOpus starts opusenc, which writes Ogg. Two of its ways of waiting are
// turned off, a decision about two seconds ahead (control 14000 of
// libopusenc's opusenc.h) and pages of one second; what is left is what stdio
// holds, 4096 bytes or half a second. A constant bit rate is one that can be
// told beforehand. The serial number is fixed, so that the same request gives
// the same bytes.
func newOpus(ctx context.Context, r Result, w io.Writer) (*program, error) {
	path, missing := findOpus()
	if missing != nil {
		return nil, missing
	}
	return newProgram(ctx, r.Channels, w, path, "--quiet", "--raw",
		"--raw-rate", strconv.Itoa(r.SampleRate), "--raw-chan", strconv.Itoa(r.Channels),
		"--hard-cbr", "--bitrate", strconv.Itoa(r.Bitrate/1000), "--speech",
		"--set-ctl-int", "14000=0", "--max-delay", "250", "--serial", "1", "--padding", "0", "-", "-")
}
