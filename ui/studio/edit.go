package studio

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
)

// focusOn moves the keys to a panel.
func (m *Model) focusOn(p panel) {
	if f := m.form(); f != nil {
		f.entry = nil
	}
	if m.focus != scriptPanel {
		m.before = m.focus
	}
	m.focus = p
	m.editor.Focus(p == scriptPanel)
	m.arrange()
}

func (m *Model) move(by int) tea.Cmd {
	if m.top() != nil {
		return m.deaf()
	}
	m.focusOn((m.focus + panel(by) + panelCount) % panelCount)
	if m.focus == takesPanel {
		return m.lookAgain()
	}
	return nil
}

// row moves the cursor within a form; at its end it goes on to the next form.
func (m *Model) row(by int) tea.Cmd {
	f := m.form()
	next := f.cursor + by
	switch {
	case next >= 0 && next < len(m.controls(m.focus)):
		f.cursor = next
	case by > 0 && m.focus < effectsPanel:
		m.focusOn(m.focus + 1)
		m.form().cursor = 0
	case by < 0 && m.focus > voicePanel:
		m.focusOn(m.focus - 1)
		m.form().cursor = len(m.controls(m.focus)) - 1
	}
	return nil
}

// nudge moves the row under the cursor by steps.
func (m *Model) nudge(steps int) tea.Cmd {
	c, found := m.control()
	if !found {
		return nil
	}
	switch c.kind {
	case sliderControl, weightControl:
		if c.kind == weightControl && len(m.doc.voices) < 2 {
			return m.say(note, "a voice alone needs no weight; + adds another")
		}
		value, _ := c.number(m.doc)
		m.change(c.put(m.doc, value+float64(steps)*c.field.Step), c.label)
	case choiceControl:
		return m.chooseNext(c, steps)
	}
	return nil
}

// chooseNext moves a choice, passing over what this host refuses.
func (m *Model) chooseNext(c control, steps int) tea.Cmd {
	by := 1
	if steps < 0 {
		by = -1
	}
	var passed *tts.Problem
	for i := c.chosen(m.doc) + by; i >= 0 && i < len(c.options(m.doc)); i += by {
		if i > 0 {
			if why := m.blocked(c.field.Path, c.options(m.doc)[i]); why != nil {
				passed = why
				continue
			}
		}
		m.change(c.choose(m.doc, i), c.label)
		break
	}
	if passed != nil {
		return m.say(warning, passed.Message)
	}
	return nil
}

// pick stores one option of a choice, as a click does.
func (m *Model) pick(c control, option int) tea.Cmd {
	if option > 0 {
		if why := m.blocked(c.field.Path, c.options(m.doc)[option]); why != nil {
			return m.say(warning, why.Message)
		}
	}
	m.change(c.choose(m.doc, option), c.label)
	return nil
}

// activate does what enter means on a row.
func (m *Model) activate() tea.Cmd {
	c, found := m.control()
	if !found {
		return nil
	}
	switch c.kind {
	case nameControl:
		return m.pickVoice(0)
	case addControl:
		return m.pickVoice(len(m.doc.voices))
	case weightControl:
		return m.pickVoice(c.index)
	case sliderControl:
		value, _ := c.number(m.doc)
		m.form().entry = &entry{m.form().cursor, strconv.FormatFloat(value, 'f', -1, 64)}
	case choiceControl:
		return m.chooseNext(c, 1)
	}
	return nil
}

// startEntry opens the value field of a slider with the key that was pressed.
func (m *Model) startEntry() tea.Cmd {
	c, found := m.control()
	switch {
	case !found || c.kind != sliderControl && c.kind != weightControl:
		return m.say(note, "there is no number here; ← and → choose, or enter")
	case c.kind == weightControl && len(m.doc.voices) < 2:
		return m.say(note, "a voice alone needs no weight; + adds another")
	}
	m.form().entry = &entry{m.form().cursor, strings.TrimPrefix(m.pressed, "=")}
	return nil
}

// typing is the value field that is open, or nil.
func (m *Model) typing() *entry {
	if f := m.form(); f != nil && m.top() == nil {
		return f.entry
	}
	return nil
}

// typeValue gives a key to the open value field; false lets it be a command.
func (m *Model) typeValue(e *entry, k tea.KeyPressMsg) bool {
	switch key := k.String(); {
	case key == "enter":
		m.acceptValue(e)
	case key == "esc":
		m.form().entry = nil
		m.status.dismiss()
	case key == "backspace":
		e.text = e.text[:max(0, len(e.text)-1)]
	case k.Text != "":
		e.add(k.Text) // other letters do nothing here
	case key == "up", key == "down", key == "tab", key == "shift+tab":
		m.acceptValue(e)
		return false
	default:
		return false // chords are commands
	}
	return true
}

// add types or pastes into the value field.
func (e *entry) add(typed string) {
	for _, r := range typed {
		if strings.ContainsRune("0123456789.-", r) && len(e.text) < 6 {
			e.text += string(r)
		}
	}
}

