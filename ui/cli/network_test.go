package cli

import (
	"crypto/tls"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
	"testing"
	"time"
)

var quietly = log.New(io.Discard, "", 0)

const (
	spoken = "a company hears this"
	apiKey = "sk-company-secret"
	port   = ":8443"
)

// speechHost answers as MiniMax does those who have the key.
func speechHost(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer "+apiKey {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprintf(w, "data: {\"data\":{\"audio\":%q,\"status\":1}}\n\ndata: {\"data\":{\"status\":2}}\n\n", hex.EncodeToString([]byte(spoken)))
}

// employee is someone with a key, whose machine trusts the company's authority.
func employee(t *testing.T, of *authority) *person {
	p := newPerson(t).with("MINIMAX_API_KEY=" + apiKey)
	return p.with("SSL_CERT_FILE="+p.write("company.pem", of.pem), "SSL_CERT_DIR="+p.path("none"))
}

func (p *person) asksAt(base string) ran {
	p.t.Helper()
	return p.runs("", "say", "--host", "minimax", "--base-url", base, "--no-play", "--out", "o.mp3", "Hi.")
}

func TestSpeechComesThroughAProxy(t *testing.T) {
	t.Parallel()
	company := newAuthority(t, "The company")
	cert := company.signs(-time.Hour, time.Hour, "speech.example.test", "2001:db8::7", "127.0.0.1")
	host := serves(t, cert, speechHost)
	login := "Basic " + base64.StdEncoding.EncodeToString([]byte("anna:p@ss"))
	const name, six = "https://speech.example.test" + port, "https://[2001:db8::7]" + port
	for what, c := range map[string]struct {
		proxy     *between
		set, base string // variable and what stands before the proxy's address
		asked     string
	}{
		"HTTP":                        {connectProxy(t, nil, host, ""), "HTTPS_PROXY=http://", name, "CONNECT speech.example.test:8443"},
		"in small letters, no scheme": {connectProxy(t, nil, host, ""), "https_proxy=", name, "CONNECT speech.example.test:8443"},
		"with a password":             {connectProxy(t, nil, host, login), "HTTPS_PROXY=http://anna:p%40ss@", name, "CONNECT speech.example.test:8443"},
		"itself encrypted":            {connectProxy(t, &cert, host, ""), "HTTPS_PROXY=https://", name, "CONNECT speech.example.test:8443"},
		"SOCKS":                       {socksProxy(t, host, ""), "HTTPS_PROXY=socks5://", name, "speech.example.test:8443"},
		"SOCKS with a password":       {socksProxy(t, host, "anna:p@ss"), "HTTPS_PROXY=socks5h://anna:p%40ss@", name, "speech.example.test:8443"},
		"IPv6":                        {connectProxy(t, nil, host, ""), "HTTPS_PROXY=http://", six, "CONNECT [2001:db8::7]:8443"},
		"IPv6 and SOCKS":              {socksProxy(t, host, ""), "HTTPS_PROXY=socks5://", six, "[2001:db8::7]:8443"},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			p := employee(t, company).with(c.set + c.proxy.url)
			if got := p.asksAt(c.base); got.code != 0 || p.read("o.mp3") != spoken {
				t.Errorf("exit %d: %s", got.code, got.err)
			}
			who, bytes := c.proxy.saw()
			if who != c.asked || len(bytes) < 500 || strings.Contains(bytes, apiKey) || strings.Contains(bytes, "t2a_v2") {
				t.Errorf("asked for %s; it saw %q", who, bytes)
			}
		})
	}
}

func TestTheWayIsDirectWhereNoProxyIsMeant(t *testing.T) {
	t.Parallel()
	company := newAuthority(t, "The company")
	host := serves(t, company.signs(-time.Hour, time.Hour, "127.0.0.1", "0.0.0.0"), speechHost)
	_, at, _ := strings.Cut(host, ":")
	for what, c := range map[string]struct{ set, base string }{
		"NO_PROXY":        {"NO_PROXY=example.com,0.0.0.0 HTTPS_PROXY=http://", "https://0.0.0.0:" + at}, // this machine, which Go's client does not know for it
		"this machine":    {"HTTPS_PROXY=http://", "https://" + host},
		"ALL_PROXY alone": {"ALL_PROXY=http://", "https://0.0.0.0:" + at},
		"HTTP_PROXY":      {"HTTP_PROXY=http://", "https://0.0.0.0:" + at},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			proxy := connectProxy(t, nil, host, "")
			p := employee(t, company).with(strings.Fields(c.set + proxy.url)...)
			if got := p.asksAt(c.base); got.code != 0 || p.read("o.mp3") != spoken {
				t.Errorf("exit %d: %s", got.code, got.err)
			}
			if who, _ := proxy.saw(); who != "" {
				t.Errorf("the proxy was asked for %s", who)
			}
		})
	}
}

const html = "<!DOCTYPE html>\x1b[2J\x1b]0;owned\a<title>Welcome to the hotel</title>"

// page is an answer with a page for a web browser.
func page(status string, header ...string) string {
	header = append(header, "Content-Type: text/html", "Content-Length: 10000000")
	return "HTTP/1.1 " + status + "\r\n" + strings.Join(header, "\r\n") + "\r\n\r\n" + html
}

