package studio

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/takes"
)

// restoreTake takes over a take's words, settings and voices.
func (m *Model) restoreTake() tea.Cmd {
	row := m.meant()
	doc := open(row.Request, row.Request.Text)
	m.change(doc, fmt.Sprintf("restoring take %d", row.number))
	m.show(doc)
	return m.say(note, "words and settings are those of "+m.called(row)+"; u undoes")
}

func (m *Model) starTake() tea.Cmd {
	row := m.meant()
	said := m.called(row) + " has a star, and is never removed by itself"
	if row.Starred {
		said = m.called(row) + " has no star any more"
	}
	return m.editTake(row, said, func(f takes.Folder) (takes.Take, error) { return f.Star(row.ID, !row.Starred) })
}

func (m *Model) noteTake() tea.Cmd {
	row := m.meant()
	m.push(newPrompt("Note on "+m.called(row), "enter keeps it; a noted take is never removed by itself", row.Note, func(m *Model, p *prompt, text string) tea.Cmd {
		m.closePrompt(p)
		return m.editTake(row, "", func(f takes.Folder) (takes.Take, error) { return f.Note(row.ID, text) })
	}))
	return nil
}

// editedMsg is a take after its star or note was changed.
type editedMsg struct {
	row  *takeRow
	take takes.Take
	err  error
	said string
}

func (m *Model) editTake(row *takeRow, said string, edit func(takes.Folder) (takes.Take, error)) tea.Cmd {
	folder := m.session.Takes()
	return func() tea.Msg {
		take, err := edit(folder)
		return editedMsg{row, take, err, said}
	}
}

func (m *Model) edited(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	msg.row.Take = msg.take
	m.takes.rev++
	if msg.said != "" {
		return m.say(note, msg.said)
	}
	return nil
}
