package studio

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
)

// library is what is known of the folders of presets. It is read in the
// background, each time that the list opens and after each change.
type library struct {
	presets.Library
	shelf *presets.Shelf // nil until something was read
	whole bool           // everything has been read at least once
	git   map[string]presets.Tracked
	// closed are the folders into which nothing can be written.
	closed map[string]bool
	gen    int
	cancel context.CancelFunc // of the reading that is under way
	// altering is true while a change is being written: a key that is pressed
	// twice must not take the first change for somebody else's.
	altering bool
	asking   overlay // the dialog whose answer that is; nil: none
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

// readLibrary reads all folders anew. A reading that is under way is given
// up, since a change may have come after it.
func (m *Model) readLibrary() tea.Cmd {
	l := &m.library
	if l.cancel != nil {
		l.cancel()
	}
	ctx, cancel := context.WithCancel(m.ctx)
	l.cancel = cancel
	l.gen++
	gen, folders := l.gen, l.Library
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
	if l.shelf != nil {
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

func (m *Model) arrived(msg arrivedMsg) tea.Cmd {
	if msg.gen != m.library.gen || m.library.whole {
		return nil
	}
	m.library.shelf = msg.shelf
	m.refreshBrowser()
	return msg.wait
}

func (m *Model) shelved(msg shelvedMsg) tea.Cmd {
	if msg.gen != m.library.gen || msg.err != nil {
		return nil
	}
	l := &m.library
	l.cancel()
	l.cancel, l.shelf, l.closed, l.whole = nil, msg.shelf, msg.closed, true
	m.refreshBrowser()
	ctx, gen, folders := m.ctx, l.gen, l.Library
	return func() tea.Msg { return trackedMsg{gen, folders.Git(ctx)} }
}

func (m *Model) tracked(msg trackedMsg) tea.Cmd {
	if msg.gen == m.library.gen {
		m.library.git = msg.git
	}
	return nil
}

// alteration is a change of a folder, made in the background.
type alteration struct {
	place presets.Place
	// do makes the change; made is what the list shows from now on.
	do func(presets.Place) (made presets.Entry, err error)
	// gone is what the list showed before.
	gone presets.Entry
	// saves is true where it writes the settings that are on the screen.
	saves bool
	// prompt is the overlay that asked for it.
	prompt overlay
	// then happens when it is done; fault, instead of a failure on the status
	// line, when it cannot be.
	then  func(m *Model, made presets.Entry) tea.Cmd
	fault func(m *Model, err error) tea.Cmd
}

type alteredMsg struct {
	alteration
	made        presets.Entry
	err         error
	from, shelf *presets.Shelf // the list before and after
}

// alter makes a change. The list shows it at once, and is read anew then.
func (m *Model) alter(a alteration) tea.Cmd {
	if m.library.altering {
		return m.say(note, "one moment: the last change is still being written")
	}
	m.library.altering, m.library.asking = true, nil
	switch top := m.top().(type) {
	case *saver, *prompt, *notes:
		m.library.asking = top
	}
	return func() tea.Msg {
		made, err := a.do(a.place)
		made.Folder = a.place.Name
		return alteredMsg{alteration: a, made: made, err: err}
	}
}

// onto shows a change in a list.
func (msg alteredMsg) onto(from *presets.Shelf) tea.Cmd {
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

func (m *Model) altered(msg alteredMsg) tea.Cmd {
	if msg.err == nil && msg.from != m.library.shelf {
		return msg.onto(m.library.shelf) // not here: a long list takes a while
	}
	m.library.altering = false
	changed, isChanged := errors.AsType[*presets.Changed](msg.err)
	switch {
	case isChanged:
		m.push(newClash(changed, msg.alteration))
		return nil
	case msg.err != nil && msg.fault != nil:
		return msg.fault(m, msg.err)
	case msg.err != nil:
		return m.fail(msg.err)
	}
	if b := m.browser(); b != nil && msg.made.File != "" {
		b.pinned = keyOf(msg.made)
	}
	if msg.shelf != nil {
		m.library.shelf = msg.shelf
		m.refreshBrowser()
	}
	return tea.Batch(msg.then(m, msg.made), m.readLibrary())
}

// place is the folder of an entry.
func (l library) placeOf(e presets.Entry) (presets.Place, bool) {
	if e.File != "" {
		for _, p := range l.Places {
			if p.Name == e.Folder || filepath.Clean(p.Dir) == filepath.Dir(e.File) {
				return p, true
			}
		}
	}
	return presets.Place{}, false
}

// find is the preset of a name in a folder, as the list has it.
func (l library) find(folder, name string) (presets.Entry, bool) {
	if l.shelf != nil {
		for i := range l.shelf.Entries {
			if e := &l.shelf.Entries[i]; e.Name == name && e.Folder == folder {
				return *e, true
			}
		}
	}
	return presets.Entry{}, false
}

// freeName is name, or the first of "name 2", "name 3" that the list does not
// show in a folder.
func (l library) freeName(folder, name string) string {
	free := name
	for n := 2; ; n++ {
		if _, taken := l.find(folder, free); !taken {
			return free
		}
		free = numbered(name, n)
	}
}
