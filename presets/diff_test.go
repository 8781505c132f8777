package presets

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"voicestudio/tts"
)

func TestADifferenceIsSaidInWordsAndUnits(t *testing.T) {
	blend := []tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 60}, {VoiceID: "Chinese (Mandarin)_News_Anchor", Weight: 40}}
	for _, c := range []struct {
		field string
		a, b  any
		want  string
	}{
		{"voice_setting.speed", 1.0, 1.15, "speed 1.00 → 1.15×"},
		{"voice_setting.pitch", nil, 2, "pitch +2 st"},
		{"voice_setting.pitch", -1, nil, "pitch −1 st → unset"},
		{"voice_setting.emotion", "calm", "happy", "emotion calm → happy"},
		{"voice_modify.intensity", 0, 20, "soft 0 → 20"},
		{"voice_modify.pitch", nil, -20, "deep 20"},
		{"voice_modify.pitch", -20, nil, "deep 20 → unset"},
		{"voice_modify.pitch", -10, -20, "deep 10 → 20"},
		{"voice_modify.pitch", -10, 5, "deep 10 → bright 5"},
		{"voice_modify.timbre", 10, 0, "crisp 10 → 0"},
		{"voice_modify.timbre", nil, 0, "full–crisp 0"},
		{"audio_setting.sample_rate", 32000, 44100, "sample rate 32000 → 44100 Hz"},
		{"audio_setting.channel", 1, 2, "channels mono → stereo"},
		{"voice_modify.sound_effects", nil, "spacious_echo", "effect echo"},
		{"subtitle_enable", nil, true, "subtitles on"},
		{"timbre_weights", nil, blend, "voice Wise Woman 60, 新闻女声 40"},
		{"voice_setting.voice_id", nil, "Santa_Claus ", "voice Santa Claus"},
		{"pronunciation_dict.tone", nil, []string{"omg/oh my god", "a\x1b[31m/\u202eb"}, "omg as oh my god, a[31m as b"},
		{"language_boost", "Chinese,Yue", nil, "language Cantonese → unset"},
	} {
		var a, b tts.Request
		a.Set(c.field, c.a)
		b.Set(c.field, c.b)
		changes := DiffRequests(a, b)
		if len(changes) != 1 || changes[0].Field != c.field || changes[0].Sentence() != c.want || strings.Join(Sentences(changes), ", ") != c.want {
			t.Errorf("want %q, got %v", c.want, Sentences(changes))
		}
	}
	text, _ := json.Marshal(Diff(Preset{Tags: []string{"a"}}, Preset{Updated: time.Now()}))
	if string(text) != `[{"field":"tags","a":["a"],"b":null}]` {
		t.Errorf("%s", text)
	}
	if text, _ = json.Marshal(Diff(firstPreset, firstPreset)); string(text) != "[]" {
		t.Errorf("%s", text)
	}
}

func TestADifferenceInAKeyNobodyKnowsIsShown(t *testing.T) {
	a, b := mustParse(t, withUnknown), mustParse(t, strings.Replace(withUnknown, `"tired"`, `"awake"`, 1))
	changes := Diff(a, b)
	if len(changes) != 1 || changes[0].Field != "voice_setting.x_why" || string(changes[0].B) != `["awake"]` {
		t.Errorf("%v", changes)
	}
}

func TestMerge(t *testing.T) {
	base := `{"version":1,"name":"Warm","request":{"voice_setting":{"voice_id":"A","speed":1,"pitch":1}},"updated":"2026-01-01T00:00:00Z"}`
	edit := func(pairs ...string) Preset { return mustParse(t, strings.NewReplacer(pairs...).Replace(base)) }
	for _, c := range []struct {
		what         string
		mine, theirs Preset
		want         Preset
		conflicts    string
	}{
		{"different fields", edit(`"speed":1`, `"speed":1.5`, "2026-01-01", "2026-01-02"), edit(`"pitch":1`, `"pitch":2`, "2026-01-01", "2026-01-03"),
			edit(`"speed":1`, `"speed":1.5`, `"pitch":1`, `"pitch":2`, "2026-01-01", "2026-01-03"), ""},
		{"updated alone takes the later", edit("2026-01-01", "2026-02-02"), edit("2026-01-01", "2026-01-03"), edit("2026-01-01", "2026-02-02"), ""},
		{"a deleted and a new key", edit(`,"pitch":1`, ``), edit(`"name"`, `"x_by":"Bo","name"`), edit(`,"pitch":1`, ``, `"name"`, `"x_by":"Bo","name"`), ""},
		{"the same change", edit(`"speed":1`, `"speed":2`), edit(`"speed":1`, `"speed":2`), edit(`"speed":1`, `"speed":2`), ""},
		{"the same field", edit(`"speed":1`, `"speed":1.1`), edit(`"speed":1,`, ``), edit(`"speed":1`, `"speed":1.1`), "speed: yours 1.10×, theirs unset"},
		{"a voice and a blend", edit(`"voice_id":"A"`, `"voice_id":"B"`), edit(`"voice_id":"A",`, ``, `"request":{`, `"request":{"timbre_weights":[{"voice_id":"A","weight":1}],`),
			edit(`"voice_id":"A"`, `"voice_id":"B"`), "voice: yours B, theirs A"},
	} {
		got, conflicts := Merge(mustParse(t, base), c.mine, c.theirs)
		said := ConflictsInWords(conflicts)
		if strings.Join(said, "; ") != c.conflicts || len(Diff(c.want, got)) > 0 || !got.Updated.Equal(c.want.Updated) {
			t.Errorf("%s: %q\n%s", c.what, said, cmp.Diff(mustEncode(t, c.want), mustEncode(t, got)))
		}
	}
}

func TestMergingWithoutAnotherSideGivesOnesOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, mine := Preset{Name: "x", Request: request(t)}, Preset{Name: "y", Notes: rapid.String().Draw(t, "notes"), Request: request(t)}
		for _, theirs := range []Preset{base, mine} {
			got, conflicts := Merge(base, mine, theirs)
			if changes := Diff(mine, got); len(conflicts) > 0 || len(changes) > 0 {
				t.Fatalf("%v %v", conflicts, Sentences(changes))
			}
			if got, _ = Merge(base, theirs, mine); len(Diff(mine, got)) > 0 {
				t.Fatal("the other way round")
			}
		}
	})
}
