package cli

import (
	"context"
	"io"
	"os"

	"github.com/muesli/cancelreader"

	"voicestudio/tts"
	"voicestudio/ui/session"
)

// readAll reads standard input to its end, at most so many bytes; ctrl+c ends
// the waiting for it.
func readAll(ctx context.Context, in io.Reader, most int64) ([]byte, error) {
	from, done := interruptible(ctx, in)
	defer done()
	b, err := io.ReadAll(io.LimitReader(from, most))
	switch {
	case ctx.Err() != nil:
		return nil, tts.Stopped(nil)
	case err != nil:
		return nil, tts.Machine(tts.Said{What: say.files.cannotReadInput(session.Reason(err))}, err)
	}
	return b, nil
}

// readInput reads a file, or standard input, up to a limit; ctrl+c ends the waiting
// for it.
func (o *options) readInput(ctx context.Context, name string, limit int64) ([]byte, error) {
	if name == "-" {
		return readAll(ctx, o.in, limit)
	}
	type opening struct {
		file *os.File
		err  error
	}
	opened := make(chan opening, 1)
	go func() { // until somebody writes, if it is a pipe
		f, err := os.Open(name)
		opened <- opening{f, err}
	}()
	var f *os.File
	select {
	case <-ctx.Done():
		return nil, tts.Stopped(nil)
	case now := <-opened:
		if f = now.file; now.err != nil {
			return nil, presetFault(now.err)
		}
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, tts.Wrong("", say.files.folder(quote(name)))
	}
	from, done := interruptible(ctx, f)
	defer done()
	data, err := io.ReadAll(io.LimitReader(from, limit))
	switch {
	case ctx.Err() != nil:
		return nil, tts.Stopped(nil)
	case err != nil:
		return nil, tts.Machine(tts.Said{What: say.files.cannotRead(session.Reason(err))}, err)
	}
	return data, nil
}

// interruptible lets ctx end a Read that waits: for a person, or a program
// that writes nothing.
func interruptible(ctx context.Context, in io.Reader) (from io.Reader, done func()) {
	f, isFile := in.(*os.File)
	if !isFile {
		return in, func() {}
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		return in, func() {} // never waits, and cannot be waited for
	}
	r, err := cancelreader.NewReader(f)
	if err != nil {
		// Such as /dev/null, which never waits either.
		return in, func() {}
	}
	stop := context.AfterFunc(ctx, func() { r.Cancel() })
	return r, func() { stop(); r.Close() }
}
