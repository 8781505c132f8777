package speech

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"strconv"
)

// lame is an encoder child whose mp3 goes to w as it comes.
type lame struct {
	cmd       *exec.Cmd
	in        io.WriteCloser
	copied    chan error // why the mp3 was not taken, or nil, once it has ended
	complaint bytes.Buffer
	channels  int
	buf       []byte
}

// newLame starts lame. --flush is what makes it stream: without it stdout
// comes in blocks of 4096 bytes, a quarter of a second at 128 kbit/s. The rate
// is given twice, else lame picks a lower one for low bitrates. -t leaves the
// Info frame out: its place is before the audio, and nothing in it is known yet.
func (e *Engine) newLame(ctx context.Context, r Result, w io.Writer) (*lame, error) {
	kHz := strconv.FormatFloat(float64(r.SampleRate)/1000, 'f', -1, 64)
	mode := "m"
	if r.Channels == 2 {
		mode = "j"
	}
	l := &lame{copied: make(chan error, 1), channels: r.Channels}
	l.cmd = exec.CommandContext(ctx, e.lame, "--flush",
		"-r", "-s", kHz, "--resample", kHz, "--bitwidth", "16", "--signed", "--little-endian",
		"-m", mode, "--cbr", "-b", strconv.Itoa(r.Bitrate/1000), "-t", "--quiet", "-", "-")
	l.cmd.WaitDelay = waitDelay
	l.cmd.Stderr = &l.complaint
	var err error
	if l.in, err = l.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := l.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := l.cmd.Start(); err != nil {
		return nil, err
	}
	// Read here and not by os/exec, which would give up on a slow reader once
	// the program has ended.
	go func() {
		_, err := io.Copy(w, out)
		out.Close() // where w failed, lame need not go on
		l.copied <- err
	}()
	return l, nil
}

func (l *lame) write(x []float32) error {
	l.buf = appendPCM(l.buf[:0], x, l.channels)
	if _, err := l.in.Write(l.buf); err != nil {
		return fmt.Errorf("%w: %w", errEncoder, err)
	}
	return nil
}

func (l *lame) close() error {
	l.in.Close()
	outErr := <-l.copied
	err := l.cmd.Wait()
	if outErr != nil {
		return outErr
	}
	if err != nil {
		return fmt.Errorf("lame: %w %s", err, bytes.TrimSpace(l.complaint.Bytes()))
	}
	return nil
}
