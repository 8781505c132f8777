package cli

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

func TestTheCapEndsACommandBeforeAnythingIsSent(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		http.Error(w, "no", http.StatusUnauthorized)
	}))
	defer host.Close()
	p := author(t).with("DASHSCOPE_API_KEY=a", "MINIMAX_API_KEY=a", "NOVITA_API_KEY=a")
	p.write(".config/voicestudio/config.json", `{"spend_cap": {"amount": 0.002, "currency": "CNY"}}`)
	p.write("s.csv", "text,out\nOne.,1.mp3\nTwo.,2.mp3\nThree.,3.mp3\n")
	at := []string{"--host", "dashscope", "--base-url", host.URL}
	got := p.runs("", append([]string{"say", "--no-play", "--json", "A dozen words."}, at...)...)
	if fault, _ := got.report(t)["error"].(map[string]any); got.code != exitRequest || fault["field"] != "spend_cap" || fault["kind"] != "request" {
		t.Errorf("%+v", got)
	}
	for name, args := range map[string][]string{"--yes": {"--yes"}, "--dry-run": {"--dry-run"}} {
		got := p.runs("", append(append([]string{"render", "s.csv", "--preset", "Warm narrator"}, args...), at...)...)
		if got.code != exitRequest || !strings.Contains(got.err, "the session has cost ¥0.00 of the ¥0.00") {
			t.Errorf("%s: %+v", name, got)
		}
	}
	got = p.runs("", "say", "--no-play", "--host", "novita", "--base-url", host.URL, "Hi.")
	if got.code != exitRequest || !strings.Contains(got.err, "what this would cost is not known") {
		t.Errorf("a price that nobody knows: %+v", got)
	}
	if asked.Load() != 0 {
		t.Errorf("the host was asked %d times", asked.Load())
	}
	got = p.runs("", "say", "--no-play", "--host", "minimax", "--base-url", host.URL, "Hi.")
	if got.code != exitRefused || asked.Load() != 1 {
		t.Errorf("another currency is added: %+v", got)
	}
}
