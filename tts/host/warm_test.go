package host

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"voicestudio/tts"
)

// far is a host behind TLS that counts connections and keeps what it was
// asked. An answer to "endless" does not end.
type far struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string // "GET /v1/t2a_v2"
	keys  []string // the Authorization of each GET
}

func newFar(t *testing.T, http2 bool) (*far, *Client) {
	t.Helper()
	f := &far{}
	f.Server = httptest.NewUnstartedServer(f)
	f.EnableHTTP2 = http2
	f.StartTLS()
	t.Cleanup(f.Close)
	tr := transport().Clone()
	tr.TLSClientConfig = &tls.Config{RootCAs: f.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs, ClientSessionCache: tls.NewLRUClientSessionCache(0)}
	t.Cleanup(tr.CloseIdleConnections)
	c, err := New(Config{Name: tts.MiniMax, BaseURL: f.URL, Key: NewKey("sk-secret"), Transport: tr, RPM: -1})
	if err != nil {
		t.Fatal(err)
	}
	return f, c
}

func (f *far) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	f.mu.Lock()
	f.asked = append(f.asked, r.Method+" "+r.URL.Path)
	if r.Method == http.MethodGet {
		f.keys = append(f.keys, r.Header.Get("Authorization"))
	}
	f.mu.Unlock()
	switch {
	case r.Method == http.MethodGet:
		http.Error(w, "404 page not found", http.StatusNotFound)
	case strings.Contains(string(body), "endless"):
		fmt.Fprint(w, `data: {"data":{"audio":"0011","status":1}}`+"\n\n")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	default:
		fmt.Fprint(w, `data: {"data":{"audio":"0011","status":1}}`+"\n\n"+`data: {"data":{"audio":"","status":2}}`+"\n\n")
	}
}

func (f *far) got() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.asked)
}

// spoken speaks to the end and tells how the answer came.
func spoken(t *testing.T, c *Client) tts.Timing {
	t.Helper()
	s, err := c.Open(t.Context(), hello(), true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := io.Copy(io.Discard, s); err != nil {
		t.Fatal(err)
	}
	return s.Progress().Timing
}

// stopEarly speaks without an end and stops.
func stopEarly(t *testing.T, c *Client) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r := hello()
	r.Text = "endless"
	s, err := c.Open(ctx, r, true)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	io.Copy(io.Discard, s)
	s.Close()
}

func TestTheFirstTakeFindsAConnection(t *testing.T) {
	for version, http2 := range map[string]bool{"HTTP/1.1": false, "HTTP/2.0": true} {
		t.Run(version, func(t *testing.T) {
			f, c := newFar(t, http2)
			cold := spoken(t, c)
			if cold.Reused || cold.ConnectMS == nil || cold.TLSMS == nil || cold.FirstByteMS == nil || cold.HTTP != version {
				t.Errorf("cold: %+v", cold)
			}
			c.http.CloseIdleConnections()

			clear(c.warmth.ways) // a program that begins
			c.Warm(t.Context(), hello().Model, Chosen)
			if warm := spoken(t, c); !warm.Reused || warm.ConnectMS != nil || warm.TLSMS != nil {
				t.Errorf("after the start: %+v", warm)
			}

			f.CloseClientConnections() // the host drops what is idle
			clear(c.warmth.ways)
			c.Warm(t.Context(), hello().Model, Input)
			if warm := spoken(t, c); !warm.Reused {
				t.Errorf("after five minutes of thought: %+v", warm)
			}

			stopEarly(t, c)
			c.Warm(t.Context(), hello().Model, Cancelled)
			if warm := spoken(t, c); !warm.Reused {
				t.Errorf("after esc: %+v", warm)
			}
			if http2 { // whose connection stays
				stopEarly(t, c)
				if warm := spoken(t, c); !warm.Reused {
					t.Errorf("after esc, at once: %+v", warm)
				}
			}
			gets := slices.DeleteFunc(f.got(), func(line string) bool { return line != "GET /v1/t2a_v2" })
			if len(gets) != 3 || slices.ContainsFunc(f.keys, func(key string) bool { return key != "" }) {
				t.Errorf("it was warmed with %q and the keys %q", gets, f.keys)
			}
		})
	}
}

// knocks counts what is asked and answers with a status, or not at all.
type knocks struct {
	asked  int
	status int
	err    error
}

func (k *knocks) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method != http.MethodGet {
		return troubled(func() bool { return false }).RoundTrip(r)
	}
	k.asked++
	if k.err != nil {
		return nil, k.err
	}
	return &http.Response{StatusCode: k.status, Body: http.NoBody, Request: r, Proto: "HTTP/1.1", ProtoMajor: 1}, nil
}

