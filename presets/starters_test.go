package presets

import (
	"strings"
	"testing"

	"voicestudio/tts"
)

func TestStarters(t *testing.T) {
	starters, blends, voices := Starters(), 0, map[string]bool{}
	if len(starters) != 6 {
		t.Fatalf("%d starters", len(starters))
	}
	for _, e := range starters {
		if !e.Starter || !e.ReadOnly || e.File != "" {
			t.Errorf("%s: %+v", e.Name, e)
		}
		if nameProblem(e.Name) != "" || e.SampleText == "" || e.Notes == "" || strings.Contains(e.Notes, "\n") {
			t.Errorf("%s: no name, sample text or one-line note", e.Name)
		}
		weights := e.Request.TimbreWeights
		if len(weights) > 0 {
			blends++
		}
		if len(weights) > 0 == (e.Request.VoiceSetting.VoiceID != "") || len(weights) == 1 || len(weights) > tts.MaxVoices {
			t.Errorf("%s: neither one voice nor a blend", e.Name)
		}
		for _, w := range e.Request.Voices() {
			if _, found := tts.FindVoice(w.VoiceID); !found || voices[w.VoiceID] {
				t.Errorf("%s: voice %q is unknown or used twice", e.Name, w.VoiceID)
			}
			if len(weights) > 0 && (w.Weight < 1 || w.Weight > 100) {
				t.Errorf("%s: weight %d", e.Name, w.Weight)
			}
			voices[w.VoiceID] = true
		}
		if e.kept != nil {
			t.Errorf("%s: an unknown key, perhaps a misspelt one", e.Name)
		}
	}
	if blends != 2 {
		t.Errorf("%d blends", blends)
	}
}

func TestAStarterSavedUnderItsNameIsAnOrdinaryPreset(t *testing.T) {
	f := temp(t)
	for _, starter := range Starters() {
		e := mustSave(t, f, starter.Preset)
		if e.ReadOnly || e.Starter || !e.Request.Equal(starter.Request) {
			t.Errorf("got %+v", e)
		}
	}
}
