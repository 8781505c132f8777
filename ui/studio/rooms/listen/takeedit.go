package listen

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// RestoreTake takes over a take's words, settings and voices.
func (r *Takes) RestoreTake() tea.Cmd {
	row := r.meant()
	r.Change(document.Of(row.Request, row.Request.Text), rooms.Say.Deeds.Restoring(Say.Takes.Take(row.Number)))
	return r.Say(rooms.Note, Say.Takes.restored(r.called(row)))
}

// StarTake gives a take a star, or takes it away.
func (r *Takes) StarTake() tea.Cmd {
	row := r.meant()
	id := row.ID
	star := func(on bool) takeEdit {
		said := Say.Takes.starred(r.called(row))
		if !on {
			said = Say.Takes.starless(r.called(row))
		}
		return takeEdit{id, said, func(f takes.Folder) (takes.Take, error) { return f.Star(id, on) }}
	}
	return r.editTake(rooms.Say.Deeds.Star(Say.Takes.Take(row.Number)), star(!row.Starred), star(row.Starred))
}

// Vote gives the take a star that sounds in A|B.
func (r *Takes) Vote() tea.Cmd {
	if r.Side.Starred {
		return r.Say(rooms.Note, Say.compare.votedBefore(r.called(r.Side)))
	}
	id, said := r.Side.ID, Say.compare.voted(r.called(r.Side))
	star := func(on bool) takeEdit {
		return takeEdit{id, said, func(f takes.Folder) (takes.Take, error) { return f.Star(id, on) }}
	}
	return r.editTake(rooms.Say.Deeds.Vote(Say.Takes.Take(r.Side.Number)), star(true), star(false))
}

// NoVote says why there is nothing to vote for.
func (r *Takes) NoVote() string {
	if r.Side == nil {
		return cmp.Or(r.NotMarked(), Say.compare.hearFirst)
	}
	return ""
}

// NoteTake asks for a note on a take.
func (r *Takes) NoteTake() tea.Cmd {
	row := r.meant()
	r.Push(dialog.NewPrompt(Say.Takes.note(r.called(row)), Say.Takes.noteHint, row.Note, func(text string) dialog.Action {
		return dialog.Chosen{Action: dialog.NoteTake{ID: row.ID, Text: text}}
	}), rooms.InPrompt)
	return nil
}

// Noted keeps the note that was answered.
func (r *Takes) Noted(n dialog.NoteTake) tea.Cmd {
	row := r.find(n.ID)
	if row == nil {
		return r.Say(rooms.Caution, Say.Takes.gone)
	}
	with := func(text string) takeEdit {
		return takeEdit{n.ID, "", func(f takes.Folder) (takes.Take, error) { return f.Note(n.ID, text) }}
	}
	return r.editTake(rooms.Say.Deeds.Note(Say.Takes.Take(row.Number)), with(n.Text), with(row.Note))
}

// TagTake asks for the tags of a take.
func (r *Takes) TagTake() tea.Cmd {
	row := r.meant()
	r.Push(dialog.NewPrompt(Say.Takes.tag(r.called(row)), Say.Takes.tagHint, strings.Join(row.Tags, ", "), func(line string) dialog.Action {
		return dialog.Chosen{Action: dialog.TagTake{ID: row.ID, Tags: presets.Tags(line)}}
	}).Adding(LongestTags), rooms.InPrompt)
	return nil
}

// Tagged keeps the tags that were answered.
func (r *Takes) Tagged(t dialog.TagTake) tea.Cmd {
	row := r.find(t.ID)
	if row == nil {
		return r.Say(rooms.Caution, Say.Takes.gone)
	}
	with := func(tags []string) takeEdit {
		return takeEdit{t.ID, "", func(f takes.Folder) (takes.Take, error) { return f.Tag(t.ID, tags...) }}
	}
	return r.editTake(rooms.Say.Deeds.Tag(Say.Takes.Take(row.Number)), with(t.Tags), with(row.Tags))
}

// takeEdit changes the star, the note or the tags of a take.
type takeEdit struct {
	id   string
	said string // when it is done
	do   func(takes.Folder) (takes.Take, error)
}

// EditedMsg is a take after that.
type EditedMsg struct {
	take   takes.Take
	said   string
	err    error
	failed func(error) tea.Cmd
}

// editTake makes a change, which back takes back.
func (r *Takes) editTake(what string, edit, back takeEdit) tea.Cmd {
	folder := r.Session.Takes()
	cmd := func(e takeEdit, said string, failed func(error) tea.Cmd) tea.Cmd {
		return r.order.Cmd(func() tea.Msg {
			take, err := e.do(folder)
			return EditedMsg{take, said, err, failed}
		})
	}
	d := r.Did(what,
		func(d *document.Deed) tea.Cmd { return cmd(back, rooms.Say.Deeds.Undone(what), r.Failed(d)) },
		func(d *document.Deed) tea.Cmd { return cmd(edit, rooms.Say.Deeds.Again(what), r.Failed(d)) })
	return cmd(edit, edit.said, func(err error) tea.Cmd {
		r.Work.Forget(d)
		return r.Fail(err)
	})
}

// Edited shows a take after its star or note was changed.
func (r *Takes) Edited(msg EditedMsg) tea.Cmd {
	if msg.err != nil {
		return msg.failed(msg.err)
	}
	if row := r.find(msg.take.ID); row != nil {
		row.become(msg.take)
	}
	r.Rev++
	if msg.said != "" {
		return r.Say(rooms.Note, msg.said)
	}
	return nil
}

// ShortPath writes a take's path so that it fits on a line and a shell expands
// it.
func ShortPath(path string) string {
	dir, name := filepath.Split(path)
	if home, err := os.UserHomeDir(); err == nil {
		if rest, found := strings.CutPrefix(dir, home); found {
			dir = "~" + rest
		}
	}
	if hash, number, found := strings.Cut(name, "-"); found && len(hash) > 8 {
		name = hash[:8] + "*-" + number
	}
	return dir + name
}

// CopyPath puts the path of a take's file on the clipboard.
func (r *Takes) CopyPath() tea.Cmd {
	row := r.meant()
	return tea.Batch(tea.SetClipboard(row.File), r.Say(rooms.Note, Say.Takes.copied(Say.Takes.Take(row.Number), ShortPath(row.File))))
}
