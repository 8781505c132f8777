package sandbox

import (
	"net/http"
	"strings"
	"testing"
)

func TestOnlyThisMachinesNamesAreAnswered(t *testing.T) {
	local, _ := start(t, tone{bytes: 4})
	open, err := Serve(Config{Addr: "0.0.0.0:0"}, tone{bytes: 4})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { open.Close() })
	named, err := Serve(Config{Addr: "localhost:0"}, tone{bytes: 4})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { named.Close() })
	named.name = "studio.example" // as a machine's own name may lead to loopback

	ask := func(s *Server, at site, stream bool, name string) *heard {
		req := at.request(s, stream, pcm1)
		req.Host = name
		return send(t, req)
	}
	for _, at := range append(sites, atSandbox) {
		for _, name := range []string{"localhost", "LOCALHOST:8787", "127.0.0.1", "127.3.2.1:99", "[::1]", "[::1]:8787"} {
			if h := ask(local, at, true, name); h.status != 200 || !h.last {
				t.Errorf("%s as %s: %d %s", at.name, name, h.status, h.body)
			}
		}
		for _, name := range []string{"evil.example", "evil.example:8787", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "[2001:db8::1]:80", "0.0.0.0", "127.0.0.1@evil"} {
			for _, stream := range []bool{false, true} {
				h := ask(local, at, stream, name)
				if h.status != http.StatusForbidden || h.gateway != strangeName || !strings.Contains(h.body, "--addr") || len(h.chunks) > 0 {
					t.Errorf("%s as %s, stream %v: %d %s", at.name, name, stream, h.status, h.body)
				}
				if framed := strings.Contains(h.body, "event:error"); framed != (at.nested && stream) {
					t.Errorf("%s, stream %v: %s", at.name, stream, h.body)
				}
			}
			if h := ask(open, at, true, name); h.status != 200 {
				t.Errorf("%s as %s, where --addr lets everybody in: %d", at.name, name, h.status)
			}
		}
		if h := ask(named, at, true, "studio.example:80"); h.status != 200 {
			t.Errorf("%s by the name of --addr: %d", at.name, h.status)
		}
	}
	for path, want := range map[string]string{"/v1/get_voice": strangeName, "/nowhere": strangeName, "/files/x.mp3": "AccessDenied"} {
		method := http.MethodPost
		if strings.HasPrefix(path, "/files") {
			method = http.MethodGet
		}
		req, _ := http.NewRequest(method, local.origin()+path, nil)
		req.Host = "evil.example"
		if h := send(t, req); h.status != http.StatusForbidden || !strings.Contains(h.body, want) {
			t.Errorf("%s: %d %s", path, h.status, h.body)
		}
	}
}
