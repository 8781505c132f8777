package host

import (
	"context"
	"io"
	"net/http"
	"sync/atomic"
	"time"

	"voicestudio/tts"
)

// How long a host may send nothing of use. Streams speak within seconds; a whole
// answer of 9,999 characters is about 45 minutes of speech to make first.
const (
	longestSilence = time.Minute
	longestWhole   = 10 * time.Minute
	// longestError is what the body of an error is worth, whose status has
	// said the most.
	longestError = 10 * time.Second
)

// watch is the patience with one answer: it ends the request, with an error
// that says so, where the host is waited for without anything of use coming.
// Comments, blank lines and frames without audio are of no use. Time in which
// nobody reads does not count. It is used by one goroutine.
type watch struct {
	limit  time.Duration
	left   time.Duration
	cancel context.CancelCauseFunc
	timer  *time.Timer
	since  time.Time
	idle   atomic.Bool // something of no use has come
}

func newWatch(limit time.Duration, cancel context.CancelCauseFunc) *watch {
	w := &watch{limit: limit, left: limit, cancel: cancel}
	w.timer = time.AfterFunc(limit, w.giveUp)
	w.timer.Stop()
	return w
}

func (w *watch) giveUp() {
	said := say.config.nothing(w.limit)
	if w.idle.Load() {
		said = say.config.noAudioFor(w.limit)
	}
	w.cancel(tts.Lost(said, nil).Again())
}

func (w *watch) begin() {
	w.since = time.Now()
	w.timer.Reset(max(w.left, 0))
}

func (w *watch) end() {
	w.timer.Stop()
	w.left -= time.Since(w.since)
}

// fresh begins the patience anew, since something of use has come.
func (w *watch) fresh() {
	w.left = w.limit
	w.idle.Store(false)
}

// hurry leaves less patience from here on.
func (w *watch) hurry(limit time.Duration) { w.limit, w.left = limit, limit }

// do sends a request. Its answer's head is of use, its body is watched.
func (w *watch) do(client *http.Client, req *http.Request) (*http.Response, error) {
	w.begin()
	resp, err := client.Do(req)
	w.end()
	if err != nil {
		return nil, err
	}
	w.fresh()
	resp.Body = &watchedBody{resp.Body, w}
	return resp, nil
}

type watchedBody struct {
	io.ReadCloser
	watch *watch
}

func (b *watchedBody) Read(p []byte) (int, error) {
	b.watch.begin()
	n, err := b.ReadCloser.Read(p)
	b.watch.end()
	if n > 0 {
		b.watch.idle.Store(true)
	}
	return n, err
}
