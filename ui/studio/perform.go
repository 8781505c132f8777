package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
)

// notice tells the dialogs that show them of the work and its sound as they
// are now.
func (m *Model) notice() {
	for _, l := range m.layers.list {
		if d, is := l.Dialog.(interface{ Notice(dialog.Present) }); is {
			d.Notice(m.presets.present())
		}
	}
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
		return m.forms.useVoice(a.Row, a.ID)
	case dialog.UseHost:
		return m.hosts.useHost(a.Name)
	case dialog.SetField:
		m.change(m.doc().Set(a.Path, a.Value), a.What)
		return m.say(note, say.form.isSet(a.What, a.Title))
	case dialog.Insert:
		return m.script.insert(a.Marker)
	case dialog.TakeDraft:
		return m.drafts.take(a.File)
	case dialog.NoteTake:
		return m.takes.noted(a)
	case dialog.Save:
		return m.presets.saved(a)
	case dialog.Resolve:
		return m.presets.resolve(a)
	case dialog.Apply:
		return m.presets.applied(a)
	case dialog.RenamePreset:
		return m.presets.renamed(a.Entry, a.Name)
	case dialog.CopyPreset:
		return m.presets.copied(a.Entry, a.Name)
	case dialog.TagPreset:
		return m.presets.editPreset(a.Entry, say.deeds.tags(a.Entry.Name), func(p *presets.Preset) { p.Tags = a.Tags })
	case dialog.NotePreset:
		return m.presets.editPreset(a.Entry, say.deeds.notes(a.Entry.Name), func(p *presets.Preset) { p.Notes = a.Notes })
	}
	return nil
}

func bySound(do func(*soundRoom) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.sound) }
}

func byTakes(do func(*takesRoom) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.takes) }
}

func byForms(do func(*formsRoom) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.forms) }
}

func byPresets(do func(*presetsRoom) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.presets) }
}

// nextPlace goes on to the next folder to save into.
func (m *Model) nextPlace(by int) tea.Cmd { return m.perform(m.top().(*dialog.Saver).NextPlace(by)) }
