package studio

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
)

// layer is a dialog over the rooms, and where its own commands work.
type layer struct {
	dialog.Dialog
	scope scope
}

// top is the dialog that has the keys, or nil.
func (m *Model) top() dialog.Dialog {
	if len(m.layers) == 0 {
		return nil
	}
	return m.layers[len(m.layers)-1].Dialog
}

// scope is that of the dialog that has the keys; anywhere where there is none.
func (m *Model) scope() scope {
	if len(m.layers) == 0 {
		return anywhere
	}
	return m.layers[len(m.layers)-1].scope
}

func (m *Model) push(d dialog.Dialog, s scope) { m.layers = append(m.layers, layer{d, s}) }

func (m *Model) pop() { m.layers = m.layers[:len(m.layers)-1] }

// shut closes a dialog if it is still on top.
func (m *Model) shut(d dialog.Dialog) {
	if d != nil && m.top() == d {
		m.pop()
	}
}

// browser is the list of presets if it is open, perhaps under a question.
func (m *Model) browser() *dialog.Browser {
	for _, l := range m.layers {
		if b, is := l.Dialog.(*dialog.Browser); is {
			return b
		}
	}
	return nil
}

// notice tells the dialogs that show them of the work and its sound as they
// are now.
func (m *Model) notice() {
	for _, l := range m.layers {
		if d, is := l.Dialog.(interface{ Notice(dialog.Present) }); is {
			d.Notice(m.present())
		}
	}
}

func (m *Model) present() dialog.Present {
	now := dialog.Present{Work: m.work, Heard: m.heardOn()}
	if m.audible() {
		now.Sounds = m.library.hearing
	}
	return now
}

// place centres the top dialog on the screen.
func (m *Model) place() (box string, at rect, caret *tea.Cursor) {
	box, caret = m.top().Draw(m.theme, m.layout.w, m.layout.h)
	w, h := lipgloss.Size(box)
	at = rect{max(0, (m.layout.w-w)/2), max(0, (m.layout.h-h)/2), w, h}
	if caret != nil {
		caret.Position.X += at.x
		caret.Position.Y += at.y
	}
	return box, at, caret
}

// accept answers the dialog that has the keys.
func (m *Model) accept() tea.Cmd { return m.perform(m.top().(dialog.Accepter).Accept()) }

// inListDo does something with the list that has the keys.
func inListDo(do func(dialog.Lister)) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		do(m.top().(dialog.Lister))
		return nil
	}
}

// inGroupsDo does something with the parts of a preset.
func inGroupsDo(do func(*dialog.Groups)) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		do(m.top().(*dialog.Groups))
		return nil
	}
}

func toggleGroup(group presets.Group) func(*Model) tea.Cmd {
	return inGroupsDo(func(g *dialog.Groups) { g.ToggleGroup(group) })
}

// choose answers a clash.
func choose(answer dialog.Answer) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.perform(m.top().(*dialog.Clash).Choose(answer)) }
}

// perform does what a dialog wants done.
func (m *Model) perform(a dialog.Action) tea.Cmd {
	switch a := a.(type) {
	case dialog.Say:
		if a.Warning {
			return m.say(warning, a.Text)
		}
		return m.say(note, a.Text)
	case dialog.Run:
		return tea.Cmd(a)
	case dialog.Chosen:
		m.pop()
		return m.perform(a.Action)
	case dialog.Command:
		return m.do(named(a.ID))
	case dialog.UseVoice:
		return m.useVoice(a.Row, a.ID)
	case dialog.UseHost:
		return m.useHost(a.Name)
	case dialog.SetField:
		m.change(m.doc().Set(a.Path, a.Value), a.What)
		return m.say(note, a.What+": "+a.Title)
	case dialog.Insert:
		return m.insert(a.Marker)
	case dialog.TakeDraft:
		return m.takeDraft(a.File)
	case dialog.NoteTake:
		return m.noted(a)
	case dialog.Save:
		return m.saved(a)
	case dialog.Resolve:
		return m.resolve(a)
	case dialog.Apply:
		return m.applied(a)
	case dialog.RenamePreset:
		return m.renamed(a.Entry, a.Name)
	case dialog.CopyPreset:
		return m.copied(a.Entry, a.Name)
	case dialog.TagPreset:
		return m.editPreset(a.Entry, "tags", func(p *presets.Preset) { p.Tags = a.Tags })
	case dialog.NotePreset:
		return m.editPreset(a.Entry, "notes", func(p *presets.Preset) { p.Notes = a.Notes })
	}
	return nil
}
