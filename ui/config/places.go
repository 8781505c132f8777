package config

import (
	"os"
	"path/filepath"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// StateDir is where the draft and the log are: $XDG_STATE_HOME/voicestudio,
// by default under ~/.local/state.
func StateDir() (string, error) {
	state, err := disk.StateHome()
	if err != nil {
		return "", err
	}
	return filepath.Join(state, "voicestudio"), nil
}

// longestLog is how long the log grows, in bytes, before it begins anew; the
// one before is kept beside it.
const longestLog = 4 << 20

// OpenLog opens the log at its end, making its folder. The error is an
// *tts.Error of kind machine.
func OpenLog() (*os.File, error) {
	dir, err := StateDir()
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err != nil {
		return nil, tts.Machine(say.places.none(tts.InWords(err)), err)
	}
	name := filepath.Join(dir, "voicestudio.log")
	if info, err := os.Stat(name); err == nil && info.Size() > longestLog {
		os.Rename(name, name+".1") // if it cannot be, the log grows on
	}
	log, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, tts.Machine(tts.Said{What: say.places.noLog(tts.InWords(err))}, err)
	}
	return log, nil
}
