package host

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"voicestudio/tts"
)

// tries and patience bound the attempts at a request that the host asks us to
// repeat; any other fault that a second try may cure is tried once more.
const (
	tries    = 4
	patience = 30 * time.Second
)

// Open implements tts.Host. It returns once the first audio has arrived, so
// that a refusal, however late the host says it, is an error of Open and can
// be tried again without anything having been heard.
func (c *Client) Open(ctx context.Context, r tts.Request, stream bool) (*tts.Stream, error) {
	began := time.Now()
	for try := 1; ; try++ {
		paced, err := c.pace(ctx)
		if err != nil {
			return nil, err
		}
		began = began.Add(paced) // only the host's own slowness counts
		answer, after, err := c.send(ctx, r, stream)
		if err == nil {
			return answer, nil
		}
		fault := tts.AsError(err, tts.KindStream)
		pause := time.Duration(float64(time.Second<<(try-1)) * (1 + rand.Float64()/4))
		if after > 0 {
			pause = after
		}
		if try >= triesFor(fault) || time.Since(began)+pause > patience {
			return nil, fault
		}
		if err := c.wait(ctx, pause, fault); err != nil {
			return nil, err
		}
	}
}

// triesFor counts the tries that a fault is worth. An answer that broke off
// may have been billed, so only a person may ask for it again.
func triesFor(fault *tts.Error) int {
	_, unsent := errors.AsType[*unreached](fault)
	switch {
	case !fault.Retryable || fault.Kind == tts.KindStream && !unsent:
		return 1
	case fault.Kind == tts.KindRateLimit:
		return tries
	}
	return 2
}

func (c *Client) wait(ctx context.Context, pause time.Duration, why *tts.Error) error {
	if c.Waiting != nil {
		c.Waiting(pause, why)
	}
	select {
	case <-ctx.Done():
		return interrupted(ctx)
	case <-time.After(pause):
		return nil
	}
}

// send asks once. retryAfter is how long the host wants to be left alone.
func (c *Client) send(ctx context.Context, r tts.Request, stream bool) (_ *tts.Stream, retryAfter time.Duration, _ error) {
	ctx, cancel := context.WithCancelCause(ctx)
	limit := longestSilence
	if !stream {
		limit = longestWhole
	}
	watch := newWatch(limit, cancel)
	base := c.base(r.Model)
	c.dropSlept(base, time.Now())
	ended := c.warmth.begin(base)
	var clock stopwatch
	resp, err := c.post(clock.watch(ctx), watch, r, stream)
	if err != nil {
		defer cancel(nil)
		defer ended(false)
		fault := *c.networkError(ctx, err)
		fault.Sent = clock.left() && fault.Kind != tts.KindRefused // to another host
		c.warmth.trouble(&fault, 0)
		return nil, 0, &fault
	}
	timing := clock.read(resp)
	body := io.Reader(resp.Body)
	if resp.StatusCode >= 300 {
		watch.hurry(longestError)
		body = io.LimitReader(body, maxError)
	}
	in := newFrames(body)
	in.audible = watch.fresh
	var last, lost atomic.Bool
	next := func() (tts.Frame, error) {
		f, err := in.next()
		last.Store(err == nil && f.Last)
		if err != nil && ctx.Err() != nil {
			err = interrupted(ctx)
		}
		return f, err
	}
	closing := func() error {
		drained := last.Load() && drain(resp.Body, cancel)
		ended(drained || resp.ProtoMajor > 1 && !lost.Load()) // a stream of HTTP/2 ends alone
		cancel(nil)
		return resp.Body.Close()
	}

	first, err := firstAudio(next)
	fault := tts.AsError(err, tts.KindStream)
	switch {
	case in.page && pageStatuses[resp.StatusCode]:
		fault.Code = fmt.Sprintf("HTTP %d", resp.StatusCode)
		if resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden {
			fault.Cure = say.network.pageOrKey // some hosts refuse a key with a page
		}
	case resp.StatusCode >= 300 && (fault == nil || fault.Kind == tts.KindStream):
		err = statusError(resp.StatusCode, in.words, tts.Info{})
	case resp.StatusCode >= 300:
		err = byStatus(err, resp.StatusCode)
	case err == nil && first.Last && len(first.Audio) == 0 && in.url == "" && in.words != "":
		err = gatewayError("", "", in.words, first.Info) // which is all that came
	case err != nil && in.started && !in.looked && ctx.Err() == nil:
		err = tts.Lost(say.answer.noHost, err)
	}
	// Hosts do not always name the format that they were asked for.
	first.Codec = cmp.Or(first.Codec, r.AudioFormat())
	if err == nil && in.url != "" && first.Last {
		next, closing, err = c.linked(ctx, in.url, first, closing)
	} else if err == nil {
		read := next
		rest := func() (tts.Frame, error) {
			f, err := read()
			lost.Store(c.warmth.trouble(err, 0))
			return f, err
		}
		next = func() (tts.Frame, error) { //nolint:unparam // it stands for next
			next = rest
			return first, nil
		}
	}
	if err != nil {
		lost.Store(c.warmth.trouble(err, resp.StatusCode))
		closing()
		fault := *tts.AsError(err, tts.KindStream)
		fault.TraceID = cmp.Or(fault.TraceID, traceID(resp.Header))
		byHost := !in.page && (in.looked || !in.started)
		fault.Sent = byHost && (fault.Kind == tts.KindInterrupted || fault.Kind == tts.KindStream)
		return nil, after(resp.Header), &fault
	}
	return tts.NewStream(func() (tts.Frame, error) { return next() }, closing, timing), 0, nil
}

