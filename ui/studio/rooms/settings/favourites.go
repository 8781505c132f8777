package settings

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// favourites are the voices that somebody keeps at hand, as they are known.
type favourites struct {
	file  document.Favourites // empty: nothing is kept
	ids   map[string]bool
	rev   int // counts changes
	order rooms.InTurn
	asked int // counts what was asked of the file
}

// FavouritesMsg brings the favourites, and what voices are heard by, as they are
// on disk.
type FavouritesMsg struct {
	now    document.Favoured
	aside  string // where the file is that could not be read
	asked  int    // which of what was asked this answers
	err    error
	failed func(error) tea.Cmd // says so; nil: as always
}

// KeepFavourites says where the favourites are kept: beside the draft.
func (r *Forms) KeepFavourites(draft string) {
	if draft != "" {
		r.favourites.file = document.FavouritesIn(filepath.Dir(draft))
	}
}

// ReadFavourites reads them anew: another studio may have written them.
func (r *Forms) ReadFavourites() tea.Cmd {
	return r.askFavourites(document.Favourites.Read, nil)
}

// askFavourites does something with the file, in the order of the keys.
func (r *Forms) askFavourites(do func(document.Favourites) (document.Favoured, string, error), failed func(error) tea.Cmd) tea.Cmd {
	f := &r.favourites
	if f.file == "" {
		return nil
	}
	f.asked++
	file, asked := f.file, f.asked
	return f.order.Cmd(func() tea.Msg {
		now, aside, err := do(file)
		return FavouritesMsg{now, aside, asked, err, failed}
	})
}

// Favour makes the voice under the cursor a favourite, or no longer one.
func (r *Forms) Favour() tea.Cmd {
	list := r.Top().(*dialog.Voices)
	v, found := list.Current()
	if !found {
		return nil
	}
	list.Hold()
	on, what := !r.favourites.ids[v.ID], rooms.Say.Deeds.Favourite(tts.Clean(v.Title()))
	turn := func(on bool, said func(string) string) func(*document.Deed) tea.Cmd {
		return func(d *document.Deed) tea.Cmd {
			return tea.Batch(r.favour(v.ID, on, r.Failed(d)), r.Say(rooms.Note, said(what)))
		}
	}
	d := r.Did(what, turn(!on, rooms.Say.Deeds.Undone), turn(on, rooms.Say.Deeds.Again))
	return r.favour(v.ID, on, func(err error) tea.Cmd {
		r.Work.Forget(d)
		return r.Say(rooms.Warning, Say.notKept(tts.Reason(err)))
	})
}

// favour shows a voice among the favourites, or no longer, and keeps that.
func (r *Forms) favour(id string, on bool, failed func(error) tea.Cmd) tea.Cmd {
	f := &r.favourites
	if f.ids == nil {
		f.ids = map[string]bool{}
	}
	if f.rev++; on {
		f.ids[id] = true
	} else {
		delete(f.ids, id)
	}
	return r.askFavourites(func(file document.Favourites) (document.Favoured, string, error) { return file.Set(id, on) }, failed)
}

// Favoured takes in what is on disk, unless more was asked for since.
func (r *Forms) Favoured(msg FavouritesMsg) tea.Cmd {
	f := &r.favourites
	if msg.err == nil && msg.asked == f.asked {
		f.ids = msg.now.Voices
		f.rev++
		r.hearing.by(msg.now.Sample)
	}
	switch {
	case msg.err != nil && msg.failed != nil:
		return msg.failed(msg.err)
	case msg.err != nil:
		return r.Say(rooms.Warning, Say.notKept(tts.Reason(msg.err)))
	case msg.aside != "":
		return r.Say(rooms.Warning, Say.putAside(dialog.Homely(msg.aside)))
	}
	return nil
}
