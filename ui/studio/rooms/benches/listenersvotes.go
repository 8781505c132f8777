package benches

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/script"
)

// votesFile is a file of votes: what became of it, or why it was refused.
type votesFile struct {
	file    string
	session audition.Session
	what    audition.Imported
	err     error
}

// AskVotes asks for the files that listeners have sent.
func (r *Listeners) AskVotes() tea.Cmd {
	if r.votes == "" {
		r.votes = script.TypedPath("~/Downloads")
	}
	suggestion := ""
	if info, err := os.Stat(r.votes); err == nil && info.IsDir() {
		suggestion = dialog.Homely(filepath.Join(r.votes, "*-votes*.json")) // a browser numbers the second one
	}
	r.Push(dialog.NewPrompt(Say.listeners.votesTitle, Say.listeners.votesHint, suggestion, func(typed string) dialog.Action {
		asker, _ := r.Top().(dialog.Asker)
		return dialog.Run(r.OnErrand(Say.listeners.reading, func() tea.Msg {
			return votesMsg{r, asker, readVotes(script.TypedPaths(typed))}
		}))
	}).Long(script.LongestPath), rooms.InFile)
	return nil
}

// readVotes reads files of votes.
func readVotes(files []string) (all []votesFile) {
	for _, file := range files {
		v := votesFile{file: file}
		var data []byte
		if data, v.err = contentsOf(file); v.err == nil {
			v.session, v.err = audition.ParseSession(data)
		}
		all = append(all, v)
	}
	return all
}

// contentsOf is what is in a file, as far as votes can be as long.
func contentsOf(file string) ([]byte, error) {
	if err := script.Readable(file); err != nil {
		return nil, err
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, errors.New(script.Say.Editor.Unreadable(dialog.Homely(file), tts.Reason(err)))
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, audition.MaxSession+1))
}

// votesMsg brings the votes that were asked for.
type votesMsg struct {
	of    *Listeners
	asker dialog.Asker
	files []votesFile
}

// TakeIn takes them in, in the bench's file. What cannot be read at all is asked for
// once more.
func (m votesMsg) TakeIn() tea.Cmd {
	r := m.of
	switch {
	case m.asker == nil || r.Top() != m.asker: // it was left
		return nil
	case len(m.files) == 0:
		m.asker.Refuse(errors.New(Say.listeners.noPath))
		return nil
	case len(m.files) == 1 && m.files[0].err != nil:
		m.asker.Refuse(errors.New(reasonOf(m.files[0].err)))
		return nil
	}
	r.Shut(m.asker)
	r.votes = filepath.Dir(m.files[0].file)
	return r.take(m.files, func(done importedMsg) tea.Cmd {
		r.remember(done)
		return r.tell(done)
	})
}

// reasonOf is why votes are refused, in a sentence.
func reasonOf(err error) string {
	if broken, is := errors.AsType[*audition.Broken](err); is {
		return broken.Reason
	}
	return tts.Clean(tts.Reason(err))
}

// take takes votes into the bench's file, after what was asked for before.
func (r *Listeners) take(files []votesFile, then func(importedMsg) tea.Cmd) tea.Cmd {
	b := r.Bench
	folder, file := r.Session.Auditions(), b.kept
	return b.order.Cmd(func() tea.Msg {
		m := importedMsg{of: r, file: file, votes: slices.Clone(files), then: then}
		var read []*votesFile
		var sessions []audition.Session
		for i := range m.votes {
			if v := &m.votes[i]; v.err == nil {
				read, sessions = append(read, v), append(sessions, v.session)
			}
		}
		before, err := folder.Load(file.name)
		arrivals, failed := folder.Import(file.name, sessions...)
		for i, v := range read {
			if v.err = cmp.Or(err, failed); v.err == nil {
				v.what, v.err = arrivals[i].What, arrivals[i].Refused
			}
		}
		after, _ := folder.Load(file.name)
		m.changed = changes(before.Sessions, after.Sessions, m.votes)
		return m
	})
}

// change is what was taken in of a session; was is nil where there was nothing of it.
type change struct{ was, now *audition.Session }

// changes are those that votes have made.
func changes(before, after []audition.Session, votes []votesFile) (all []change) {
	for _, v := range votes {
		c := change{sessionIn(before, v.session), sessionIn(after, v.session)}
		if v.err != nil || c.now == nil || c.was != nil && reflect.DeepEqual(c.was, c.now) || slices.Contains(all, c) {
			continue
		}
		all = append(all, c)
	}
	return all
}

// sessionIn is a session as it is in a list.
func sessionIn(list []audition.Session, s audition.Session) *audition.Session {
	if i := indexOf(list, s); i >= 0 {
		return &list[i]
	}
	return nil
}

func indexOf(list []audition.Session, s audition.Session) int {
	return slices.IndexFunc(list, func(other audition.Session) bool { return other.Session == s.Session && other.Test == s.Test })
}

// importedMsg tells what became of votes.
type importedMsg struct {
	of      *Listeners
	file    *kept
	votes   []votesFile
	changed []change
	then    func(importedMsg) tea.Cmd
}

// TakeIn shows it.
func (m importedMsg) TakeIn() tea.Cmd {
	cmd := m.then(m)
	if m.file == m.of.Bench.kept {
		cmd = tea.Batch(m.of.Bench.Reread(), cmd)
	}
	return cmd
}

// remember lets undo take out again exactly what came, but what has become longer
// since.
func (r *Listeners) remember(done importedMsg) {
	if len(done.changed) == 0 {
		return
	}
	b, name, what := r.Bench, r.Bench.a.Name, Say.listeners.importing
	back := func(a *audition.Audition) {
		a.Sessions = slices.Clone(a.Sessions)
		for _, c := range done.changed {
			switch i := indexOf(a.Sessions, *c.now); {
			case i < 0 || !reflect.DeepEqual(a.Sessions[i], *c.now):
			case c.was == nil:
				a.Sessions = slices.Delete(a.Sessions, i, i+1)
			default:
				a.Sessions[i] = *c.was
			}
		}
	}
	here := func(do func() tea.Cmd, said string) func(*document.Deed) tea.Cmd {
		return func(*document.Deed) tea.Cmd {
			if b.kept != done.file {
				return r.Say(rooms.Caution, Say.otherBench(name))
			}
			return tea.Batch(do(), r.Say(rooms.Note, said))
		}
	}
	r.Did(what, here(func() tea.Cmd { return b.change(back) }, rooms.Say.Deeds.Undone(what)),
		here(func() tea.Cmd {
			return r.take(done.votes, func(importedMsg) tea.Cmd { return nil })
		}, rooms.Say.Deeds.Again(what)))
}

// tell says what came, and lists what was refused and why.
func (r *Listeners) tell(done importedMsg) tea.Cmd {
	w := Say.listeners
	var cmds []tea.Cmd
	count := map[audition.Imported]int{}
	refused, why := 0, ""
	for _, v := range done.votes {
		if v.err == nil {
			count[v.what]++
			continue
		}
		refused, why = refused+1, w.refused(dialog.Base(v.file), reasonOf(v.err))
		cmds = append(cmds, r.Say(rooms.Warning, why))
	}
	said := w.taken(count[audition.New], count[audition.Longer]+count[audition.Differs], count[audition.Known])
	switch {
	case refused == 0:
		return r.Say(rooms.Note, said)
	case refused == len(done.votes) && refused == 1:
		return tea.Batch(cmds...)
	case refused == 1:
		said = tts.Listed(said, why)
	default:
		said = tts.Listed(said, w.manyRefused(refused))
	}
	return tea.Batch(append(cmds, r.Say(rooms.Caution, said))...)
}
