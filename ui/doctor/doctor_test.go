package doctor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/install"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// fresh is a Fedora on which everything is there; env are its variables.
func fresh(t *testing.T, env map[string]string) *Machine {
	home := t.TempDir()
	for name, value := range map[string]string{"HOME": home, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "XDG_STATE_HOME": "", "MINIMAX_API_KEY": "", "HTTPS_PROXY": "", "https_proxy": "", "SSL_CERT_FILE": ""} {
		t.Setenv(name, value)
	}
	all := map[string]string{"TERM": "xterm-256color", "LANG": "de_DE.UTF-8", "EDITOR": "vi"}
	for name, value := range env {
		all[name] = value
		t.Setenv(name, value)
	}
	data := t.TempDir()
	if err := os.WriteFile(filepath.Join(data, "phontab"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	there := func() (string, error) { return "a library", nil }
	return &Machine{
		System: install.Fedora, Getenv: func(name string) string { return all[name] },
		LookPath: func(program string) (string, error) { return "/usr/bin/" + program, nil },
		Version:  func(context.Context, string, ...string) (string, error) { return "version 1  Data at: " + data, nil },
		MP3:      there, Opus: there, Device: func() player.Device { return player.Device{Name: "speaker"} },
		Free: func(string) (uint64, bool) { return 1 << 40, true }, Now: time.Now, Width: 120, Height: 40,
		Config: func() ([]presets.Finding, error) { return nil, nil },
		Asking: func(string) {},
	}
}

// of finds a check.
func of(t *testing.T, all []Check, g Group, name string) Check {
	t.Helper()
	for _, c := range all {
		if c.Group == g && c.Name == name {
			return c
		}
	}
	t.Fatalf("nobody has looked at %s of %s", name, g)
	return Check{}
}

func TestAMachineThatHasEverythingIsInNobodysWay(t *testing.T) {
	all := fresh(t, nil).Examine(t.Context())
	for _, c := range all {
		if c.State != OK || c.Cure != "" {
			t.Errorf("%+v", c)
		}
	}
	b, err := json.Marshal(all[0])
	if want := `{"group":"programs","name":"espeak-ng","state":"ok","found":"speaks in the sandbox: version 1","cure":""}`; err != nil || string(b) != want {
		t.Errorf("%s, %v", b, err)
	}
}

func TestEachFaultOfAFreshMachineHasItsCure(t *testing.T) {
	away := errors.New("not there")
	for name, c := range map[string]struct {
		env   map[string]string
		broke func(m *Machine)
		group Group
		check string
		state State
		found string
		cure  string
	}{
		"no espeak-ng": {nil, func(m *Machine) { m.Version = without("espeak-ng", m.Version) }, Programs, "espeak-ng", Fault, "not installed", "dnf install espeak-ng"},
		"espeak-ng without its data": {nil, func(m *Machine) {
			m.Version = func(context.Context, string, ...string) (string, error) {
				return "eSpeak NG 1.52  Data at: /nowhere", nil
			}
		}, Programs, "espeak-ng's data", Fault, "not installed", "dnf install espeak-ng"},
		"no lame, and a host that speaks": {map[string]string{"MINIMAX_API_KEY": "k"}, func(m *Machine) { m.Version, m.Session.Host = without("lame", m.Version), tts.MiniMax }, Programs, "lame", Warning, "not installed", "dnf install lame"},
		"no opusenc":                      {nil, func(m *Machine) { m.Version = without("opusenc", m.Version) }, Programs, "opusenc", OK, "if wanted: ", ""},
		"no libmpg123":                    {nil, func(m *Machine) { m.MP3 = func() (string, error) { return "go-mp3", away } }, Programs, "libmpg123", Fault, "go-mp3 plays MP3, but not every one", "dnf install mpg123-libs"},
		"no git, and a team":              {nil, func(m *Machine) { m.Version, m.Teams = without("git", m.Version), map[string]string{"a": "/"} }, Programs, "git", Warning, "not installed", "dnf install git"},
		"no editor":                       {map[string]string{"EDITOR": ""}, nil, Programs, "editor", Warning, "none is chosen", "set EDITOR"},
		"an editor that has gone":         {map[string]string{"EDITOR": "code --wait"}, func(m *Machine) { m.LookPath = func(string) (string, error) { return "", away } }, Programs, "editor", Warning, "code --wait is chosen, and not installed", "set EDITOR"},
		"no sound": {nil, func(m *Machine) {
			m.Device = func() player.Device {
				return player.Device{Silent: true, Reason: "no sound server was found; start it"}
			}
		}, Sound, "device", Fault, "nothing can be heard", "no sound server was found; start it"},
		"the chosen host has no key":   {nil, func(m *Machine) { m.Session.Host = tts.DashScope }, Hosts, "dashscope", Fault, "needs an API key", "DASHSCOPE_API_KEY"},
		"a key with a line's end":      {map[string]string{"MINIMAX_API_KEY": "sk-1 secret"}, nil, Hosts, "minimax", Warning, "MiniMax", "MINIMAX_API_KEY"},
		"a proxy that is none":         {map[string]string{"HTTPS_PROXY": "http://anna:hun%ter2@10.0.0.1"}, nil, Network, "proxy", Warning, "not an address", "set HTTPS_PROXY"},
		"certificates that are none":   {map[string]string{"SSL_CERT_FILE": "/none.pem"}, nil, Network, "authorities", Warning, "no certificate", "SSL_CERT_FILE"},
		"a terminal that draws not":    {map[string]string{"TERM": "dumb"}, nil, Terminal, "terminal", Warning, "TERM=dumb", "--plain"},
		"a small window":               {nil, func(m *Machine) { m.Width = 60 }, Terminal, "size", Warning, "60 x 40", "80 x 24"},
		"no colour":                    {map[string]string{"NO_COLOR": "1"}, nil, Terminal, "colour", OK, "none, by NO_COLOR", ""},
		"a locale of the last century": {map[string]string{"LANG": "de_DE.ISO-8859-1"}, nil, Terminal, "locale", Warning, "LANG=de_DE.ISO-8859-1", "set LANG, such as LANG=C.UTF-8"},
		"a config that is no JSON": {nil, func(m *Machine) {
			m.Config = func() ([]presets.Finding, error) {
				return nil, tts.Wrong("config", tts.Said{What: "c.json: line 3: no value", Cure: "write one"})
			}
		}, Settings, "config", Fault, "line 3: no value", "write one; voicestudio config opens"},
		"a config with a wrong line": {nil, func(m *Machine) {
			m.Config = func() ([]presets.Finding, error) {
				return []presets.Finding{{File: "c.json", Line: 7, Level: presets.LintError, Message: "there is no theme", Cure: "choose one"}}, nil
			}
		}, Settings, "config", Warning, "c.json:7: there is no theme", "choose one"},
		"a place that nobody may write to": {map[string]string{"XDG_DATA_HOME": "/proc"}, nil, Folders, "takes", Fault, "/proc cannot be written", "sudo chown -R"},
		"a file in the place of a folder":  {map[string]string{"XDG_STATE_HOME": "/etc/passwd"}, nil, Folders, "drafts", Fault, "/etc/passwd is not a folder", "move /etc/passwd away"},
		"no home":                          {map[string]string{"HOME": ""}, nil, Folders, "presets", Fault, "HOME is not set", "set HOME"},
		"a full disk":                      {nil, func(m *Machine) { m.Free = func(string) (uint64, bool) { return 30 << 20, true } }, Folders, "takes", Warning, "only 30 MB are free", "takes prune"},
		"a team whose folder has gone":     {nil, func(m *Machine) { m.Teams = map[string]string{"studio": "/gone"} }, Teams, "studio", Warning, "/gone: is not there", "git clone"},
		"a team without a repository":      {nil, func(m *Machine) { m.Teams = map[string]string{"studio": t.TempDir()} }, Teams, "studio", Warning, "no git checkout", "git clone"},
	} {
		t.Run(name, func(t *testing.T) {
			m := fresh(t, c.env)
			if c.broke != nil {
				c.broke(m)
			}
			all := m.Examine(t.Context())
			got := of(t, all, c.group, c.check)
			if got.State != c.state || !strings.Contains(got.Found, c.found) || !strings.Contains(got.Cure, c.cure) || strings.Contains(got.Found+got.Cure, "ter2") || strings.Contains(got.Found, "secret") {
				t.Errorf("%+v", got)
			}
			if Usable(all) != (c.state != Fault) {
				t.Errorf("usable: %v\n%+v", Usable(all), all)
			}
		})
	}
}

// without is a machine that lacks one program.
func without(name string, version func(context.Context, string, ...string) (string, error)) func(context.Context, string, ...string) (string, error) {
	return func(ctx context.Context, program string, args ...string) (string, error) {
		if program == name {
			return "", errors.New("not there")
		}
		return version(ctx, program, args...)
	}
}

// region is MiniMax in one of its regions, which takes one key and has a clock.
type region struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func newRegion(t *testing.T, key string, clock time.Duration) *region {
	r := &region{}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.asked = append(r.asked, req.Method+" "+req.URL.Path+" "+req.Header.Get("Authorization"))
		w.Header().Set("Date", time.Now().Add(clock).UTC().Format(http.TimeFormat))
		if req.Header.Get("Authorization") != "Bearer "+key {
			fmt.Fprint(w, `{"base_resp":{"status_code":2049,"status_msg":"invalid api key"}}`)
			return
		}
		fmt.Fprint(w, `{"system_voice":[{"voice_id":"Wise_Woman"}],"voice_cloning":[{"voice_id":"anna_1"}],"base_resp":{"status_code":0}}`)
	}))
	t.Cleanup(r.Close)
	return r
}

