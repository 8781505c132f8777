package player

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// afarPart plays where PULSE_SERVER says.
func afarPart() int {
	began := time.Now()
	p := New()
	defer p.Close()
	fmt.Printf("opened=%d\n", time.Since(began).Milliseconds())
	for !cards.now.isReady() && time.Since(cards.now.began) <= hangsAfter {
		time.Sleep(tick)
	}
	tone(p, 300*time.Millisecond)
	err := p.Wait(context.Background())
	fmt.Printf("silent=%v\nfirst=%v\nreason=%s\nerr=%v\n", p.Device().Silent, p.Status().FirstSound > 0, p.Device().Reason, err)
	return 0
}

func TestSoundFromAfar(t *testing.T) {
	t.Parallel()
	card := startCard(t)
	dir := t.TempDir()
	key := func(name string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(strings.Repeat(name[:1], 256)), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	mine, others := key("mine"), key("others")
	port := freePort(t)
	if err := card.Load("module-native-protocol-tcp", "listen=127.0.0.1", "port="+port, "auth-cookie="+mine); err != nil {
		t.Fatal(err)
	}
	socket := strings.TrimPrefix(card.Env(), "PULSE_SERVER=unix:")
	tcp := func(port string) string { return "PULSE_SERVER=tcp:127.0.0.1:" + port }

	for name, c := range map[string]struct {
		env    []string
		reason string // "": it is heard
	}{
		"a socket mounted elsewhere":             {[]string{"PULSE_SERVER=unix:" + relay(t, "unix", filepath.Join(dir, "s"), "unix", socket)}, ""},
		"a server in the network":                {[]string{tcp(port), "PULSE_COOKIE=" + mine}, ""},
		"one whose port is forwarded":            {[]string{tcp(portOf(t, relay(t, "tcp", "127.0.0.1:0", "tcp", "127.0.0.1:"+port))), "PULSE_COOKIE=" + mine}, ""},
		"another user's server":                  {[]string{tcp(port), "PULSE_COOKIE=" + others}, "the sound server lets only its own user in; "},
		"a port where nobody listens":            {[]string{tcp(freePort(t))}, "no sound server answers at PULSE_SERVER=tcp:127.0.0.1:"},
		"a forwarded port with nobody behind it": {[]string{tcp(portOf(t, relay(t, "tcp", "127.0.0.1:0", "tcp", "127.0.0.1:"+freePort(t))))}, "no sound server answers at PULSE_SERVER=tcp:127.0.0.1:"},
		"a server that never answers":            {[]string{tcp(portOf(t, relay(t, "tcp", "127.0.0.1:0", "", "")))}, "the sound server does not answer; "},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := output(t, child(t, "afar", append(c.env, "GORACE=exitcode=0", "SSH_CONNECTION=10.0.0.1 50000 10.0.0.2 22")...))
			out := fields(text)
			if heard := c.reason == ""; out["silent"] != strconv.FormatBool(!heard) || out["first"] != strconv.FormatBool(heard) || !strings.HasPrefix(out["reason"], c.reason) || out["err"] != "<nil>" {
				t.Errorf("%s", text)
			}
			// Far above the 100 ms that are waited for a device, far below for ever.
			if ms, _ := strconv.Atoi(out["opened"]); ms > 5000 {
				t.Errorf("opened in %d ms", ms)
			}
		})
	}
}

// relay hands on what comes at one address to another, as ssh -R does and a
// mounted socket; where there is no other it takes everything and answers nothing.
func relay(t *testing.T, from, at, to, other string) (address string) {
	t.Helper()
	l, err := net.Listen(from, at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			in, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer in.Close()
				if to == "" {
					io.Copy(io.Discard, in)
					return
				}
				out, err := net.Dial(to, other)
				if err != nil {
					return
				}
				defer out.Close()
				go io.Copy(in, out)
				io.Copy(out, in)
			}()
		}
	}()
	return l.Addr().String()
}

func portOf(t *testing.T, address string) string {
	t.Helper()
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// freePort is one where nobody listens.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return portOf(t, l.Addr().String())
}
