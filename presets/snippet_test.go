package presets

import (
	"encoding/json"
	"go/format"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voicestudio/tts"
)

// hostile is what people, and their colleagues' presets, put into texts.
var hostile = strings.Join([]string{
	`it's "quoted" \ and \n`, "$(touch pwned) `touch pwned` ${HOME} !! %s %(x)s {{}}", "'; touch pwned; '", "EOF\nEOF", "''' \"\"\" \\",
	"\x00\x1b[31m\u202e\u2028\u00a0\ufeff\u00ad", "温柔女声 😀 e\u0301 \U000e0001", "-d @/etc/passwd", "</script><!--", "`+os.Getenv(`PPIO_API_KEY`)+`",
}, "\n")

func TestASnippetSendsExactlyTheRequest(t *testing.T) {
	body, err := json.Marshal(map[string]any{
		"text": hostile, hostile: []any{true, false, nil, 0.1, -12, 1e21, "", []any{}, map[string]any{}},
		"voice_setting": map[string]any{"speed": 1.1, "voice_id": "Santa_Claus "},
	})
	if err != nil {
		t.Fatal(err)
	}
	type call struct {
		method, uri, key, note string
		body                   any
	}
	arrived := make(chan call, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		got := call{r.Method, r.RequestURI, r.Header.Get("Authorization"), r.Header.Get("X-Note"), nil}
		json.Unmarshal(data, &got.body)
		arrived <- got
		io.WriteString(w, "data: {\"温\": 1}\n\n")
	}))
	defer server.Close()
	const path, note = "/v1?a=$(id)&b='[1-3]'{x}", "it's \"$HOME\" `id` \\ %s"
	c := Call{"POST", server.URL + path, [][2]string{{"Content-Type", "application/json"}, {"X-Note", note}}, "PPIO_API_KEY", body}
	want := call{"POST", path, "Bearer secret", note, nil}
	json.Unmarshal(body, &want.body)

	dir := t.TempDir()
	for language, command := range map[string][]string{"curl": {"bash"}, "python": {"python3"}, "go": {"go", "run"}} {
		t.Run(language, func(t *testing.T) {
			text, err := Snippet(language, c)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(text, "secret") || strings.ContainsFunc(strings.ReplaceAll(strings.ReplaceAll(text, "\n", ""), "\t", ""), tts.Steers) {
				t.Errorf("it holds the key or what a person cannot see:\n%q", text)
			}
			file := filepath.Join(dir, "main.go")
			os.WriteFile(file, []byte(text), 0o644)
			cmd := exec.Command(command[0], append(command[1:], file)...)
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "PPIO_API_KEY=secret", "GO111MODULE=off")
			out, err := cmd.CombinedOutput()
			if err != nil || string(out) != "data: {\"温\": 1}\n\n" {
				t.Fatalf("%v: %s\n%s", err, out, text)
			}
			if diff := cmp.Diff(want, <-arrived, cmp.AllowUnexported(call{})); diff != "" {
				t.Errorf("another request arrived:\n%s\n%s", diff, text)
			}
			if entries, _ := os.ReadDir(dir); len(entries) != 1 {
				t.Errorf("it did something else: %v", entries)
			}
			if language == "go" {
				if nice, err := format.Source([]byte(text)); err != nil || string(nice) != text {
					t.Errorf("not gofmt-ed, %v", err)
				}
			}
		})
	}
	text, err := Snippet("json", c)
	var again any
	if e := json.Unmarshal([]byte(text), &again); err != nil || e != nil || cmp.Diff(want.body, again) != "" {
		t.Errorf("%v %v\n%s", err, e, text)
	}
}

func TestWhatCannotBeASnippetIsRefused(t *testing.T) {
	good := Call{Method: "POST", URL: "https://example.org/x", Body: []byte("{}")}
	for what, edit := range map[string]func(*Call){
		"a key in a header":      func(c *Call) { c.Header = [][2]string{{"authorization", "Bearer secret"}} },
		"a key in the address":   func(c *Call) { c.URL = "https://anna:secret@example.org" },
		"another scheme":         func(c *Call) { c.URL = "file:///etc/passwd" },
		"a break in the address": func(c *Call) { c.URL = "https://example.org/\n-o x" },
		"a break in a header":    func(c *Call) { c.Header = [][2]string{{"X", "a\r\nb"}} },
		"a header's name":        func(c *Call) { c.Header = [][2]string{{"X\"", "a"}} },
		"a variable":             func(c *Call) { c.KeyVariable = "X;id" },
		"a method":               func(c *Call) { c.Method = "GET x" },
		"no JSON":                func(c *Call) { c.Body = []byte("{") },
	} {
		c := good
		edit(&c)
		if text, err := Snippet("curl", c); err == nil {
			t.Errorf("%s: %s", what, text)
		}
	}
	if _, err := Snippet("perl", good); err == nil || !strings.Contains(err.Error(), "curl, go, python, json") {
		t.Error(err)
	}
}
