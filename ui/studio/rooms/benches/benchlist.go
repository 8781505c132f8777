package benches

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// Others lists the benches that there are.
func (r *Bench) Others() tea.Cmd {
	folder := r.Session.Auditions()
	return r.OnErrand(rooms.Say.Screen.Reading(Say.benches), r.order.Cmd(func() tea.Msg {
		all, broken, err := folder.List()
		return listedMsg{r, all, broken, err}
	}))
}

// listedMsg brings them.
type listedMsg struct {
	of     *Bench
	all    []audition.Audition
	broken []audition.Broken
	err    error
}

// TakeIn lists them.
func (m listedMsg) TakeIn() tea.Cmd {
	r := m.of
	if m.err != nil {
		return r.Fail(tts.Machine(tts.Said{What: tts.InWords(m.err)}, m.err))
	}
	items := []dialog.Item{{Title: Say.newBench, Action: rooms.Does(r.askNew)}}
	if r.a.Name != "" {
		items = append(items, dialog.Item{Title: Say.renameBench, Action: rooms.Does(r.askName)}, dialog.Item{Title: Say.removeBench(r.a.Name), Action: rooms.Does(r.remove)})
	}
	for _, a := range m.all {
		it := dialog.Item{Title: a.Name, Detail: Say.candidates(len(a.Candidates)), Right: session.Lately(a.Updated, r.Now()), Value: a.Name,
			Action: rooms.Does(func() tea.Cmd { return r.Open(a.Name) })}
		if a.Name == r.a.Name {
			it.Detail = Say.thisOne
		}
		items = append(items, it)
	}
	for _, b := range m.broken {
		items = append(items, dialog.Item{Title: dialog.Base(b.File), Detail: Say.cannotOpen, Off: b.Error()})
	}
	r.Push(dialog.NewPicker(Say.benchesTitle, Say.benchesHint, items).At(r.a.Name), rooms.InList)
	return nil
}

// Open goes to another bench.
func (r *Bench) Open(name string) tea.Cmd {
	r.FocusOn(rooms.BenchPanel)
	return r.Load(name)
}

// Load shows another bench where the bench stands.
func (r *Bench) Load(name string) tea.Cmd {
	r.Audition = name
	return r.load(name)
}

func (r *Bench) askNew() tea.Cmd {
	r.Push(dialog.NewPrompt(Say.newBench, Say.newHint, Say.benchName(r.Now(), beginning(r.line())), func(name string) dialog.Action {
		return dialog.Chosen{Action: rooms.Does(func() tea.Cmd {
			return tea.Batch(r.create(audition.Audition{Version: audition.Version, Name: named(name), Text: r.line()}), r.sync())
		})}
	}), rooms.InPrompt)
	return nil
}

func named(name string) string { return strings.TrimSpace(tts.Clean(tts.Plain(name))) }

// askName asks for another name. A name does not change within a file: the bench
// goes on in another, and the one before into the trash.
func (r *Bench) askName() tea.Cmd {
	r.Push(dialog.NewPrompt(Say.renameBench, Say.renameHint, r.a.Name, func(name string) dialog.Action {
		return dialog.Chosen{Action: rooms.Does(func() tea.Cmd { return r.rename(r.a.Name, named(name)) })}
	}), rooms.InPrompt)
	return nil
}

func (r *Bench) rename(was, name string) tea.Cmd {
	if name == "" || name == was || r.a.Name != was {
		return nil
	}
	folder, file := r.Session.Auditions(), r.kept
	r.Audition = name
	return r.order.Cmd(func() tea.Msg {
		a, err := folder.Load(was)
		if err == nil {
			a.Name = name
			a, err = folder.Create(a)
		}
		if err == nil {
			_, err = folder.Remove(was)
		}
		if err == nil {
			file.name = name
		}
		return renamedMsg{r, file, was, a, err}
	})
}

// renamedMsg tells that a bench has another name.
type renamedMsg struct {
	of   *Bench
	file *kept
	was  string
	a    audition.Audition
	err  error
}

// TakeIn shows it.
func (m renamedMsg) TakeIn() tea.Cmd {
	r := m.of
	if m.err != nil {
		if m.file == r.kept {
			r.Audition = m.was
		}
		return r.Fail(tts.Machine(tts.Said{What: tts.InWords(m.err)}, m.err))
	}
	m.file.called = m.a.Name
	if m.file != r.kept {
		return nil
	}
	r.a = m.a
	return tea.Batch(r.sync(), r.Say(rooms.Note, Say.renamed(m.a.Name)))
}

// remove puts the bench into the trash; undo brings it back.
func (r *Bench) remove() tea.Cmd {
	name, folder := r.a.Name, r.Session.Auditions()
	back := func() error { return nil }
	gone := func() tea.Cmd {
		return r.order.Cmd(func() tea.Msg {
			undo, err := folder.Remove(name)
			if err == nil {
				back = undo
			}
			return removedMsg{r, err, func() tea.Cmd {
				if r.a.Name == name {
					r.put(audition.Audition{})
					r.Audition = ""
				}
				return tea.Batch(r.sync(), r.Say(rooms.Note, Say.removed(name)))
			}}
		})
	}
	r.Did(Say.removing(name), func(*document.Deed) tea.Cmd {
		return r.order.Cmd(func() tea.Msg {
			return removedMsg{r, back(), func() tea.Cmd { return tea.Batch(r.Open(name), r.Say(rooms.Note, Say.isBack(name))) }}
		})
	}, func(*document.Deed) tea.Cmd { return gone() })
	return gone()
}

// removedMsg tells that a bench has gone, or is back.
type removedMsg struct {
	of   *Bench
	err  error
	then func() tea.Cmd
}

// TakeIn shows that.
func (m removedMsg) TakeIn() tea.Cmd {
	if m.err != nil {
		return m.of.Fail(tts.Machine(tts.Said{What: tts.InWords(m.err)}, m.err))
	}
	return m.then()
}
