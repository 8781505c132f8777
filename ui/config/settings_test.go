package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts"
)

func TestTheConfigFile(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("HOME", dir)
	if s, err := Load(); err != nil || s.Host != "" {
		t.Fatalf("without a file: %+v %v", s, err)
	}
	file := filepath.Join(dir, "voicestudio", "config.json")
	os.MkdirAll(filepath.Dir(file), 0o700)
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(`{"host": "minimax-cn", "hosts": {"minimax-cn": {"group_id": "19", "rpm": 10, "api_key": "sk"}, "mars": {}}, "teams": {"brand": "~/brand"}, "warm": false, "colour": 1, "spend_cap": {"amount": 1.5, "currency": "USD", "per": "day"}}`)
	s, err := Load()
	if err != nil || s.Host != tts.MiniMaxCN || s.Hosts[tts.MiniMaxCN] != (HostSettings{GroupID: "19", RPM: 10}) || s.Teams["brand"] != filepath.Join(dir, "brand") || s.Warm == nil || *s.Warm || *s.SpendCap != (tts.Money{Amount: 1.5, Currency: "USD"}) {
		t.Fatalf("%+v %v", s, err)
	}
	said := strings.Join(s.Warnings, "\n")
	for _, want := range []string{"hosts.mars means nothing", "colour means nothing", "spend_cap.per means nothing", "hosts.minimax-cn.api_key is not read; API keys belong in the environment"} {
		if !strings.Contains(said, want) {
			t.Errorf("no warning %q in\n%s", want, said)
		}
	}
	write("\ufeff{\r\n\"host\": \"ppio\"}\r\n")
	if s, err := Load(); err != nil || s.Host != tts.PPIO {
		t.Errorf("with a byte order mark: %+v %v", s, err)
	}
	for text, want := range map[string]string{
		"{\"hosts\": {\"ppio\": {\"rpm\": -1}}}":           "hosts.ppio.rpm: -1 requests in a minute cannot be",
		"{\n\"host\": \"mars\"}":                           `there is no host "mars"`,
		"{\n\"hosts\": {\n\"ppio\": {\"rpm\": \"many\"}}}": "line 3: hosts.rpm is not a whole number",
		"{\n\n\"host\" \"ppio\"}":                          "line 3: invalid character",
		`{"warm": "no"}`:                                   "warm is not true or false, without quotes",
		`{"spend_cap": 1}`:                                 "spend_cap is not a group",
		`{"spend_cap": {"amount": "1"}}`:                   "spend_cap.amount is not a number",
		`{"spend_cap": {"amount": 1, "currency": "$"}}`:    "spend_cap is no amount of money; write it as",
		`{"spend_cap": {"amount": -1, "currency":"USD"}}`:  "spend_cap is no amount of money",
		`{"theme": "pink"}`:                                `theme is "pink", which is none of its values; write one of auto, light`,
		`{"lang": "fr"}`:                                   `lang is "fr", which is none of its values; write one of en, zh`,
		`{"keys": {"speak": "f5"}}`:                        "keys is not a list",
		`{"warm": 0}`:                                      "warm is not true or false, without quotes",
		`{"host": 5}`:                                      "host is not text",
		`{"hosts": "ppio"}`:                                "hosts is not a group",
		`{"teams": ["one"]}`:                               "teams is not a group",
	} {
		write(text)
		if _, err := Load(); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestALongLogBeginsAnew(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	write := func(text string) string {
		log, err := OpenLog()
		if err != nil {
			t.Fatal(err)
		}
		defer log.Close()
		if _, err := log.WriteString(text); err != nil {
			t.Fatal(err)
		}
		return log.Name()
	}
	name := write(strings.Repeat("x", longestLog))
	if write("y"); len(read(t, name)) != longestLog+1 {
		t.Errorf("%d bytes", len(read(t, name)))
	}
	if write("z"); read(t, name) != "z" || len(read(t, name+".1")) != longestLog+1 {
		t.Errorf("%d bytes, %d before", len(read(t, name)), len(read(t, name+".1")))
	}
}

func read(t *testing.T, name string) string {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
