package rooms

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
)

// favourites are the voices that somebody keeps at hand, as they are known.
type favourites struct {
	file  document.Favourites // empty: nothing is kept
	ids   map[string]bool
	rev   int // counts changes
	order InTurn
	asked int // counts what was asked of the file
}

// FavouritesMsg brings the favourites as they are on disk.
type FavouritesMsg struct {
	ids   map[string]bool
	aside string // where the file is that could not be read
	asked int    // which of what was asked this answers
	err   error
}

// KeepFavourites says where the favourites are kept: beside the draft.
func (r *Forms) KeepFavourites(draft string) {
	if draft != "" {
		r.favourites.file = document.Favourites(filepath.Join(filepath.Dir(draft), "favourites.json"))
	}
}

// ReadFavourites reads them anew: another studio may have written them.
func (r *Forms) ReadFavourites() tea.Cmd {
	f := &r.favourites
	file := f.file
	if file == "" {
		return nil
	}
	f.asked++
	asked := f.asked
	return f.order.Cmd(func() tea.Msg {
		ids, aside, err := file.Read()
		return FavouritesMsg{ids, aside, asked, err}
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
	f := &r.favourites
	if f.ids == nil {
		f.ids = map[string]bool{}
	}
	on := !f.ids[v.ID]
	if f.rev++; on {
		f.ids[v.ID] = true
	} else {
		delete(f.ids, v.ID)
	}
	if f.file == "" {
		return nil
	}
	f.asked++
	file, asked := f.file, f.asked
	return f.order.Cmd(func() tea.Msg {
		ids, aside, err := file.Set(v.ID, on)
		return FavouritesMsg{ids, aside, asked, err}
	})
}

// Favoured takes in what is on disk, unless more was asked for since.
func (r *Forms) Favoured(msg FavouritesMsg) tea.Cmd {
	f := &r.favourites
	if msg.err == nil && msg.asked == f.asked {
		f.ids = msg.ids
		f.rev++
	}
	switch {
	case msg.err != nil:
		return r.Say(Warning, Say.pickers.notKept(session.Reason(msg.err)))
	case msg.aside != "":
		return r.Say(Warning, Say.pickers.putAside(dialog.Homely(msg.aside)))
	}
	return nil
}
