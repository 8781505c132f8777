package studio

import (
	"fmt"
	"strconv"
	"strings"
	"voicestudio/tts"

	tea "charm.land/bubbletea/v2"
)

// entry is a value being typed into a slider.
type entry struct {
	row  int
	text string
}

// startEntry opens the value field of a slider with the key that was pressed.
func (m *Model) startEntry() tea.Cmd {
	c, found := m.control()
	switch {
	case !found || c.kind != sliderControl && c.kind != weightControl:
		return m.say(note, "there is no number here; ← and → choose, or enter")
	case c.kind == weightControl && len(m.doc().Voices) < 2:
		return m.say(note, "a voice alone needs no weight; + adds another")
	}
	m.form().entry = &entry{m.form().Cursor(), strings.TrimPrefix(m.keys.pressed.String(), "=")}
	return nil
}

// typing is the value field that is open, or nil.
func (m *Model) typing() *entry {
	if f := m.form(); f != nil && m.top() == nil {
		return f.entry
	}
	return nil
}

// dropValue closes the value field; the slider stays where it was.
func (m *Model) dropValue() tea.Cmd {
	m.form().entry = nil
	m.status.dismiss()
	return nil
}

func (m *Model) eraseValue() tea.Cmd {
	e := m.typing()
	e.text = e.text[:max(0, len(e.text)-1)]
	return nil
}

// leaveValue stores what was typed, and goes on with what the key does where
// no value is being typed.
func (m *Model) leaveValue() tea.Cmd {
	if cmd := m.acceptValue(); m.typing() != nil {
		return cmd
	}
	return m.do(m.find(m.keys.pressed.String()))
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
func (m *Model) acceptValue() tea.Cmd {
	e := m.typing()
	c, _ := m.control()
	value, err := strconv.ParseFloat(e.text, 64)
	whole := c.field.Kind == tts.Whole && value != float64(int(value))
	if e.text == "" {
		m.form().entry = nil
		return nil
	}
	if err != nil || whole || value < c.field.Min || value > c.field.Max || c.field.Above && value == c.field.Min {
		kind := ""
		if c.field.Kind == tts.Whole {
			kind = "a whole number "
		}
		return m.say(failure, fmt.Sprintf("%s must be %s%s, not %q", c.label, kind, c.field.Range(), e.text))
	}
	m.form().entry = nil
	m.status.dismiss()
	if c.kind == weightControl {
		m.change(c.put(m.doc(), value), c.label)
	} else if c.field.Kind == tts.Whole {
		m.change(m.doc().Set(c.field.Path, int(value)), c.label)
	} else {
		m.change(m.doc().Set(c.field.Path, value), c.label)
	}
	return nil
}
