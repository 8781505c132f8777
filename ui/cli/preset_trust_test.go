package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"voicestudio/presets"
)

// provider stands before a sandbox and, once told to, has it speak otherwise than
// it is asked to: higher, and slower.
type provider struct {
	url     string
	drifts  atomic.Bool
	refuses atomic.Bool
	asked   atomic.Int32
}

func (p *person) provider() *provider {
	d := &provider{}
	s := p.serves()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.asked.Add(1)
		if d.refuses.Load() {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		body, _ := io.ReadAll(r.Body)
		if d.drifts.Load() {
			var asked map[string]any
			if err := json.Unmarshal(body, &asked); err != nil {
				p.t.Error(err)
			}
			voice := asked["voice_setting"].(map[string]any)
			voice["pitch"], voice["speed"] = 1, 0.9
			body, _ = json.Marshal(asked)
		}
		again, err := http.NewRequestWithContext(r.Context(), r.Method, strings.TrimSuffix(s.urls["sandbox"], "/sandbox")+r.URL.Path, bytes.NewReader(body))
		if err != nil {
			p.t.Error(err)
			return
		}
		again.Header = r.Header.Clone()
		resp, err := http.DefaultClient.Do(again)
		if err != nil {
			p.t.Error(err)
			return
		}
		defer resp.Body.Close()
		w.WriteHeader(resp.StatusCode)
		io.Copy(w, resp.Body)
	}))
	p.t.Cleanup(server.Close)
	d.url = server.URL + "/sandbox"
	return d
}

func (r ran) verdicts(t testing.TB) (all []map[string]any) {
	t.Helper()
	if err := json.Unmarshal([]byte(r.out), &all); err != nil {
		t.Fatalf("%v in %+v", err, r)
	}
	return all
}

func TestADriftOfTheProvidersIsToldInWordsAndByTheExitCode(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	d := p.provider()
	on := time.Now().Format("on 2 January")
	at := func(args ...string) []string { return append(args, "--base-url", d.url) }
	file := p.write(own+"warm.json", strings.Replace(warm, `"request"`, `"sample_text": "Welcome back. Let us pick up where we left off.", "x_mine": 1, "request"`, 1))
	before, err := presets.LoadFile(file)
	if err != nil {
		t.Fatal(err)
	}

	got := p.runs("", at("preset", "fingerprint", "Warm", "Warm", "--repeat", "2")...)
	if got.code != 0 || d.asked.Load() != 2 || !strings.HasPrefix(got.out, `"Warm" keeps what it sounds like at sandbox: `) || !strings.Contains(got.out, "in the middle of 2 takes, which differ by 0.00 st and 0.0 %") ||
		!strings.Contains(got.err, "1 preset, 2 to be made at sandbox, about 94 characters, free") {
		t.Fatalf("%+v", got)
	}
	after, err := presets.LoadFile(file)
	if err != nil || !after.Updated.Equal(before.Updated) || len(presets.Diff(before.Preset, after.Preset)) > 0 || !strings.Contains(p.read(own+"warm.json"), `"x_mine"`) {
		t.Errorf("%v\n%s", err, p.read(own+"warm.json"))
	}
	if f, found := after.Fingerprint("sandbox"); !found || f.Engine != "" || f.Spread.Takes != 2 || f.Model != "speech-2.8-hd" && f.Model != "speech-2.8-turbo" || f.Measures.F0MedianHz == nil {
		t.Errorf("%+v", f)
	}
	if got := p.runs("", at("preset", "verify", "Warm")...); got.code != 0 || got.out != `"Warm": sounds as `+on+"\n" || d.asked.Load() != 3 {
		t.Errorf("%+v", got)
	}

	if shown := p.runs("", "preset", "show", "Warm"); !strings.Contains(shown.out, "sandbox "+on) {
		t.Errorf("%+v", shown)
	}

	d.drifts.Store(true)
	got = p.runs("", at("preset", "verify", "Warm")...)
	if got.code != exitMachine || !strings.Contains(got.out, " st higher, ") || !strings.HasSuffix(got.out, " % slower than "+on+"\n") {
		t.Errorf("%+v", got)
	}
	got = p.runs("", at("preset", "verify", "Warm", "--json")...)
	told := got.verdicts(t)[0]
	if got.code != exitMachine || told["name"] != "Warm" || told["host"] != "sandbox" || told["state"] != "drifted" || len(told) != 4 {
		t.Errorf("%+v", got)
	}
	first := told["differences"].([]any)[0].(map[string]any)
	if first["measure"] != "f0_median_hz" || first["unit"] != "st" || first["limit"] != 0.5 || first["is"].(float64) <= first["was"].(float64) || !strings.HasSuffix(first["words"].(string), "st higher") || len(first) != 6 {
		t.Errorf("%v", first)
	}
	d.drifts.Store(false)

	// A preset that somebody set otherwise says so, and one that cannot be asked.
	p.write(own+"other.json", strings.Replace(warm, "Warm", "Other", 1))
	p.runs("", "preset", "edit", "Warm", "--set", "voice_setting.pitch=2")
	d.asked.Store(0)
	got = p.runs("", at("preset", "verify", "Warm", "Other", "--json")...)
	states := []any{got.verdicts(t)[0]["state"], got.verdicts(t)[1]["state"]}
	if got.code != exitMachine || !slices.Equal(states, []any{"changed", "error"}) || d.asked.Load() != 1 || !strings.Contains(got.err, "no sample_text") {
		t.Errorf("%v %+v", states, got)
	}
	if got := p.runs("", at("preset", "verify", "Warm")...); !strings.Contains(got.out, "set otherwise than "+on+", and 2.") {
		t.Errorf("%+v", got)
	}
	d.refuses.Store(true)
	if got := p.runs("", at("preset", "verify", "Warm", "--json")...); got.code != exitRequest || got.verdicts(t)[0]["state"] != "error" {
		t.Errorf("%+v", got)
	}

	// What cannot be compared is not paid for.
	d.asked.Store(0)
	if got := p.runs("", "preset", "verify", "Warm"); got.code != exitRequest || !strings.Contains(got.err, "a sandbox of another version") {
		t.Errorf("%+v", got)
	}
	p.runs("", "preset", "edit", "Warm", "--sample-text", "Another one.")
	got = p.runs("", at("preset", "verify", "Warm", "--json")...)
	if told := got.verdicts(t)[0]; got.code != exitRequest || told["state"] != "uncomparable" || len(told["differences"].([]any)) != 0 || !strings.Contains(got.err, "is another one than it spoke for its fingerprint") {
		t.Errorf("%+v", got)
	}
	if d.asked.Load() != 0 {
		t.Errorf("the host was asked %d times", d.asked.Load())
	}
}

