package studio

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// command is one thing that a person can make the studio do. The table of
// commands feeds the dispatch of keys, the help bar, the help, the palette
// and the README's table of keys.
type command struct {
	id string
	// keys in the order of preference; the first one is shown.
	keys []string
	// title is what it does, for the palette and the help.
	title string
	// short is its name in the help bar; empty: it is not there.
	short string
	scope scope
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
	outsideText              // not in the editor, a picker or a prompt
	inForm                   // Voice, Blend and Effects
	inBlend
	inSound
	inTakes
	inVoices  // the list of voices
	inPresets // the list of presets
	inSaving  // the name of a preset that is being saved
)

var scopeTitles = map[scope]string{
	anywhere: "anywhere", outsideText: "outside text", inForm: "in Voice, Blend, Effects",
	inBlend: "in Blend", inSound: "in Sound", inTakes: "in Takes", inVoices: "in the list of voices", inPresets: "in the list of presets", inSaving: "while saving",
}

// active reports whether a scope's keys work now.
func (m *Model) active(s scope) bool {
	typing := m.top() != nil || m.focus == scriptPanel || m.typing() != nil
	switch s {
	case anywhere:
		return true
	case inVoices, inPresets, inSaving:
		return m.list() == s
	case outsideText:
		return !typing
	case inForm:
		return m.top() == nil && m.typing() == nil && m.form() != nil
	case inBlend:
		return m.top() == nil && m.typing() == nil && m.focus == blendPanel
	case inSound:
		return m.top() == nil && m.focus == soundPanel
	case inTakes:
		return m.top() == nil && m.focus == takesPanel
	}
	return false
}

// list is the scope of the overlay that has the keys; anywhere if it has no
// commands of its own.
func (m *Model) list() scope {
	switch top := m.top().(type) {
	case *picker:
		return top.scope
	case *browser:
		return inPresets
	case *saver:
		return inSaving
	}
	return anywhere
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
