package host

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"voicestudio/tts"
)

func TestAKeyIsDotsHoweverItIsPrinted(t *testing.T) {
	const secret = "sk-secret"
	config := Config{Name: tts.MiniMax, Key: NewKey(secret)}
	client, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	holder := struct {
		client *Client
		config Config // unexported, where fmt asks for no methods
	}{client, config}
	for name, it := range map[string]any{"key": config.Key, "pointer": &config.Key, "config": config, "client": client, "holder": holder} {
		said := []string{}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T", "%p"} {
			said = append(said, fmt.Sprintf(verb, it))
		}
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("x", "it", it)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "it", it)
		stored, _ := json.Marshal(it) // a client has functions, which have no JSON
		said = append(said, log.String(), string(stored))
		for _, text := range said {
			for _, form := range []string{secret, fmt.Sprintf("%x", secret), fmt.Sprintf("%X", secret), strings.Trim(fmt.Sprintf("%d", []byte(secret)), "[]")} {
				if strings.Contains(text, form) {
					t.Errorf("%s shows the key: %s", name, text)
				}
			}
		}
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		if text := fmt.Sprintf(verb, config.Key); text != dots {
			t.Errorf("%s is %s", verb, text)
		}
		if text := fmt.Sprintf(verb, Key{}); text != "" {
			t.Errorf("%s of no key is %s", verb, text)
		}
	}
	if b, err := json.Marshal(struct{ Key Key }{config.Key}); err != nil || string(b) != `{"Key":"`+dots+`"}` {
		t.Errorf("%s %v", b, err)
	}
	if !strings.Contains(fmt.Sprintf("%+v", client), dots) {
		t.Error("nobody sees that the client has a key")
	}
}
