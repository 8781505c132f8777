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
func (m *Model) pickVoice(row int) tea.Cmd {
	title, voices := "Choose a voice", m.doc().Voices
	current := ""
	switch {
	case row >= len(voices) && row > 0:
		title = "Add a voice"
	case row < len(voices):
		current = voices[row].ID
		if len(voices) > 1 {
			title = "In place of " + voiceTitle(current)
		}
	}
	use := func(id string) dialog.Action { return dialog.UseVoice{Row: row, ID: id} }
	p := dialog.NewPicker(title, "enter chooses   ctrl+r hears it   type a name, a language, female, male", m.voiceItems(use))
	m.push(p.OrAsTyped("in no list; taken as typed", use).At(current), inVoices)
	return nil
}

// voiceItems are all voices that are known: the account's own, those of the
// blend and of the takes that no list has, and the catalogue.
func (m *Model) voiceItems(use func(id string) dialog.Action) (items []dialog.Item) {
	var known []string
	add := func(v tts.Voice, label string) {
		known = append(known, v.ID)
		items = append(items, dialog.Item{Title: tts.Clean(v.Title()), Detail: tts.Clean(v.ID), Right: label, Value: v.ID, Action: use(v.ID), Voice: &v})
	}
	for _, own := range m.own {
		add(own.Voice(), "yours")
	}
	unlisted := func(id string) {
		if _, listed := tts.FindVoice(id); !listed && id != "" && !slices.Contains(known, id) {
			add(tts.Voice{ID: id}, "used here")
		}
	}
	for _, v := range m.doc().Voices {
		unlisted(v.ID)
	}
	for _, row := range m.takes.rows {
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
func (m *Model) useVoice(row int, id string) tea.Cmd {
	m.change(m.doc().Place(row, id), "voice")
	m.arrange()
	if m.focus == blendPanel {
		m.form().To(row)
	}
	if len(m.doc().Voices) > 1 {
		return m.say(note, voiceTitle(id)+" is in the blend; arrows change its weight")
	}
	return nil
}

// audition speaks the script with the voice under the cursor in its place.
func (m *Model) audition() tea.Cmd {
	it, found := m.top().(*dialog.Picker).Current()
	if !found {
		return nil
	}
	use := it.Action.(dialog.UseVoice)
	return m.speakAs(m.doc().Place(use.Row, use.ID), false, "")
}

func (m *Model) pickModel() tea.Cmd {
	host, _ := tts.HostAt(m.session.Host())
	return m.pickValue("Choose the model", "model", "model", host.Models)
}

func (m *Model) pickLanguage() tea.Cmd {
	f := fieldOf("language_boost")
	return m.pickValue("Choose the language", "language", f.Path, append([]string{f.Default}, f.Values...))
}

// pickValue lists a field's values with what this host refuses greyed out;
// the field's default unsets it.
func (m *Model) pickValue(title, what, path string, values []string) tea.Cmd {
	f := fieldOf(path)
	var items []dialog.Item
	for _, name := range values {
		set := dialog.SetField{Path: path, What: what, Title: name, Value: name}
		if name == f.Default && path != "model" {
			set.Value = nil
		}
		it := dialog.Item{Title: name, Value: name, Action: set}
		if name != f.Default {
			if why := m.blocked(path, name); why != nil {
				it.Off = why.Message
			}
		}
		items = append(items, it)
	}
	doc := m.doc()
	current := doc.Settings.Get(path)
	if current == nil {
		current = f.Default
	}
	m.push(dialog.NewPicker(title, "enter chooses", items).At(current), inList)
	return nil
}

func (m *Model) pickSound() tea.Cmd {
	var items []dialog.Item
	for _, tag := range tts.SoundTags {
		items = append(items, dialog.Item{Title: "(" + tag + ")", Action: dialog.Insert{Marker: "(" + tag + ")"}})
	}
	m.push(dialog.NewPicker("Insert a sound", "enter inserts it at the caret", items), inList)
	return nil
}

// palette lists what can be done, with its key; what cannot says why.
func (m *Model) palette() tea.Cmd {
	return m.listCommands("Commands", "enter runs it", func(c command) bool {
		return !c.hidden && (c.scope < inVoices || m.active(c.scope))
	}, func(c command) string { return "" })
}

// help lists every key; enter runs what works here.
func (m *Model) help() tea.Cmd {
	return m.listCommands("Every key", "• not heard yet   * differs from the preset   ○ the host's default", func(c command) bool { return len(c.keys) > 0 },
		func(c command) string { return scopeTitles[c.scope] })
}

func (m *Model) listCommands(title, hint string, listed func(command) bool, detail func(command) string) tea.Cmd {
	var items []dialog.Item
	for i := range commands {
		c := &commands[i]
		if !listed(*c) {
			continue
		}
		it := dialog.Item{Title: c.title, Detail: detail(*c), Right: joinKeys(c.keys), Action: dialog.Command{ID: c.id}}
		if !m.active(c.scope) && c.scope != outsideText {
			it.Off = "this works " + scopeTitles[c.scope]
		} else if c.off != nil {
			it.Off = c.off(m)
		}
		items = append(items, it)
	}
	m.push(dialog.NewPicker(title, hint, items), inList)
	return nil
}

func joinKeys(keys []string) string {
	if i := slices.Index(keys, "0"); i >= 0 {
		return "0–9 - . ="
	}
	if len(keys) > 3 {
		keys = keys[:3]
	}
	out := ""
	for i, k := range keys {
		if i > 0 {
			out += "  "
		}
		out += k
	}
	return out
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
		return "not listed"
	}
	return strings.TrimSpace(voice.Language + " " + voice.Gender[:min(1, len(voice.Gender))])
}
