package studio

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
)

// presetsRoom is what is known of the folders of presets, and what is done with
// them. They are read in the background, each time that the list opens and after
// each change.
type presetsRoom struct {
	*shared
	sound *soundRoom
	dialog.Library
	gen     int
	cancel  context.CancelFunc // of the reading that is under way
	hearing string             // the entry that was asked to be heard last
	// altering is true while a change is being written: a key that is pressed
	// twice must not take the first change for somebody else's.
	altering bool
	asking   dialog.Asker           // whose answer that is; nil: nobody's
	refused  alteration             // what a clash is about
	groups   map[presets.Group]bool // that were applied last
}

// arrivedMsg brings what was read so far; wait waits for more of it.
type arrivedMsg struct {
	gen   int
	shelf *presets.Shelf
	wait  tea.Cmd
}

// shelvedMsg brings everything.
type shelvedMsg struct {
	gen    int
	shelf  *presets.Shelf
	closed map[string]bool
	err    error
}

// trackedMsg brings what git knows of the files.
type trackedMsg struct {
	gen int
	git map[string]presets.Tracked
}

// fillPace is how often a list that is being read for the first time grows.
const fillPace = 150 * time.Millisecond

// read reads all folders anew. A reading that is under way is given
// up, since a change may have come after it.
func (r *presetsRoom) read() tea.Cmd {
	l := r
	if l.cancel != nil {
		l.cancel()
	}
	ctx, cancel := context.WithCancel(r.ctx)
	l.cancel = cancel
	l.gen++
	gen, folders := l.gen, l.Library.Library
	parts := make(chan *presets.Shelf, 1)
	var wait tea.Cmd
	wait = func() tea.Msg {
		if part, more := <-parts; more {
			return arrivedMsg{gen, part, wait}
		}
		return nil
	}
	read := func() tea.Msg {
		defer close(parts)
		return readShelf(ctx, gen, folders, parts)
	}
	if l.Shelf != nil {
		return read // the list that is there is better than half a new one
	}
	return tea.Batch(read, wait)
}

func readShelf(ctx context.Context, gen int, folders presets.Library, parts chan<- *presets.Shelf) tea.Msg {
	entries, last := presets.Starters(), time.Now()
	shelf, err := folders.Read(ctx, func(a presets.Arrival) {
		entries = append(entries, a.Entries...)
		if time.Since(last) < fillPace {
			return
		}
		select {
		case parts <- presets.NewShelf(slices.Clone(entries), nil):
			last = time.Now()
		default: // the screen has not taken the last one yet
		}
	})
	closed := map[string]bool{}
	for _, p := range folders.Places {
		closed[p.Name] = !writable(p.Dir)
	}
	return shelvedMsg{gen, shelf, closed, err}
}

func (r *presetsRoom) arrived(msg arrivedMsg) tea.Cmd {
	if msg.gen != r.gen || r.Whole {
		return nil
	}
	r.Shelf = msg.shelf
	r.refresh()
	return msg.wait
}

func (r *presetsRoom) shelved(msg shelvedMsg) tea.Cmd {
	if msg.gen != r.gen || msg.err != nil {
		return nil
	}
	l := r
	l.cancel()
	l.cancel, l.Shelf, l.Closed, l.Whole = nil, msg.shelf, msg.closed, true
	r.refresh()
	ctx, gen, folders := r.ctx, l.gen, l.Library.Library
	return func() tea.Msg { return trackedMsg{gen, folders.Git(ctx)} }
}

func (r *presetsRoom) tracked(msg trackedMsg) {
	if msg.gen == r.gen {
		r.Git = msg.git
		if b := r.browser(); b != nil {
			b.Git(r.Library)
		}
	}
}

// refresh shows the dialogs about presets what is known of the folders now.
func (r *presetsRoom) refresh() {
	for _, l := range r.layers.list {
		if d, is := l.Dialog.(interface{ Refresh(dialog.Library) }); is {
			d.Refresh(r.Library)
		}
	}
}

// present is the work, and what of it is heard.
func (r *presetsRoom) present() dialog.Present {
	now := dialog.Present{Work: r.work, Heard: r.sound.heardOn()}
	if r.sound.audible() {
		now.Sounds = r.hearing
	}
	return now
}
