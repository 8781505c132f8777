package studio

import (
	"slices"
	"voicestudio/ui/studio/dialog"

	tea "charm.land/bubbletea/v2"
)

// command is one thing that a person can make the studio do. The table of
// commands feeds the dispatch of keys, the help bar, the help, the palette
// and the README's table of keys.
type command struct {
	id string
	// keys in the order of preference; the first one is shown.
	keys []string
	// title is what it does, for the palette and the help; short is its name in
	// the help bar, where it is there.
	title, short string
	bar          bool
	scope        scope
	// hidden keeps it out of the palette: it makes sense only as a key.
	hidden bool
	// off says why it cannot be done now; empty if it can.
	off func(m *Model) string
	run func(m *Model) tea.Cmd
}

// scope is where a command's keys work.
type scope int

const (
	anywhere    scope = iota // also while typing
	inText                   // where letters are text
	outsideText              // where letters are commands
	inForm                   // Voice, Blend and Effects
	inBlend
	inSound
	inTakes
	inScript
	inValue   // a value that is being typed into a slider
	inDialog  // what enter answers
	inList    // any list with a cursor
	inVoices  // the list of voices
	inPresets // the list of presets
	inSaving  // the name of a preset that is being saved
	inGroups  // which parts of a preset to apply
	inClash   // what to do with what somebody else changed
	inPrompt  // a question of one line
	inNotes   // a text of several lines
	scopeCount
)

// active reports whether a scope's keys work now.
func (m *Model) active(s scope) bool {
	if m.top() != nil {
		_, list := m.top().(dialog.Lister)
		switch s {
		case anywhere, inDialog, m.scope():
			return true
		case inText:
			return m.takesText()
		case inList:
			return list
		default:
			return false
		}
	}
	switch s {
	case anywhere:
		return true
	case inText:
		return m.takesText()
	case outsideText:
		return !m.takesText() && m.forms.typing() == nil
	case inValue:
		return m.forms.typing() != nil
	case inForm:
		return m.forms.typing() == nil && m.forms.form() != nil
	case inBlend:
		return m.forms.typing() == nil && m.focus == blendPanel
	case inSound:
		return m.focus == soundPanel
	case inTakes:
		return m.focus == takesPanel
	case inScript:
		return m.focus == scriptPanel
	default:
		return false
	}
}

// find returns the command of a key, the most particular scope first.
func (m *Model) find(key string) *command {
	var found *command
	for i := range commands {
		c := &commands[i]
		if slices.Contains(c.keys, key) && m.active(c.scope) && (found == nil || c.scope > found.scope) {
			found = c
		}
	}
	return found
}

// do runs a command, or says why it cannot be done.
func (m *Model) do(c *command) tea.Cmd {
	if c.off != nil {
		if why := c.off(m); why != "" {
			return m.say(warning, why)
		}
	}
	return c.run(m)
}

// named finds a command by its id.
func named(id string) *command {
	for i := range commands {
		if commands[i].id == id {
			return &commands[i]
		}
	}
	panic("studio: no command " + id)
}
