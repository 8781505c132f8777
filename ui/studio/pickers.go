package studio

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
)

// pickVoice lists the catalogue for a row of the blend; a row that does not
// exist yet adds a voice.
func (r *formsRoom) pickVoice(row int) tea.Cmd {
	title, voices := say.pickers.voice, r.doc().Voices
	current := ""
	switch {
	case row >= len(voices) && row > 0:
		title = say.pickers.addVoice
	case row < len(voices):
		current = voices[row].ID
		if len(voices) > 1 {
			title = say.pickers.inPlaceOf(voiceTitle(current))
		}
	}
	use := func(id string) dialog.Action { return dialog.UseVoice{Row: row, ID: id} }
	p := dialog.NewPicker(title, say.pickers.voiceHint, r.voiceItems(use))
	r.push(p.OrAsTyped(say.pickers.asTyped, use).At(current), inVoices)
	return nil
}

// voiceItems are all voices that are known: the account's own, those of the
// blend and of the takes that no list has, and the catalogue.
func (r *formsRoom) voiceItems(use func(id string) dialog.Action) (items []dialog.Item) {
	var known []string
	add := func(v tts.Voice, label string) {
		known = append(known, v.ID)
		items = append(items, dialog.Item{Title: tts.Clean(v.Title()), Detail: tts.Clean(v.ID), Right: label, Value: v.ID, Action: use(v.ID), Voice: &v})
	}
	for _, own := range r.own {
		add(own.Voice(), say.pickers.yours)
	}
	unlisted := func(id string) {
		if _, listed := tts.FindVoice(id); !listed && id != "" && !slices.Contains(known, id) {
			add(tts.Voice{ID: id}, say.pickers.used)
		}
	}
	for _, v := range r.doc().Voices {
		unlisted(v.ID)
	}
	for _, row := range r.takes.rows {
		for _, v := range row.Request.Voices() {
			unlisted(v.VoiceID)
		}
	}
	for _, v := range tts.Voices() {
		add(v, voiceKind(v.ID))
	}
	return items
}

// useVoice puts a voice into a row of the blend.
func (r *formsRoom) useVoice(row int, id string) tea.Cmd {
	r.change(r.doc().Place(row, id), say.deeds.voice)
	if r.focus == blendPanel {
		r.form().Count(len(r.controls(blendPanel)))
		r.form().To(row)
	}
	if len(r.doc().Voices) > 1 {
		return r.say(note, say.form.inBlend(voiceTitle(id)))
	}
	return nil
}

// audition speaks the script with the voice under the cursor in its place.
func (r *formsRoom) audition() tea.Cmd {
	it, found := r.top().(*dialog.Picker).Current()
	if !found {
		return nil
	}
	use := it.Action.(dialog.UseVoice)
	return r.sound.speakAs(r.doc().Place(use.Row, use.ID), false, "")
}

func (r *formsRoom) pickModel() tea.Cmd {
	host, _ := tts.HostAt(r.session.Host())
	return r.pickValue(say.pickers.model, say.form.model, "model", host.Models)
}

func (r *formsRoom) pickLanguage() tea.Cmd {
	f := fieldOf("language_boost")
	return r.pickValue(say.pickers.language, say.form.language, f.Path, append([]string{f.Default}, f.Values...))
}

// pickValue lists a field's values with what this host refuses greyed out;
// the field's default unsets it.
func (r *formsRoom) pickValue(title, what, path string, values []string) tea.Cmd {
	f := fieldOf(path)
	var items []dialog.Item
	for _, name := range values {
		set := dialog.SetField{Path: path, What: what, Title: name, Value: name}
		if name == f.Default && path != "model" {
			set.Value = nil
		}
		it := dialog.Item{Title: name, Value: name, Action: set}
		if name != f.Default {
			if why := r.blocked(path, name); why != nil {
				it.Off = why.Message
			}
		}
		items = append(items, it)
	}
	doc := r.doc()
	current := doc.Settings.Get(path)
	if current == nil {
		current = f.Default
	}
	r.push(dialog.NewPicker(title, say.pickers.hint, items).At(current), inList)
	return nil
}

func (r *formsRoom) pickSound() tea.Cmd {
	var items []dialog.Item
	for _, tag := range tts.SoundTags {
		items = append(items, dialog.Item{Title: "(" + tag + ")", Action: dialog.Insert{Marker: "(" + tag + ")"}})
	}
	r.push(dialog.NewPicker(say.pickers.sound, say.pickers.soundHint, items), inList)
	return nil
}

func voiceNames(r tts.Request) string {
	var names []string
	for _, v := range r.Voices() {
		names = append(names, voiceTitle(v.VoiceID))
	}
	return strings.Join(names, " + ")
}

func voiceTitle(id string) string { return tts.Clean(tts.VoiceTitle(id)) }

// voiceKind is a voice's language and gender in short: "English f".
func voiceKind(id string) string {
	voice, known := tts.FindVoice(id)
	if !known {
		return say.pickers.notListed
	}
	return strings.TrimSpace(voice.Language + " " + voice.Gender[:min(1, len(voice.Gender))])
}
