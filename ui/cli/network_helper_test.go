package cli

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// authority signs certificates, as a company does for its own network.
type authority struct {
	t    *testing.T
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
	pem  string
}

func newAuthority(t *testing.T, name string) *authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	form := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, IsCA: true, BasicConstraintsValid: true,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, form, form, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return &authority{t, cert, key, string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))}
}

// signs makes a certificate for names and addresses that is good from now+from
// to now+to.
func (a *authority) signs(from, to time.Duration, names ...string) tls.Certificate {
	a.t.Helper()
	form := &x509.Certificate{SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "a host"}, NotBefore: time.Now().Add(from), NotAfter: time.Now().Add(to)}
	for _, name := range names {
		if ip := net.ParseIP(name); ip != nil {
			form.IPAddresses = append(form.IPAddresses, ip)
		} else {
			form.DNSNames = append(form.DNSNames, name)
		}
	}
	der, err := x509.CreateCertificate(rand.Reader, form, a.cert, a.key.Public(), a.key)
	if err != nil {
		a.t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: a.key}
}

// serves answers over TLS, HTTP/2 included, and returns its address.
func serves(t *testing.T, cert tls.Certificate, handler http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewUnstartedServer(handler)
	server.TLS = &tls.Config{Certificates: []tls.Certificate{cert}}
	server.EnableHTTP2 = true
	server.Config.ErrorLog = quietly
	server.StartTLS()
	t.Cleanup(server.Close)
	return server.Listener.Addr().String()
}

// between is a proxy: it connects to one machine, whatever name it is asked
// for, and remembers what it could see.
type between struct {
	url string // without a scheme

	mu   sync.Mutex
	who  []string // what was to be connected to
	seen bytes.Buffer
}

func (b *between) connected(to, head string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.who = append(b.who, to)
	b.seen.WriteString(head)
}

func (b *between) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.seen.Write(p)
}

// saw is what the proxy was asked for, and every byte that came from us.
func (b *between) saw() (who, bytes string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return strings.Join(b.who, " "), b.seen.String()
}

// listens starts a proxy that meets each connection as meet does.
func listens(t *testing.T, cert *tls.Certificate, meet func(b *between, conn net.Conn)) *between {
	t.Helper()
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	b := &between{url: listen.Addr().String()}
	if cert != nil {
		listen = tls.NewListener(listen, &tls.Config{Certificates: []tls.Certificate{*cert}})
	}
	var all sync.WaitGroup
	t.Cleanup(func() { listen.Close(); all.Wait() })
	all.Go(func() {
		for {
			conn, err := listen.Accept()
			if err != nil {
				return
			}
			all.Go(func() {
				defer conn.Close()
				meet(b, conn)
			})
		}
	})
	return b
}

// tunnel carries bytes both ways until either side ends.
func (b *between) tunnel(in io.Reader, conn net.Conn, to string) {
	far, err := net.Dial("tcp", to)
	if err != nil {
		return
	}
	defer far.Close()
	var all sync.WaitGroup
	all.Go(func() { io.Copy(far, io.TeeReader(in, b)); far.Close() })
	all.Go(func() { io.Copy(conn, far); conn.Close() })
	all.Wait()
}

// connectProxy is an HTTP proxy before one machine, to; login, unless empty, is
// the Proxy-Authorization that it wants.
func connectProxy(t *testing.T, cert *tls.Certificate, to, login string) *between {
	return listens(t, cert, func(b *between, conn net.Conn) {
		in := bufio.NewReader(conn)
		asked, err := http.ReadRequest(in)
		if err != nil {
			io.WriteString(conn, "HTTP/1.1 400 Bad Request\r\n\r\n")
			return
		}
		b.connected(asked.Method+" "+asked.Host, fmt.Sprint(asked.Header))
		if asked.Header.Get("Proxy-Authorization") != login {
			io.WriteString(conn, "HTTP/1.1 407 Who\x1b[2J\r\nProxy-Authenticate: Basic realm=x\r\n\r\n<html>log in</html>")
			return
		}
		io.WriteString(conn, "HTTP/1.1 200 Connection established\r\n\r\n")
		b.tunnel(in, conn, to)
	})
}

// saysProxy is one that answers everybody with the same.
func saysProxy(t *testing.T, answer string) *between {
	return listens(t, nil, func(b *between, conn net.Conn) {
		if _, err := http.ReadRequest(bufio.NewReader(conn)); err == nil {
			io.WriteString(conn, answer)
		}
	})
}

// socksProxy is a SOCKS5 proxy (RFC 1928, 1929) before one machine, to; login
// is the user and the password that it wants, or empty.
func socksProxy(t *testing.T, to, login string) *between {
	return listens(t, nil, func(b *between, conn net.Conn) {
		in := bufio.NewReader(conn)
		take := func(n int) []byte {
			p := make([]byte, n)
			io.ReadFull(in, p)
			return p
		}
		counted := func() string { return string(take(int(take(1)[0]))) }
		way := byte(0)
		if login != "" {
			way = 2
		}
		if take(1); !strings.Contains(counted(), string(way)) {
			conn.Write([]byte{5, 0xff})
			return
		}
		conn.Write([]byte{5, way})
		if login != "" {
			take(1)
			if user, password := counted(), counted(); user+":"+password != login {
				conn.Write([]byte{1, 1})
				return
			}
			conn.Write([]byte{1, 0})
		}
		var name string
		switch kind := take(4)[3]; kind {
		case 1:
			name = net.IP(take(net.IPv4len)).String()
		case 3:
			name = counted()
		case 4:
			name = net.IP(take(net.IPv6len)).String()
		}
		port := take(2)
		b.connected(net.JoinHostPort(name, strconv.Itoa(int(port[0])<<8|int(port[1]))), "")
		conn.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
		b.tunnel(in, conn, to)
	})
}
