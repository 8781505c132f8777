package tuner

import (
	"errors"
	"io/fs"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/tuning"
)

// kept is what the file of a course is known by. What is written to it knows that
// from what was written before, one after the other.
type kept struct {
	id               string // empty: there is no file yet
	created, updated time.Time
}

// read looks for the course that was left open last.
func (r *Tuner) read() tea.Cmd {
	r.reading = true
	folder := r.Session.Tunings()
	return r.order.Cmd(func() tea.Msg {
		last, broken, err := folder.Last()
		return readMsg{r, last, broken, err}
	})
}

// readMsg brings it; last is nil where there is none.
type readMsg struct {
	of     *Tuner
	last   *tuning.Course
	broken []tuning.Broken
	err    error
}

// TakeIn goes on with it, or begins one.
func (m readMsg) TakeIn() tea.Cmd {
	r := m.of
	r.reading = false
	var said tea.Cmd
	switch {
	case m.err != nil:
		said = r.Fail(tts.Machine(tts.Said{What: tts.InWords(m.err)}, m.err))
	case len(m.broken) > 0:
		said = r.Say(rooms.Warning, m.broken[0].Error())
	}
	if m.last == nil {
		return tea.Batch(said, r.begin(fromNow, []tuning.Start{r.now()}))
	}
	opened := r.open(*m.last)
	if said == nil && r.search != nil {
		said = r.Say(rooms.Note, Say.resumed(m.last.Updated.Local(), r.Now(), len(r.told)))
	}
	return tea.Batch(opened, said)
}

// worth reports whether there is anything to keep.
func (r *Tuner) worth() bool {
	return r.filed || len(r.told) > 0 || r.course.Clips > 0 && !r.free()
}

// keep writes the course as it is now, after what was written before.
func (r *Tuner) keep() tea.Cmd { return r.keepAnd("") }

// keepAnd says something once that is done.
func (r *Tuner) keepAnd(said string) tea.Cmd {
	r.course.Session = r.search.Session()
	if !r.worth() {
		return nil
	}
	folder, file, next := r.Session.Tunings(), r.file, r.course
	next.Takes = slices.Clone(next.Takes)
	next.Spent = slices.Clone(next.Spent)
	r.filed, r.counted = true, next.Clips
	return r.order.Cmd(func() tea.Msg {
		next.ID, next.Created, next.Updated = file.id, file.created, file.updated
		save := folder.Save
		if file.id == "" {
			save = folder.Create
		}
		c, err := save(next)
		if _, broken := errors.AsType[*tuning.Broken](err); file.id != "" && (broken || errors.Is(err, fs.ErrNotExist)) {
			c, err = folder.Create(next) // somebody has removed it, or spoilt it, which stays as it is
		}
		if err == nil {
			file.id, file.created, file.updated = c.ID, c.Created, c.Updated
		}
		return keptMsg{r, file, said, err}
	})
}

// keptMsg tells that a course was written, or why not.
type keptMsg struct {
	of   *Tuner
	file *kept
	said string // empty: nothing
	err  error
}

// TakeIn goes on with what another studio has answered, where that was first.
func (m keptMsg) TakeIn() tea.Cmd {
	r := m.of
	switch {
	case m.err == nil && m.said != "":
		return r.Say(rooms.Note, m.said)
	case m.err == nil || m.file != r.file:
		return nil
	case errors.Is(m.err, fs.ErrExist):
		return r.reread()
	}
	return r.Fail(tts.Machine(tts.Said{What: tts.InWords(m.err)}, m.err))
}

// LookAgain takes in what another studio has made of the course meanwhile.
func (r *Tuner) LookAgain() tea.Cmd {
	if !r.shown || r.search == nil {
		return nil
	}
	return r.reread()
}

// reread takes in what another studio has made of the course.
func (r *Tuner) reread() tea.Cmd {
	if r.file == nil {
		return nil
	}
	folder, file := r.Session.Tunings(), r.file
	return r.order.Cmd(func() tea.Msg {
		if file.id == "" {
			return nil
		}
		c, err := folder.Load(file.id)
		if err != nil || c.Updated.Equal(file.updated) {
			return nil // what cannot be read says so when it is written
		}
		return elsewhereMsg{r, file, c}
	})
}

// elsewhereMsg brings a course that another studio has gone on with.
type elsewhereMsg struct {
	of     *Tuner
	file   *kept
	course tuning.Course
}

// TakeIn shows it as it is in the file: who answered first is right.
func (m elsewhereMsg) TakeIn() tea.Cmd {
	r := m.of
	if m.file != r.file || r.search == nil {
		return nil
	}
	agreed, early, stop := r.agreed, r.early, r.stop
	if m.course.Ended {
		r.search, r.file = nil, nil
		return tea.Batch(r.begin(fromNow, []tuning.Start{r.now()}), r.Say(rooms.Warning, Say.endedElsewhere))
	}
	opened := r.open(m.course)
	r.agreed, r.early, r.stop = agreed, early, stop
	return tea.Batch(opened, r.Say(rooms.Warning, Say.wentOn(len(r.told))))
}

// end closes the file: nothing resumes it.
func (r *Tuner) end() tea.Cmd {
	if r.file == nil {
		return nil
	}
	folder, file := r.Session.Tunings(), r.file
	r.search, r.file, r.asked, r.told = nil, nil, false, nil
	r.Rows, r.Later = nil, 0
	return r.order.Cmd(func() tea.Msg {
		if file.id != "" {
			if err := folder.End(file.id); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return endedMsg{r, err}
			}
		}
		return nil
	})
}

// endedMsg tells that a course could not be closed.
type endedMsg struct {
	of  *Tuner
	err error
}

// TakeIn says so.
func (m endedMsg) TakeIn() tea.Cmd {
	return m.of.Fail(tts.Machine(tts.Said{What: tts.InWords(m.err)}, m.err))
}
