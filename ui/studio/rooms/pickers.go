package rooms

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
)

// PickVoice lists the catalogue for a row of the blend; a row that does not
// exist yet adds a voice.
func (r *Forms) PickVoice(row int) tea.Cmd {
	title, voices := Say.pickers.voice, r.Doc().Voices
	current := ""
	switch {
	case row >= len(voices) && row > 0:
		title = Say.pickers.addVoice
	case row < len(voices):
		current = voices[row].ID
		if len(voices) > 1 {
			title = Say.pickers.inPlaceOf(voiceTitle(current))
		}
	}
	r.Push(dialog.NewVoices(title, row, current, r.language(current), r.known()), InVoices)
	r.voicesSeen = r.voicesNow()
	return tea.Batch(r.Presets.read(), r.ReadFavourites())
}

// UseVoice puts a voice into a row of the blend.
func (r *Forms) UseVoice(row int, id string) tea.Cmd {
	r.Change(r.Doc().Place(row, id), Say.Deeds.voice)
	if r.Focus == BlendPanel {
		r.Form().Count(len(r.Controls(BlendPanel)))
		r.Form().To(row)
	}
	if len(r.Doc().Voices) > 1 {
		return r.Say(Note, Say.Form.inBlend(voiceTitle(id)))
	}
	return nil
}

// PickModel lists the host's models with what they ask and what they would
// change for the work as it is.
func (r *Forms) PickModel() tea.Cmd {
	host, _ := tts.HostAt(r.Session.Host())
	current := cmp.Or(r.Doc().Settings.Model, tts.DefaultModel)
	var items []dialog.Item
	for _, name := range host.Models {
		to := r.move(host.Name, name)
		it := dialog.Item{Title: name, Detail: to.brief, Right: priceTag(host, name), Foot: to.whole, Value: name, Action: dialog.SetField{Path: "model", What: Say.Form.model, Title: name, Value: name}}
		if name == current {
			it.Detail = Say.hosts.now
		}
		items = append(items, it)
	}
	r.Push(dialog.NewPicker(Say.pickers.model, Say.pickers.hint, items).At(current), InList)
	return nil
}

// PickLanguage lists the languages.
func (r *Forms) PickLanguage() tea.Cmd {
	f := fieldOf("language_boost")
	return r.pickValue(Say.pickers.language, Say.Form.language, f.Path, append([]string{f.Default}, f.Values...))
}

// pickValue lists a field's values with what this host refuses greyed out;
// the field's default unsets it.
func (r *Forms) pickValue(title, what, path string, values []string) tea.Cmd {
	f := fieldOf(path)
	var items []dialog.Item
	for _, name := range values {
		set := dialog.SetField{Path: path, What: what, Title: name, Value: name}
		if name == f.Default {
			set.Value = nil
		}
		it := dialog.Item{Title: name, Value: name, Action: set}
		if name != f.Default {
			if why := r.obstacle(path, name); why != nil {
				it.Off = why.Message
			}
		}
		items = append(items, it)
	}
	doc := r.Doc()
	current := doc.Settings.Get(path)
	if current == nil {
		current = f.Default
	}
	r.Push(dialog.NewPicker(title, Say.pickers.hint, items).At(current), InList)
	return nil
}

// PickSound lists the sounds that a script can have in it.
func (r *Forms) PickSound() tea.Cmd {
	var items []dialog.Item
	for _, tag := range tts.SoundTags {
		items = append(items, dialog.Item{Title: "(" + tag + ")", Action: dialog.Insert{Marker: "(" + tag + ")"}})
	}
	r.Push(dialog.NewPicker(Say.pickers.sound, Say.pickers.soundHint, items), InList)
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
		return Say.pickers.notListed
	}
	return strings.TrimSpace(voice.Language + " " + voice.Gender[:min(1, len(voice.Gender))])
}
