package cli

import (
	"context"
	"errors"
	"os"

	"voicestudio/player"
	"voicestudio/player/decode"
	"voicestudio/tts"
	"voicestudio/ui/charset"
	"voicestudio/ui/config"
)

// heard says how a playing that has ended went, as an *tts.Error: the exit
// code tells a device that has gone from audio that nobody can play.
func heard(ctx context.Context, err error, cure string) error {
	if ctx.Err() != nil {
		return tts.Stopped(nil)
	}
	if err == nil {
		return nil
	}
	kind, message := tts.KindStream, say.sound.cannotPlay(tts.Reason(err))
	_, library := errors.AsType[*decode.NeedsLibraryError](err)
	switch {
	case errors.Is(err, player.ErrDeviceLost):
		kind, message = tts.KindMachine, tts.Reason(err)
	case library, errors.Is(err, player.ErrTooLong):
		kind = tts.KindMachine
	case errors.Is(err, decode.ErrDamaged):
		message = tts.Reason(err)
	}
	return tts.Fault(kind, tts.Said{What: message, Cure: cure}).From(err)
}

// openPlayer opens the sound device with the noise of sound libraries turned
// to the log. quiet puts things back; the player is closed before it.
func (o *options) openPlayer() (play *player.Player, quiet func()) {
	quiet = o.hush()
	return player.New(), quiet
}

// hush turns the noise of sound libraries to the log; quiet puts things back.
func (o *options) hush() (quiet func()) {
	quiet = func() {}
	// Only the program's own standard error can be turned away; without a log
	// the noise is the lesser evil.
	if log, err := config.OpenLog(); err == nil {
		quiet = func() { log.Close() }
		if terminal, restore, err := player.QuietStderr(log); err == nil {
			before := o.err
			if charset.Unwrap(before) == os.Stderr {
				o.err = o.letters.Writer(terminal)
			}
			quiet = func() { o.err = before; restore(); log.Close() }
		}
	}
	return quiet
}
