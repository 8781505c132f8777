package document

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"voicestudio/presets"
	"voicestudio/tts"
)

func written(text string) Document {
	r := tts.Request{Model: tts.DefaultModel}
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	return Of(r, text)
}

func preset(name string, speed float64) presets.Entry {
	e := presets.Entry{File: "/presets/" + name + ".json"}
	e.Name, e.Request.Model = name, tts.DefaultModel
	e.Request.Set("voice_setting.speed", speed)
	return e
}

// whole is all that a person sees of a work.
func whole(w *Work) string {
	d := w.Doc()
	return fmt.Sprint(d.Text, d.Voices, d.Settings.Get("voice_setting.speed"), w.Opened().Name, w.Dirty())
}

// Whatever was done, and to whatever, undo goes back over it in the order of
// the deeds, and redo goes there again.
func TestEverythingIsUndoneInItsOrderAndRedone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, now := Begin(written("")), time.Unix(0, 0)
		files := map[string]bool{"a take": true}
		seen := []string{whole(w) + fmt.Sprint(files)} // after each deed
		for i := range rapid.IntRange(1, 12).Draw(t, "deeds") {
			now = now.Add(time.Hour)
			switch rapid.SampledFrom([]string{"type", "slide", "open", "delete"}).Draw(t, "deed") {
			case "type":
				w.Change(written(fmt.Sprint("words ", i)), "typing", now)
			case "slide":
				w.Change(w.Doc().Set("voice_setting.speed", 0.55+float64(i)/10), "speed", now) // no preset's: that would be no change
			case "open":
				w.Open(preset(fmt.Sprint("preset ", i), 1+float64(i)/10), now)
			case "delete":
				name := fmt.Sprint("take ", i)
				is := func(there bool) func() tea.Cmd {
					return func() tea.Cmd {
						if files[name] = there; !there {
							delete(files, name)
						}
						return nil
					}
				}
				is(true)()
				w.Did(Deed{What: "making " + name, At: now, Undo: is(false), Redo: is(true)})
			}
			seen = append(seen, whole(w)+fmt.Sprint(files))
		}
		at := len(seen) - 1
		for range 40 {
			if rapid.Bool().Draw(t, "back") {
				if d, _ := w.Undo(); (d == nil) != (at == 0) {
					t.Fatalf("at %d of %d undo finds %v", at, len(seen)-1, d)
				}
				at = max(0, at-1)
			} else {
				if d, _ := w.Redo(); (d == nil) != (at == len(seen)-1) {
					t.Fatalf("at %d of %d redo finds %v", at, len(seen)-1, d)
				}
				at = min(at+1, len(seen)-1)
			}
			if now := whole(w) + fmt.Sprint(files); now != seen[at] {
				t.Fatalf("at %d it is %s, not %s", at, now, seen[at])
			}
		}
	})
}

func TestWhatIsUndoneCannotBeRedoneAfterAnotherChange(t *testing.T) {
	w := Begin(written("one"))
	w.Change(written("two"), "typing", time.Unix(0, 0))
	w.Undo()
	w.Change(written("three"), "reset", time.Unix(9, 0))
	if d, _ := w.Redo(); d != nil || w.Doc().Text != "three" {
		t.Errorf("%v, %q", d, w.Doc().Text)
	}
}

func TestQuickChangesOfTheSameThingAreOne(t *testing.T) {
	w, now := Begin(written("")), time.Unix(0, 0)
	for _, c := range []struct {
		text, what string
		pause      time.Duration
	}{{"a", "typing", 0}, {"ab", "typing", time.Second}, {"abc", "typing", time.Second}, {"abcd", "typing", 2 * time.Second}, {"x", "new script", 0}, {"y", "typing", 0}} {
		now = now.Add(c.pause)
		w.Change(written(c.text), c.what, now)
	}
	for _, want := range []string{"x", "abcd", "abc", "", ""} {
		if w.Undo(); w.Doc().Text != want {
			t.Errorf("%q, not %q", w.Doc().Text, want)
		}
	}
}

