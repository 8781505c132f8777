package presets

import (
	"bytes"
	"errors"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"voicestudio/tts"
)

func mustParse(t testing.TB, text string) Preset {
	t.Helper()
	p, err := Parse([]byte(text))
	if err != nil {
		t.Fatalf("Parse: %v", err)
	}
	return p
}

func mustEncode(t testing.TB, p Preset) string {
	t.Helper()
	data, err := p.Encode()
	if err != nil {
		t.Fatalf("Encode: %v", err)
	}
	return string(data)
}

func ptr[T any](v T) *T { return &v }

// firstPreset is what testdata/v1.json was saved from. The file stays as it
// is for ever: presets that people saved with the first version look so.
var firstPreset = Preset{
	Name:  "Wärme & 温柔 <1>",
	Notes: "For the onboarding videos.\nAnna liked it with 55, \"too soft\" with 70.",
	Tags:  []string{"narration", "en"},
	Request: tts.Request{
		Model: "speech-2.8-turbo",
		Text:  "the script, which stays out of the file",
		VoiceSetting: tts.VoiceSetting{
			Speed: ptr(1.0), Vol: ptr(0.1), Pitch: ptr(-12), Emotion: "calm",
			TextNormalization: ptr(false), LatexRead: ptr(true),
		},
		TimbreWeights: []tts.TimbreWeight{
			{VoiceID: "Santa_Claus ", Weight: 60},
			{VoiceID: "Chinese (Mandarin)_News_Anchor", Weight: 40},
		},
		VoiceModify: tts.VoiceModify{Pitch: ptr(0), Intensity: ptr(20), Timbre: ptr(-100), SoundEffects: "spacious_echo"},
		AudioSetting: tts.AudioSetting{
			SampleRate: ptr(32000), Bitrate: ptr(128000), Format: "mp3", Channel: ptr(1), ForceCBR: ptr(true),
		},
		LanguageBoost:     "Chinese,Yue",
		PronunciationDict: tts.PronunciationDict{Tone: []string{"omg/oh my god", "处理/(chu3)(li3)"}},
		SubtitleEnable:    ptr(false), SubtitleType: "word", OutputFormat: "hex",
		AIGCWatermark: ptr(true), ContinuousSound: ptr(false),
	},
	SampleText: "Welcome back. Let us pick up where we left off.",
	HeardOn:    []Heard{{"dashscope", "speech-2.8-turbo"}},
	Created:    time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC),
	Updated:    time.Date(2026, 11, 21, 10, 20, 0, 0, time.UTC),
}

func TestTheFileOfTheFirstVersionStaysAsItIs(t *testing.T) {
	golden, err := os.ReadFile("testdata/v1.json")
	if err != nil {
		t.Fatal(err)
	}
	if got := mustEncode(t, firstPreset); got != string(golden) {
		t.Errorf("saving writes another file:\n%s", cmp.Diff(string(golden), got))
	}
	p := mustParse(t, string(golden))
	if got := mustEncode(t, p); got != string(golden) {
		t.Errorf("opening and saving changes the file:\n%s", cmp.Diff(string(golden), got))
	}
	want := firstPreset
	want.Version, want.Request.Text = 1, ""
	if diff := cmp.Diff(want, p, cmp.AllowUnexported(Preset{})); diff != "" {
		t.Errorf("opening gives another preset:\n%s", diff)
	}
}

func TestSaveQuitOpenGivesTheSameVoice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Preset{
			Name:       rapid.SampledFrom([]string{"Warm narrator", "温柔女声", "</script>", "a\u2009b 😀"}).Draw(t, "name"),
			Notes:      tts.Plain(rapid.String().Draw(t, "notes")),
			Request:    request(t),
			SampleText: tts.Plain(rapid.String().Draw(t, "sample")),
		}
		data, err := p.Encode()
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse(data)
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		p.Version, p.Request.Text = 1, ""
		if diff := cmp.Diff(p, got, cmp.AllowUnexported(Preset{})); diff != "" {
			t.Fatalf("%s in\n%s", diff, data)
		}
		if !got.Request.Equal(p.Request) {
			t.Fatal("Request.Equal says the request changed")
		}
	})
}

