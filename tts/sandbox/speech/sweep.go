package speech

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// rootPrefix begins the names of the folders in the temporary folder; the
// process follows.
const rootPrefix = "voicestudio-speech-"

// settled is the age before which nothing is swept: a process in another
// container may share the temporary folder without being seen.
const settled = 24 * time.Hour

// sweep removes the folders of processes that were killed before they could.
func sweep() {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), rootPrefix+"*-*"))
	for _, dir := range left {
		process, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(dir), rootPrefix), "-")
		info, err := os.Stat(dir)
		if err != nil || time.Since(info.ModTime()) < settled {
			continue
		}
		if pid, err := strconv.Atoi(process); err == nil && gone(pid) {
			os.RemoveAll(dir)
		}
	}
}

// gone reports that there is surely no such process.
func gone(pid int) bool {
	if runtime.GOOS == "windows" { // which has no signal to ask with
		return false
	}
	p, err := os.FindProcess(pid)
	if err == nil {
		err = p.Signal(syscall.Signal(0))
	}
	return errors.Is(err, os.ErrProcessDone) || errors.Is(err, syscall.ESRCH)
}
