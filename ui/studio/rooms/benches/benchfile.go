package benches

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// kept is the file of a bench. What is written to it knows its name, which is
// settled when it is made, or why it could not be; what is shown knows it as it was
// called last.
type kept struct {
	name, called string
	unmade       error
}

// file is that of a bench of a name, the same for as long as the studio runs: what
// was done to it can be taken back when it is opened once more.
func (r *Bench) file(name string) *kept {
	i := slices.IndexFunc(r.files, func(k *kept) bool { return k.called == name })
	if i < 0 {
		return r.newFile(name)
	}
	return r.files[i]
}

// newFile is one that is to be made; another one of its name has gone.
func (r *Bench) newFile(name string) *kept {
	r.files = slices.DeleteFunc(r.files, func(k *kept) bool { return k.called == name })
	r.files = append(r.files, &kept{name: name, called: name})
	return r.files[len(r.files)-1]
}

// Begin opens the bench that was open last.
func (r *Bench) Begin() tea.Cmd {
	if r.Audition == "" {
		return nil
	}
	return r.load(r.Audition)
}

// load reads an audition after what was asked for before.
func (r *Bench) load(name string) tea.Cmd {
	folder := r.Session.Auditions()
	r.loads++
	n := r.loads
	return r.order.Cmd(func() tea.Msg {
		a, err := folder.Load(name)
		return openedMsg{r, n, a, err}
	})
}

// Reread looks what others have made of it.
func (r *Bench) Reread() tea.Cmd {
	if r.a.Name == "" {
		return nil
	}
	folder, file := r.Session.Auditions(), r.kept
	r.loads++
	n := r.loads
	return r.order.Cmd(func() tea.Msg {
		a, err := folder.Load(file.name)
		return openedMsg{r, n, a, err}
	})
}

// openedMsg brings an audition.
type openedMsg struct {
	of  *Bench
	n   int
	a   audition.Audition
	err error
}

// TakeIn shows it.
func (m openedMsg) TakeIn() tea.Cmd {
	r := m.of
	switch {
	case m.n != r.loads: // it was read once more, or another one was opened
		return nil
	case errors.Is(m.err, fs.ErrNotExist):
		was := r.a.Name
		r.put(audition.Audition{})
		r.Audition = ""
		if was != "" {
			return tea.Batch(r.sync(), r.Say(rooms.Warning, Say.gone(was)))
		}
		return r.sync()
	case m.err != nil:
		r.put(audition.Audition{})
		r.fault = m.err
		return tea.Batch(r.sync(), r.Say(rooms.Warning, tts.Reason(m.err)))
	case r.pending > 0:
		return nil // what is written now brings it
	}
	r.put(m.a)
	return r.sync()
}

// put makes an audition the one that is shown.
func (r *Bench) put(a audition.Audition) {
	if a.Name != r.a.Name || r.kept == nil {
		r.kept = r.file(a.Name)
		r.StopMaking()
		r.Rows, r.page = nil, 0
		r.list.Reset()
		r.offered = ""
	}
	r.a, r.fault = a, nil
}

// edit is a change of the audition.
type edit func(*audition.Audition)

// change makes a change on the screen at once, and in the file after what was
// asked for before.
func (r *Bench) change(do edit) tea.Cmd { return r.changeAnd(do, nil) }

// changeAnd also does something once the file has the change, with what others have
// made of it.
func (r *Bench) changeAnd(do edit, then func(audition.Audition) tea.Cmd) tea.Cmd {
	r.pending++
	r.apply(do)
	folder, file := r.Session.Auditions(), r.kept
	write := r.order.Cmd(func() tea.Msg {
		if file.unmade != nil {
			return editedMsg{of: r, file: file, err: file.unmade, unmade: true}
		}
		a, err := folder.Edit(file.name, do)
		return editedMsg{of: r, file: file, a: a, err: err, then: then}
	})
	return tea.Batch(write, r.sync())
}

// apply makes a change on the screen.
func (r *Bench) apply(do edit) {
	a := r.a
	a.Candidates = slices.Clone(a.Candidates)
	a.Bench.Order = slices.Clone(a.Bench.Order)
	do(&a)
	r.a = a
}

