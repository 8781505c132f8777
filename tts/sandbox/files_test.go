package sandbox

import (
	"encoding/json"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

func TestAWholeAnswerMayBeAURL(t *testing.T) {
	s := speaking(t)
	for _, at := range sites {
		for _, format := range []string{"mp3", "wav"} {
			inline := send(t, at.request(s, false, asks(format, 32000, 1, 128000))).audio(t)
			h := send(t, at.request(s, false, `"output_format":"url",`+asks(format, 32000, 1, 128000)))
			if len(h.chunks) != 1 || !strings.HasPrefix(h.chunks[0], s.origin()+"/files/") || !strings.HasSuffix(h.chunks[0], "."+format) {
				t.Fatalf("%s: %.300s", at.name, h.body)
			}
			status, audio := get(t, h.chunks[0])
			if status != 200 || len(audio) != len(inline) {
				t.Errorf("%s: %d, %d bytes, inline %d", at.name, status, len(audio), len(inline))
			}
			if status, answer := get(t, h.chunks[0], "Authorization", "Bearer "+Key); status != 403 || !strings.Contains(answer, "<Code>AccessDenied</Code>") {
				t.Errorf("with a key: %d %s", status, answer)
			}
		}
	}
	if status, answer := get(t, s.origin()+"/files/nothing.mp3"); status != 404 || !strings.Contains(answer, "NoSuchKey") {
		t.Errorf("%d %s", status, answer)
	}
}

func TestFilesExpireAndMakeRoom(t *testing.T) {
	now := time.Now()
	f := files{now: func() time.Time { return now }}
	req, _ := http.NewRequest("POST", "http://here/v1/t2a_v2", nil)
	url := f.put(req, "mp3", "audio/mpeg", []byte("abc"))
	look := func(url string) int {
		r, _ := http.NewRequest("GET", url, nil)
		r.SetPathValue("name", filepath.Base(url))
		w := &statusOnly{header: http.Header{}}
		f.serve(w, r)
		return w.status
	}
	now = now.Add(fileLife - time.Second)
	if status := look(url); status != 200 {
		t.Errorf("%d after a day less a second", status)
	}
	now = now.Add(time.Second)
	if status := look(url); status != 403 {
		t.Errorf("%d after a day", status)
	}
	big := make([]byte, filesRoom/3)
	var urls []string
	for range 5 {
		urls = append(urls, f.put(req, "wav", "audio/wav", big))
	}
	if f.size > filesRoom || len(f.byName) != 3 || look(urls[1]) != 404 || look(urls[4]) != 200 {
		t.Errorf("%d bytes in %d files", f.size, len(f.byName))
	}
}

type statusOnly struct {
	header http.Header
	status int
}

func (w *statusOnly) Header() http.Header         { return w.header }
func (w *statusOnly) Write(b []byte) (int, error) { return len(b), nil }
func (w *statusOnly) WriteHeader(status int)      { w.status = status }

func TestSubtitlesAreWhereTheSpeechIs(t *testing.T) {
	s := speaking(t)
	const text = "Hello there, my friend. 今天天气很好，我们去公园。<#1#>This is (laughs) the last sentence of all of them."
	for _, c := range []struct {
		at     site
		format string
		word   string
	}{{atDashScope, "mp3", ""}, {atPPIO, "pcm", ""}, {atMiniMax, "mp3", `"subtitle_type":"word",`}, {atMiniMax, "flac", `"subtitle_type":"sentence",`}, {atSandbox, "wav", `"subtitle_type":"word",`}} {
		fields := `"subtitle_enable":true,` + c.word + `"audio_setting":{"format":"` + c.format + `","sample_rate":16000},"text":"` + text + `","voice_setting":{"voice_id":"English_Graceful_Lady"}`
		h := send(t, c.at.request(s, false, fields))
		if !strings.HasPrefix(h.subtitles, s.origin()+"/files/") {
			t.Fatalf("%s: %.300s", c.at.name, h.body)
		}
		_, file := get(t, h.subtitles)
		var list []title
		if err := json.Unmarshal([]byte(file), &list); err != nil {
			t.Fatal(err)
		}
		sound := decode(t, c.format, h.audio(t), 16000, 1)
		want := []string{"Hello there, my friend.", "今天天气很好，我们去公园。", "This is (laughs) the last sentence of all of them."}
		if len(list) != len(want) {
			t.Fatalf("%s: %s", c.at.name, file)
		}
		written, before := []rune(text), 0.0
		for i, e := range list {
			if e.Text != want[i] || string(written[e.TextBegin:e.TextEnd]) != e.Text || e.PronounceText != e.Text || e.PronounceTextBegin != e.TextBegin || e.IsFinalSegment != (i == len(list)-1) {
				t.Errorf("%+v", e)
			}
			begin, end := e.TimeBegin/1000, e.TimeEnd/1000
			// Silence before, sound within 40 ms of both ends, silence behind.
			if quiet, loud := sound.level(before+0.03, begin-0.03), sound.level(begin, begin+0.05); i > 0 && quiet > 0.004 || loud < 0.004 {
				t.Errorf("%q begins at %.3f: %.4f before, %.4f after", e.Text, begin, quiet, loud)
			}
			if loud := sound.level(end-0.06, end); loud < 0.002 {
				t.Errorf("%q ends at %.3f: %.4f before", e.Text, end, loud)
			}
			if quiet := sound.level(end+0.04, end+0.1); i < 2 && quiet > 0.004 {
				t.Errorf("%q ends at %.3f: %.4f after", e.Text, end, quiet)
			}
			before = end
			if (len(e.TimestampedWords) > 0) != (c.word == `"subtitle_type":"word",`) {
				t.Errorf("%d words", len(e.TimestampedWords))
			}
			place, time := e.TextBegin, e.TimeBegin
			for _, w := range e.TimestampedWords {
				if w.WordBegin != place || string(written[w.WordBegin:w.WordEnd]) != w.Word || w.TimeBegin < time-1 || w.TimeEnd < w.TimeBegin || w.TimeEnd > e.TimeEnd+1 {
					t.Errorf("%+v at %d, %.0f", w, place, time)
				}
				place, time = w.WordEnd, w.TimeEnd
			}
		}
	}
}

func TestASubtitleHasNoMoreThanFiftyCharacters(t *testing.T) {
	for name, text := range map[string]string{
		"one long sentence": strings.Repeat("the quick brown fox jumps over the lazy dog ", 3),
		"clauses":           strings.Repeat("now and then, ", 6) + "the end.",
		"Chinese":           strings.Repeat("今天天气很好", 10),
		"one long word":     strings.Repeat("a", 70),
		"signs alone":       "Well (laughs)... “Yes”<#1#>no?!",
	} {
		r := tts.Request{Text: text}
		r.AudioSetting.Format = "pcm"
		var made speech.Result
		made, err := speaking(t).voice.Speak(t.Context(), withVoice(r), discard{})
		if err != nil {
			t.Fatal(err)
		}
		read, end := "", 0.0
		for _, e := range titles(r, made) {
			if n := utf8.RuneCountInString(e.Text); n > longestTitle || e.TextEnd-e.TextBegin != n || e.TimeBegin < end || e.TimeEnd <= e.TimeBegin {
				t.Errorf("%s: %d characters, %+v", name, n, e)
			}
			read += e.Text
			end = e.TimeEnd
		}
		if squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }; squeeze(read) != strings.ReplaceAll(squeeze(text), "<#1#>", "") {
			t.Errorf("%s: %q", name, read)
		}
		if total := float64(made.Samples) / float64(made.SampleRate) * 1000; math.Abs(end-total) > 100 {
			t.Errorf("%s: ends at %.0f of %.0f ms", name, end, total)
		}
	}
}

