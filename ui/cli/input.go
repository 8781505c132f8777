package cli

import (
	"context"
	"io"
	"os"

	"github.com/muesli/cancelreader"

	"voicestudio/tts"
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
		return nil, tts.Machine(tts.Said{What: say.files.cannotReadInput(err.Error())}, err)
	}
	return b, nil
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