// nextID is the one that the file gives the next candidate.
func nextID(a audition.Audition) string {
	last := a.Given
	for _, c := range a.Candidates {
		if n, err := strconv.Atoi(strings.TrimPrefix(c.ID, "c")); err == nil {
			last = max(last, n)
		}
	}
	return fmt.Sprint("c", last+1)
}

// holds reports whether a candidate is on the bench.
func holds(a audition.Audition, id string) bool {
	return slices.ContainsFunc(a.Candidates, func(c audition.Candidate) bool { return c.ID == id })
}

// editedMsg is an audition after a change.
type editedMsg struct {
	of   *Bench
	file *kept
	a    audition.Audition
	err  error

	unmade bool // there is no file
	then   func(audition.Audition) tea.Cmd
}

// TakeIn shows what others have changed meanwhile, too.
func (m editedMsg) TakeIn() tea.Cmd {
	r := m.of
	r.pending--
	if m.err == nil {
		m.file.called = m.a.Name
	}
	if m.file != r.kept {
		return nil
	}
	if m.err != nil {
		failed := r.Fail(tts.Machine(tts.Said{What: tts.InWords(m.err)}, m.err))
		if !m.unmade {
			return tea.Batch(failed, r.load(m.file.called))
		}
		r.put(audition.Audition{})
		r.Audition = ""
		return tea.Batch(failed, r.sync())
	}
	r.Audition = m.a.Name
	var shown, then tea.Cmd
	if r.pending == 0 {
		r.a = m.a
		shown = r.sync()
	}
	if m.then != nil {
		then = m.then(m.a)
	}
	return tea.Batch(shown, then)
}

// deed makes a change that can be taken back.
func (r *Bench) deed(what string, do, back edit) tea.Cmd {
	file, name := r.kept, r.a.Name
	again := func(d edit, done func(string) string) func(*document.Deed) tea.Cmd {
		return func(*document.Deed) tea.Cmd {
			said := done(what)
			if r.Blind { // it may name one
				said = done(Say.change)
			}
			if r.kept != file {
				return r.Say(rooms.Caution, Say.otherBench(name))
			}
			return tea.Batch(r.change(d), r.Say(rooms.Note, said))
		}
	}
	r.Did(what, again(back, rooms.Say.Deeds.Undone), again(do, rooms.Say.Deeds.Again))
	return r.change(do)
}

// begin makes a new bench, whose name and line are those of the moment.
func (r *Bench) begin(text string) tea.Cmd {
	a := audition.Audition{Version: audition.Version, Name: Say.benchName(r.Now(), beginning(text)), Text: text}
	return r.create(a)
}

func (r *Bench) create(a audition.Audition) tea.Cmd {
	r.newFile(a.Name)
	r.a.Name = "" // the one before may have the same
	r.put(a)
	r.Audition = a.Name
	r.loads++
	r.pending++
	folder, file := r.Session.Auditions(), r.kept
	return r.order.Cmd(func() tea.Msg {
		made, err := folder.Create(a)
		for n := 2; errors.Is(err, fs.ErrExist) && n < 100; n++ { // of this minute, by another studio, say
			a.Name = dialog.Numbered(file.name, n)
			made, err = folder.Create(a)
		}
		if file.unmade = err; err == nil {
			file.name = made.Name
		}
		return editedMsg{of: r, file: file, a: made, err: err, unmade: err != nil}
	})
}

// line is what is said on a bench that has no line yet.
func (r *Bench) line() string {
	if r.a.Text != "" {
		return r.a.Text
	}
	return r.Request().Text
}

func beginning(text string) string { return session.Beginning(tts.Unpaused(text)) }

// keepTakes keeps in the file which takes answer, so that they are not pruned.
func (r *Bench) keepTakes() tea.Cmd {
	found := map[string]string{}
	for _, row := range r.Rows {
		if row.Take != nil && row.Candidate.Take != row.Take.ID {
			found[row.ID] = row.Take.ID
		}
	}
	if len(found) == 0 || r.a.Name == "" {
		return nil
	}
	text := r.a.Text
	return r.change(func(a *audition.Audition) {
		for i, c := range a.Candidates {
			if id, made := found[c.ID]; made && a.Text == text {
				a.Candidates[i].Take = id
			}
		}
	})
}
