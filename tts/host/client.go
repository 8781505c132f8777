// Package host speaks the contracts of the hosts: a Request goes out in a
// host's own envelope, its frames come back as a tts.Stream.
package host

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"voicestudio/tts"
)

// Config says which host to speak to.
type Config struct {
	Name    tts.HostName
	BaseURL string // empty: the host's own
	Key     string // sent in the Authorization header, and nowhere else
	// Waiting is told before each pause between two tries; may be nil.
	Waiting func(pause time.Duration, why *tts.Error)
}

// Client is a tts.Host over HTTP, safe for concurrent use.
type Client struct {
	Config
	contract contract
	http     *http.Client
}

// contract is how one host wants to be asked.
type contract struct {
	path   func(model string) string
	header func(stream bool) map[string]string
	body   func(r tts.Request, stream bool) map[string]any
}

var contracts = map[tts.HostName]contract{
	tts.DashScope: dashscope,
	// The sandbox answers on every host's paths; its client uses the
	// contract that this program speaks most.
	tts.Sandbox: dashscope,
}

// New prepares a client; nothing is sent yet. The error is an *tts.Error of
// kind request: an unknown host, no key, or a key that would leave in clear.
func New(c Config) (*Client, error) {
	profile, known := tts.HostAt(c.Name)
	if !known {
		return nil, &tts.Error{Kind: tts.KindRequest, Field: "host", Message: "there is no host " + strconv.Quote(string(c.Name)), Cure: "choose one of " + strings.Join(tts.HostNames(), ", ")}
	}
	spoken, can := contracts[profile.Contract]
	if !can {
		return nil, &tts.Error{Kind: tts.KindRequest, Field: "host", Message: profile.Title + " cannot be reached by this version yet", Cure: "choose sandbox or dashscope"}
	}
	if c.BaseURL == "" {
		c.BaseURL = profile.BaseURL
	}
	c.BaseURL = strings.TrimRight(c.BaseURL, "/")
	base, err := url.Parse(c.BaseURL)
	if err != nil || base.Host == "" || base.Scheme != "https" && base.Scheme != "http" {
		return nil, &tts.Error{Kind: tts.KindRequest, Field: "base-url", Message: strconv.Quote(c.BaseURL) + " is not an address", Cure: "write it as https://host/path"}
	}
	if c.Key != "" && base.Scheme != "https" && !loopback(base.Hostname()) {
		return nil, &tts.Error{Kind: tts.KindRequest, Field: "base-url", Message: "the API key would leave unencrypted", Cure: "use https, or an address on this machine"}
	}
	if profile.KeyVariable != "" && c.Key == "" {
		return nil, &tts.Error{Kind: tts.KindRequest, Field: "host", Message: profile.Title + " needs an API key", Cure: "set " + profile.KeyVariable + " in the environment"}
	}
	return &Client{Config: c, contract: spoken, http: &http.Client{CheckRedirect: sameHost}}, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func sameHost(to *http.Request, from []*http.Request) error {
	if to.URL.Host != from[0].URL.Host || to.URL.Scheme != from[0].URL.Scheme {
		return &tts.Error{Kind: tts.KindRefused, Field: "base-url", Message: "the host sends us on to " + to.URL.Host + ", where the API key must not go", Cure: "set the base url to the right address"}
	}
	if len(from) > 5 {
		return errors.New("too many redirects")
	}
	return nil
}

// Hash identifies what a request would be billed for: the same host, address
// and body, streaming or not, have the same hash.
func (c *Client) Hash(r tts.Request) string {
	h := sha256.New()
	io.WriteString(h, string(c.Name)+"\n"+c.BaseURL+c.contract.path(r.Model)+"\n")
	body := c.contract.body(r, false)
	h.Write(encode(body))
	return hex.EncodeToString(h.Sum(nil))
}

// tries and patience bound the attempts at a request that the host asks us to
// repeat; any other retryable fault is tried once more.
const (
	tries    = 4
	patience = 30 * time.Second
)

// Open implements tts.Host. It returns once the first audio has arrived, so
// that a refusal, however late the host says it, is an error of Open and can
// be tried again without anything having been heard.
func (c *Client) Open(ctx context.Context, r tts.Request, stream bool) (*tts.Stream, error) {
	body := encode(c.contract.body(r, stream))
	began := time.Now()
	for try := 1; ; try++ {
		answer, after, err := c.send(ctx, r.Model, body, stream)
		if err == nil {
			return answer, nil
		}
		fault := tts.AsError(err, tts.KindStream)
		pause := time.Duration(float64(time.Second<<(try-1)) * (1 + rand.Float64()/4))
		if after > 0 {
			pause = after
		}
		limit := tries
		if fault.Kind != tts.KindRateLimit {
			limit = 2
		}
		if !fault.Retryable || try >= limit || time.Since(began)+pause > patience {
			return nil, fault
		}
		if c.Waiting != nil {
			c.Waiting(pause, fault)
		}
		select {
		case <-ctx.Done():
			return nil, interrupted(ctx)
		case <-time.After(pause):
		}
	}
}

func (c *Client) send(ctx context.Context, model string, body []byte, stream bool) (_ *tts.Stream, retryAfter time.Duration, _ error) {
	ctx, cancel := context.WithCancel(ctx)
	opened := time.Now()
	resp, err := c.post(ctx, model, body, stream)
	if err != nil {
		defer cancel()
		return nil, 0, c.networkError(ctx, err)
	}
	in := newFrames(resp.Body)
	next := func() (tts.Frame, error) {
		f, err := in.next()
		if err != nil && ctx.Err() != nil {
			err = interrupted(ctx)
		}
		return f, err
	}
	closing := func() error { cancel(); return resp.Body.Close() }

	first, err := firstAudio(next)
	if resp.StatusCode >= 300 {
		if fault, isOurs := errors.AsType[*tts.Error](err); !isOurs || fault.Kind == tts.KindStream {
			err = statusError(resp.StatusCode, tts.Info{TraceID: traceID(resp.Header)})
		}
	}
	if err != nil {
		closing()
		seconds, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
		fault := *tts.AsError(err, tts.KindStream)
		if fault.TraceID == "" {
			fault.TraceID = traceID(resp.Header)
		}
		return nil, time.Duration(seconds) * time.Second, &fault
	}
	again := func() (tts.Frame, error) {
		if len(first) > 0 {
			f := first[0]
			first = first[1:]
			return f, nil
		}
		return next()
	}
	return tts.NewStream(again, closing, opened), 0, nil
}

// firstAudio reads up to the first frame with audio or the last frame, all of
// which are still to be read by the stream.
func firstAudio(next func() (tts.Frame, error)) (read []tts.Frame, err error) {
	for {
		f, err := next()
		if err == io.EOF {
			err = &tts.Error{Kind: tts.KindStream, Message: "the host answered without any audio", Cure: "speak it again", Retryable: true, TraceID: lastTrace(read)}
		}
		if err != nil {
			return read, err
		}
		read = append(read, f)
		if len(f.Audio) > 0 || f.Last {
			return read, nil
		}
	}
}

func lastTrace(read []tts.Frame) string {
	if len(read) == 0 {
		return ""
	}
	return read[len(read)-1].TraceID
}

func (c *Client) post(ctx context.Context, model string, body []byte, stream bool) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.BaseURL+c.contract.path(model), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	if c.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.Key)
	}
	for name, value := range c.contract.header(stream) {
		req.Header.Set(name, value)
	}
	return c.http.Do(req)
}

