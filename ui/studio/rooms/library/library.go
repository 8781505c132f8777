// Package library is the presets: those of a person, of a team in git, and what
// others have changed in them.
package library

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Presets is what is known of the folders of presets, and what is done with
// them. They are read in the background, each time that the list opens and after
// each change.
type Presets struct {
	*rooms.Shared
	Sound *listen.Sound
	dialog.Library
	Gen    int
	Cancel context.CancelFunc // of the reading that is under way
	// altering is true while a change is being written: a key that is pressed
	// twice must not take the first change for somebody else's.
	Altering bool
	Asking   dialog.Asker           // whose answer that is; nil: nobody's
	refused  alteration             // what a clash is about
	groups   map[presets.Group]bool // that were applied last

	job       *teamJob            // git at work; nil: it is not
	unsynced  map[string]string   // why a folder cannot be pulled, empty where it can
	listens   *listening          // what Listen has speak
	marks     []mark              // fingerprints that are to be written
	looking   bool                // a closer look at one preset is under way
	kept      document.Favourites // where wins in duels are; empty: nowhere
	wins      rooms.InTurn        // what is asked of it
	ranked    int                 // how often it has answered
	bundleDir string              // where the last bundle was written
	replaces  string              // the file that enter now replaces
}

// ArrivedMsg brings what was read so far; wait waits for more of it.
type ArrivedMsg struct {
	gen   int
	shelf *presets.Shelf
	wait  tea.Cmd
}

// ShelvedMsg brings everything.
type ShelvedMsg struct {
	gen    int
	shelf  *presets.Shelf
	closed map[string]bool
	// unsynced says by folder why it cannot be pulled or pushed.
	unsynced map[string]string
	wins     document.Wins
	ranked   int // when the reading began
	checks   document.Checks
	Err      error
}

// TrackedMsg brings what git knows of the files.
type TrackedMsg struct {
	gen int
	git map[string]team.Tracked
}

// fillPace is how often a list that is being read for the first time grows.
const fillPace = 150 * time.Millisecond

// Read reads all folders anew. A reading that is under way is given
// up, since a change may have come after it.
func (r *Presets) Read() tea.Cmd {
	l := r
	if l.Cancel != nil {
		l.Cancel()
	}
	ctx, cancel := context.WithCancel(r.Ctx)
	l.Cancel = cancel
	l.Gen++
	gen, folders, kept, ranked := l.Gen, l.Library.Library, l.kept, l.ranked
	parts := make(chan *presets.Shelf, 1)
	var wait tea.Cmd
	wait = func() tea.Msg {
		if part, more := <-parts; more {
			return ArrivedMsg{gen, part, wait}
		}
		return nil
	}
	read := func() tea.Msg {
		defer close(parts)
		msg := ReadShelf(ctx, gen, folders, parts)
		msg.ranked = ranked
		if kept != "" {
			msg.wins, msg.checks = kept.Presets()
		}
		return msg
	}
	if l.Shelf != nil {
		return read // the list that is there is better than half a new one
	}
	return tea.Batch(read, wait)
}

// ReadShelf reads all folders, and sends what it has so far while it does.
func ReadShelf(ctx context.Context, gen int, folders presets.Library, parts chan<- *presets.Shelf) ShelvedMsg {
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
	closed, unsynced := map[string]bool{}, map[string]string{}
	for _, p := range folders.Places {
		closed[p.Name] = !rooms.Writable(p.Dir)
		unsynced[p.Name] = ""
		if err := team.Syncs(p.Dir); err != nil {
			unsynced[p.Name] = tts.Reason(err)
		}
	}
	return ShelvedMsg{gen: gen, shelf: shelf, closed: closed, unsynced: unsynced, Err: err}
}

// Arrived shows what was read so far.
func (r *Presets) Arrived(msg ArrivedMsg) tea.Cmd {
	if msg.gen != r.Gen || r.Whole {
		return nil
	}
	r.Shelf = msg.shelf
	r.refresh()
	return msg.wait
}

// Shelved shows everything, and asks git about it.
func (r *Presets) Shelved(msg ShelvedMsg) tea.Cmd {
	if msg.gen != r.Gen {
		return nil
	}
	l := r
	l.Cancel()
	if l.Cancel = nil; msg.Err != nil {
		return nil
	}
	l.Shelf, l.Closed, l.Whole, l.unsynced = msg.shelf, msg.closed, true, msg.unsynced
	if msg.ranked == l.ranked { // else what was won or taken back since may not be in it
		l.Library.Wins = msg.wins
	}
	l.Library.Checks = msg.checks.With(l.Library.Checks)
	r.refresh()
	ctx, gen, folders := r.Ctx, l.Gen, l.Library.Library
	return func() tea.Msg { return TrackedMsg{gen, team.GitAll(ctx, folders)} }
}

// Tracked shows what git knows.
func (r *Presets) Tracked(msg TrackedMsg) {
	if msg.gen == r.Gen {
		r.Git = msg.git
		if b := r.Browser(); b != nil {
			b.Git(r.Library)
		}
	}
}

// refresh shows the dialogs about presets what is known of the folders now.
func (r *Presets) refresh() {
	for _, l := range r.Layers.List {
		if d, is := l.Dialog.(interface{ Refresh(dialog.Library) }); is {
			d.Refresh(r.Library)
		}
	}
}

// Present is the work, and what of it is heard.
func (r *Presets) Present() dialog.Present {
	now := dialog.Present{Work: r.Work, Heard: r.Sound.HeardOn(), Now: r.Now(), Host: r.Session.Host(), Engine: r.Session.Engine()}
	now.Sounds, _ = r.Sound.HeardRow()
	return now
}
