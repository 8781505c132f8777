package lines

import (
	"errors"
	"io/fs"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/rooms"
)

// filing is what of scripts is on disk. A file is written a while after a change, and
// when the program ends.
type filing struct {
	mu    sync.Mutex             // of what Flush reads from another goroutine
	known map[string]script.File // as they were read or written last
	due   map[string]script.File // as they are to be, by their IDs

	waits   []script.Wish // were to be made when the program ended, or a halt came
	touched bool          // something beside the work has changed
	work    uint64        // the revision that was noted
	ticking bool
	broken  bool // a write failed, and that was said
}

// touch says that what is kept beside the document has changed.
func (f *filing) touch() { f.touched = true }

// know takes a file for what is on disk.
func (f *filing) know(s script.File) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.known == nil {
		f.known = map[string]script.File{}
	}
	f.known[s.ID] = s
}

type (
	writeMsg   struct{ of *Lines }
	writtenMsg struct {
		of    *Lines
		moved map[string]string
		why   *script.Broken // nil: another studio has changed it
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
			r.Say(rooms.Warning, Say.notRead(tts.Clean(tts.Reason(err))))
		}
		r.Work.KeptAs("") // another one is begun, this stays as it is
		return
	}
	s, kept := f.Script()
	r.Work.RestoreLines(s)
	r.kept, r.file.waits = kept, f.Queue
	r.file.know(f)
	r.file.work = r.Work.Revision()
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
	if !f.touched && f.work == r.Work.Revision() {
		return nil
	}
	if !r.worth() {
		f.touched, f.work = false, r.Work.Revision()
		return nil
	}
	if r.Work.Script() == "" {
		r.Work.KeptAs(script.NewID())
	}
	f.touched, f.work = false, r.Work.Revision()
	f.note(r.snapshot())
	if f.ticking {
		return nil
	}
	f.ticking = true
	return tea.Tick(rooms.DraftPause, func(time.Time) tea.Msg { return writeMsg{r} })
}

// snapshot is the script as it would be kept now.
func (r *Lines) snapshot() script.File {
	next := script.File{ID: r.Work.Script(), Request: r.Work.Requested(), Host: r.host(), Preset: r.Work.Opened().Name, Queue: r.file.waits}
	if r.make.queue != nil {
		next.Queue = append(wishes(r.waiting()), next.Queue...)
	}
	return next.Of(r.Work.Lines(), r.kept)
}

// wishes are jobs as the file keeps them.
func wishes(jobs []narration.Job) (all []script.Wish) {
	for _, j := range jobs {
		all = append(all, script.Wish{Line: j.Line, Again: j.Again})
	}
	return all
}

func (f *filing) note(next script.File) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.due == nil {
		f.due = map[string]script.File{}
	}
	f.due[next.ID] = next
}

// TakeIn writes it in the background.
func (m writeMsg) TakeIn() tea.Cmd {
	r := m.of
	r.file.ticking = false
	return func() tea.Msg {
		moved, why, err := r.file.write(r.Session.Scripts())
		return writtenMsg{r, moved, why, err}
	}
}

// write keeps what is due. moved are the IDs under which those go on whose files have
// become another program's; why is set where such a one cannot be read here.
func (f *filing) write(folder script.Folder) (moved map[string]string, why *script.Broken, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	moved = map[string]string{}
	for id, next := range f.due {
		was, known := f.known[id]
		next.Name, next.Created, next.Updated = was.Name, was.Created, was.Updated
		now, fault := script.File{}, fs.ErrNotExist
		if known {
			now, fault = folder.Save(next)
		}
		if errors.Is(fault, fs.ErrNotExist) {
			now, fault = folder.CreateAs(next, id)
		}
		broken, unread := errors.AsType[*script.Broken](fault)
		if unread || errors.Is(fault, fs.ErrExist) {
			if now, fault = folder.Create(next); fault == nil {
				moved[id], why = now.ID, broken
			}
		}
		if fault != nil {
			err = fault
			continue
		}
		delete(f.due, id)
		if f.known == nil {
			f.known = map[string]script.File{}
		}
		f.known[now.ID] = now
	}
	return moved, why, err
}

// TakeIn says why it could not be kept, once.
func (m writtenMsg) TakeIn() tea.Cmd {
	r, f := m.of, &m.of.file
	if to := m.moved[r.Work.Script()]; to != "" {
		r.Work.KeptAs(to)
		f.work = r.Work.Revision()
		if m.why != nil {
			return r.Say(rooms.Warning, Say.setAside(tts.Clean(m.why.Error())))
		}
		return r.Say(rooms.Warning, Say.another)
	}
	if m.err == nil || f.broken {
		f.broken = m.err != nil
		return nil
	}
	f.broken = true
	return r.Say(rooms.Warning, Say.notKept(tts.Clean(tts.Reason(m.err))))
}

// name is what the script is called in its file; empty: nobody has said.
func (f *filing) name(id string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.known[id].Name
}

// Flush writes what is due now, and says under which IDs those go on that have got
// another one. It may be called from any goroutine.
func (r *Lines) Flush() (moved map[string]string, err error) {
	moved, _, err = r.file.write(r.Session.Scripts())
	return moved, err
}
