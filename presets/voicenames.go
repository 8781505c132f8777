package presets

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"voicestudio/tts"
)

// VoicesInWords says voices by the names that people know, with their weights
// where there are several: "Graceful Lady 60, 新闻女声 40". It is safe to print,
// and no formula.
func VoicesInWords(voices []tts.TimbreWeight) string {
	return voicesInWords(voices, namesOf(voices))
}

func voicesInWords(voices []tts.TimbreWeight, call func(id string) string) string {
	if len(voices) == 1 {
		return call(voices[0].VoiceID)
	}
	var said []string
	for _, v := range voices {
		said = append(said, say.sentence.set(call(v.VoiceID), weightOf(v)))
	}
	return tts.Listed(said...)
}

func weightOf(v tts.TimbreWeight) string {
	return strings.Replace(fmt.Sprint(v.Weight), "-", "−", 1) // also of a file that somebody wrote by hand
}

// namesOf gives names to the voices that are spoken of together: where two of
// them bear one name, each goes by its id.
func namesOf(voices []tts.TimbreWeight) func(id string) string {
	return func(id string) string {
		title := tts.VoiceTitle(id)
		if slices.ContainsFunc(voices, func(v tts.TimbreWeight) bool { return v.VoiceID != id && tts.VoiceTitle(v.VoiceID) == title }) {
			title = id
		}
		return tts.Clean(title)
	}
}

// voicesOf is what the changes of the voice say, voice by voice.
func voicesOf(changes []Change) []Difference {
	if len(changes) == 0 {
		return nil
	}
	return voiceByVoice(voiceSides(changes))
}

// voiceSides are the voices before and after changes of them.
func voiceSides(changes []Change) (a, b []tts.TimbreWeight) {
	side := func(raw func(Change) json.RawMessage) (voices []tts.TimbreWeight) {
		for _, c := range changes { // a blend is told after the one voice, and wins
			var id string
			var blend []tts.TimbreWeight
			if json.Unmarshal(raw(c), &id) == nil && id != "" {
				voices = []tts.TimbreWeight{{VoiceID: id}}
			} else if json.Unmarshal(raw(c), &blend) == nil && len(blend) > 0 {
				voices = blend
			}
		}
		return voices
	}
	return side(func(c Change) json.RawMessage { return c.A }), side(func(c Change) json.RawMessage { return c.B })
}

// alike reports whether two blends have a voice in common.
func alike(a, b []tts.TimbreWeight) bool {
	return slices.ContainsFunc(b, func(v tts.TimbreWeight) bool { return placeOf(a, v.VoiceID) >= 0 })
}

func placeOf(voices []tts.TimbreWeight, id string) int {
	return slices.IndexFunc(voices, func(v tts.TimbreWeight) bool { return v.VoiceID == id })
}

// evenWeight is what a voice has when a second joins it, and goes without
// saying.
const evenWeight = 50

// voiceByVoice are the differences of two blends. A voice that is alone has no
// weight.
func voiceByVoice(a, b []tts.TimbreWeight) (all []Difference) {
	l, call := labelOf(voiceField), namesOf(slices.Concat(a, b))
	replaced := !alike(a, b)
	if len(a) <= 1 && len(b) <= 1 {
		if d := l.differs(voiceField, voicesInWords(a, call), voicesInWords(b, call)); replaced {
			d.Short = cmp.Or(d.B, d.Sentence)
			return []Difference{d}
		}
	}
	weight := func(voices []tts.TimbreWeight, i int) string {
		switch {
		case i < 0:
			return ""
		case len(voices) == 1:
			return say.sentence.alone
		}
		return weightOf(voices[i])
	}
	left := slices.Clone(a) // a voice may stand in a blend twice
	const found = "\x00"    // in place of the id
	for i, v := range b {
		name, at := call(v.VoiceID), placeOf(left, v.VoiceID)
		d := Difference{Field: voiceField, Name: name, A: weight(a, at), B: weight(b, i)}
		d.Both = say.sentence.changed(name, label{}.became(d.A, d.B, say.sentence.none))
		switch {
		case replaced && len(b) == 1:
			d.Short = name
		case replaced, at >= 0 && len(a) == 1 && v.Weight != evenWeight && len(b) > 1:
			d.Short = say.sentence.set(name, d.B)
		case at < 0:
			d.Short = say.sentence.added(name, d.B)
		case len(a) > 1 && len(b) > 1:
			d.Short = d.Both
		}
		if at >= 0 {
			left[at].VoiceID = found
		}
		if d.A != d.B {
			all = append(all, d)
		}
	}
	for i, v := range left {
		if v.VoiceID == found {
			continue
		}
		name := call(v.VoiceID)
		d := Difference{Field: voiceField, Name: name, A: weight(a, i)}
		d.Both = say.sentence.changed(name, label{}.became(d.A, "", say.sentence.none))
		if !replaced {
			d.Short = say.sentence.removed(name)
		}
		all = append(all, d)
	}
	for i := range all {
		all[i].Sentence = all[i].Short
	}
	switch {
	case len(all) == 0:
		only := voicesInWords(b, call)
		return []Difference{{Field: voiceField, Name: l.name, A: only, B: only, Sentence: l.told(only, only)}}
	case replaced:
		for i := range all {
			all[i].Sentence = ""
		}
		all[0].Sentence = l.told(voicesInWords(a, call), voicesInWords(b, call))
	}
	return all
}

const voiceField = "voice_setting.voice_id"
