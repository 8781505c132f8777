package studio

import (
	"slices"

	"voicestudio/tts"
)

// document is what a person edits. It is a value: a change replaces what it
// changes, so an older copy stays as it was.
type document struct {
	// settings is the request without its text and its voices.
	settings tts.Request
	voices   []voice
	text     string
}

// voice is one row of the blend.
type voice struct {
	ID     string `json:"voice_id"`
	Weight int    `json:"weight"`
	Muted  bool   `json:"muted,omitempty"`
	Solo   bool   `json:"solo,omitempty"`
}

// evenWeight is what a voice starts with when a second joins it.
const evenWeight = 50

// open makes a document of a stored request.
func open(r tts.Request, text string) document {
	d := document{settings: r, text: text}
	for _, v := range r.Voices() {
		d.voices = append(d.voices, voice{ID: v.VoiceID, Weight: v.Weight})
	}
	d.settings.Text = ""
	d.settings.SetVoices(nil)
	return d
}

// request is what would be sent, without the text: muted voices are left out,
// a solo voice stands alone.
func (d document) request() tts.Request {
	r := d.settings
	var heard []tts.TimbreWeight
	for i := range d.voices {
		if d.audible(i) {
			heard = append(heard, tts.TimbreWeight{VoiceID: d.voices[i].ID, Weight: d.voices[i].Weight})
		}
	}
	r.SetVoices(heard)
	return r
}

func (d document) audible(i int) bool {
	solo := slices.ContainsFunc(d.voices, func(v voice) bool { return v.Solo })
	return d.voices[i].Solo || !solo && !d.voices[i].Muted
}

// share is a voice's part of the blend in percent, 0 where it is not heard.
func (d document) share(i int) int {
	if !d.audible(i) {
		return 0
	}
	var heard []tts.TimbreWeight
	place := 0
	for k, v := range d.voices {
		if k == i {
			place = len(heard)
		}
		if d.audible(k) {
			heard = append(heard, tts.TimbreWeight{Weight: v.Weight})
		}
	}
	return tts.Shares(heard)[place]
}

// with replaces one voice through change.
func (d document) with(i int, change func(*voice)) document {
	d.voices = slices.Clone(d.voices)
	change(&d.voices[i])
	return d
}

// add puts a voice into the blend. A second one starts at 50/50.
func (d document) add(id string) document {
	d.voices = append(slices.Clone(d.voices), voice{ID: id, Weight: evenWeight})
	if len(d.voices) == 2 {
		d.voices[0].Weight = evenWeight
	}
	return d
}

// remove takes a voice out of the blend.
func (d document) remove(i int) document {
	d.voices = slices.Delete(slices.Clone(d.voices), i, i+1)
	return d
}

// set stores one field of the settings; nil unsets it.
func (d document) set(path string, value any) document {
	d.settings.Set(path, value)
	return d
}

func (d document) equal(other document) bool {
	return d.text == other.text && d.settings.Equal(other.settings) && slices.Equal(d.voices, other.voices)
}
