package host

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"syscall"
	"testing"

	"voicestudio/tts"
)

func TestWhyNoHostIsReachedIsToldAndTriedAgain(t *testing.T) {
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	byProxy := func(err error) error { return &net.OpError{Op: "proxyconnect", Net: "tcp", Err: dial(err)} }
	call := func(no syscall.Errno) error { return os.NewSyscallError("connect", no) }
	direct, behind := route{host: "a.test"}, route{"a.test", "http://b.test:3128"}
	for name, c := range map[string]struct {
		way   route
		err   error
		tries int
		says  string
	}{
		"no such name":               {direct, dial(&net.DNSError{Name: "a.test", IsNotFound: true}), 2, "no machine has the name a.test; check the network and the base url"},
		"no name server":             {direct, dial(&net.DNSError{Name: "a.test", IsTimeout: true}), 2, "no name server says where a.test is; check the network"},
		"nothing listens":            {direct, dial(call(syscall.ECONNREFUSED)), 2, "the host a.test cannot be reached: the connection was refused; check the base url"},
		"no network":                 {direct, dial(call(syscall.ENETUNREACH)), 2, "the host a.test cannot be reached: this machine knows no way there; check the network"},
		"nobody answers":             {direct, dial(os.ErrDeadlineExceeded), 2, "the host a.test cannot be reached: nothing answers; check the network and the base url"},
		"it hangs up":                {direct, io.EOF, 1, "the host a.test closed the connection without an answer; check the network and the base url"},
		"it resets the connection":   {direct, &net.OpError{Op: "read", Err: os.NewSyscallError("read", syscall.ECONNRESET)}, 1, "the host a.test closed the connection without an answer"},
		"its TLS refuses":            {direct, &net.OpError{Op: "remote error", Err: errors.New("tls: handshake failure")}, 1, "the host a.test cannot be reached: tls: handshake failure; check"},
		"no proxy of the name":       {behind, byProxy(&net.DNSError{Name: "b.test", IsNotFound: true}), 2, "no machine has the name b.test; check the network and HTTPS_PROXY"},
		"no proxy listens":           {behind, byProxy(call(syscall.ECONNREFUSED)), 2, "the proxy http://b.test:3128 cannot be reached: the connection was refused; check HTTPS_PROXY"},
		"a proxy that hangs up":      {behind, io.EOF, 1, "the host a.test behind the proxy http://b.test:3128 closed the connection without an answer; check the network and the base url, or HTTPS_PROXY"},
		"SOCKS that comes nowhere":   {behind, &net.OpError{Op: "socks connect", Err: errors.New("unknown error host unreachable")}, 2, "behind the proxy http://b.test:3128 cannot be reached: host unreachable; check"},
		"a proxy that comes nowhere": {behind, &proxyAnswer{proxy: "http://b.test:3128", status: 502, page: true}, 2, "the proxy http://b.test:3128 could not connect to a.test (HTTP 502); check the base url, wait a little"},
		"a proxy before a login":     {behind, &proxyAnswer{status: 511}, 1, "answers with a web page instead of connecting (HTTP 511)"},
	} {
		fault := c.way.fault(c.err)
		if fault.Kind != tts.KindStream || triesFor(fault) != c.tries || !strings.Contains(fault.Error(), c.says) || !errors.Is(fault, c.err) {
			t.Errorf("%s: tried %d times: %v", name, triesFor(fault), fault)
		}
	}
}

func TestAProxyThatForbidsTheLinkOfTheAudioIsNamed(t *testing.T) {
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) }))
	defer proxy.Close()
	at, _ := url.Parse(proxy.URL)
	c := serveAs(t, Config{Name: tts.MiniMax}, func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, `{"data":{"audio":"https://files.example.test/x.mp3","status":2}}`)
	})
	through := c.Transport.(*http.Transport)
	through.OnProxyConnectResponse = proxyAnswered
	through.Proxy = func(r *http.Request) (*url.URL, error) {
		if r.URL.Scheme == "https" {
			return at, nil
		}
		return nil, nil
	}
	_, err := hear(c, false)
	if want := "the proxy " + proxy.URL + " does not allow connections to files.example.test; fetch it within a day from https://files.example.test/x.mp3"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v", err)
	}
}

// six maps an IPv6 address to a server, so that machines without IPv6 see the
// same.
func six(t *testing.T, server *httptest.Server, dialled *string) *http.Transport {
	transport := server.Client().Transport.(*http.Transport).Clone()
	transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		*dialled = address
		return new(net.Dialer).DialContext(ctx, network, server.Listener.Addr().String())
	}
	t.Cleanup(transport.CloseIdleConnections)
	return transport
}

func TestAHostAtAnIPv6Address(t *testing.T) {
	var asked, dialled string
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = r.Host
		fmt.Fprint(w, streams["MiniMax"])
	})
	plain, secure := httptest.NewServer(handler), httptest.NewTLSServer(handler) // its certificate is for ::1, too
	defer plain.Close()
	defer secure.Close()
	for base, server := range map[string]*httptest.Server{
		"https://[::1]:8443":  secure,
		"https://[::1]":       secure,
		"http://[::1]:8787":   plain, // this machine, to which the key may go in clear
		"http://[::1]:8787/x": plain,
	} {
		c, err := New(Config{Name: tts.MiniMax, BaseURL: base, Key: NewKey("k"), Transport: six(t, server, &dialled)})
		if err != nil {
			t.Fatal(err)
		}
		got, err := hear(c, true)
		at, _ := url.Parse(base)
		if err != nil || got != audio || asked != at.Host || !strings.HasPrefix(dialled, "[::1]:") {
			t.Errorf("%s: %q, %v; asked %s at %s", base, got, err, asked, dialled)
		}
	}
	for _, base := range []string{"http://[2001:db8::7]", "http://[::2]:80", "http://[::ffff:10.0.0.1]", "http://[fe80::1%25lo]"} {
		if _, err := New(Config{Name: tts.MiniMax, BaseURL: base, Key: NewKey("k")}); err == nil || !strings.Contains(err.Error(), "unencrypted") {
			t.Errorf("%s: %v", base, err)
		}
	}
}