func TestNoKeyGoesAnywhereUnsaid(t *testing.T) {
	world, china := newRegion(t, "world", 0), newRegion(t, "china", 0)
	at := func(t *testing.T, key string, host tts.HostName) (*Machine, *[]string) {
		m, said := fresh(t, map[string]string{"MINIMAX_API_KEY": key}), &[]string{}
		m.Session = session.Config{Host: host, Hosts: map[tts.HostName]config.HostSettings{tts.MiniMax: {BaseURL: world.URL}, tts.MiniMaxCN: {BaseURL: china.URL}}}
		m.Asking = func(sentence string) { *said = append(*said, sentence) }
		return m, said
	}
	m, said := at(t, "of-nobody", tts.MiniMax)
	m.Examine(t.Context())
	if len(*said)+len(world.asked)+len(china.asked) != 0 {
		t.Fatal("a host was asked, and nobody wanted that", *said)
	}
	m.Ask = true
	all := m.Examine(t.Context())
	if c := of(t, all, Asked, "minimax"); c.State != Fault || c.Cure == "" || strings.Contains(c.Found, "of-nobody") {
		t.Errorf("a key of nobody's: %+v", c)
	}
	if len(*said) != 2 || !strings.Contains((*said)[0], "the key in MINIMAX_API_KEY goes to "+strings.TrimPrefix(world.URL, "http://")+"; nothing is billed") {
		t.Errorf("%q", *said)
	}
	for _, asked := range append(world.asked, china.asked...) {
		if asked != "POST /v1/get_voice Bearer of-nobody" {
			t.Errorf("what may cost something was asked: %s", asked)
		}
	}
}

