package studio

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	pinyin "voicestudio/tts/sandbox/speech"
	"voicestudio/tts/wording"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/rooms"
)

// command is one thing that a person can make the studio do. The table of
// commands feeds the dispatch of keys, the help bar, the help, the palette
// and the README's table of keys.
type command struct {
	id string
	// keys in the order of preference; the first one is shown. usual are those that
	// the command comes with, which the person's own replace.
	keys, usual []string
	bar         bool // it has a place in the help bar
	// before is the command in front of which it stands in the bar: what a room is
	// there for is not cut off by what one can do in it besides.
	before string
	scope  rooms.Scope
	// hidden keeps it out of the palette: it makes sense only as a key.
	hidden bool
	// off says why it cannot be done now; empty if it can.
	off func(m *Model) string
	run func(m *Model) tea.Cmd
	// text is the key of a text that it stands for, which names itself.
	text *edit.Binding
}

// title is what the command does, for the palette and the help.
func (c *command) title() string {
	if c.text != nil {
		return c.text.Title()
	}
	return titles.commands[c.id].title
}

// also are names that it is found by beside its title: its id, and in Chinese the
// title's pinyin, and the title in English, in which much is told of commands.
func (c *command) also() []string {
	if wording.Spoken() != wording.Chinese {
		return []string{c.id}
	}
	whole, initials := pinyin.Spelled(c.title())
	return []string{c.id, whole, initials, englishNames.commands[c.id].title}
}

// key is the first of its keys; empty where it has none.
func (c *command) key() string {
	if len(c.keys) == 0 {
		return ""
	}
	return c.keys[0]
}

// short is its name in the help bar, where it is there.
func (c *command) short() string { return titles.commands[c.id].short }

// active reports whether a scope's keys work now.
func (m *Model) active(s rooms.Scope) bool {
	if m.Top() != nil {
		_, list := m.Top().(dialog.Lister)
		switch s {
		case rooms.Anywhere, rooms.InDialog, m.Scope():
			return true
		case rooms.InText:
			return m.takesText()
		case rooms.InList:
			return list
		default:
			return false
		}
	}
	switch s {
	case rooms.Anywhere:
		return true
	case rooms.InText:
		return m.takesText()
	case rooms.OutsideText:
		return !m.takesText() && m.forms.Typing() == nil
	case rooms.OnLines:
		return m.Stage == rooms.LinesStage && m.forms.Typing() == nil
	case rooms.InLines:
		return m.Focus == rooms.LinesPanel
	case rooms.InSpoken:
		return m.Focus == rooms.LinesPanel && m.lines.OnWords()
	case rooms.InLineTakes:
		return m.Focus == rooms.LineTakesPanel
	case rooms.InLineSettings:
		return m.Focus == rooms.LineSettingsPanel
	case rooms.InWhole:
		return m.Focus == rooms.WholePanel
	case rooms.InQueue:
		return m.Focus == rooms.QueuePanel
	case rooms.InValue:
		return m.forms.Typing() != nil
	case rooms.InJump:
		return m.keys.jumping
	case rooms.InForm:
		return m.forms.Typing() == nil && m.forms.Form() != nil
	case rooms.InBlend:
		return m.forms.Typing() == nil && m.Focus == rooms.BlendPanel
	case rooms.InPronunciation:
		return m.forms.Typing() == nil && m.Focus == rooms.PronunciationPanel
	case rooms.InSound:
		return m.Focus == rooms.SoundPanel
	case rooms.InTakes:
		return m.Focus == rooms.TakesPanel
	case rooms.InBench:
		return m.Focus == rooms.BenchPanel
	case rooms.InDuels:
		return m.Focus == rooms.DuelsPanel
	case rooms.InListeners:
		return m.Focus == rooms.ListenersPanel
	case rooms.InLadder:
		return m.Focus == rooms.LadderPanel
	case rooms.InPad:
		return m.Focus == rooms.PadPanel
	case rooms.InTune:
		return m.Focus == rooms.TunePanel
	case rooms.InAxes:
		return m.Focus == rooms.AxesPanel
	case rooms.InScript:
		return m.Focus == rooms.ScriptPanel && m.Tab == rooms.ScriptTab
	case rooms.InRequest:
		return m.Focus == rooms.ScriptPanel && m.Tab == rooms.RequestTab
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
			return m.Refuse(why)
		}
	}
	if c.id != "escape" { // which puts away what is said, and does nothing else then
		m.Heeded()
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
