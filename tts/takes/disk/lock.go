// Package disk is what takes, presets, the sandbox and the screen share: where
// a person's files are, files that are replaced whole or not at all, and locks
// between programs that leave nothing in a folder.
package disk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

// Patience is how long a program waits for another one that is writing. A
// write takes milliseconds; the system releases the lock of one that died.
const Patience = 10 * time.Second

// ErrBusy means that another program held the lock for longer than that.
var ErrBusy error = busy{}

type busy struct{}

func (busy) Error() string { return say.busy }

// Lock waits for the one lock of an existing file or folder and returns how
// to release it. The system releases the lock of a holder that dies. It is not
// reentrant.
func Lock(path string) (unlock func(), err error) { return LockWithin(path, Patience) }

// LockWithin is Lock that gives up after patience.
func LockWithin(path string, patience time.Duration) (unlock func(), err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	unlock, err = lock(path, func(l *flock.Flock) (bool, error) { return l.TryLockContext(ctx, 2*time.Millisecond) })
	if errors.Is(err, context.DeadlineExceeded) || err == nil && unlock == nil {
		return nil, ErrBusy
	}
	return unlock, err
}

// TryLock is Lock without waiting; a nil unlock means that somebody holds it.
func TryLock(path string) (unlock func(), err error) {
	return lock(path, (*flock.Flock).TryLock)
}

// LockName waits for the one lock of a file's name, of whatever is written under it;
// waits is told where another program holds it. The error is also ctx's.
func LockName(ctx context.Context, path string, waits func()) (unlock func(), err error) {
	elsewhere, err := standIn(path)
	if err != nil {
		return nil, err
	}
	unlock, err = hold(flock.New(elsewhere), (*flock.Flock).TryLock)
	if unlock == nil && err == nil {
		waits()
		unlock, err = hold(flock.New(elsewhere), func(l *flock.Flock) (bool, error) { return l.TryLockContext(ctx, 20*time.Millisecond) })
	}
	return unlock, err
}

func lock(path string, take func(*flock.Flock) (bool, error)) (func(), error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	// The thing itself is locked, so nothing appears in its folder and
	// programs of other people on the same machine see the lock. Windows
	// cannot lock a folder and would keep readers out of a locked file; some
	// network file systems cannot either.
	if runtime.GOOS != "windows" {
		unlock, err := hold(flock.New(path, flock.SetFlag(os.O_RDONLY)), take)
		if err == nil || errors.Is(err, context.DeadlineExceeded) {
			return unlock, err
		}
	}
	elsewhere, err := standIn(path)
	if err != nil {
		return nil, err
	}
	return hold(flock.New(elsewhere), take)
}

func hold(l *flock.Flock, take func(*flock.Flock) (bool, error)) (func(), error) {
	held, err := take(l)
	if err != nil || !held {
		l.Close()
		return nil, err
	}
	return func() { l.Close() }, nil
}

// standIn is an empty file of the person's cache, one for each path.
func standIn(path string) (string, error) {
	cache, err := CacheHome()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "voicestudio", "locks")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(dir, hex.EncodeToString(sum[:8])), nil
}
