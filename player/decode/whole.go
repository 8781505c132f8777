package decode

import (
	"errors"
	"io"
)

// Whole decodes src to its end and hands on each piece of it, which is the
// receiver's until it returns, with its rate in Hz and its channels. The error is
// nil after a whole source, one that wraps ErrDamaged after one that was decoded
// but for some parts, else why there is no more: that of src, of each, or as Read
// tells it.
func Whole(src io.Reader, f Format, each func(x []float32, rate, channels int) error) error {
	dec, err := New(f)
	if err != nil {
		return err
	}
	defer dec.Close()
	buf, x := make([]byte, 64<<10), make([]float32, 8192)
	for ended := false; ; {
		n, err := dec.Read(x)
		switch {
		case errors.Is(err, ErrMore):
			n, err := src.Read(buf)
			dec.Feed(buf[:n])
			if err == io.EOF && !ended {
				ended = true
				dec.End()
			} else if err != nil {
				return err
			}
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		default:
			if err := each(x[:n], dec.Rate(), dec.Channels()); err != nil {
				return err
			}
		}
	}
}
