package cli

import (
	"os"

	"voicestudio/player"
	"voicestudio/ui/session"
)

// openPlayer opens the sound device with the noise of sound libraries turned
// to the log. quiet puts things back; the player is closed before it.
func (o *options) openPlayer() (play *player.Player, quiet func()) {
	quiet = func() {}
	// Only the program's own standard error can be turned away; without a log
	// the noise is the lesser evil.
	if log, err := session.OpenLog(); err == nil {
		quiet = func() { log.Close() }
		if terminal, restore, err := player.QuietStderr(log); err == nil {
			before := o.err
			if before == os.Stderr {
				o.err = terminal
			}
			quiet = func() { o.err = before; restore(); log.Close() }
		}
	}
	return player.New(), quiet
}
