package host

import (
	"context"
	"crypto/tls"
	"net/http"
	"net/http/httptrace"
	"sync"
	"time"

	"voicestudio/tts"
)

// idleLimit is how long a connection without an exchange is kept.
const idleLimit = 90 * time.Second

// transport is what all clients share, so that one host's connections are
// found again. It is Go's own in all that concerns proxies, certificates,
// names and HTTP/2.
var transport = sync.OnceValue(func() *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.IdleConnTimeout = idleLimit
	t.MaxIdleConnsPerHost = 8 // as many takes as are made side by side
	t.TLSClientConfig = &tls.Config{ClientSessionCache: tls.NewLRUClientSessionCache(0)}
	t.OnProxyConnectResponse = proxyAnswered
	// Without it a connection that has died unseen, as a laptop's do while it
	// sleeps, holds up requests until TCP gives up.
	t.HTTP2 = &http.HTTP2Config{SendPingTimeout: 15 * time.Second, PingTimeout: 15 * time.Second}
	return t
})

// stopwatch measures one exchange. The callbacks come from several goroutines,
// some of them after the answer: a connection that was begun for this request
// may be finished although another was there first.
type stopwatch struct {
	mu                   sync.Mutex
	began                time.Time
	lookup, connect, tls span
	sent                 bool // the request has left
	timing               tts.Timing
}

// span is from its first beginning to its last end: names have several
// addresses, which are tried side by side.
type span struct{ from, to time.Time }

func (s *span) begin() {
	if s.from.IsZero() {
		s.from = time.Now()
	}
}

func (s *span) length() *int64 {
	if s.from.IsZero() || s.to.IsZero() {
		return nil
	}
	return tts.Milliseconds(s.to.Sub(s.from))
}

// connected ends the connection where TLS begins, the way through a proxy
// included; addresses that are tried side by side may still end later.
func (s *stopwatch) connected() {
	if s.tls.from.IsZero() {
		s.connect.to = time.Now()
	}
}

func (s *stopwatch) watch(ctx context.Context) context.Context {
	s.began = time.Now()
	with := func(do func()) {
		s.mu.Lock()
		defer s.mu.Unlock()
		do()
	}
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		DNSStart:          func(httptrace.DNSStartInfo) { with(s.lookup.begin) },
		DNSDone:           func(httptrace.DNSDoneInfo) { with(func() { s.lookup.to = time.Now() }) },
		ConnectStart:      func(string, string) { with(s.connect.begin) },
		ConnectDone:       func(string, string, error) { with(s.connected) },
		TLSHandshakeStart: func() { with(func() { s.connected(); s.tls.begin() }) },
		TLSHandshakeDone: func(state tls.ConnectionState, _ error) {
			with(func() { s.tls.to, s.timing.Resumed = time.Now(), state.DidResume })
		},
		GotConn:              func(i httptrace.GotConnInfo) { with(func() { s.timing.Reused = i.Reused }) },
		WroteRequest:         func(i httptrace.WroteRequestInfo) { with(func() { s.sent = i.Err == nil }) },
		GotFirstResponseByte: func() { with(func() { s.timing.FirstByteMS = tts.Milliseconds(time.Since(s.began)) }) },
	})
}

// left reports whether the request has left.
func (s *stopwatch) left() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sent
}

// read is what was measured up to an answer's head.
func (s *stopwatch) read(resp *http.Response) tts.Timing {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.timing
	t.Began, t.HTTP = s.began, resp.Proto
	if t.Reused {
		t.Resumed = false
	} else {
		t.LookupMS, t.ConnectMS, t.TLSMS = s.lookup.length(), s.connect.length(), s.tls.length()
	}
	return t
}
