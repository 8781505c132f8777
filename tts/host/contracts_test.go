package host

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"voicestudio/tts"
)

// calmBlend uses what the hosts spell differently.
func calmBlend(model string) tts.Request {
	r := tts.Request{Model: model, Text: "Hi."}
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 60}, {VoiceID: "Santa_Claus ", Weight: 40}})
	r.VoiceSetting.Emotion = "calm"
	r.VoiceSetting.TextNormalization = new(true)
	return r
}

const weights = `[{"voice_id":"Wise_Woman","weight":60},{"voice_id":"Santa_Claus ","weight":40}]`

func TestEveryHostIsAskedInItsOwnSpelling(t *testing.T) {
	const streaming = `"stream":true,"stream_options":{"exclude_aggregated_audio":true},`
	for _, c := range []struct {
		name   tts.HostName
		model  string
		group  string
		stream bool
		path   string
		body   string
	}{
		{tts.DashScope, "speech-02-hd", "", false, "/services/aigc/multimodal-generation/generation",
			`{"input":{"text":"Hi.","timbre_weights":` + weights + `,"voice_setting":{"emotion":"calm","text_normalization":true,"voice_id":""}},"model":"MiniMax/speech-02-hd"}`},
		{tts.PPIO, "speech-2.8-turbo", "", true, "/v3/minimax-speech-2.8-turbo",
			`{` + streaming + `"text":"Hi.","timber_weights":` + weights + `,"voice_setting":{"emotion":"calm","text_normalization":true,"voice_id":""}}`},
		{tts.PPIO, "speech-2.6-hd", "", false, "/v3/minimax-speech-2.6-hd",
			`{"text":"Hi.","timbre_weights":` + weights + `,"voice_setting":{"emotion":"neutral","text_normalization":true,"voice_id":""}}`},
		{tts.PPIO, "speech-02-turbo", "", false, "/v3/minimax-speech-02-turbo",
			`{"text":"Hi.","timber_weights":` + weights + `,"voice_setting":{"emotion":"neutral","english_normalization":true,"voice_id":""}}`},
		{tts.Jiekou, "speech-2.5-hd-preview", "", false, "/v3/minimax-speech-2.5-hd-preview",
			`{"text":"Hi.","timber_weights":` + weights + `,"voice_setting":{"emotion":"neutral","english_normalization":true,"voice_id":""}}`},
		{tts.Novita, "speech-2.8-hd", "", false, "/v3/minimax-speech-2.8-hd",
			`{"text":"Hi.","timber_weights":` + weights + `,"voice_setting":{"emotion":"calm","text_normalization":true,"voice_id":""}}`},
		{tts.MiniMax, "speech-2.8-hd", "", true, "/v1/t2a_v2",
			`{"model":"speech-2.8-hd",` + streaming + `"text":"Hi.","timbre_weights":` + weights + `,"voice_setting":{"emotion":"calm","text_normalization":true,"voice_id":""}}`},
		{tts.MiniMaxCN, "speech-01-hd", "19 9", false, "/v1/t2a_v2?GroupId=19+9",
			`{"model":"speech-01-hd","text":"Hi.","timbre_weights":` + weights + `,"voice_setting":{"emotion":"calm","text_normalization":true,"voice_id":""}}`},
	} {
		t.Run(fmt.Sprintf("%s %s", c.name, c.model), func(t *testing.T) {
			var path, body, key string
			client := serveAs(t, Config{Name: c.name, GroupID: c.group}, func(w http.ResponseWriter, r *http.Request) {
				b, _ := io.ReadAll(r.Body)
				path, body, key = r.RequestURI, string(b), r.Header.Get("Authorization")
				fmt.Fprint(w, nativeChunk(audio, 2))
			})
			s, err := client.Open(t.Context(), calmBlend(c.model), c.stream)
			if err != nil {
				t.Fatal(err)
			}
			s.Close()
			if path != c.path || body != c.body || key != "Bearer sk-secret" {
				t.Errorf("%s\n%s\nwant %s\n%s", path, body, c.path, c.body)
			}
		})
	}
}

