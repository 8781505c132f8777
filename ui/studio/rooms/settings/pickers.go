package settings

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// PickVoice lists the catalogue for a row of the blend; a row that does not
// exist yet adds a voice.
func (r *Forms) PickVoice(row int) tea.Cmd {
	title, voices := Say.voice, r.Doc().Voices
	current := ""
	switch {
	case row < 0:
		title = Say.onBench
	case row >= len(voices) && row > 0:
		title = Say.addVoice
	case row < len(voices):
		current = voices[row].ID
		if len(voices) > 1 {
			title = Say.inPlaceOf(rooms.VoiceTitle(current))
		}
	}
	r.Push(dialog.NewVoices(title, row, current, r.language(current), r.known(), r.Now()), rooms.InVoices)
	r.voicesSeen = r.voicesNow()
	return tea.Batch(r.Presets.Read(), r.ReadFavourites())
}

// UseVoice puts a voice into a row of the blend.
func (r *Forms) UseVoice(row int, id string) tea.Cmd {
	r.Change(r.Doc().Place(row, id), rooms.Say.Deeds.Voice)
	if r.Focus == rooms.BlendPanel {
		r.Form().Count(len(r.Controls(rooms.BlendPanel)))
		r.Form().To(row)
	}
	if len(r.Doc().Voices) > 1 {
		return r.Say(rooms.Note, form.Say.InBlend(rooms.VoiceTitle(id)))
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
		to := r.MoveTo(host.Name, name)
		it := dialog.Item{Title: name, Detail: to.Brief, Right: rooms.PriceTag(host, name), Foot: to.Whole, Value: name, Action: dialog.SetField{Path: "model", What: form.Say.Model, Title: name, Value: name}}
		if name == current {
			it.Detail = rooms.Say.Hosts.Now
		}
		items = append(items, it)
	}
	r.Push(dialog.NewPicker(Say.model, Say.hint, items).At(current), rooms.InList)
	return nil
}

// PickLanguage lists the languages.
func (r *Forms) PickLanguage() tea.Cmd {
	f := form.FieldOf("language_boost")
	return r.pickValue(Say.language, form.Say.Language, f.Path, append([]string{f.Default}, f.Values...))
}

// pickValue lists a field's values with what this host refuses greyed out;
// the field's default unsets it.
func (r *Forms) pickValue(title, what, path string, values []string) tea.Cmd {
	f := form.FieldOf(path)
	var items []dialog.Item
	for _, name := range values {
		title := presets.ValueInWords(name)
		set := dialog.SetField{Path: path, What: what, Title: title, Value: name}
		if name == f.Default {
			set.Value = nil
		}
		it := dialog.Item{Title: title, Value: name, Action: set}
		if name != f.Default {
			if title != name {
				it.Right = name // as it is sent, which finds it, too
			}
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
	r.Push(dialog.NewPicker(title, Say.hint, items).At(current), rooms.InList)
	return nil
}

// PickSound lists the sounds that a script can have in it.
func (r *Forms) PickSound() tea.Cmd {
	var items []dialog.Item
	for _, tag := range tts.SoundTags {
		items = append(items, dialog.Item{Title: "(" + tag + ")", Detail: Say.sounds[tag], Action: dialog.Insert{Marker: "(" + tag + ")"}})
	}
	r.Push(dialog.NewPicker(Say.sound, Say.soundHint, items), rooms.InList)
	return nil
}
