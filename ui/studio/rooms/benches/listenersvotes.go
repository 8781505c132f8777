package benches

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
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
		var came []audition.Session
		for _, v := range read {
			if v.err == nil {
				came = append(came, v.session)
			}
		}
		m.changed = audition.Changes(before.Sessions, after.Sessions, came)
		return m
	})
}

// importedMsg tells what became of votes.
type importedMsg struct {
	of      *Listeners
	file    *kept
	votes   []votesFile
	changed []audition.Change
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
	back := audition.Withdraw(done.changed)
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
