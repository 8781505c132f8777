package host

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"

	"voicestudio/tts"
)

// proxyVariable is what Go's client reads for https, as it does https_proxy.
const proxyVariable = "HTTPS_PROXY"

// Proxy is the proxy of the environment, without the user and the password
// that may stand there. It is empty where none is set and where what is set is
// no address, of which Go's client says nothing: it asks directly.
func Proxy() (name string, usable bool) {
	said := cmp.Or(os.Getenv(proxyVariable), os.Getenv(strings.ToLower(proxyVariable)))
	proxy, err := url.Parse(said)
	if err != nil || proxy.Scheme == "" || proxy.Host == "" {
		proxy, err = url.Parse("http://" + said)
	}
	if said == "" || err != nil {
		return "", said == ""
	}
	return nameOf(proxy), true
}

// proxyOf names the proxy through which an address is asked; empty: none.
func proxyOf(address *url.URL) string {
	proxy, err := http.ProxyFromEnvironment(&http.Request{URL: address})
	if err != nil || proxy == nil {
		return ""
	}
	return nameOf(proxy)
}

func nameOf(proxy *url.URL) string { return cmp.Or(proxy.Scheme, "http") + "://" + proxy.Host }

// proxyAnswer is what a proxy said instead of connecting us.
type proxyAnswer struct {
	proxy  string
	status int
	page   bool     // what it sent is for a web browser
	logins []string // how one may log in: Basic, Negotiate
	known  bool     // it was sent a user and a password
}

func (a *proxyAnswer) Error() string { return fmt.Sprintf("HTTP %d", a.status) }

// proxyAnswered is for http.Transport.OnProxyConnectResponse. Go's client would
// take a page with status 200 for the host's TLS, and keeps of any other answer
// the name of its status only.
func proxyAnswered(_ context.Context, proxy *url.URL, asked *http.Request, resp *http.Response) error {
	length := resp.Header.Get("Content-Length")
	content := length != "" && length != "0" || len(resp.TransferEncoding) > 0
	a := &proxyAnswer{
		proxy:  nameOf(proxy),
		status: resp.StatusCode,
		page:   content && strings.Contains(strings.ToLower(resp.Header.Get("Content-Type")), "html"),
		known:  asked.Header.Get("Proxy-Authorization") != "",
	}
	if a.status == http.StatusOK && !a.page {
		return nil
	}
	for _, login := range resp.Header.Values("Proxy-Authenticate") {
		name, _, _ := strings.Cut(strings.TrimSpace(login), " ")
		a.logins = append(a.logins, shortened(name))
	}
	return a
}

// fault is what a proxy's answer means; nothing has come to the host.
func (a *proxyAnswer) fault(to route) *tts.Error {
	n := say.network
	basic := slices.ContainsFunc(a.logins, func(name string) bool { return strings.EqualFold(name, "Basic") })
	var said tts.Said
	again := false
	switch {
	case a.status == http.StatusProxyAuthRequired && len(a.logins) > 0 && !basic:
		said = n.otherLogin(a.proxy, a.logins)
	case a.status == http.StatusProxyAuthRequired && a.known:
		said = n.wrongLogin(a.proxy, proxyVariable)
	case a.status == http.StatusProxyAuthRequired:
		said = n.login(a.proxy, proxyVariable)
	case a.status >= 500 && a.status != http.StatusNetworkAuthenticationRequired:
		said, again = n.proxyFails(a.proxy, to.host), true
	case a.status == http.StatusForbidden:
		said = n.forbidden(a.proxy, to.host)
	case a.page || a.status == http.StatusNetworkAuthenticationRequired:
		said = n.proxyPage(a.proxy)
	default:
		said = n.proxyRefuses(a.proxy, to.host, proxyVariable)
	}
	fault := tts.Lost(said, &unreached{a})
	fault.Code, fault.Retryable = a.Error(), again
	return fault
}

// pageStatuses are those with which a page speaks for the network between a
// host and us. With others it may be the host's own, and the status says more.
var pageStatuses = map[int]bool{
	http.StatusUnauthorized: true, http.StatusForbidden: true, http.StatusProxyAuthRequired: true,
	http.StatusUnavailableForLegalReasons: true, http.StatusNetworkAuthenticationRequired: true,
}

// isPage reports an answer that begins as a page for a web browser does.
func isPage(beginning []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(tts.TrimBOM(beginning)), []byte("<"))
}

// shortened is a name that another machine gave, which may be of any length.
func shortened(name string) string {
	const most = 64 // as long as X.509 lets a common name be
	letters := []rune(tts.Clean(name))
	return string(letters[:min(len(letters), most)])
}