func TestADeedThatFailsCanBeTriedAgain(t *testing.T) {
	w := Begin(written(""))
	w.Change(written("one"), "typing", time.Unix(0, 0))
	deed := w.Did(Deed{What: "deleting", Undo: func() tea.Cmd { return nil }, Redo: func() tea.Cmd { return nil }})
	w.Undo()
	w.Return(deed) // the disk was full
	if d, _ := w.Undo(); d != deed {
		t.Error("the deletion can be undone no more")
	}
	w.Redo()
	w.Forget(deed)
	if d, _ := w.Undo(); d == nil || d.What != "typing" {
		t.Errorf("%v is undone for what was never done", d)
	}
}

func TestSavingIsNoDeedAndUndoneOpeningComesBack(t *testing.T) {
	w := Begin(written("hello"))
	a, b := preset("A", 1.1), preset("B", 1.2)
	w.Open(a, time.Unix(0, 0))
	w.Open(b, time.Unix(5, 0))
	w.Change(w.Doc().Set("voice_setting.speed", 1.5), "speed", time.Unix(9, 0))
	w.Saved(b, w.Doc())
	if w.Dirty() {
		t.Error("what was just saved is marked as changed")
	}
	if w.Undo(); !w.Dirty() || w.Opened().Name != "B" {
		t.Errorf("%s, changed: %v", w.Opened().Name, w.Dirty())
	}
	if w.Undo(); w.Opened().Name != "A" || w.Dirty() {
		t.Errorf("%s, changed: %v", w.Opened().Name, w.Dirty())
	}
}

// A drawing is kept until the revision changes: what changes anything that can
// be read of a work has to change it.
func TestEveryChangeHasANewRevision(t *testing.T) {
	for name, change := range map[string]func(*Work){
		"change": func(w *Work) {
			doc := w.Doc()
			doc.Text = "new"
			w.Change(doc, "typing", time.Unix(9, 0))
		},
		"slide": func(w *Work) { w.Change(w.Doc().Set("voice_setting.pitch", 2), "pitch", time.Unix(9, 0)) },
		"undo":  func(w *Work) { w.Undo() },
		"redo":  func(w *Work) { w.Undo(); w.Redo() },
		"open":  func(w *Work) { w.Open(preset("other", 2), time.Unix(9, 0)) },
		"open what is there already": func(w *Work) {
			e := presets.Entry{}
			e.Request, e.Name = w.Doc().Request(), "same"
			w.Open(e, time.Unix(9, 0))
		},
		"save":    func(w *Work) { w.Saved(preset("other", 2), w.Doc()) },
		"close":   func(w *Work) { w.Close() },
		"follow":  func(w *Work) { w.Follow(preset("first", 1.3), preset("second", 1.3)) },
		"restore": func(w *Work) { w.Restore(Draft{Text: "kept"}) },
		"hear":    func(w *Work) { w.Hear(written("heard")) },
	} {
		w := Begin(written("one"))
		w.Open(preset("first", 1.3), time.Unix(0, 0))
		was, settings := w.Revision(), w.Settings()
		if change(w); w.Revision() == was {
			t.Errorf("%s is not drawn", name)
		}
		if (w.Settings() == settings) != (name == "change") {
			t.Errorf("%s: the settings are drawn anew: %v", name, w.Settings() != settings)
		}
	}
}

func TestSoloSendsOneVoiceAndMuteLeavesOneOut(t *testing.T) {
	d := written("").Add("Santa_Claus ").Add("Calm_Woman")
	for name, c := range map[string]struct {
		doc  Document
		want string
	}{
		"all":       {d, "[{Wise_Woman 50} {Santa_Claus  50} {Calm_Woman 50}]"},
		"solo":      {d.Solo(1), "[{Santa_Claus  0}]"},
		"solo off":  {d.Solo(1).Solo(1), "[{Wise_Woman 50} {Santa_Claus  50} {Calm_Woman 50}]"},
		"solo over": {d.Solo(1).Solo(2), "[{Calm_Woman 0}]"},
		"mute":      {d.With(0, func(v *Voice) { v.Muted = true }), "[{Santa_Claus  50} {Calm_Woman 50}]"},
	} {
		r := c.doc.Request()
		if got := fmt.Sprint(r.Voices()); got != c.want {
			t.Errorf("%s: %s, not %s", name, got, c.want)
		}
	}
}