// maxError is the most that is read of an error's body, in bytes.
const maxError = 1 << 20

// drain reads what follows the last frame, commonly nothing, so that the
// connection can be used again, and reports whether it can.
func drain(body io.Reader, cancel context.CancelCauseFunc) bool {
	const patience, most = 100 * time.Millisecond, 64 << 10
	timer := time.AfterFunc(patience, func() { cancel(nil) })
	defer timer.Stop()
	n, err := io.Copy(io.Discard, io.LimitReader(body, most))
	return err == nil && n < most
}

// firstAudio reads up to the first frame with audio or the last frame. What
// the frames before said is in that one, so that nothing piles up.
func firstAudio(next func() (tts.Frame, error)) (first tts.Frame, err error) {
	var said tts.Info
	for {
		f, err := next()
		if errors.Is(err, io.EOF) {
			err = tts.Lost(say.answer.noAudio, nil).Again().Traced(said.TraceID)
		}
		if err != nil {
			return f, err
		}
		said.Add(f)
		if len(f.Audio) > 0 || f.Last {
			f.Info = said
			return f, nil
		}
	}
}

func (c *Client) post(ctx context.Context, watch *watch, r tts.Request, stream bool) (*http.Response, error) {
	address, header, body := c.Render(r, stream)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	for name, value := range header {
		req.Header.Set(name, value)
	}
	return c.do(req, watch)
}

// do asks the host, with the key.
func (c *Client) do(req *http.Request, watch *watch) (*http.Response, error) {
	if key := c.Key.clear(); key != "" {
		req.Header.Set("Authorization", "Bearer "+key)
	}
	return watch.do(c.http, req)
}

// unreached is a connection that was never made, so nothing was sent.
type unreached struct{ error }

func (u *unreached) Unwrap() error { return u.error }

func (c *Client) networkError(ctx context.Context, err error) *tts.Error {
	if ctx.Err() != nil {
		return interrupted(ctx)
	}
	if ours, found := errors.AsType[*tts.Error](err); found {
		return ours
	}
	return noWay(err)
}

// interrupted says why a request was ended from this side.
func interrupted(ctx context.Context) *tts.Error {
	if silent, found := errors.AsType[*tts.Error](context.Cause(ctx)); found {
		return silent
	}
	return tts.Stopped(context.Cause(ctx))
}

// after reads Retry-After, in seconds or as a date.
func after(h http.Header) time.Duration {
	said := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(said); err == nil {
		const day = 24 * 3600 // beyond anybody's patience
		return time.Duration(min(max(seconds, 0), day)) * time.Second
	}
	if at, err := http.ParseTime(said); err == nil {
		return max(0, time.Until(at))
	}
	return 0
}

func traceID(h http.Header) string {
	for _, name := range []string{"Trace-Id", "X-Trace-Id", "Minimax-Request-Id", "X-Request-Id"} {
		if id := tts.Clean(h.Get(name)); id != "" {
			return id
		}
	}
	return ""
}