func TestWhatStandsInTheWayIsToldInWords(t *testing.T) {
	t.Parallel()
	company, stranger := newAuthority(t, "The company"), newAuthority(t, "A stranger")
	const name = "speech.example.test"
	hour := time.Hour
	good := company.signs(-hour, hour, name, "127.0.0.1")
	host := serves(t, good, speechHost)
	with := func(cert tls.Certificate) string {
		return "http://" + connectProxy(t, nil, serves(t, cert, speechHost), "").url
	}
	answering := func(status int) string {
		return "http://" + connectProxy(t, nil, serves(t, good, func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(status)
			io.WriteString(w, html)
		}), "").url
	}
	says := func(answer string) string { return "http://anna:hunter2@" + saysProxy(t, answer).url }
	for what, c := range map[string]struct{ set, base, says string }{
		"a proxy that asks who we are":       {"HTTPS_PROXY=http://" + connectProxy(t, nil, host, "Basic x").url, "", "asks who you are (HTTP 407); write user and password into HTTPS_PROXY, as http://user:password@host:port"},
		"a wrong password":                   {"HTTPS_PROXY=http://anna:hunter2@" + connectProxy(t, nil, host, "Basic x").url, "", "does not accept the user and the password (HTTP 407); check them in HTTPS_PROXY"},
		"a login of Windows":                 {"HTTPS_PROXY=" + says(page("407 No", "Proxy-Authenticate: Negotiate", "Proxy-Authenticate: NTLM")), "", "asks for a login that this program does not have: Negotiate, NTLM (HTTP 407); ask whoever runs it"},
		"a login page for a tunnel":          {"HTTPS_PROXY=" + says(page("200 OK")), "", "answers with a web page instead of connecting (HTTP 200); open any page in a web browser and log in to the network"},
		"a proxy that forbids the host":      {"HTTPS_PROXY=" + says(page("403 Blocked\x1b[2J")), "", "does not allow connections to speech.example.test (HTTP 403); ask whoever runs it"},
		"a web server that is no proxy":      {"HTTPS_PROXY=" + says(page("404 Not Found")), "", "answers with a web page instead of connecting (HTTP 404)"},
		"a proxy that is asked for too much": {"HTTPS_PROXY=" + says("HTTP/1.1 400 Bad Request\r\n\r\n"), "", "refuses to connect to speech.example.test (HTTP 400); check that HTTPS_PROXY names a proxy"},
		"a proxy that answers nonsense":      {"HTTPS_PROXY=" + says("220 mail \x1b[2J ready\r\n"), "", "the host speech.example.test behind the proxy http://127.0.0.1:"},
		"https to a proxy that has none":     {"HTTPS_PROXY=https://" + connectProxy(t, nil, host, "").url, "", "answers unencrypted where https was asked for; check HTTPS_PROXY: the port, or http in place of https"},
		"a page for speech":                  {"HTTPS_PROXY=" + answering(200), "", "a web page came in place of the host's answer; log in to the network in a web browser"},
		"a page that forbids speech":         {"HTTPS_PROXY=" + answering(403), "", "a web page came in place of the host's answer (HTTP 403); log in"},
		"an authority that nobody knows":     {"HTTPS_PROXY=" + with(stranger.signs(-hour, hour, name)), "", "is signed by an authority that this machine does not know (A stranger); if it is your company's, add its certificate to"},
		"the same without SSL_CERT_FILE":     {"SSL_CERT_FILE= HTTPS_PROXY=" + with(good), "", "does not know (The company); if it is your company's, set SSL_CERT_FILE to a file with its certificate (PEM)"},
		"a file that is not there":           {"SSL_CERT_FILE=/none.pem HTTPS_PROXY=" + with(good), "", "no certificate (PEM) can be read from /none.pem: set SSL_CERT_FILE"},
		"a certificate for others":           {"HTTPS_PROXY=" + with(company.signs(-hour, hour, "login.hotel.test")), "", "is made for login.hotel.test; log in to the network in a web browser, or check the base url"},
		"a certificate that ran out":         {"HTTPS_PROXY=" + with(company.signs(-48*hour, -24*hour, name)), "", "was good until " + time.Now().Add(-24*hour).UTC().Format(time.DateOnly) + "; check this machine's clock, which says 20"},
		"a clock that is slow":               {"HTTPS_PROXY=" + with(company.signs(24*hour, 48*hour, name)), "", "is good from " + time.Now().Add(24*hour).UTC().Format(time.DateOnly) + " only; check this machine's clock"},
		"https at a port without":            {"", "https://" + strings.Replace(hostSaying(t, "x", false), "http://", "", 1), "answers unencrypted where https was asked for; check the base url: the port"},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			base := c.base
			if base == "" {
				base = "https://" + name
			}
			got := employee(t, company).with(strings.Fields(c.set)...).asksAt(base)
			if got.code != 5 || !strings.Contains(got.err, c.says) {
				t.Errorf("exit %d: %s\nwithout: %s", got.code, got.err, c.says)
			}
			if strings.ContainsAny(got.err, "<>\x1b\a") || strings.Contains(got.err, "hunter2") || strings.Count(got.err, "\n") > 1 {
				t.Errorf("%q", got.err)
			}
		})
	}
}