// acceptValue stores a typed value if it is in range; else it stays open, so
// that nothing typed is lost.
func (m *Model) acceptValue(e *entry) {
	c, _ := m.control()
	value, err := strconv.ParseFloat(e.text, 64)
	whole := c.field.Kind == tts.Whole && value != float64(int(value))
	if e.text == "" {
		m.form().entry = nil
		return
	}
	if err != nil || whole || value < c.field.Min || value > c.field.Max || c.field.Above && value == c.field.Min {
		kind := ""
		if c.field.Kind == tts.Whole {
			kind = "a whole number "
		}
		m.say(failure, fmt.Sprintf("%s must be %s%s, not %q", c.label, kind, c.field.Range(), e.text))
		return
	}
	m.form().entry = nil
	m.status.dismiss()
	if c.kind == weightControl {
		m.change(c.put(m.doc, value), c.label)
	} else if c.field.Kind == tts.Whole {
		m.change(m.doc.set(c.field.Path, int(value)), c.label)
	} else {
		m.change(m.doc.set(c.field.Path, value), c.label)
	}
}

// unset gives the row under the cursor back to the host.
func (m *Model) unset() tea.Cmd {
	c, found := m.control()
	if !found {
		return nil
	}
	switch c.kind {
	case sliderControl, choiceControl:
		m.change(m.doc.set(c.field.Path, nil), c.label)
	case weightControl:
		name := voiceTitle(m.doc.voices[c.index].ID)
		if len(m.doc.voices) == 1 {
			return m.say(note, "one voice must stay; enter chooses another")
		}
		m.change(m.doc.remove(c.index), "taking out "+name)
		m.arrange()
		return m.say(note, name+" is out of the blend; alt+z brings it back")
	}
	return nil
}

func (m *Model) mute() tea.Cmd {
	c, _ := m.control()
	muted := 0
	for i, v := range m.doc.voices {
		if v.Muted || i == c.index {
			muted++
		}
	}
	if !m.doc.voices[c.index].Muted && muted == len(m.doc.voices) {
		return m.say(note, "one voice must be heard")
	}
	m.change(m.doc.with(c.index, func(v *voice) { v.Muted = !v.Muted }), "mute")
	return nil
}

func (m *Model) solo() tea.Cmd {
	c, _ := m.control()
	on := !m.doc.voices[c.index].Solo
	doc := m.doc
	for i := range doc.voices {
		doc = doc.with(i, func(v *voice) { v.Solo = on && i == c.index })
	}
	m.change(doc, "solo")
	return nil
}

// undo takes back what was done last: a change or a deletion. In the lists of
// presets and takes it is their last deletion, while there is one.
func (m *Model) undo() tea.Cmd {
	switch presets, takes := m.deleted.last(), m.takes.deleted.last(); {
	case !presets.IsZero() && (m.browser() != nil || presets.After(takes) && presets.After(m.history.at)):
		return m.restorePreset()
	case !takes.IsZero() && (m.active(inTakes) || takes.After(m.history.at)):
		return m.undeleteTake()
	}
	before, done := m.history.undo(m.moment())
	if !done {
		return m.say(note, "nothing to undo")
	}
	m.goTo(before)
	return m.say(note, "undone: "+before.what)
}

func (m *Model) redo() tea.Cmd {
	after, done := m.history.redo(m.moment())
	if !done {
		return m.say(note, "nothing to redo")
	}
	m.goTo(after)
	return m.say(note, "done again: "+after.what)
}

func (m *Model) moment() moment {
	now := m.opened
	return moment{doc: m.doc, opened: &now}
}

func (m *Model) goTo(at moment) {
	m.show(at.doc)
	if at.opened != nil {
		m.opened = *at.opened
	}
}

func (m *Model) reset() tea.Cmd {
	fresh := m.doc
	fresh.settings = tts.Request{Model: m.doc.settings.Model}
	m.change(fresh, "reset")
	return m.say(note, "every setting is the host's default again; alt+z undoes")
}

func (m *Model) clearScript() tea.Cmd {
	doc := m.doc
	doc.text = ""
	m.change(doc, "new script")
	m.editor.Set("")
	m.focusOn(scriptPanel)
	return nil
}

// insert puts a marker at the caret of the script.
func (m *Model) insert(marker string) tea.Cmd {
	m.focusOn(scriptPanel)
	m.editor.Insert(marker)
	doc := m.doc
	doc.text = m.editor.Words
	m.change(doc, "inserting "+marker)
	return nil
}

// copyFormula puts the blend on the clipboard, for a chat or a review.
func (m *Model) copyFormula() tea.Cmd {
	formula := m.doc.formula()
	return tea.Batch(tea.SetClipboard(formula), m.say(note, "copied "+tts.Clean(formula)))
}

// formula writes the blend in one line.
func (d document) formula() string {
	voices := make([]tts.TimbreWeight, len(d.voices))
	for i, v := range d.voices {
		voices[i] = tts.TimbreWeight{VoiceID: v.ID, Weight: v.Weight}
	}
	return presets.Formula(voices)
}