func TestNothingIsSpokenForAFingerprintThatNobodyPaysForOrThatCannotBeKept(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	var asked atomic.Int32
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		http.Error(w, "no", http.StatusUnauthorized)
	}))
	defer host.Close()
	p := author(t).with("MINIMAX_API_KEY=a", "NOVITA_API_KEY=a")
	sample := strings.Replace(warm, `"request"`, `"sample_text": "Hello there.", "request"`, 1)
	p.write(own+"warm.json", sample)
	p.write(own+"silent.json", strings.Replace(warm, "Warm", "Silent", 1))
	p.write("mute.json", warm)
	fixed := p.write("fixed/fixed.json", strings.Replace(sample, "Warm", "Fixed", 1))
	if err := os.Chmod(fixed, 0o400); err != nil {
		t.Fatal(err)
	}
	paid := []string{"--host", "minimax", "--base-url", host.URL}
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"no consent", append([]string{"fingerprint", "Warm", "--repeat", "5"}, paid...), exitRequest, "5 to be made at MiniMax, about 60 characters, about $"},
		{"no terminal", append([]string{"fingerprint", "Warm"}, paid...), exitRequest, "there is no terminal to ask on; give --yes"},
		{"an unknown price", []string{"fingerprint", "Warm", "--host", "novita", "--base-url", host.URL}, exitRequest, "give --yes"},
		{"no sample in a file", []string{"fingerprint", p.path("mute.json")}, exitRequest, "preset edit '" + p.path("mute.json") + "' --sample-text TEXT"},
		{"no sample", []string{"fingerprint", "Warm", "Silent"}, exitRequest, "has no sample_text, which it would speak; give it one with voicestudio preset edit"},
		{"a starter", []string{"fingerprint", "Storyteller"}, exitRequest, "preset copy makes one of your own"},
		{"a file that cannot be written", []string{"fingerprint", fixed}, exitMachine, "read-only"},
		{"too often", []string{"fingerprint", "Warm", "--repeat", "21"}, exitRequest, "give 1 to 20"},
		{"never", []string{"fingerprint", "Warm", "--repeat", "0"}, exitRequest, "give 1 to 20"},
		{"no such host", []string{"verify", "Warm", "--host", "mars"}, exitRequest, "mars"},
		{"no such preset", []string{"verify", "Cold narrator"}, exitRequest, "Cold narrator"},
		{"no fingerprint", append([]string{"verify", "Warm"}, paid...), exitRequest, "has no fingerprint of minimax; take one with voicestudio preset fingerprint"},
		{"none of this host", []string{"verify", "Storyteller"}, exitRequest, "has no fingerprint of sandbox"},
	} {
		if got := p.runs("", append([]string{"preset"}, c.args...)...); got.code != c.code || !strings.Contains(got.err, c.says) || got.out != "" {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	p.write(".config/voicestudio/config.json", `{"spend_cap": {"amount": 0.001, "currency": "USD"}}`)
	if got := p.runs("", append([]string{"preset", "fingerprint", "Warm", "--repeat", "20", "--yes"}, paid...)...); got.code != exitRequest || !strings.Contains(got.err, "spend_cap") {
		t.Errorf("%+v", got)
	}
	if asked.Load() != 0 || strings.Contains(p.read(own+"warm.json"), "fingerprints") {
		t.Errorf("the host was asked %d times\n%s", asked.Load(), p.read(own+"warm.json"))
	}
	os.Remove(p.path(".config/voicestudio/config.json"))
	if got := p.runs("", append([]string{"preset", "fingerprint", "Warm", "--yes"}, paid...)...); got.code != exitRefused || asked.Load() == 0 || strings.Contains(p.read(own+"warm.json"), "fingerprints") {
		t.Errorf("a refusal of the host's: %+v", got)
	}
}