// request draws requests of every shape, sensible or not.
func request(t *rapid.T) tts.Request {
	id := rapid.OneOf(
		rapid.SampledFrom([]string{"", "Santa_Claus ", "Chinese (Mandarin)_News_Anchor", "男声（柔和）", "a\"b\\c", "\u2028\x00\x1b[31m\u202e", "<&>"}),
		rapid.String())
	maybe := rapid.Ptr(rapid.Int(), true)
	factor := rapid.Ptr(rapid.Float64Range(-math.MaxFloat64, math.MaxFloat64), true)
	flag := rapid.Ptr(rapid.Bool(), true)
	r := tts.Request{
		Model: id.Draw(t, "model"),
		Text:  id.Draw(t, "text"),
		VoiceSetting: tts.VoiceSetting{
			VoiceID: id.Draw(t, "voice"), Speed: factor.Draw(t, "speed"), Vol: factor.Draw(t, "vol"),
			Pitch: maybe.Draw(t, "pitch"), Emotion: id.Draw(t, "emotion"),
			TextNormalization: flag.Draw(t, "tn"), LatexRead: flag.Draw(t, "latex"),
		},
		VoiceModify: tts.VoiceModify{
			Pitch: maybe.Draw(t, "deep"), Intensity: maybe.Draw(t, "strong"), Timbre: maybe.Draw(t, "full"), SoundEffects: id.Draw(t, "effect"),
		},
		AudioSetting: tts.AudioSetting{
			SampleRate: maybe.Draw(t, "rate"), Bitrate: maybe.Draw(t, "bitrate"), Format: id.Draw(t, "format"),
			Channel: maybe.Draw(t, "channel"), ForceCBR: flag.Draw(t, "cbr"),
		},
		LanguageBoost: id.Draw(t, "boost"), SubtitleEnable: flag.Draw(t, "subtitles"),
		SubtitleType: id.Draw(t, "type"), OutputFormat: id.Draw(t, "output"),
		AIGCWatermark: flag.Draw(t, "watermark"), ContinuousSound: flag.Draw(t, "continuous"),
	}
	for range rapid.IntRange(0, 5).Draw(t, "voices") {
		r.TimbreWeights = append(r.TimbreWeights, tts.TimbreWeight{VoiceID: id.Draw(t, "id"), Weight: rapid.Int().Draw(t, "weight")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "tones") {
		r.PronunciationDict.Tone = append(r.PronunciationDict.Tone, id.Draw(t, "tone"))
	}
	return r
}

func TestUnsetStaysUnsetAndASetDefaultStaysSet(t *testing.T) {
	text := mustEncode(t, Preset{Name: "x", Request: tts.Request{VoiceSetting: tts.VoiceSetting{Speed: ptr(1.0)}, SubtitleEnable: ptr(false)}})
	want := `{
  "version": 1,
  "name": "x",
  "request": {
    "voice_setting": {
      "speed": 1
    },
    "subtitle_enable": false
  }
}
`
	if text != want {
		t.Errorf("got\n%s", text)
	}
	r := mustParse(t, text).Request
	if r.VoiceSetting.Speed == nil || *r.VoiceSetting.Speed != 1 || r.SubtitleEnable == nil || r.VoiceSetting.Vol != nil {
		t.Errorf("got %+v", r)
	}
}

const withUnknown = `{
  "x_first": [1,  2],
  "version": 1,
  "x_review": { "by":  "Anna", "\u0061t": 1.50 },
  "name": "Warm",
  "request": {
    "x_lang": "en",
    "model": "speech-2.8-turbo",
    "voice_setting": {
      "speed": 1.1,
      "x_why": [
        "tired"
      ]
    },
    "timbre_weights": [
      {"voice_id": "A", "weight": 60, "x_note": "base"},
      {"voice_id": "A", "weight": 1, "x_note": "again"},
      {"x_note": "top", "voice_id": "B", "weight": 40}
    ],
    "voice_modify": {
      "x_only": null
    }
  },
  "heard_on": [
    {"host": "ppio", "model": "speech-2.6-hd", "x_by": "Bo"}
  ],
  "x_last": {}
}
`

func TestUnknownKeysSurviveWhereTheyStood(t *testing.T) {
	p := mustParse(t, withUnknown)
	if diff := cmp.Diff(withUnknown, mustEncode(t, p)); diff != "" {
		t.Fatal(diff)
	}
	for _, variant := range []string{strings.ReplaceAll(withUnknown, "\n", "\r\n"), "\uFEFF" + withUnknown} {
		if got := mustEncode(t, mustParse(t, variant)); got != withUnknown {
			t.Errorf("CRLF or a byte order mark changed the preset:\n%s", cmp.Diff(withUnknown, got))
		}
	}

	t.Run("through changes of other settings", func(t *testing.T) {
		p.Notes = "softer"
		p.Request.VoiceSetting = tts.VoiceSetting{VoiceID: "C"}
		p.Request.TimbreWeights = []tts.TimbreWeight{{VoiceID: "B", Weight: 7}, {VoiceID: "D", Weight: 8}}
		got := mustEncode(t, p)
		for _, want := range []string{
			"\"voice_setting\": {\n      \"voice_id\": \"C\",\n      \"x_why\": [\n        \"tired\"\n      ]\n    }",
			`{"x_note": "top", "voice_id": "B", "weight": 7}`,
			`{"voice_id": "D", "weight": 8}`,
			"\"name\": \"Warm\",\n  \"notes\": \"softer\",",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("no %s in\n%s", want, got)
			}
		}
	})
}

func TestTheScriptIsNeitherReadNorWritten(t *testing.T) {
	p := mustParse(t, `{"name": "x", "request": {"text": "secret words", "model": "m"}}`)
	if p.Request.Text != "" || strings.Contains(mustEncode(t, p), "secret") {
		t.Errorf("text %q, file %s", p.Request.Text, mustEncode(t, p))
	}
}

func TestWhatCannotBeStoredIsSaidByField(t *testing.T) {
	for want, r := range map[string]tts.Request{
		"voice_setting.speed must be a finite number": {VoiceSetting: tts.VoiceSetting{Speed: ptr(math.NaN())}},
		"timbre_weights[0].voice_id must be UTF-8":    {TimbreWeights: []tts.TimbreWeight{{VoiceID: "\xff"}}},
	} {
		if _, err := (Preset{Name: "x", Request: r}).Encode(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestABrokenFileSaysWhereAndWhy(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"{\n \"request\": {\n  \"voice_setting\": {\n   \"speed\": \"fast\"}}}", "line 4: voice_setting.speed must be a number"},
		{"{\"request\": {\n\"timbre_weights\": [{\"voice_id\": \"A\", \"weight\": 1},\n{\"voice_id\": \"B\", \"weight\": 1.5}]}}", "line 3: timbre_weights[1].weight must be a whole number"},
		{`{"request": {"timbre_weights": [null]}}`, "line 1: timbre_weights[0] must not be null"},
		{`{"request": {"subtitle_enable": "yes"}}`, "line 1: subtitle_enable must be true or false"},
		{`{"request": []}`, "line 1: request must be an object"},
		{`{"tags": "a", "request": {}}`, "line 1: tags must be a list"},
		{`{"name": 7, "request": {}}`, "line 1: name must be a text"},
		{`{"created": "yesterday", "request": {}}`, "line 1: created must be a time such as 2026-11-21T10:00:00Z"},
		{"{\n\"name\": \"x\"\n}", "line 1: request is missing"},
		{"{\n\"name\": \"x\",\n\"name\": \"y\"}", `line 3: the key "name" stands twice in one object`},
		{"{\n\"name\": \"x\"\n\"notes\": \"y\"}", "line 3: not valid JSON: a comma is missing before a quotation mark"},
		{"{\n<<<<<<< HEAD\n\"name\": 1}", "line 2: not valid JSON: a name in quotation marks is missing before <"},
		{"", "line 1: not valid JSON: it ends in the middle"},
		{"[1]", "line 1: a preset must be a JSON object"},
		{"{\n\n\"version\": 3, \"request\": 7}", "line 3: made by a newer version of voicestudio (file version 3, this one reads 1), and request must be an object"},
		{`{"version": 0, "request": {}}`, "line 1: version must be 1"},
		{`{"version": "1", "request": {}}`, "line 1: version must be a whole number"},
	} {
		_, err := Parse([]byte(c.file))
		if b := (*Broken)(nil); !errors.As(err, &b) || err.Error() != c.want {
			t.Errorf("%s\nwant %s\ngot  %v", c.file, c.want, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(withUnknown))
	f.Add([]byte("\uFEFF{\r\"x\":[\r\r\n1],\"request\":{\"text\":1,\"y\":2,\"voice_modify\":{\"z\":{}}}}"))
	f.Add([]byte(`{"created":"0000-01-01T00:00:00+23:59","request":{"voice_setting":{"speed":1e999,"pitch":2e1}}}`))
	f.Add([]byte(`{"name":"\ud800","request":{"timbre_weights":[{"q":1},{"q":2}]}}`))
	f.Add([]byte(`{"name":"\ufeff\ufeffCafe\u0301\t","tags":["\r\n","\ufeff"],"notes":"\u2000\r\r","request":{}}`))
	if golden, err := os.ReadFile("testdata/v1.json"); err == nil {
		f.Add(golden)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Parse(data)
		if err != nil {
			if strings.ContainsFunc(err.Error(), tts.Steers) {
				t.Fatalf("the error steers a terminal: %q", err)
			}
			return
		}
		once, err := p.Encode()
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		q, err := Parse(once)
		if err != nil {
			if len(once) > MaxFile {
				return // white space was added
			}
			t.Fatalf("what was written cannot be read: %v\n%s", err, once)
		}
		twice, err := q.Encode()
		if err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("not stable (%v):\n%s", err, cmp.Diff(string(once), string(twice)))
		}
		p.kept, q.kept, p.Version = nil, nil, q.Version
		if diff := cmp.Diff(p, q, cmp.AllowUnexported(Preset{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

// must is for what cannot fail here.
func must[T any](v T, _ error) T { return v }
