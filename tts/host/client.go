// Package host speaks the contracts of the hosts: a Request goes out in a
// host's own envelope, its frames come back as a tts.Stream.
package host

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"voicestudio/tts"
)

// Config says which host to speak to.
type Config struct {
	Name    tts.HostName
	BaseURL string // empty: the host's own
	Key     Key    // sent in the Authorization header, and nowhere else
	GroupID string // of an older MiniMax account; empty: not sent
	// RPM is the number of requests sent in any minute at most; 0: as many
	// as the host says it allows, negative: as many as come.
	RPM int
	// Engine stands in a request's hash for the address of a host whose
	// address changes with every start: the built-in sandbox.
	Engine string
	// Waiting is told before each pause, between two tries or for the sake
	// of RPM; may be nil.
	Waiting func(pause time.Duration, why *tts.Error)
	// Transport carries the requests; nil: the one that all clients share.
	Transport http.RoundTripper
}

// Client is a tts.Host over HTTP, safe for concurrent use.
type Client struct {
	Config
	profile  tts.HostProfile
	contract contract
	http     *http.Client // asks the host; has the key
	links    *http.Client // fetches what the host points at; has none
	pacer    pacer
	warmth   warmth
}

// contract is how one host wants to be asked.
type contract struct {
	path   func(model string) string
	header func(stream bool) map[string]string // may be nil
	body   func(r tts.Request, stream bool) map[string]any
}

var contracts = map[tts.HostName]contract{
	tts.DashScope: dashscope,
	tts.PPIO:      ppio,
	tts.MiniMax:   minimax,
	// The sandbox answers on every host's paths; MiniMax's own is the one
	// that has every field.
	tts.Sandbox: minimax,
}

// New prepares a client; nothing is sent yet. The error is an *tts.Error of
// kind request: an unknown host, no key, or a key that would leave in clear.
func New(c Config) (*Client, error) {
	profile, known := tts.HostAt(c.Name)
	if !known {
		return nil, tts.Wrong("host", tts.Meant(string(c.Name), tts.HostNames(), say.config.noHost(string(c.Name), tts.HostNames())))
	}
	c.BaseURL = strings.TrimRight(c.BaseURL, "/")
	if err := CheckAddress(profile, c.BaseURL); err != nil {
		return nil, err
	}
	switch {
	case profile.KeyVariable == "":
	case c.Key == Key{}:
		return nil, tts.Wrong("host", say.config.noKey(profile.Title, profile.KeyVariable))
	case strings.ContainsFunc(c.Key.clear(), func(r rune) bool { return r <= ' ' || r > '~' }):
		return nil, tts.Wrong("host", say.config.badKey(profile.Title, profile.KeyVariable))
	}
	if c.Transport == nil {
		c.Transport = transport()
	}
	client := &Client{Config: c, profile: profile, contract: contracts[profile.Contract]}
	client.http = &http.Client{Transport: c.Transport, CheckRedirect: sameHost}
	client.links = &http.Client{Transport: c.Transport, CheckRedirect: client.followLink}
	client.pacer.limit = cmp.Or(c.RPM, profile.RPM)
	return client, nil
}

// CheckAddress says why a host cannot be asked at an address; empty is its own.
// The error is an *tts.Error of kind request: it is no address, it has more than
// one, or the host's key would leave in clear.
func CheckAddress(profile tts.HostProfile, address string) error {
	base, err := url.Parse(cmp.Or(address, profile.BaseURL))
	switch {
	case err != nil || base.Host == "" || base.Scheme != "https" && base.Scheme != "http":
		return tts.Wrong("base-url", say.config.noAddress(address))
	case base.User != nil || base.RawQuery != "" || base.Fragment != "":
		return tts.Wrong("base-url", say.config.moreThan)
	case profile.KeyVariable != "" && base.Scheme != "https" && !loopback(base.Hostname()):
		return tts.Wrong("base-url", say.config.inClear)
	}
	return nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func sameHost(to *http.Request, from []*http.Request) error {
	if to.URL.Host != from[0].URL.Host || to.URL.Scheme != from[0].URL.Scheme {
		return tts.Fault(tts.KindRefused, say.config.sentOn(to.URL.Host)).At("base-url")
	}
	if len(from) > 5 {
		return errors.New(say.config.redirects)
	}
	return nil
}

// base is where a model is asked for: the person's address, else the host's.
func (c *Client) base(model string) string {
	if c.BaseURL == "" && c.profile.OlderURL != "" && tts.Generation(model) != "2.8" {
		return c.profile.OlderURL
	}
	return cmp.Or(c.BaseURL, c.profile.BaseURL)
}

// Render is a request as it would be sent, without the key: what a snippet
// for another program is made of.
func (c *Client) Render(r tts.Request, stream bool) (address string, header map[string]string, body []byte) {
	header = map[string]string{"Content-Type": "application/json"}
	if c.contract.header != nil {
		for name, value := range c.contract.header(stream) {
			header[name] = value
		}
	}
	return group(c.base(r.Model)+c.contract.path(r.Model), c.GroupID), header, encode(c.contract.body(r, stream))
}

// neutral is a request's fields as a JSON object, for a host to rearrange.
func neutral(r tts.Request) (fields map[string]any) {
	b, err := json.Marshal(r)
	if err == nil {
		err = json.Unmarshal(b, &fields)
	}
	if err != nil {
		panic("host: a Request is always JSON: " + tts.Reason(err))
	}
	return fields
}

// blankVoice gives a blend the empty voice_id that hosts require beside it.
func blankVoice(body map[string]any) {
	if body["timbre_weights"] == nil {
		return
	}
	voice, _ := body["voice_setting"].(map[string]any)
	if voice == nil {
		voice = map[string]any{}
	}
	voice["voice_id"] = ""
	body["voice_setting"] = voice
}

// encode writes keys sorted, and `<#0.5#>` as it stands.
func encode(body map[string]any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(body); err != nil {
		panic("host: a body is always JSON: " + tts.Reason(err))
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}
