package host

import (
	"context"
	"io"
	"net/http"
	"net/http/httptrace"
	"testing"
	"testing/synctest"
	"time"

	"voicestudio/tts"
)

func TestAConnectionIsUsedAgain(t *testing.T) {
	client := stand(t)
	for _, name := range []tts.HostName{tts.DashScope, tts.PPIO, tts.MiniMax} {
		c, fresh := client(name), 0
		for range 6 {
			ctx := httptrace.WithClientTrace(t.Context(), &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) {
				if !i.Reused {
					fresh++
				}
			}})
			s, err := c.Open(ctx, hello(), true)
			if err != nil {
				t.Fatal(err)
			}
			io.Copy(io.Discard, s)
			s.Close()
		}
		if fresh > 1 {
			t.Errorf("%s: %d connections for six takes one after the other", name, fresh)
		}
	}
}

func TestWaitingForAPlaceTriesNobodysPatience(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked := 0
		c, err := New(Config{Name: tts.MiniMax, Key: NewKey("k"), RPM: 1, Transport: troubled(func() bool { asked++; return asked == 2 })})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := hear(c, false); err != nil {
			t.Fatal(err)
		}
		if _, err := hear(c, false); err != nil || asked != 3 {
			t.Errorf("after a wait of a minute and a fault: %v, asked %d times", err, asked)
		}
		// Those who gave up waiting took no place.
		began := time.Now()
		for range 5 {
			ctx, stop := context.WithTimeout(t.Context(), time.Second)
			c.Open(ctx, hello(), false)
			stop()
		}
		if _, err := hear(c, false); err != nil || time.Since(began) > time.Minute+time.Second {
			t.Errorf("after %v: %v", time.Since(began), err)
		}
	})
}

// troubled answers, but with 503 where it is in trouble.
type troubled func() bool

func (f troubled) RoundTrip(r *http.Request) (*http.Response, error) {
	if f() {
		return &http.Response{StatusCode: http.StatusServiceUnavailable, Body: http.NoBody, Header: http.Header{}}, nil
	}
	return answering(func() {}).RoundTrip(r)
}
