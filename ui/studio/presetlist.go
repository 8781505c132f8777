package studio

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
)

// presetsMsg brings the presets that a folder holds; reading many takes a
// while, so it never happens while a key waits.
type presetsMsg struct {
	entries []presets.Entry
	broken  []presets.Broken
	err     error
	// done says what was done before the folder was read anew.
	done string
	// then happens with the outcome of a change.
	then func(m *Model)
}

func (m *Model) openPresets() tea.Cmd {
	p := newPicker("Presets", "enter opens   ctrl+n renames   ctrl+x deletes", nil, (*Model).openPreset)
	p.scope, p.empty = inPresets, "no presets yet; ctrl+s saves one"
	m.push(p)
	return m.readPresets(nil, "", nil)
}

// readPresets makes a change and reads the folder anew.
func (m *Model) readPresets(change func() error, done string, then func(*Model)) tea.Cmd {
	folder := m.folder
	return func() tea.Msg {
		if change != nil {
			if err := change(); err != nil {
				return presetsMsg{err: err}
			}
		}
		entries, broken, err := folder.List()
		return presetsMsg{append(entries, presets.Starters()...), broken, err, done, then}
	}
}

func (m *Model) presetsRead(msg presetsMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	if msg.then != nil {
		msg.then(m)
	}
	if p, listing := m.top().(*picker); listing && p.scope == inPresets {
		p.items = presetItems(msg.entries, msg.broken)
		p.narrow()
	}
	if msg.done != "" {
		return m.say(note, msg.done)
	}
	return nil
}

func presetItems(entries []presets.Entry, broken []presets.Broken) []item {
	var items []item
	for _, e := range entries {
		it := item{title: tts.Clean(e.Name), detail: tts.Clean(e.Notes), right: e.Updated.Local().Format("2 Jan 2006"), value: e}
		if e.Starter {
			it.right = "starter"
		}
		if it.detail == "" {
			it.detail = voiceNames(e.Request)
		}
		items = append(items, it)
	}
	for _, b := range broken {
		items = append(items, item{title: tts.Clean(filepath.Base(b.File)), detail: tts.Clean(b.Reason), right: "broken", off: tts.Clean(b.Error())})
	}
	return items
}

func voiceNames(r tts.Request) string {
	var names []string
	for _, v := range r.Voices() {
		names = append(names, voiceTitle(v.VoiceID))
	}
	return strings.Join(names, " + ")
}

// openPreset takes a preset's settings and voices. The script stays, unless
// it is empty.
func (m *Model) openPreset(it item) tea.Cmd {
	e := it.value.(presets.Entry)
	m.pop()
	doc := open(e.Request, m.doc.text)
	if doc.settings.Model == "" {
		doc.settings.Model = cmp.Or(m.doc.settings.Model, tts.DefaultModel)
	}
	if doc.text == "" {
		doc.text = e.SampleText
	}
	m.change(doc, "opening "+e.Name)
	m.show(doc)
	m.preset, m.saved = e.Name, doc
	return m.say(note, fmt.Sprintf("opened %s; ctrl+r speaks", e.Name))
}

// save asks for a name; the open preset's own is suggested.
func (m *Model) save() tea.Cmd {
	if p, asking := m.top().(*prompt); asking && p.title == saveTitle {
		return nil
	}
	suggestion := m.preset
	if suggestion == "" {
		suggestion = voiceNames(m.doc.request())
	}
	m.push(newPrompt(saveTitle, "enter saves", tts.Clean(suggestion), (*Model).savePreset))
	return nil
}

const saveTitle = "Save the preset as"

// savePreset writes the preset. A name that belongs to another preset needs
// enter twice.
func (m *Model) savePreset(p *prompt, name string) tea.Cmd {
	folder, confirmed := m.folder, p.confirmed == name
	current := name == m.preset
	doc := m.doc
	return func() tea.Msg {
		entry, err := folder.Load(name)
		exists := err == nil
		if exists && !current && !confirmed {
			return presetsMsg{then: func(*Model) {
				p.confirmed = name
				p.hint = "there is one of this name: enter again replaces it"
			}}
		}
		preset := presets.Preset{Name: name}
		if exists {
			preset = entry.Preset
		}
		preset.Request, preset.SampleText = doc.request(), doc.text
		saved, err := folder.Save(preset)
		if err != nil {
			return presetsMsg{then: func(m *Model) { p.hint = tts.Clean(err.Error()) }}
		}
		return presetsMsg{done: "saved " + saved.Name + " in " + saved.File, then: func(m *Model) {
			m.closePrompt(p)
			m.preset, m.saved = saved.Name, doc
		}}
	}
}

// closePrompt closes a prompt if it is still on top.
func (m *Model) closePrompt(p *prompt) {
	if m.top() == overlay(p) {
		m.pop()
	}
}

// underCursor is the preset under the cursor of the list, if it may be
// changed.
func (m *Model) underCursor() (presets.Entry, tea.Cmd) {
	it, _ := m.top().(*picker).current()
	e, isPreset := it.value.(presets.Entry)
	switch {
	case !isPreset:
		return e, m.say(warning, cmp.Or(it.off, "there is no preset here"))
	case e.Starter:
		return e, m.say(note, "starters stay as they are; open it and save it under another name")
	case e.ReadOnly:
		return e, m.say(note, e.Name+" is read-only")
	}
	return e, nil
}

func (m *Model) deletePreset() tea.Cmd {
	e, refused := m.underCursor()
	if refused != nil {
		return refused
	}
	folder := m.folder
	var back func() error
	return m.readPresets(func() (err error) {
		back, err = folder.Delete(e.Name)
		return err
	}, "deleted "+tts.Clean(e.Name)+"; alt+z brings it back", func(m *Model) { m.deleted = &deletion{e.Name, back} })
}

// deletion is the last preset that was deleted, for undo.
type deletion struct {
	name string
	back func() error
}

func (m *Model) restorePreset() tea.Cmd {
	d := m.deleted
	m.deleted = nil
	return m.readPresets(d.back, tts.Clean(d.name)+" is back", nil)
}

func (m *Model) renamePreset() tea.Cmd {
	e, refused := m.underCursor()
	if refused != nil {
		return refused
	}
	folder := m.folder
	m.push(newPrompt("Rename the preset", "enter renames", tts.Clean(e.Name), func(m *Model, p *prompt, name string) tea.Cmd {
		m.closePrompt(p)
		if name == e.Name {
			return nil
		}
		return m.readPresets(func() error {
			_, err := folder.Rename(e.Name, name)
			return err
		}, "renamed to "+tts.Clean(name), func(m *Model) {
			if m.preset == e.Name {
				m.preset = name
			}
		})
	}))
	return nil
}
