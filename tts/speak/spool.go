package speak

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"sync"
)

// spool is the encoded audio of one answer from its first byte on, for any
// number of readers at their own pace. It lies in the take's file and, from
// where that takes no more, in memory: what was paid for is lost neither to a
// full disk nor to a reader that gives up.
type spool struct {
	file string // of the take; empty where there is none

	mu    sync.Mutex
	more  sync.Cond
	filed int64  // bytes in the file
	rest  []byte // those after them
	err   error  // how it ended, io.EOF where whole; nil while it grows
}

func newSpool(file string) *spool {
	s := &spool{file: file}
	s.more.L = &s.mu
	return s
}

// grow says that n more bytes are in the file, and rest after them.
func (s *spool) grow(n int, rest []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.filed += int64(n)
	s.rest = append(s.rest, rest...)
	s.more.Broadcast()
}

func (s *spool) end(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.err = err
	s.more.Broadcast()
}

// reader reads a spool from its start. Read waits for what has not come yet;
// Close, from any goroutine, ends that.
type reader struct {
	s      *spool
	file   *os.File // nil where there is none
	wrong  error    // why
	at     int64
	closed bool // of s.mu
}

func (s *spool) reader() *reader {
	r := &reader{s: s, wrong: fs.ErrNotExist}
	if s.file != "" {
		r.file, r.wrong = os.Open(s.file)
	}
	return r
}

func (r *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	n, filed, err := r.await(p)
	switch {
	case filed && r.wrong != nil:
		return 0, r.wrong
	case filed:
		if n, err = r.file.ReadAt(p[:n], r.at); n > 0 {
			err = nil
		} else if errors.Is(err, io.EOF) { // somebody has cut the file
			err = io.ErrUnexpectedEOF
		}
	}
	r.at += int64(n)
	return n, err
}

// await waits for more. What lies in memory it copies to p; of what lies in
// the file it says how much may be read.
func (r *reader) await(p []byte) (n int, filed bool, err error) {
	s := r.s
	s.mu.Lock()
	defer s.mu.Unlock()
	for !r.closed && r.at == s.filed+int64(len(s.rest)) && s.err == nil {
		s.more.Wait()
	}
	switch {
	case r.closed:
		return 0, false, fs.ErrClosed
	case r.at < s.filed:
		return int(min(int64(len(p)), s.filed-r.at)), true, nil
	case r.at < s.filed+int64(len(s.rest)):
		return copy(p, s.rest[r.at-s.filed:]), false, nil
	}
	return 0, false, s.err
}

func (r *reader) Close() error {
	r.s.mu.Lock()
	r.closed = true
	r.s.more.Broadcast()
	r.s.mu.Unlock()
	if r.file == nil {
		return nil
	}
	return r.file.Close()
}
