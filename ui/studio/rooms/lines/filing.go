package lines

import (
	"errors"
	"io/fs"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms"
)

// filing is what of the script is on disk. The file is written a while after a
// change, and when the program ends.
type filing struct {
	mu   sync.Mutex  // of what Flush reads from another goroutine
	last script.File // as it was read or written last
	made bool        // there is a file of it
	next script.File // as it is now
	due  bool        // they differ

	waits   []script.Wish // were to be made when the program ended, or a halt came
	touched bool          // since next was noted
	work    uint64        // the revision that was noted
	writing bool
	broken  bool // a write failed, and that was said
}

// touch says that what is kept beside the document has changed.
func (f *filing) touch() { f.touched = true }

type (
	writeMsg   struct{ of *Lines }
	writtenMsg struct {
		of    *Lines
		aside bool
		err   error
	}
)

// Open reads the file of the draft's script. It is called before the studio runs.
func (r *Lines) Open() {
	id := r.Work.Script()
	if id == "" {
		return
	}
	f, err := r.Session.Scripts().Load(id)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			r.Say(rooms.Warning, Say.notRead(tts.Clean(err.Error())))
		}
		r.Work.KeptAs("") // another one is begun, this stays as it is
		return
	}
	s, kept := f.Script()
	r.Work.RestoreLines(s)
	r.kept, r.file.waits = kept, f.Queue
	r.file.last, r.file.made, r.file.work = f, true, r.Work.Revision()
}

// worth reports whether there is anything to keep that the text does not say.
func (r *Lines) worth() bool {
	s := r.Work.Lines()
	if r.Work.Script() != "" || s.Whole != script.Usual {
		return true
	}
	for _, l := range s.Lines {
		if len(r.kept[l.ID].All) > 0 || !l.Own.None() {
			return true
		}
	}
	return false
}

// keep notes the script as it is now, and has it written soon.
func (r *Lines) keep() tea.Cmd {
	f := &r.file
	if !f.touched && f.work == r.Work.Revision() || !r.worth() {
		return nil
	}
	if r.Work.Script() == "" {
		r.Work.KeptAs(script.NewID())
	}
	f.touched, f.work = false, r.Work.Revision()
	f.mu.Lock()
	if f.last.ID == "" {
		f.last.ID = r.Work.Script()
	}
	next := f.last.Of(r.Work.Lines(), r.kept)
	next.Request, next.Host, next.Preset = r.Work.Requested(), r.host(), r.Work.Opened().Name
	if next.Queue = f.waits; r.make.queue != nil {
		next.Queue = append(wishes(r.waiting()), f.waits...)
	}
	f.next, f.due = next, true
	f.mu.Unlock()
	if f.writing {
		return nil
	}
	f.writing = true
	return tea.Tick(rooms.DraftPause, func(time.Time) tea.Msg { return writeMsg{r} })
}

// TakeIn writes it in the background.
func (m writeMsg) TakeIn() tea.Cmd {
	r := m.of
	return func() tea.Msg {
		aside, err := r.file.write(r.Session.Scripts())
		return writtenMsg{r, aside, err}
	}
}

// write keeps the script. aside: the old file has become another program's, and this
// goes on in one of its own.
func (f *filing) write(folder script.Folder) (aside bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.due {
		return false, nil
	}
	next := f.next
	next.ID, next.Updated, next.Created = f.last.ID, f.last.Updated, f.last.Created
	var now script.File
	if !f.made {
		now, err = folder.CreateAs(next, next.ID)
	} else if now, err = folder.Save(next); errors.Is(err, fs.ErrNotExist) {
		now, err = folder.CreateAs(next, next.ID)
	}
	if aside = errors.Is(err, fs.ErrExist); aside {
		now, err = folder.Create(next)
	}
	if err == nil {
		f.last, f.made, f.due = now, true, false
	}
	return aside, err
}

// TakeIn says why it could not be kept, once.
func (m writtenMsg) TakeIn() tea.Cmd {
	r, f := m.of, &m.of.file
	f.writing = false
	if m.err == nil {
		f.broken = false
		r.Work.KeptAs(f.id())
		f.work = r.Work.Revision()
		if m.aside {
			return r.Say(rooms.Warning, Say.another)
		}
		return nil
	}
	if f.broken {
		return nil
	}
	f.broken = true
	return r.Say(rooms.Warning, Say.notKept(tts.Clean(session.Reason(m.err))))
}

func (f *filing) id() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.last.ID
}

// name is what the script is called in its file; empty: nobody has said.
func (f *filing) name() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.last.Name
}

// Flush writes the script now, if something has changed. It may be called from any
// goroutine.
func (r *Lines) Flush() error {
	_, err := r.file.write(r.Session.Scripts())
	return err
}
