package studio

import (
	"cmp"
	"slices"

	"voicestudio/presets"
	"voicestudio/tts"
)

// opened is the preset that is open.
type opened struct {
	preset string        // its name; empty: none is open
	saved  document      // as the preset has it
	entry  presets.Entry // as it was read or written last; a starter has no file
}

// dirty reports whether the settings or the voices differ from the open
// preset's. The script is not part of a preset.
func (m *Model) dirty() bool {
	return m.preset != "" && (!m.doc.settings.Equal(m.saved.settings) || !sameVoices(m.doc, m.saved))
}

func sameVoices(a, b document) bool { return a.request().Equal(b.request()) }

// documentOf is what opening a preset shows: the same on every machine,
// whatever was open before. The script stays, unless it is empty.
func (m *Model) documentOf(p presets.Preset) document {
	doc := open(p.Request, m.doc.text)
	doc.settings.Model = cmp.Or(doc.settings.Model, tts.DefaultModel)
	if doc.text == "" {
		doc.text = tts.Plain(p.SampleText)
	}
	return doc
}

// open shows a preset; undo goes back to what was open before.
func (m *Model) open(e presets.Entry) {
	before := m.opened
	doc := m.documentOf(e.Preset)
	if !doc.equal(m.doc) {
		m.change(doc, "opening "+e.Name)
		m.history.opening(before)
		m.show(doc)
	}
	m.opened = opened{e.Name, doc, e}
}

// apply takes over some groups of a preset's settings.
func (m *Model) apply(from tts.Request, groups []presets.Group) document {
	now := m.doc.request()
	doc := open(presets.Apply(now, from, groups...), m.doc.text)
	if !slices.Contains(groups, presets.GroupBlend) || presets.Apply(now, from, presets.GroupBlend).Equal(now) {
		doc.voices = m.doc.voices // those that are muted as well
	}
	return doc
}
