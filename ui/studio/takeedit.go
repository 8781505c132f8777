package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/takes"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
)

// restoreTake takes over a take's words, settings and voices.
func (r *takesRoom) restoreTake() tea.Cmd {
	row := r.meant()
	r.change(document.Of(row.Request, row.Request.Text), say.deeds.restoring(say.takes.take(row.number)))
	return r.say(note, say.takes.restored(r.called(row)))
}

func (r *takesRoom) starTake() tea.Cmd {
	row := r.meant()
	star := func(on bool) takeEdit {
		said := say.takes.starred(r.called(row))
		if !on {
			said = say.takes.starless(r.called(row))
		}
		return takeEdit{row.ID, said, func(f takes.Folder) (takes.Take, error) { return f.Star(row.ID, on) }}
	}
	return r.editTake(say.deeds.star(say.takes.take(row.number)), star(!row.Starred), star(row.Starred))
}

func (r *takesRoom) noteTake() tea.Cmd {
	row := r.meant()
	r.push(dialog.NewPrompt(say.takes.note(r.called(row)), say.takes.noteHint, row.Note, func(text string) dialog.Action {
		return dialog.Chosen{Action: dialog.NoteTake{ID: row.ID, Text: text}}
	}), inPrompt)
	return nil
}

func (r *takesRoom) noted(n dialog.NoteTake) tea.Cmd {
	row := r.find(n.ID)
	if row == nil {
		return r.say(warning, say.takes.gone)
	}
	with := func(text string) takeEdit {
		return takeEdit{n.ID, "", func(f takes.Folder) (takes.Take, error) { return f.Note(n.ID, text) }}
	}
	return r.editTake(say.deeds.note(say.takes.take(row.number)), with(n.Text), with(row.Note))
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
		func(d *document.Deed) tea.Cmd { return cmd(back, say.deeds.undone(what), r.failed(d)) },
		func(d *document.Deed) tea.Cmd { return cmd(edit, say.deeds.again(what), r.failed(d)) })
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
