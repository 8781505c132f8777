package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"voicestudio/tts/sandbox/canned"
)

// endless is a text that is spoken until nobody listens any more.
const endless = "endless"

// patience is how long the server keeps a connection that nobody uses; the
// load balancers before real hosts keep one for 60 s or 75 s.
const patience = 10 * time.Second

// authority is a certificate of 127.0.0.1 that this process and curl trust.
type authority struct {
	file string // PEM
	cert tls.Certificate
}

func newAuthority() (authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return authority{}, err
	}
	form := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "bench"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	der, err := x509.CreateCertificate(rand.Reader, form, form, key.Public(), key)
	if err != nil {
		return authority{}, err
	}
	file, err := os.CreateTemp("", "bench-*.pem")
	if err != nil {
		return authority{}, err
	}
	defer file.Close()
	// As a person has a company's authority: the clients have no hook for it.
	os.Setenv("SSL_CERT_FILE", file.Name())
	return authority{file.Name(), tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}},
		pem.Encode(file, &pem.Block{Type: "CERTIFICATE", Bytes: der})
}

func (a authority) remove() { os.Remove(a.file) }

// server answers as MiniMax does, at once.
type server struct {
	authority
	listen net.Listener
	http   *http.Server
	done   chan struct{}
}

// serve offers one version of HTTP only.
func serve(a authority, version int) (*server, error) {
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	var offers http.Protocols
	offers.SetHTTP1(version == 1)
	offers.SetHTTP2(version == 2)
	s := &server{a, listen, &http.Server{
		Handler: http.HandlerFunc(speak), Protocols: &offers, IdleTimeout: patience, ErrorLog: log.New(io.Discard, "", 0),
		TLSConfig: &tls.Config{Certificates: []tls.Certificate{a.cert}},
	}, make(chan struct{})}
	go func() {
		defer close(s.done)
		s.http.ServeTLS(listen, "", "")
	}()
	return s, nil
}

func (s *server) close() {
	s.http.Close()
	<-s.done
}

var sound = hex.EncodeToString(canned.Audio("Good morning."))

// speak streams one frame and the end, or frames without end. What asks for no
// speech is refused.
func speak(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil || r.Method != http.MethodPost {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	frame := func() {
		fmt.Fprintf(w, "data: {\"data\":{\"audio\":%q,\"status\":1},\"trace_id\":\"0\"}\n\n", sound)
		http.NewResponseController(w).Flush()
	}
	frame()
	for strings.Contains(string(body), endless) {
		select {
		case <-r.Context().Done():
			return
		case <-time.After(50 * time.Millisecond):
			frame()
		}
	}
	fmt.Fprint(w, "data: {\"data\":{\"audio\":\"\",\"status\":2},\"extra_info\":{\"usage_characters\":13},\"base_resp\":{\"status_code\":0}}\n\n")
}
