package player

// What an error of Timeline.Err or Wait wraps tells what went wrong;
// its text is that of the cause alone, which it wraps as well. What was decoded
// before is playable.
var (
	// ErrSource: reading the source failed.
	ErrSource error = sentinel{&say.source.brokeOff}
	// ErrUndecodable: some or all of the source cannot be decoded. It also wraps
	// decode.ErrDamaged, where the rest was, decode.ErrNoAudio or
	// decode.ErrFormat, or a *decode.NeedsLibraryError.
	ErrUndecodable error = sentinel{&say.source.undecodable}
	// ErrTooLong: the source is longer than what is held of one.
	ErrTooLong error = sentinel{&say.source.tooLong}
	// ErrDeviceLost, by Wait only: the sound device was lost while it played.
	ErrDeviceLost error = sentinel{&say.source.notHeard}
)

// failure is a cause of one of these kinds.
type failure struct{ kind, cause error }

func (f *failure) Error() string   { return f.cause.Error() }
func (f *failure) Unwrap() []error { return []error{f.kind, f.cause} }
