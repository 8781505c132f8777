package library

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// alteration is a change of a folder, made in the background.
type alteration struct {
	place presets.Place
	// do makes the change; made is what the list shows from now on.
	do func(presets.Place) (made presets.Entry, err error)
	// gone is what the list showed before.
	gone presets.Entry
	// files are what it writes beside these two; nil: nothing.
	files *[]string
	// saves is true where it writes the settings that are on the screen.
	saves bool
	// unasked is true of one that no key asks for now: it answers no question, and
	// opens none.
	unasked bool
	// then happens when it is done; fault, instead of a failure on the status
	// line, when it cannot be.
	then  func(made presets.Entry) tea.Cmd
	fault func(err error) tea.Cmd
	// asker is the dialog that asked for it and closes when it is done.
	asker dialog.Asker
}

// AlteredMsg brings the end of a change of a folder.
type AlteredMsg struct {
	alteration
	made        presets.Entry
	err         error
	from, shelf *presets.Shelf // the list before and after
}

// alter makes a change. The list shows it at once, and is read anew then.
func (r *Presets) alter(a alteration) tea.Cmd {
	if r.Altering {
		return r.Say(rooms.Note, Say.Presets.OneMoment)
	}
	r.Altering = true
	if r.Asking = nil; !a.unasked {
		r.Asking, _ = r.Top().(dialog.Asker)
	}
	a.asker = r.Asking
	return r.OnErrand(rooms.Say.Screen.Writing, func() tea.Msg {
		made, err := a.do(a.place)
		made.Folder = a.place.Name
		return AlteredMsg{alteration: a, made: made, err: err}
	})
}

// onto shows a change in a list.
func (msg AlteredMsg) onto(from *presets.Shelf) tea.Cmd {
	return func() tea.Msg {
		msg.from, msg.shelf = from, replaced(from, msg.gone, msg.made)
		return msg
	}
}

// replaced is a shelf with one entry in place of another; either may be none.
func replaced(from *presets.Shelf, gone, made presets.Entry) *presets.Shelf {
	entries := make([]presets.Entry, 0, len(from.Entries)+1)
	for _, e := range from.Entries {
		if e.File == "" || e.File != gone.File && e.File != made.File {
			entries = append(entries, e)
		}
	}
	if made.File != "" {
		entries = append(entries, made)
	}
	return presets.NewShelf(entries, from.Broken)
}

// Altered takes in a change of a folder, or why it could not be made.
func (r *Presets) Altered(msg AlteredMsg) tea.Cmd {
	if msg.err == nil && msg.from != r.Shelf {
		return msg.onto(r.Shelf) // not here: a long list takes a while
	}
	r.Altering = false
	cmd := r.altered(msg)
	return tea.Batch(cmd, r.keepMarks())
}

func (r *Presets) altered(msg AlteredMsg) tea.Cmd {
	if changed, is := errors.AsType[*presets.Changed](msg.err); is && !msg.unasked {
		r.refused = msg.alteration
		r.Push(dialog.NewClash(changed, msg.saves), rooms.InClash)
		return nil
	}
	switch {
	case msg.err != nil && msg.fault != nil:
		return msg.fault(msg.err)
	case msg.err != nil && msg.asker != nil:
		msg.asker.Refuse(msg.err)
		return nil
	case msg.err != nil:
		return r.Fail(msg.err)
	}
	if b := r.Browser(); b != nil && msg.made.File != "" && !msg.unasked {
		b.Pin(msg.made)
	}
	if msg.shelf != nil {
		r.Shelf = msg.shelf
		r.refresh()
	}
	if msg.asker != nil {
		r.Shut(msg.asker)
	}
	return tea.Batch(msg.then(msg.made), r.Read())
}

// Resolve ends a clash: nothing was written before.
func (r *Presets) Resolve(a dialog.Resolve) tea.Cmd {
	refused := r.refused
	changed := a.Clash.Changed
	r.Shut(a.Clash)
	switch a.Answer {
	case dialog.Merge:
		return r.writeOver(refused, changed, a.Clash.Merged, func(made presets.Entry) {
			if refused.saves {
				r.open(made)
			}
		})
	case dialog.Keep:
		return r.writeOver(refused, changed, changed.Mine, func(presets.Entry) {})
	case dialog.Take, dialog.Rename: // nothing is written, or something else
	}
	if refused.asker != nil {
		r.Shut(refused.asker)
	}
	switch {
	case a.Answer == dialog.Rename:
		return r.saveAs(dialog.Numbered(changed.Mine.Name, 2), true)
	case refused.saves && changed.Gone:
		r.Work.Close()
	case refused.saves:
		r.open(presets.Entry{Preset: changed.Theirs, File: changed.File, Folder: refused.place.Name})
	}
	return tea.Batch(r.Read(), r.Say(rooms.Note, Say.Presets.nothingWritten))
}

// writeOver stores p over what the other side wrote, unless that has changed
// once more.
func (r *Presets) writeOver(refused alteration, changed *presets.Changed, p presets.Preset, after func(presets.Entry)) tea.Cmd {
	a := refused
	a.do = func(in presets.Place) (presets.Entry, error) {
		if changed.Gone {
			return in.Create(p)
		}
		return in.Update(presets.Entry{Preset: changed.Theirs, File: changed.File}, p)
	}
	a.fault = nil
	a.then = func(made presets.Entry) tea.Cmd {
		cmd := refused.then(made)
		after(made)
		return cmd
	}
	return r.alter(a)
}
