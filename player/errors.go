package player

import "errors"

// What an error of Timeline.Err or Wait wraps tells what went wrong;
// its text is that of the cause alone, which it wraps as well. What was decoded
// before is playable.
var (
	// ErrSource: reading the source failed.
	ErrSource = errors.New("the source broke off")
	// ErrUndecodable: some or all of the source cannot be decoded. It also wraps
	// decode.ErrDamaged, where the rest was, decode.ErrNoAudio or
	// decode.ErrFormat, or a *decode.NeedsLibraryError.
	ErrUndecodable = errors.New("the source cannot be decoded")
	// ErrTooLong: the source is longer than what is held of one.
	ErrTooLong = errors.New("the source is too long")
	// ErrDeviceLost, by Wait only: the sound device was lost while it played.
	ErrDeviceLost = errors.New("it was not heard to its end")
)

// failure is a cause of one of these kinds.
type failure struct{ kind, cause error }

func (f *failure) Error() string   { return f.cause.Error() }
func (f *failure) Unwrap() []error { return []error{f.kind, f.cause} }
