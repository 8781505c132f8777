package plain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/presets"
	"voicestudio/ui/studio/document"
)

func TestPresetsHaveTagsNotesAndParts(t *testing.T) {
	t.Parallel()
	s := sit(t)
	bundle := filepath.Join(s.home, "voices.json")
	out, err := s.does("text Hello over there", "speed 1.2", "emotion sad", "softness 20", "save Fox", "presets tag warm, slow", "presets note Anna liked it as it is", "presets", "undo", "presets note", "redo",
		"presets copy Fox to Wolf", "presets tag Wolf as none", "undo", "unset all", "voice Wise_Woman", "presets take effects of Fox", "settings", "presets take voice and blend of Fox", "presets export "+bundle+" Fox, Wolf",
		"remove Wolf", "presets import "+bundle, "presets note Wolf as", "presets check")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "Fox has the tags #warm #slow.", "A note on Fox.", "#warm #slow", "Undone: a note on Fox.", "Fox has no note.", "Fox is copied as Wolf.", "Wolf has no tags.", "Undone: Wolf has no tags",
		"Soft 20", "Voice Wise Woman to Graceful Lady, speed 1.20 times, emotion sad", "Wrote 2 presets to ", "Fox, the same is there.", "Wolf, new.", "1 preset came in.", "Nothing is wrong with the presets for sandbox")
	fox, err := presets.Folder{Dir: filepath.Join(s.home, "presets")}.Load("Fox")
	if err != nil || len(fox.Tags) != 2 || fox.Notes != "Anna liked it as it is" || *fox.Request.VoiceSetting.Speed != 1.2 {
		t.Errorf("%v: %+v", err, fox.Preset)
	}
	for line, want := range map[string]string{
		"presets take Fox":             "write presets take voice, blend, effects or output of NAME",
		"presets take speed of Fox":    "which part of which preset",
		"presets copy":                 "copy needs a name",
		"presets tag Storyteller as x": "stay as they are",
		"presets export":               "a file and presets are needed",
		"presets import":               "a file is needed",
		"presets fingerprint times 99": "times 1 to 20",
	} {
		if out, err := s.does(line); err == nil || !strings.Contains(strings.ToLower(out), strings.ToLower(want)) {
			t.Errorf("%s: %v: %s", line, err, out)
		}
	}
}

func TestAPresetIsComparedWithItsFingerprint(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("text Hello over there, how are you today?", "save Fox", "presets fingerprint times 2", "presets verify", "speed 1.5", "save", "presets verify Fox", "presets verify Storyteller")
	if err == nil {
		t.Error("what cannot be compared is an error")
	}
	has(t, out, "What Fox sounds like at sandbox is kept, 2.", "presets verify compares with it", "Fox sounds as it did today", "Fox is set otherwise than today", "faster", "presets fingerprint Storyteller keeps")
	if n := len(s.host.asked()); n != 4 {
		t.Errorf("sent %d", n)
	}
	_, checks := document.FavouritesIn(s.home).Presets()
	if len(checks["Fox"]) != 1 {
		t.Errorf("%+v", checks)
	}
	b, err := os.ReadFile(filepath.Join(s.home, "presets", "fox.json"))
	if err != nil || !strings.Contains(string(b), "fingerprints") {
		t.Errorf("%v: %s", err, b)
	}
}

func TestAFingerprintSaysItsPriceFirst(t *testing.T) {
	s := paid(t, nil)
	out, _ := s.does("text Hello over there", "save Fox", "presets fingerprint", "no", "presets fingerprint times 3", "yes")
	has(t, out, "1 clip to be made, about $0.0010 at MiniMax; yes or no", "Nothing was sent", "3 clips to be made, about $0.0029", "What Fox sounds like at MiniMax is kept")
	if n := len(s.host.asked()); n != 3 {
		t.Errorf("sent %d", n)
	}
}
