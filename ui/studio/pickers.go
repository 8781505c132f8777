package studio

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// pickVoice lists the catalogue for a row of the blend; a row that does not
// exist yet adds a voice.
func (m *Model) pickVoice(row int) tea.Cmd {
	title := "Choose a voice"
	current := ""
	switch {
	case row >= len(m.doc.voices) && row > 0:
		title = "Add a voice"
	case row < len(m.doc.voices):
		current = m.doc.voices[row].ID
		if len(m.doc.voices) > 1 {
			title = "In place of " + voiceTitle(current)
		}
	}
	p := newPicker(title, "enter chooses   ctrl+r hears it   type a name, a language, female, male", m.voiceItems(), func(m *Model, it item) tea.Cmd {
		m.pop()
		return m.useVoice(row, it.value.(string))
	})
	p.scope = inVoices
	p.row = row
	p.verbatim = "in no list; taken as typed"
	m.push(p.at(current))
	return nil
}

// voiceItems are all voices that are known: the account's own, those of the
// blend and of the takes that no list has, and the catalogue.
func (m *Model) voiceItems() (items []item) {
	var known []string
	add := func(v tts.Voice, label string) {
		known = append(known, v.ID)
		items = append(items, item{title: tts.Clean(v.Title()), detail: tts.Clean(v.ID), right: label, value: v.ID, voice: &v})
	}
	for _, own := range m.own {
		add(own.Voice(), "yours")
	}
	unlisted := func(id string) {
		if _, listed := tts.FindVoice(id); !listed && id != "" && !slices.Contains(known, id) {
			add(tts.Voice{ID: id}, "used here")
		}
	}
	for _, v := range m.doc.voices {
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
	m.change(m.doc.place(row, id), "voice")
	m.arrange()
	if m.focus == blendPanel {
		m.form().cursor = min(row, len(m.doc.voices)-1)
	}
	if len(m.doc.voices) > 1 {
		return m.say(note, voiceTitle(id)+" is in the blend; arrows change its weight")
	}
	return nil
}

// place puts a voice into a row, or adds it where there is no such row.
func (d document) place(row int, id string) document {
	if row < len(d.voices) {
		return d.with(row, func(v *voice) { v.ID = id })
	}
	return d.add(id)
}

// audition speaks the script with the voice under the cursor in its place.
func (m *Model) audition() tea.Cmd {
	p := m.top().(*picker)
	it, found := p.current()
	if !found {
		return nil
	}
	return m.speakAs(m.doc.place(p.row, it.value.(string)), false, "")
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
	var items []item
	for _, name := range values {
		it := item{title: name, value: name}
		if name != f.Default {
			if why := m.blocked(path, name); why != nil {
				it.off = why.Message
			}
		}
		items = append(items, it)
	}
	current := m.doc.settings.Get(path)
	if current == nil {
		current = f.Default
	}
	m.push(newPicker(title, "enter chooses", items, func(m *Model, it item) tea.Cmd {
		m.pop()
		var value any = it.value
		if value == f.Default && path != "model" {
			value = nil
		}
		m.change(m.doc.set(path, value), what)
		return m.say(note, fmt.Sprintf("%s: %s", what, it.title))
	}).at(current))
	return nil
}

func (m *Model) pickSound() tea.Cmd {
	var items []item
	for _, tag := range tts.SoundTags {
		items = append(items, item{title: "(" + tag + ")", value: tag})
	}
	m.push(newPicker("Insert a sound", "enter inserts it at the caret", items, func(m *Model, it item) tea.Cmd {
		m.pop()
		return m.insert(it.title)
	}))
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
	var items []item
	for i := range commands {
		c := &commands[i]
		if !listed(*c) {
			continue
		}
		it := item{title: c.title, detail: detail(*c), right: joinKeys(c.keys), value: c}
		if !m.active(c.scope) && c.scope != outsideText {
			it.off = "this works " + scopeTitles[c.scope]
		} else if c.off != nil {
			it.off = c.off(m)
		}
		items = append(items, it)
	}
	m.push(newPicker(title, hint, items, func(m *Model, it item) tea.Cmd {
		m.pop()
		return m.do(it.value.(*command))
	}))
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