func withVoice(r tts.Request) tts.Request {
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	return r
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// bash runs a command in a folder of its own and returns what it prints.
func bash(t *testing.T, dir, command string) string {
	t.Helper()
	cmd := exec.Command("bash", "-euo", "pipefail", "-c", command)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s\n%v %s", command, err, out)
	}
	return string(out)
}

func TestTheCurlCommandsWorkAsPrinted(t *testing.T) {
	s := speaking(t)
	for _, h := range tts.Hosts {
		dir := t.TempDir()
		if out := bash(t, dir, s.Curl(h.Name)); out != "" {
			t.Errorf("%s prints %s", h.Name, out)
		}
		mp3, err := os.ReadFile(filepath.Join(dir, "voice.mp3"))
		if err != nil {
			t.Fatal(err)
		}
		if sound := decode(t, "mp3", mp3, 32000, 1); sound.seconds() < 1 || sound.level(0, sound.seconds()) < 0.02 {
			t.Errorf("%s: %.2f s", h.Name, sound.seconds())
		}
	}
}

// The documentation's own samples, with another address.
func TestTheSamplesOfTheReferencesWork(t *testing.T) {
	s := speaking(t)
	for name, c := range map[string]struct{ command, want string }{
		"DashScope": {`curl -sS -X POST '` + s.BaseURL(tts.DashScope) + `/services/aigc/multimodal-generation/generation' \
-H "Authorization: Bearer $DASHSCOPE_API_KEY" \
-H 'Content-Type: application/json' \
-H 'X-DashScope-SSE: enable' \
-d '{
  "model": "MiniMax/speech-2.8-hd",
  "input": {
    "text": "今天是不是很开心呀(laughs)，当然了！",
    "voice_setting": {"voice_id": "male-qn-qingse", "speed": 1, "vol": 1, "pitch": 0, "emotion": "happy"},
    "audio_setting": {"sample_rate": 32000, "bitrate": 128000, "format": "mp3", "channel": 1},
    "pronunciation_dict": {"tone": ["处理/(chu3)(li3)", "危险/dangerous"]},
    "subtitle_enable": false
  }
}'`, `"usage":{"characters":34}`},
		"PPIO": {`curl -sS --request POST --url ` + s.BaseURL(tts.PPIO) + `/v3/minimax-speech-2.8-turbo \
--header "Authorization: Bearer $DASHSCOPE_API_KEY" --header 'Content-Type: application/json' --data '{
  "text": "Hi.", "stream": true, "stream_options": {"exclude_aggregated_audio": true},
  "voice_setting": {"voice_id": "", "speed": 1, "vol": 1, "pitch": 0, "emotion": "happy", "latex_read": false, "text_normalization": false},
  "audio_setting": {"format": "mp3", "bitrate": 128000, "channel": 1, "force_cbr": true, "sample_rate": 32000},
  "output_format": "hex", "language_boost": "English",
  "voice_modify": {"pitch": 0, "timbre": 0, "intensity": 0, "sound_effects": "spacious_echo"},
  "timber_weights": [{"voice_id": "Wise_Woman", "weight": 30}, {"voice_id": "Santa_Claus ", "weight": 70}],
  "subtitle_enable": false, "aigc_watermark": false, "continuous_sound": true,
  "pronunciation_dict": {"tone": ["omg/oh my god"]}
}'`, `"status_msg":"success"`},
		"MiniMax": {`curl -sS --request POST --url '` + s.BaseURL(tts.MiniMax) + `/v1/t2a_v2?GroupId=1234' \
--header "Authorization: Bearer $DASHSCOPE_API_KEY" --header 'Content-Type: application/json' --data '
{
  "model": "speech-2.8-hd",
  "text": "Are you happy today?(sighs) Of course!<#0.5#>Yes.",
  "stream": false,
  "language_boost": "auto",
  "output_format": "hex",
  "voice_setting": {"voice_id": "English_expressive_narrator", "speed": 1, "vol": 1, "pitch": 0},
  "pronunciation_dict": {"tone": ["处理/(chu3)(li3)", "危险/dangerous"]},
  "audio_setting": {"sample_rate": 32000, "bitrate": 128000, "format": "mp3", "channel": 1},
  "voice_modify": {"pitch": 0, "intensity": 0, "timbre": 0, "sound_effects": "spacious_echo"}
}'`, `"status_msg":"success"`},
	} {
		out := bash(t, t.TempDir(), "export DASHSCOPE_API_KEY=sk-test\n"+c.command)
		if !strings.Contains(out, c.want) || !strings.Contains(out, `"status":2`) || len(out) < 10000 {
			t.Errorf("%s: %.400s", name, out)
		}
	}
}