func (c *Client) networkError(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return interrupted(ctx)
	}
	if ours, found := errors.AsType[*tts.Error](err); found {
		return ours
	}
	// The url in a *url.Error may be long and is known to the person.
	if u, found := errors.AsType[*url.Error](err); found {
		err = u.Err
	}
	return &tts.Error{Kind: tts.KindStream, Message: "the host cannot be reached: " + err.Error(), Cure: "check the network and the base url", Retryable: true, Cause: err}
}

func interrupted(ctx context.Context) *tts.Error {
	return &tts.Error{Kind: tts.KindInterrupted, Message: "stopped", Cause: context.Cause(ctx)}
}

func traceID(h http.Header) string {
	for _, name := range []string{"Trace-Id", "X-Trace-Id", "Minimax-Request-Id", "X-Request-Id"} {
		if id := h.Get(name); id != "" {
			return id
		}
	}
	return ""
}

// neutral is a request's fields as a JSON object, for a host to rearrange.
func neutral(r tts.Request) (fields map[string]any) {
	b, err := json.Marshal(r)
	if err == nil {
		err = json.Unmarshal(b, &fields)
	}
	if err != nil {
		panic("host: a Request is always JSON: " + err.Error())
	}
	return fields
}

// encode writes keys sorted, and `<#0.5#>` as it stands.
func encode(body map[string]any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(body); err != nil {
		panic("host: a body is always JSON: " + err.Error())
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}
