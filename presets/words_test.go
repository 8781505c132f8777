package presets

import (
	"encoding/json"
	"slices"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/wording"
)

func TestEverySentenceIsThere(t *testing.T) {
	if missing := wording.Missing(english); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
}

// The findings are the same in a language in which files, lint and changes
// are told of in other words.
func TestALintIsTheSameInAnyLanguage(t *testing.T) {
	texts := []string{
		"{\n\"version\": 1,\n\"request\": 7}", `{"version": 0, "request": {}}`, `{"request": {"voice_setting": {"speed": "fast"}}}`, `{"request": {"timbre_weights": [null]}}`,
		`{"request": {"voice_setting": {"voice_id": "Wise_Man", "sped": 1}, "text": "x"}, "xx": 1}`, `{"x": 1}`, `no`, `{"version": 9, "request": 7}`, `{"name": "\u0007", "request": {}}`,
	}
	find := func() (all []Finding) {
		f := temp(t)
		for _, text := range texts {
			findings, err := Linter{Voices: []string{}, Hosts: []tts.HostName{tts.MiniMax, tts.DashScope}}.Lint(write(t, f, "x.json", text))
			if err != nil {
				t.Fatal(err)
			}
			for _, each := range findings {
				each.File, each.Message, each.Cure = "", "", ""
				all = append(all, each)
			}
		}
		return all
	}
	inEnglish := find()
	defer func() { say = english }()
	say.file.mustBe = func(path, what string) string { return "応 " + what + "、" + path }
	say.file.notNull = func(path string) string { return "空 " + path }
	say.file.version = func(int) string { return "版" }
	say.file.noRequest, say.name.control = "無", "request 字"
	say.file.newerAnd = func(newer, why string) string { return why + newer }
	say.lint.unknownKey = func(key, meant string) tts.Said { return tts.Said{What: "鍵" + key} }
	say.lint.script, say.lint.noVoice = tts.Said{What: "文"}, tts.Said{What: "声"}
	if a, b := string(must(json.Marshal(inEnglish))), string(must(json.Marshal(find()))); a != b {
		t.Errorf("in English %s\nin the other %s", a, b)
	}
}

func TestAChangeIsSaidInAnyLanguage(t *testing.T) {
	defer func() { say = english }()
	say.sentence.labels = map[string]label{"voice_setting.pitch": {name: "高さ", unit: "半音"}, "voice_setting.voice_id": {name: "声"}, "timbre_weights": {name: "声"}}
	say.sentence.changed = func(label, became string) string { return label + "は" + became }
	say.sentence.became = func(from, to string) string { return from + "から" + to }
	say.sentence.added = func(voice, weight string) string { return "新" + voice + weight }
	var a, b tts.Request
	a.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	b.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 60}, {VoiceID: "Santa_Claus ", Weight: 40}})
	a.VoiceSetting.Pitch, b.VoiceSetting.Pitch = new(-1), new(2)
	got := Sentences(DiffRequests(a, b))
	if !slices.Equal(got, []string{"Wise Woman 60", "新Santa Claus40", "高さは−1から+2半音"}) {
		t.Errorf("%q", got)
	}
}
