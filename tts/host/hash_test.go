package host

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
)

// plain is the request of the literal hashes below.
func plain(model string) tts.Request {
	r := tts.Request{Model: model, Text: "Hello."}
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	return r
}

// madeBefore are hashes as versions of this program computed them that knew
// each address alone.
var madeBefore = []struct {
	host  tts.HostName
	model string
	by    string // the address
	hash  string
}{
	{tts.MiniMaxCN, "speech-2.8-turbo", "https://api.minimaxi.com", "e7c7a702bf06e103743cd83b51bd1234d29ff8bac948ed7f0061f4376e954010"},
	{tts.MiniMaxCN, "speech-02-hd", "https://api.minimaxi.com", "9e5b9d3f4f16fea5bd5bb00509dd88a9019a0cd65233751ea8c09f7aae4a3e04"},
	{tts.MiniMaxCN, "speech-2.8-turbo", "https://api.minimax.cn", "920392ceaa8e309b5814dc080345f6d4f16ad87ecd28708c6a9c9ff097840fe3"},
	{tts.MiniMaxCN, "speech-2.8-turbo", "https://api-bj.minimaxi.com", "5d9ffe7e335193cc7f6b2f8c13017125fb09522f94d4ad06429c01b929d32c8c"},
	{tts.MiniMax, "speech-2.8-turbo", "https://api.minimax.io", "b6974d74f95b0e2bed7c8c0eea9e34ff6f51efed02639837a46add32f9b5301b"},
	{tts.MiniMax, "speech-2.8-turbo", "https://api-uw.minimax.io", "90c7b27b6ad353028fc42202575bc5f0ff9db217eb1ca9493ada5009ae52cb6f"},
	{tts.PPIO, "speech-2.8-turbo", "https://api.ppio.com", "702bdd1c7bed99fe5e4a2d47374b4a4be510f8b9530aaf46368ceb4d1fd47c5f"},
	{tts.PPIO, "speech-2.8-turbo", "https://api.ppinfra.com", "1a17b4c7bdf925fcb8465471478d87f5a15a2fa98c1f938722b130431d47452c"},
	{tts.PPIO, "speech-02-hd", "https://api.ppinfra.com", "24c4c210e6be7f2f0af802c26d6ba8d729d4066eb5acf193c322749c47d07058"},
	{tts.PPIO, "speech-02-hd", "https://api.ppio.com", "9046b144dec3b67b138a7a856f5d21906355244fe175a3cfdd754a0946b7a0d9"},
	{tts.Novita, "speech-2.8-turbo", "https://api.novita.ai", "086aa2674b238a5db88e82322296b5c026795f948add3de4dc112a146bd53955"},
	{tts.DashScope, "speech-2.8-turbo", "https://dashscope.aliyuncs.com/api/v1", "716aeb7597a11adc7daa2e67abde040453d66b49501cca143d364e2873218c75"},
}

// counted sends nothing and counts what would have been sent.
type counted struct{ asked int }

func (c *counted) RoundTrip(*http.Request) (*http.Response, error) {
	c.asked++
	body := `{"data":{"audio":"00","status":2},"extra_info":{"usage_characters":6}}`
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}, nil
}

func TestATakeThatWasMadeAtAnyOfAHostsAddressesIsNotPaidAgain(t *testing.T) {
	for _, made := range madeBefore {
		profile, _ := tts.HostAt(made.host)
		folder := takes.Folder{Dir: t.TempDir()}
		for name, content := range map[string]string{
			"json": `{"id": "` + made.hash + `-1", "time": "2026-11-20T10:00:00Z", "host": "` + string(made.host) + `", "model": "` + made.model +
				`", "request": {}, "base_url": "` + made.by + `", "partial": false, "starred": false, "note": "", "bytes": 5}`,
			"mp3": "audio",
		} {
			if err := os.WriteFile(filepath.Join(folder.Dir, made.hash+"-1."+name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, now := range append([]string{"", made.by, strings.ToUpper(made.by[:12]) + made.by[12:] + "/", made.by + ":443"}, profile.Addresses...) {
			wire := &counted{}
			client, err := New(Config{Name: made.host, BaseURL: now, Key: NewKey("k"), Transport: wire})
			if err != nil {
				t.Fatal(err)
			}
			booth := speak.Booth{Host: client, Takes: folder, Charge: func(tts.HostName, string, *int) *tts.Money { return nil }}
			if profile.Addresses == nil && now != "" && now != made.by {
				continue // an address of which nobody knows whose it is
			}
			ask := speak.Ask{Request: plain(made.model), To: tts.Target{Host: made.host}}
			if _, found, err := booth.OnDisk([]tts.Request{ask.Request}); err != nil || len(found[0]) != 1 {
				t.Errorf("%s, made by %s, now at %q: not on disk, %v", made.host, made.by, now, err)
			}
			speech, err := booth.Speak(t.Context(), ask)
			if err != nil {
				t.Fatal(err)
			}
			if speech.Close(); !speech.Cached || wire.asked != 0 {
				t.Errorf("%s, made by %s, now at %q: paid again, asked %d times", made.host, made.by, now, wire.asked)
			}
		}
		elsewhere := &counted{}
		client, err := New(Config{Name: made.host, BaseURL: "https://gateway.example", Key: NewKey("k"), Transport: elsewhere})
		if err != nil {
			t.Fatal(err)
		}
		booth := speak.Booth{Host: client, Takes: folder, Charge: func(tts.HostName, string, *int) *tts.Money { return nil }}
		speech, err := booth.Speak(t.Context(), speak.Ask{Request: plain(made.model), To: tts.Target{Host: made.host}})
		if err != nil {
			t.Fatal(err)
		}
		if speech.Close(); speech.Cached || elsewhere.asked != 1 {
			t.Errorf("a gateway of somebody else's answers with a take of %s", made.host)
		}
	}
}

func TestAHostsAddressesHashAlike(t *testing.T) {
	for _, profile := range tts.Hosts {
		if profile.Addresses == nil {
			continue
		}
		for _, model := range []string{"speech-2.8-hd", "speech-02-turbo"} {
			hashes := map[string]bool{}
			for _, at := range append([]string{""}, profile.Addresses...) {
				client, err := New(Config{Name: profile.Name, BaseURL: at, Key: NewKey("k")})
				if err != nil {
					t.Fatal(err)
				}
				hashes[client.Hash(plain(model))] = true
			}
			if len(hashes) != 1 {
				t.Errorf("%s, %s: %d hashes", profile.Name, model, len(hashes))
			}
		}
	}
	client, err := New(Config{Name: tts.MiniMaxCN, Key: NewKey("k")})
	if err != nil {
		t.Fatal(err)
	}
	if hash := client.Hash(plain("speech-2.8-turbo")); hash != madeBefore[0].hash {
		t.Errorf("the default's hash has changed: %s", hash)
	}
}

func TestNeutralAndCalmAreOneTakeWhereTheyAreOneWord(t *testing.T) {
	client, err := New(Config{Name: tts.PPIO, Key: NewKey("k")})
	if err != nil {
		t.Fatal(err)
	}
	for model, one := range map[string]bool{"speech-2.6-hd": true, "speech-02-hd": true, "speech-2.8-hd": false} {
		calm, neutral := plain(model), plain(model)
		calm.VoiceSetting.Emotion, neutral.VoiceSetting.Emotion = "calm", "neutral"
		if same := client.Hash(calm) == client.Hash(neutral); same != one {
			t.Errorf("%s: one take: %v", model, same)
		}
	}
}
