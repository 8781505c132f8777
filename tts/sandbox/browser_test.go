package sandbox

import (
	"net/http"
	"strings"
	"testing"
)

// What a browser does for fetch() with a key and a stream from another site.
func TestAPageMaySpeakToASandboxThatIsServed(t *testing.T) {
	served, err := Serve(Config{Browsers: true}, tone{bytes: 4})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { served.Close() })
	builtIn, _ := start(t, tone{bytes: 4})
	const names = "authorization,content-type,x-dashscope-sse,x-sandbox-fault"
	preflight := func(s *Server, path, host string) *heard {
		req, _ := http.NewRequest(http.MethodOptions, s.origin()+path, nil)
		req.Header.Set("Origin", "https://app.example")
		req.Header.Set("Access-Control-Request-Method", "POST")
		req.Header.Set("Access-Control-Request-Headers", names)
		req.Header.Set("Access-Control-Request-Private-Network", "true")
		req.Host = host
		return send(t, req)
	}
	allowed := func(h *heard) string { return h.header.Get("Access-Control-Allow-Origin") }
	for _, at := range append(sites, atSandbox, site{path: "/v1/get_voice"}, site{path: "/files/x.mp3"}) {
		h := preflight(served, at.path, "localhost:8787")
		if h.status != http.StatusNoContent || allowed(h) != "*" || h.header.Get("Access-Control-Allow-Headers") != names ||
			!strings.Contains(h.header.Get("Access-Control-Allow-Methods"), "POST") || h.header.Get("Access-Control-Allow-Private-Network") != "true" {
			t.Errorf("%s: %d %v", at.path, h.status, h.header)
		}
		if h := preflight(served, at.path, "evil.example"); h.status != http.StatusForbidden || allowed(h) != "" {
			t.Errorf("%s under a name of the page's: %d %v", at.path, h.status, h.header)
		}
		if h := preflight(builtIn, at.path, "localhost"); allowed(h) != "" {
			t.Errorf("%s of the studio's own: %d %v", at.path, h.status, h.header)
		}
	}
	for _, at := range sites {
		for _, stream := range []bool{true, false} {
			for _, faults := range []string{"", "code=1002", "gateway=Throttling", "status=503", "error=401", "code=1026@2"} {
				h := spoil(t, served, at, stream, faults, pcm1)
				if allowed(h) != "*" || !strings.Contains(h.header.Get("Access-Control-Expose-Headers"), "Trace-Id") {
					t.Errorf("%s, stream %v, %s: %d %v", at.name, stream, faults, h.status, h.header)
				}
				if h := spoil(t, builtIn, at, stream, faults, pcm1); allowed(h) != "" {
					t.Errorf("%s of the studio's own, %s: %v", at.name, faults, h.header)
				}
			}
		}
	}
	url := send(t, atMiniMax.request(served, false, `"output_format":"url",`+pcm1)).chunks[0]
	req, _ := http.NewRequest(http.MethodGet, url, nil)
	if h := send(t, req); h.status != 200 || allowed(h) != "*" {
		t.Errorf("a file: %d %v", h.status, h.header)
	}
}
