package host

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptrace"
	"sync"
	"time"

	"voicestudio/tts"
)

// A far host is three round trips away while there is no connection to it, and
// one where there is. Warming makes the connection while the person still
// thinks or types.

// Occasion is why a connection may be wanted soon.
type Occasion int

const (
	// Chosen: the host was chosen, or the program begins with it.
	Chosen Occasion = iota
	// Input: the person has pressed a key or moved the mouse.
	Input
	// Cancelled: an answer was ended early and, over HTTP/1.1, its connection
	// with it.
	Cancelled
)

const (
	// coldAfter is how long an unused connection is trusted. Load balancers
	// drop it after 60 s (AWS) or 75 s (nginx) if they are left as they come.
	coldAfter = 30 * time.Second
	// No warming of an address follows another sooner than this.
	warmEvery, warmEveryCancel = 10 * time.Second, time.Second
	// restAfter is how long a host in trouble is left alone.
	restAfter = time.Minute
	// What a warming may take, and read.
	warmPatience = 10 * time.Second
	warmMost     = 256 << 10
)

// warmth is what is known of the connections to a host.
type warmth struct {
	mu   sync.Mutex
	ways map[string]*way // by address
	rest time.Time       // until when there is no warming
	busy int             // requests for speech that have no end yet
}

// way is what is known of the connections to one address. Some hosts have one
// for older models, and a person may go to and fro between two.
type way struct {
	used              time.Time // when an exchange last left its connection open
	warmed, cancelled time.Time // when a warming last began, and one after a cancel
}

// to finds an address. The caller holds mu.
func (w *warmth) to(base string) *way {
	if w.ways == nil {
		w.ways = map[string]*way{}
	}
	if w.ways[base] == nil {
		w.ways[base] = &way{}
	}
	return w.ways[base]
}

// due reports whether to warm an address now. The caller holds mu.
func (w *warmth) due(base string, now time.Time, on Occasion) bool {
	to := w.to(base)
	switch {
	case now.Before(w.rest):
		return false
	case on == Cancelled:
		return now.Sub(to.cancelled) >= warmEveryCancel
	}
	return w.busy == 0 && unused(to.used, now) >= coldAfter && now.Sub(to.warmed) >= warmEvery
}

// unused is how long ago a connection was used, by the clock that says more:
// that of the timers stands still while the machine sleeps, and the one on the
// wall goes on.
func unused(since, now time.Time) time.Duration {
	return max(now.Sub(since), now.Round(0).Sub(since.Round(0)))
}

// begin counts a request for speech; call the result once it has ended, with
// whether its connection was left open.
func (w *warmth) begin(base string) (end func(kept bool)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.busy++
	var once sync.Once
	return func(kept bool) {
		once.Do(func() {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.busy--
			to := w.to(base)
			to.used = time.Time{}
			if kept {
				to.used = time.Now()
			}
		})
	}
}

// stays says that an exchange has left its connection open.
func (w *warmth) stays(base string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.to(base).used = time.Now()
}

// trouble reports whether a host is in trouble by its answer, or by none: it is
// left alone then.
func (w *warmth) trouble(err error, status int) bool {
	fault, ours := errors.AsType[*tts.Error](err)
	lost := ours && (fault.Kind == tts.KindStream || fault.Kind == tts.KindRateLimit)
	if !lost && status != http.StatusTooManyRequests && status < 500 {
		return false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.rest = time.Now().Add(restAfter)
	return true
}

// Cold reports whether Warm would send something; it takes no time.
func (c *Client) Cold(model string, on Occasion) bool {
	if c.profile.KeyVariable == "" {
		return false // the sandbox is on this machine
	}
	w := &c.warmth
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.due(c.base(model), time.Now(), on)
}

// Warm sees to it that a connection for requests to a model is there, unless
// one is or this was tried just now, and returns when that is done. It asks for
// the address of speech with a GET, which speaks nothing and bills nothing,
// without the key. Whatever the host answers, the connection is then there;
// that it cannot be reached is for the next request to say.
func (c *Client) Warm(ctx context.Context, model string, on Occasion) {
	w, base := &c.warmth, c.base(model)
	w.mu.Lock()
	now := time.Now()
	due := c.profile.KeyVariable != "" && w.due(base, now, on)
	switch {
	case due && on == Cancelled:
		w.to(base).cancelled = now
	case due:
		w.to(base).warmed = now
	}
	w.mu.Unlock()
	if !due {
		return
	}
	c.dropSlept(base, now)
	ctx, cancel := context.WithTimeoutCause(ctx, warmPatience, errSlow)
	defer cancel()
	status, old, err := c.knock(ctx, base+c.contract.path(model))
	if err != nil && old && ctx.Err() == nil { // dropped by the host just now
		status, _, err = c.knock(ctx, base+c.contract.path(model))
	}
	switch {
	case err == nil:
		w.stays(base)
		w.trouble(nil, status)
	case errors.Is(context.Cause(ctx), errSlow):
		c.http.CloseIdleConnections() // which may be as dead as this one
		fallthrough
	case ctx.Err() == nil:
		w.trouble(tts.Lost(tts.Said{}, err), 0)
	}
}

var errSlow = errors.New("host: a warming took too long")

// knock asks for an address and reads the answer, so that the connection can
// be used again. old is whether that had been there before.
func (c *Client) knock(ctx context.Context, address string) (status int, old bool, _ error) {
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) { old = i.Reused }})
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, false, err
	}
	// Where a host sends us on to, speech is not asked for.
	knocks := &http.Client{Transport: c.http.Transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := knocks.Do(req)
	if err != nil {
		return 0, old, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, io.LimitReader(resp.Body, warmMost))
	return resp.StatusCode, old, err
}

// dropSlept drops connections that this machine has slept through: the timers
// that would have dropped them slept, too, but the clock on the wall did not.
func (c *Client) dropSlept(base string, now time.Time) {
	c.warmth.mu.Lock()
	used := c.warmth.to(base).used
	c.warmth.mu.Unlock()
	if !used.IsZero() && unused(used, now) > idleLimit {
		c.http.CloseIdleConnections()
	}
}
