package studio

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/takes"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
)

// restoreTake takes over a take's words, settings and voices.
func (r *takesRoom) restoreTake() tea.Cmd {
	row := r.meant()
	r.change(document.Of(row.Request, row.Request.Text), fmt.Sprintf("restoring take %d", row.number))
	return r.say(note, "words and settings are those of "+r.called(row)+"; u undoes")
}

func (r *takesRoom) starTake() tea.Cmd {
	row := r.meant()
	star := func(on bool) takeEdit {
		said := r.called(row) + " has a star, and is never removed by itself"
		if !on {
			said = r.called(row) + " has no star any more"
		}
		return takeEdit{row.ID, said, func(f takes.Folder) (takes.Take, error) { return f.Star(row.ID, on) }}
	}
	return r.editTake(fmt.Sprintf("the star of take %d", row.number), star(!row.Starred), star(row.Starred))
}

func (r *takesRoom) noteTake() tea.Cmd {
	row := r.meant()
	r.push(dialog.NewPrompt("Note on "+r.called(row), "enter keeps it; a noted take is never removed by itself", row.Note, func(text string) dialog.Action {
		return dialog.Chosen{Action: dialog.NoteTake{ID: row.ID, Text: text}}
	}), inPrompt)
	return nil
}

func (r *takesRoom) noted(n dialog.NoteTake) tea.Cmd {
	row := r.find(n.ID)
	if row == nil {
		return r.say(warning, "the take is gone")
	}
	with := func(text string) takeEdit {
		return takeEdit{n.ID, "", func(f takes.Folder) (takes.Take, error) { return f.Note(n.ID, text) }}
	}
	return r.editTake(fmt.Sprintf("the note on take %d", row.number), with(n.Text), with(row.Note))
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
func (r *takesRoom) editTake(what string, edit, back takeEdit) tea.Cmd {
	folder := r.session.Takes()
	cmd := func(e takeEdit, said string, failed func(error) tea.Cmd) tea.Cmd {
		return r.order.cmd(func() tea.Msg {
			take, err := e.do(folder)
			return editedMsg{take, said, err, failed}
		})
	}
	d := r.did(what,
		func(d *document.Deed) tea.Cmd { return cmd(back, "undone: "+what, r.failed(d)) },
		func(d *document.Deed) tea.Cmd { return cmd(edit, "done again: "+what, r.failed(d)) })
	return cmd(edit, edit.said, func(err error) tea.Cmd {
		r.work.Forget(d)
		return r.fail(err)
	})
}

func (r *takesRoom) edited(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		return msg.failed(msg.err)
	}
	if row := r.find(msg.take.ID); row != nil {
		row.Take = msg.take
	}
	r.rev++
	if msg.said != "" {
		return r.say(note, msg.said)
	}
	return nil
}
