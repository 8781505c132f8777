package studio

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
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
	next := f.Cursor() + by
	switch {
	case next >= 0 && next < len(m.controls(m.focus)):
		f.To(next)
	case by > 0 && m.focus < effectsPanel:
		m.focusOn(m.focus + 1)
		m.form().To(0)
	case by < 0 && m.focus > voicePanel:
		m.focusOn(m.focus - 1)
		m.form().To(len(m.controls(m.focus)) - 1)
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
		if c.kind == weightControl && len(m.doc().Voices) < 2 {
			return m.say(note, "a voice alone needs no weight; + adds another")
		}
		value, _ := c.number(m.doc())
		m.change(c.put(m.doc(), value+float64(steps)*c.field.Step), c.label)
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
	for i := c.chosen(m.doc()) + by; i >= 0 && i < len(c.options(m.doc())); i += by {
		if i > 0 {
			if why := m.blocked(c.field.Path, c.options(m.doc())[i]); why != nil {
				passed = why
				continue
			}
		}
		m.change(c.choose(m.doc(), i), c.label)
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
		if why := m.blocked(c.field.Path, c.options(m.doc())[option]); why != nil {
			return m.say(warning, why.Message)
		}
	}
	m.change(c.choose(m.doc(), option), c.label)
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
		return m.pickVoice(len(m.doc().Voices))
	case weightControl:
		return m.pickVoice(c.index)
	case sliderControl:
		value, _ := c.number(m.doc())
		m.form().entry = &entry{m.form().Cursor(), strconv.FormatFloat(value, 'f', -1, 64)}
	case choiceControl:
		return m.chooseNext(c, 1)
	}
	return nil
}

// unset gives the row under the cursor back to the host.
func (m *Model) unset() tea.Cmd {
	c, found := m.control()
	if !found {
		return nil
	}
	switch c.kind {
	case sliderControl, choiceControl:
		m.change(m.doc().Set(c.field.Path, nil), c.label)
	case weightControl:
		name := voiceTitle(m.doc().Voices[c.index].ID)
		if len(m.doc().Voices) == 1 {
			return m.say(note, "one voice must stay; enter chooses another")
		}
		m.change(m.doc().Remove(c.index), "taking out "+name)
		return m.say(note, name+" is out of the blend; alt+z brings it back")
	}
	return nil
}

func (m *Model) mute() tea.Cmd {
	c, _ := m.control()
	muted := 0
	for i, v := range m.doc().Voices {
		if v.Muted || i == c.index {
			muted++
		}
	}
	if !m.doc().Voices[c.index].Muted && muted == len(m.doc().Voices) {
		return m.say(note, "one voice must be heard")
	}
	m.change(m.doc().With(c.index, func(v *document.Voice) { v.Muted = !v.Muted }), "mute")
	return nil
}

func (m *Model) solo() tea.Cmd {
	c, _ := m.control()
	m.change(m.doc().Solo(c.index), "solo")
	return nil
}

func (m *Model) reset() tea.Cmd {
	fresh := m.doc()
	fresh.Settings = tts.Request{Model: m.doc().Settings.Model}
	m.change(fresh, "reset")
	return m.say(note, "every setting is the host's default again; alt+z undoes")
}

func (m *Model) clearScript() tea.Cmd {
	doc := m.doc()
	doc.Text = ""
	m.change(doc, "new script")
	m.editor.Set("")
	m.focusOn(scriptPanel)
	return nil
}

// insert puts a marker at the caret of the script.
func (m *Model) insert(marker string) tea.Cmd {
	m.focusOn(scriptPanel)
	m.editor.Insert(marker)
	doc := m.doc()
	doc.Text = m.editor.Words
	m.change(doc, "inserting "+marker)
	return nil
}

// copyFormula puts the blend on the clipboard, for a chat or a review.
func (m *Model) copyFormula() tea.Cmd {
	formula := m.doc().Formula()
	return tea.Batch(tea.SetClipboard(formula), m.say(note, "copied "+tts.Clean(formula)))
}
