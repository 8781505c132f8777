package speech

import (
	"os"
	"path/filepath"
	"time"

	"voicestudio/tts/takes/disk"
)

// rootPrefix begins the names of the engines' folders in the temporary folder.
// Those of an earlier version, voicestudio-speech-, had no lock.
const rootPrefix = "voicestudio-voice-"

// settled is the age from which an unlocked folder is abandoned: a new one is
// locked within microseconds.
const settled = time.Minute

// sweep removes the folders of processes that were killed before they could.
// The system releases the lock of a dead process, also of one in another
// container that shares the temporary folder.
func sweep() {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), rootPrefix+"*"))
	for _, dir := range left {
		if info, err := os.Lstat(dir); err != nil || !info.IsDir() || time.Since(info.ModTime()) < settled {
			continue
		}
		if unlock, err := disk.TryLock(dir); err == nil && unlock != nil {
			os.RemoveAll(dir)
			unlock()
		}
	}
}