func TestAHostIsNotWarmedMoreThanItMustBe(t *testing.T) {
	for name, c := range map[string]struct {
		host   tts.HostName
		status int
		err    error
		warm   func(t *testing.T, c *Client)
		want   int
	}{
		"chosen twice": {want: 1, warm: func(t *testing.T, c *Client) {
			c.Warm(t.Context(), "", Chosen)
			c.Warm(t.Context(), "", Chosen)
		}},
		"ten minutes of keys": {want: 20, warm: func(t *testing.T, c *Client) {
			for range 600 {
				c.Warm(t.Context(), "", Input)
				time.Sleep(time.Second)
			}
		}},
		"a key after five minutes": {want: 2, warm: func(t *testing.T, c *Client) {
			c.Warm(t.Context(), "", Chosen)
			time.Sleep(5 * time.Minute)
			c.Warm(t.Context(), "", Input)
			c.Warm(t.Context(), "", Input)
		}},
		"a take has just been made": {want: 0, warm: func(t *testing.T, c *Client) {
			hear(c, true)
			c.Warm(t.Context(), "", Input)
		}},
		"ten takes stopped in three seconds": {want: 3, warm: func(t *testing.T, c *Client) {
			for range 10 {
				c.Warm(t.Context(), "", Cancelled)
				time.Sleep(300 * time.Millisecond)
			}
		}},
		"stopped just after the start": {want: 2, warm: func(t *testing.T, c *Client) {
			c.Warm(t.Context(), "", Chosen)
			c.Warm(t.Context(), "", Cancelled)
		}},
		"a host that refuses is warm": {status: http.StatusUnauthorized, want: 1, warm: func(t *testing.T, c *Client) {
			c.Warm(t.Context(), "", Chosen)
			time.Sleep(coldAfter - time.Second)
			c.Warm(t.Context(), "", Input)
		}},
		"a host in trouble is left alone for a minute": {status: 529, want: 2, warm: restless},
		"one that has asked for it":                    {status: http.StatusTooManyRequests, want: 2, warm: restless},
		"one that cannot be reached":                   {err: errors.New("no route to host"), want: 2, warm: restless},
		"another address is cold": {host: tts.PPIO, want: 2, warm: func(t *testing.T, c *Client) {
			c.Warm(t.Context(), "speech-2.8-hd", Chosen)
			c.Warm(t.Context(), "speech-02-hd", Input)
		}},
		"to and fro between two addresses": {host: tts.PPIO, want: 2, warm: func(t *testing.T, c *Client) {
			for range 9 {
				c.Warm(t.Context(), "speech-2.8-hd", Input)
				c.Warm(t.Context(), "speech-02-hd", Input)
				time.Sleep(time.Second)
			}
		}},
		"a take that ends after the model was changed": {host: tts.PPIO, want: 1, warm: func(t *testing.T, c *Client) {
			ended := c.warmth.begin(c.base("speech-2.8-hd"))
			c.Cold("speech-02-hd", Input)
			ended(true)
			c.Warm(t.Context(), "speech-02-hd", Input)
			c.Warm(t.Context(), "speech-2.8-hd", Input)
		}},
		"the sandbox is near": {host: tts.Sandbox, want: 0, warm: func(t *testing.T, c *Client) { c.Warm(t.Context(), "", Chosen) }},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				asked := &knocks{status: c.status, err: c.err}
				if c.status == 0 {
					asked.status = http.StatusNotFound
				}
				base := ""
				if c.host == tts.Sandbox {
					base = "http://127.0.0.1:1"
				}
				if c.host == "" {
					c.host = tts.MiniMax
				}
				client, err := New(Config{Name: c.host, BaseURL: base, Key: NewKey("k"), Transport: asked})
				if err != nil {
					t.Fatal(err)
				}
				if c.warm(t, client); asked.asked != c.want {
					t.Errorf("it was asked %d times, not %d", asked.asked, c.want)
				}
			})
		})
	}
}

// restless is a person who does not leave off.
func restless(t *testing.T, c *Client) {
	for range 65 {
		c.Warm(t.Context(), "", Cancelled)
		c.Warm(t.Context(), "", Input)
		time.Sleep(time.Second)
	}
}

func TestAConnectionThatTheMachineSleptThroughIsNotTrusted(t *testing.T) {
	f, c := newFar(t, true)
	spoken(t, c)
	for range 100 { // a stream that has just ended may still hold its connection
		// The clock on the wall has gone on; the one of the timers has not.
		to := c.warmth.to(f.URL)
		to.used = to.used.Round(0).Add(-2 * idleLimit)
		if !spoken(t, c).Reused {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("it is still used, after %d takes", len(f.got()))
}

func TestAConnectionThatBrokeOffIsNotTrusted(t *testing.T) {
	for version, http2 := range map[string]bool{"HTTP/1.1": false, "HTTP/2.0": true} {
		f, c := newFar(t, http2)
		r := hello()
		r.Text = "endless"
		s, err := c.Open(t.Context(), r, true)
		if err != nil {
			t.Fatal(err)
		}
		f.CloseClientConnections()
		if _, err := io.Copy(io.Discard, s); err == nil {
			t.Fatal("it did not break off")
		}
		s.Close()
		if c.Cold(r.Model, Input) {
			t.Errorf("%s: a host in trouble is warmed at once", version)
		}
		c.warmth.rest = time.Time{} // a minute later
		if !c.Cold(r.Model, Input) {
			t.Errorf("%s: the connection is thought to be there", version)
		}
	}
}