func TestHostsWithoutAnAddressOfOnesOwn(t *testing.T) {
	for _, c := range []struct {
		name    tts.HostName
		model   string
		address string
	}{
		{tts.DashScope, "speech-2.8-hd", "https://dashscope.aliyuncs.com/api/v1/services/aigc/multimodal-generation/generation"},
		{tts.PPIO, "speech-2.8-hd", "https://api.ppio.com/v3/minimax-speech-2.8-hd"},
		{tts.PPIO, "speech-2.6-hd", "https://api.ppinfra.com/v3/minimax-speech-2.6-hd"},
		{tts.Novita, "speech-2.6-hd", "https://api.novita.ai/v3/minimax-speech-2.6-hd"},
		{tts.Jiekou, "speech-2.8-turbo", "https://api.jiekou.ai/v3/minimax-speech-2.8-turbo"},
		{tts.MiniMax, "speech-2.8-hd", "https://api.minimax.io/v1/t2a_v2"},
		{tts.MiniMaxCN, "speech-2.8-hd", "https://api.minimax.cn/v1/t2a_v2"},
	} {
		client, err := New(Config{Name: c.name, Key: NewKey("k")})
		if err != nil {
			t.Fatal(err)
		}
		if address, _, _ := client.Render(calmBlend(c.model), true); address != c.address {
			t.Errorf("%s %s: %s", c.name, c.model, address)
		}
	}
	through, err := New(Config{Name: tts.MiniMax, Key: NewKey("k"), BaseURL: "https://api.novita.ai/v3/minimax-en/"})
	if err != nil {
		t.Fatal(err)
	}
	if address, _, _ := through.Render(calmBlend("speech-2.8-hd"), true); address != "https://api.novita.ai/v3/minimax-en/v1/t2a_v2" {
		t.Error(address)
	}
}

func TestAWholeAnswerOfEveryEnvelope(t *testing.T) {
	for name, body := range map[string]string{
		"DashScope":                  dashChunk(audio, 2),
		"MiniMax":                    nativeChunk(audio, 2),
		"PPIO 2.6, without a status": `{"audio":"` + x(audio) + `"}`,
		"MiniMax of 2025":            `{"data":{"audio":"` + x(audio) + `","status":2,"ced":""},"extra_info":{"audio_bitrate":128000},"base_resp":{"status_code":0,"status_msg":""}}`,
	} {
		t.Run(name, func(t *testing.T) {
			c := serveAs(t, Config{Name: tts.PPIO}, func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, body) })
			if got, err := hear(c, false); err != nil || got != audio {
				t.Errorf("%q %v", got, err)
			}
		})
	}
	c := serveAs(t, Config{Name: tts.PPIO}, func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, `{"audio":"`+x(audio)) })
	if _, err := hear(c, false); err == nil || !strings.Contains(err.Error(), "cut short") {
		t.Errorf("a whole answer that broke off: %v", err)
	}
}

func TestTheVoicesOfAnAccount(t *testing.T) {
	list := `{"system_voice":[{"voice_id":"Wise_Woman","voice_name":"Wise Woman"}],"voice_cloning":[{"voice_id":"me_1","description":[],"created_time":"2026-01-01"}],"voice_generation":null,"voice_slots":null,"base_resp":{"status_code":0,"status_msg":"success"}}`
	c := serveAs(t, Config{Name: tts.MiniMax, GroupID: "7"}, func(w http.ResponseWriter, r *http.Request) {
		if b, _ := io.ReadAll(r.Body); string(b) != `{"voice_type":"all"}` || r.RequestURI != "/v1/get_voice?GroupId=7" {
			t.Errorf("%s %s", r.RequestURI, b)
		}
		io.WriteString(w, list)
	})
	voices, err := c.Voices(t.Context())
	if err != nil || len(voices) != 2 || voices[1] != (AccountVoice{ID: "me_1", Group: "voice_cloning"}) {
		t.Errorf("%+v %v", voices, err)
	}
	list = `{"base_resp":{"status_code":1004,"status_msg":"login fail"}}`
	if _, err := c.Voices(t.Context()); err == nil || !strings.Contains(err.Error(), "API key (1004)") {
		t.Errorf("%v", err)
	}
	if _, err := serve(t, nil).Voices(t.Context()); err == nil || !strings.Contains(err.Error(), "choose minimax") {
		t.Errorf("DashScope: %v", err)
	}
}
