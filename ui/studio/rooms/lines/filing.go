package lines

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// filing is what of scripts is on disk. A file is written a while after a change, and
// when the program ends.
type filing struct {
	document.ScriptFiles

	waits   []script.Wish // were to be made when the program ended, or a halt came
	touched bool          // something beside the work has changed
	work    uint64        // the revision that was noted
	ticking bool
	broken  bool // a write failed, and that was said
}

// touch says that what is kept beside the document has changed.
func (f *filing) touch() { f.touched = true }

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
	kept, waits, err := r.file.Open(r.Session.Scripts(), r.Work)
	if err != nil {
		r.Say(rooms.Warning, Say.notRead(tts.Clean(tts.Reason(err))))
	}
	if kept == nil {
		return
	}
	r.kept, r.file.waits = kept, waits
	r.file.work = r.Work.Revision()
}

// keep notes the script as it is now, and has it written soon.
func (r *Lines) keep() tea.Cmd {
	f := &r.file
	if !f.touched && f.work == r.Work.Revision() {
		return nil
	}
	if !r.Work.Worth(r.kept) {
		f.touched, f.work = false, r.Work.Revision()
		return nil
	}
	f.Note(r.snapshot())
	f.touched, f.work = false, r.Work.Revision()
	if f.ticking {
		return nil
	}
	f.ticking = true
	return tea.Tick(rooms.DraftPause, func(time.Time) tea.Msg { return writeMsg{r} })
}

// snapshot is the script as it would be kept now.
func (r *Lines) snapshot() script.File {
	waits := r.file.waits
	if r.make.queue != nil {
		waits = append(wishes(r.waiting()), waits...)
	}
	return r.Work.ScriptFile(r.host(), r.kept, waits)
}

// wishes are jobs as the file keeps them.
func wishes(jobs []narration.Job) (all []script.Wish) {
	for _, j := range jobs {
		all = append(all, script.Wish{Line: j.Line, Again: j.Again})
	}
	return all
}

// TakeIn writes it in the background.
func (m writeMsg) TakeIn() tea.Cmd {
	r := m.of
	r.file.ticking = false
	return func() tea.Msg {
		moved, why, err := r.file.Write(r.Session.Scripts())
		return writtenMsg{r, moved, why, err}
	}
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

// Flush writes what is due now, and says under which IDs those go on that have got
// another one. It may be called from any goroutine.
func (r *Lines) Flush() (moved map[string]string, err error) {
	moved, _, err = r.file.Write(r.Session.Scripts())
	return moved, err
}
