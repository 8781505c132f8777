package studio

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/takes"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
)

// restoreTake takes over a take's words, settings and voices.
func (m *Model) restoreTake() tea.Cmd {
	row := m.meant()
	m.change(document.Of(row.Request, row.Request.Text), fmt.Sprintf("restoring take %d", row.number))
	m.editor.Set(m.doc().Text)
	return m.say(note, "words and settings are those of "+m.called(row)+"; u undoes")
}

func (m *Model) starTake() tea.Cmd {
	row := m.meant()
	star := func(on bool) takeEdit {
		said := m.called(row) + " has a star, and is never removed by itself"
		if !on {
			said = m.called(row) + " has no star any more"
		}
		return takeEdit{row.ID, said, func(f takes.Folder) (takes.Take, error) { return f.Star(row.ID, on) }}
	}
	return m.editTake(fmt.Sprintf("the star of take %d", row.number), star(!row.Starred), star(row.Starred))
}

func (m *Model) noteTake() tea.Cmd {
	row := m.meant()
	m.push(dialog.NewPrompt("Note on "+m.called(row), "enter keeps it; a noted take is never removed by itself", row.Note, func(text string) dialog.Action {
		return dialog.Chosen{Action: dialog.NoteTake{ID: row.ID, Text: text}}
	}), inPrompt)
	return nil
}

func (m *Model) noted(n dialog.NoteTake) tea.Cmd {
	row := m.takes.find(n.ID)
	if row == nil {
		return m.say(warning, "the take is gone")
	}
	with := func(text string) takeEdit {
		return takeEdit{n.ID, "", func(f takes.Folder) (takes.Take, error) { return f.Note(n.ID, text) }}
	}
	return m.editTake(fmt.Sprintf("the note on take %d", row.number), with(n.Text), with(row.Note))
}

// takeEdit changes the star or the note of a take.
type takeEdit struct {
	id   string
	said string // when it is done
	do   func(takes.Folder) (takes.Take, error)
}

// editedMsg is a take after that.
type editedMsg struct {
	take   takes.Take
	said   string
	err    error
	failed func(error) tea.Cmd
}

// editTake makes a change, which back takes back.
func (m *Model) editTake(what string, edit, back takeEdit) tea.Cmd {
	folder := m.session.Takes()
	cmd := func(e takeEdit, said string, failed func(error) tea.Cmd) tea.Cmd {
		return m.takes.order.cmd(func() tea.Msg {
			take, err := e.do(folder)
			return editedMsg{take, said, err, failed}
		})
	}
	var d *document.Deed
	d = m.work.Did(document.Deed{What: what, At: m.now(),
		Undo: func() tea.Cmd { return cmd(back, "undone: "+what, m.failed(d)) },
		Redo: func() tea.Cmd { return cmd(edit, "done again: "+what, m.failed(d)) }})
	return cmd(edit, edit.said, func(err error) tea.Cmd {
		m.work.Forget(d)
		return m.fail(err)
	})
}

func (m *Model) edited(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		return msg.failed(msg.err)
	}
	if row := m.takes.find(msg.take.ID); row != nil {
		row.Take = msg.take
	}
	m.takes.rev++
	if msg.said != "" {
		return m.say(note, msg.said)
	}
	return nil
}
