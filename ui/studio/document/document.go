// Package document is what a person edits in the studio: words, settings and
// voices, the preset that they came from, one history, and the draft that keeps
// them between two runs. It knows no screen.
package document

import (
	"slices"

	"voicestudio/presets"
	"voicestudio/tts"
)

// Document is what a person edits. It is a value: a change replaces what it
// changes, so an older copy stays as it was.
type Document struct {
	// Settings is the request without its text and its voices.
	Settings tts.Request
	Voices   []Voice
	Text     string
	// Whole asks for one answer with everything in it, not for a stream. Neither
	// a preset nor a take has it: the sound is the same.
	Whole bool
}

// Voice is one row of the blend.
type Voice struct {
	ID     string `json:"voice_id"`
	Weight int    `json:"weight"`
	Muted  bool   `json:"muted,omitempty"`
	Solo   bool   `json:"solo,omitempty"`
	// Locked keeps its share while another voice's weight is moved.
	Locked bool `json:"locked,omitempty"`
}

// Same reports whether two voices are heard alike: a lock is not.
func (v Voice) Same(other Voice) bool {
	v.Locked, other.Locked = false, false
	return v == other
}

// evenWeight is what a voice starts with when a second joins it.
const evenWeight = 50

// Of makes a document of a stored request, to be asked for as it must be.
func Of(r tts.Request, text string) Document {
	d := Document{Settings: r, Text: text, Whole: r.NeedsWhole()}.Speaking(r.Voices())
	d.Settings.Text = ""
	d.Settings.SetVoices(nil)
	return d
}

// Request is what would be sent, without the text: muted voices are left out,
// a solo voice stands alone.
func (d Document) Request() tts.Request {
	r := d.Settings
	var heard []tts.TimbreWeight
	for i := range d.Voices {
		if d.Audible(i) {
			heard = append(heard, tts.TimbreWeight{VoiceID: d.Voices[i].ID, Weight: d.Voices[i].Weight})
		}
	}
	r.SetVoices(heard)
	return r
}

// Audible reports whether a voice is part of what would be sent.
func (d Document) Audible(i int) bool {
	solo := slices.ContainsFunc(d.Voices, func(v Voice) bool { return v.Solo })
	return d.Voices[i].Solo || !solo && !d.Voices[i].Muted
}

// Share is a voice's part of the blend in percent, 0 where it is not heard.
func (d Document) Share(i int) int {
	if !d.Audible(i) {
		return 0
	}
	var heard []tts.TimbreWeight
	place := 0
	for k, v := range d.Voices {
		if k == i {
			place = len(heard)
		}
		if d.Audible(k) {
			heard = append(heard, tts.TimbreWeight{Weight: v.Weight})
		}
	}
	return tts.Shares(heard)[place]
}

// With replaces one voice through change.
func (d Document) With(i int, change func(*Voice)) Document {
	d.Voices = slices.Clone(d.Voices)
	change(&d.Voices[i])
	return d
}

// Add puts a voice into the blend. A second one starts at 50/50.
func (d Document) Add(id string) Document {
	d.Voices = append(slices.Clone(d.Voices), Voice{ID: id, Weight: evenWeight})
	if len(d.Voices) == 2 {
		d.Voices[0].Weight = evenWeight
	}
	return d
}

// Place puts a voice into a row, or adds it where there is no such row.
func (d Document) Place(row int, id string) Document {
	if row < len(d.Voices) {
		return d.With(row, func(v *Voice) { v.ID = id })
	}
	return d.Add(id)
}

// Remove takes a voice out of the blend.
func (d Document) Remove(i int) Document {
	d.Voices = slices.Delete(slices.Clone(d.Voices), i, i+1)
	return d
}

// Solo makes a voice the only one that is heard, or lets the others be heard
// again where it was.
func (d Document) Solo(i int) Document {
	on := !d.Voices[i].Solo
	d.Voices = slices.Clone(d.Voices)
	for k := range d.Voices {
		d.Voices[k].Solo = on && k == i
	}
	return d
}

// Set stores one field of the settings; nil unsets it.
func (d Document) Set(path string, value any) Document {
	d.Settings.Set(path, value)
	return d
}

// Equal reports whether two documents are the same in everything.
func (d Document) Equal(other Document) bool {
	return d.Text == other.Text && d.sameSettings(other)
}

// sameSettings reports whether two documents are the same in all but the words.
func (d Document) sameSettings(other Document) bool {
	return d.Whole == other.Whole && d.Settings.Equal(other.Settings) && slices.Equal(d.Voices, other.Voices)
}

// SameSound reports whether two documents would be sent alike, their words
// aside.
func (d Document) SameSound(other Document) bool { return d.Request().Equal(other.Request()) }

// Apply takes over some groups of a request's settings.
func (d Document) Apply(from tts.Request, groups ...presets.Group) Document {
	now := d.Request()
	next := Of(presets.Apply(now, from, groups...), d.Text)
	next.Whole = next.Whole || d.Whole
	if !slices.Contains(groups, presets.GroupBlend) || presets.Apply(now, from, presets.GroupBlend).Equal(now) {
		next.Voices = d.Voices // those that are muted as well
	}
	return next
}

// Speaking makes voices the blend, all of them heard and none locked.
func (d Document) Speaking(voices []tts.TimbreWeight) Document {
	d.Voices = nil
	for _, v := range voices {
		d.Voices = append(d.Voices, Voice{ID: v.VoiceID, Weight: v.Weight})
	}
	return d
}

// Formula writes the blend in one line.
func (d Document) Formula() string {
	voices := make([]tts.TimbreWeight, len(d.Voices))
	for i, v := range d.Voices {
		voices[i] = tts.TimbreWeight{VoiceID: v.ID, Weight: v.Weight}
	}
	return presets.Formula(voices)
}
