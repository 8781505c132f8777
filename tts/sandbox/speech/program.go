package speech

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
)

// program is an encoder child that takes 16-bit samples and whose output goes
// to w as it comes.
type program struct {
	cmd       *exec.Cmd
	in        io.WriteCloser
	copied    chan error // why the output was not taken, or nil, once it has ended
	complaint bytes.Buffer
	channels  int
	buf       []byte
}

func newProgram(ctx context.Context, channels int, w io.Writer, path string, args ...string) (*program, error) {
	p := &program{copied: make(chan error, 1), channels: channels}
	p.cmd = exec.CommandContext(ctx, path, args...)
	p.cmd.WaitDelay = waitDelay
	p.cmd.Stderr = &p.complaint
	var err error
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	// Read here and not by os/exec, which would give up on a slow reader once
	// the program has ended.
	go func() {
		_, err := io.Copy(w, out)
		out.Close() // where w failed, the program need not go on
		p.copied <- err
	}()
	return p, nil
}

func (p *program) write(x []float32) error {
	p.buf = appendPCM(p.buf[:0], x, p.channels)
	if _, err := p.in.Write(p.buf); err != nil {
		return fmt.Errorf("%w: %w", errEncoder, err)
	}
	return nil
}

func (p *program) close() error {
	p.in.Close()
	outErr := <-p.copied
	err := p.cmd.Wait()
	if outErr != nil {
		return outErr
	}
	if err != nil {
		return fmt.Errorf("%s: %w %s", filepath.Base(p.cmd.Path), err, bytes.TrimSpace(p.complaint.Bytes()))
	}
	return nil
}