func TestARegionTakesItsOwnKeyOnly(t *testing.T) {
	world, china := newRegion(t, "world", 0), newRegion(t, "china", -time.Hour)
	for _, c := range []struct {
		key   string
		host  tts.HostName
		state State
		found string
		cure  string
		clock State
	}{
		{"world", tts.MiniMax, OK, "it takes the key, and has 2 voices for it", "", OK},
		{"china", tts.MiniMax, Fault, "of MiniMax (China)", "--host minimax-cn", OK},
		{"world", tts.MiniMaxCN, Fault, "of MiniMax", "--host minimax,", Warning},
		{"china", tts.MiniMaxCN, OK, "it takes the key", "", Warning},
	} {
		m := fresh(t, map[string]string{"MINIMAX_API_KEY": c.key})
		m.Session = session.Config{Host: c.host, Hosts: map[tts.HostName]config.HostSettings{tts.MiniMax: {BaseURL: world.URL}, tts.MiniMaxCN: {BaseURL: china.URL}}}
		m.Ask = true
		all := m.Examine(t.Context())
		if got := of(t, all, Asked, string(c.host)); got.State != c.state || !strings.Contains(got.Found, c.found) || !strings.Contains(got.Cure, c.cure) {
			t.Errorf("%s at %s: %+v", c.key, c.host, got)
		}
		got := of(t, all, Asked, "clock")
		if got.State != c.clock || c.clock == Warning && (!strings.Contains(got.Found, "1h0m") || !strings.Contains(got.Found, "ahead") || got.Cure != "sudo timedatectl set-ntp true") {
			t.Errorf("%+v", got)
		}
	}
}

func TestTheSandboxHasNothingToBeAsked(t *testing.T) {
	m := fresh(t, nil)
	m.Ask, m.Only, m.Asking = true, tts.Sandbox, func(sentence string) { t.Errorf("said %q", sentence) }
	if got := of(t, m.Examine(t.Context()), Asked, "sandbox"); got.State != OK || !strings.Contains(got.Found, "on this machine") {
		t.Errorf("%+v", got)
	}
}
