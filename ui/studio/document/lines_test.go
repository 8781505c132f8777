package document

import (
	"testing"
	"time"

	"voicestudio/presets/script"
	"voicestudio/tts"
)

func setting(d Document, path string) any { return d.Settings.Get(path) }

func TestSettingsOfOneLineAreItsOwnAndUndone(t *testing.T) {
	w := Begin(Of(tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Speed: new(1.1)}}, "One.\nTwo."))
	now := time.Now()
	id := w.Lines().Lines[1].ID
	at := w.At(id)
	if at.Text != "Two." || setting(at, "voice_setting.speed") != 1.1 {
		t.Fatalf("%+v", at)
	}
	w.ChangeAt(id, at.Set("voice_setting.speed", 0.9), "speed", now)
	if setting(w.At(id), "voice_setting.speed") != 0.9 || setting(w.Doc(), "voice_setting.speed") != 1.1 || setting(w.At(w.Lines().Lines[0].ID), "voice_setting.speed") != 1.1 {
		t.Errorf("%+v, of all %+v", w.At(id), w.Doc())
	}
	w.Change(w.Doc().Set("voice_setting.pitch", 2), "pitch", now)
	if setting(w.At(id), "voice_setting.pitch") != 2 {
		t.Error("what the line does not differ in does not go along")
	}
	doc := w.At(id)
	doc.Text = "Two of them."
	w.ChangeAt(id, doc, "words", now)
	if w.Doc().Text != "One.\nTwo of them." {
		t.Errorf("%q", w.Doc().Text)
	}
	w.ChangeAt(id, w.At(id).Add("Deep_Voice_Man"), "voices", now)
	if got := w.At(id); len(got.Voices) != 2 || len(w.Doc().Voices) != 1 {
		t.Errorf("%+v, of all %+v", got.Voices, w.Doc().Voices)
	}
	for range 4 {
		w.Undo()
	}
	if w.Doc().Text != "One.\nTwo." || !w.Lines().Lines[1].Own.None() || w.Lines().Lines[1].ID != id {
		t.Errorf("after undo: %+v", w.Lines())
	}
}

func TestAnotherScriptIsReadAndUndoGoesBackToTheFileOfBefore(t *testing.T) {
	w := Begin(Of(tts.Request{}, "Here."))
	w.KeptAs("first")
	w.Read(w.Doc(), script.New().Follow("There."), "second", "reading", time.Now())
	if w.Script() != "second" || w.Doc().Text != "There." {
		t.Fatalf("%s %q", w.Script(), w.Doc().Text)
	}
	w.Undo()
	if w.Script() != "first" || w.Doc().Text != "Here." {
		t.Errorf("%s %q", w.Script(), w.Doc().Text)
	}
	w.Redo()
	if w.Script() != "second" || w.Lines().Lines[0].Text != "There." {
		t.Errorf("%s %+v", w.Script(), w.Lines())
	}
	w.Undo()
	w.KeptAs("third") // a copy, since another studio has the first
	w.Change(Of(tts.Request{}, "Here and now."), "typing", time.Now())
	w.Undo()
	if w.Script() != "third" {
		t.Errorf("typing went back to the file %s", w.Script())
	}
}
