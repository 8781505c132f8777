package studio

import (
	"strconv"
	"strings"
	"voicestudio/tts"

	tea "charm.land/bubbletea/v2"
)

// entry is a value being typed into a slider.
type entry struct {
	panel panel
	row   int
	text  string
}

// startEntry opens the value field of a slider with the key that was pressed.
func (r *formsRoom) startEntry(key string) tea.Cmd {
	c, found := r.control()
	switch {
	case !found || c.kind != sliderControl && c.kind != weightControl:
		return r.say(note, say.form.noNumber)
	case c.kind == weightControl && len(r.doc().Voices) < 2:
		return r.say(note, say.form.aloneNoWeight)
	}
	r.entry = &entry{r.focus, r.form().Cursor(), strings.TrimPrefix(key, "=")}
	return nil
}

// typing is the value field that takes keys, or nil. It closes where another
// panel gets the focus.
func (r *formsRoom) typing() *entry {
	if r.entry != nil && r.entry.panel != r.focus {
		r.entry = nil
	}
	if r.top() != nil {
		return nil
	}
	return r.entry
}

// dropValue closes the value field; the slider stays where it was.
func (r *formsRoom) dropValue() tea.Cmd {
	r.entry = nil
	r.dismiss()
	return nil
}

func (r *formsRoom) eraseValue() tea.Cmd {
	e := r.typing()
	e.text = e.text[:max(0, len(e.text)-1)]
	return nil
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
func (r *formsRoom) acceptValue() tea.Cmd {
	e := r.typing()
	c, _ := r.control()
	value, err := strconv.ParseFloat(e.text, 64)
	whole := c.field.Kind == tts.Whole && value != float64(int(value))
	if e.text == "" {
		r.entry = nil
		return nil
	}
	if err != nil || whole || value < c.field.Min || value > c.field.Max || c.field.Above && value == c.field.Min {
		return r.say(failure, say.form.mustBe(c.label, c.field.Kind == tts.Whole, c.field.Range(), e.text))
	}
	r.entry = nil
	r.dismiss()
	if c.kind == weightControl {
		r.change(c.put(r.doc(), value), c.deed())
	} else if c.field.Kind == tts.Whole {
		r.change(r.doc().Set(c.field.Path, int(value)), c.deed())
	} else {
		r.change(r.doc().Set(c.field.Path, value), c.deed())
	}
	return nil
}
