package benches

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/script"
)

// candidates are those of which a page is made: of the ones in sight, those that are
// made and that no knockout has left behind.
func (r *Listeners) candidates() (ids []string) {
	for _, row := range r.Bench.shown {
		if row.Take != nil && !row.Out {
			ids = append(ids, row.ID)
		}
	}
	return ids
}

// NoPage says why no page can be made.
func (r *Listeners) NoPage() string {
	switch {
	case r.stop != nil:
		return Say.listeners.busy
	case len(r.candidates()) < 2:
		return Say.listeners.tooFew
	}
	return ""
}

// AskPage asks how a page shall ask, and then for its file.
func (r *Listeners) AskPage() tea.Cmd {
	w, n := Say.listeners, len(r.candidates())
	var items []dialog.Item
	for _, kind := range []audition.TestKind{audition.Pairs, audition.Rank} {
		it := dialog.Item{Title: w.kinds[kind], Detail: w.asks[kind](n), Value: kind, Action: rooms.Does(func() tea.Cmd { return r.askFile(kind) })}
		if kind == audition.Rank && n > audition.Most { // digits put them in order
			it.Off = w.tooMany(audition.Most)
		}
		items = append(items, it)
	}
	picker := dialog.NewPicker(w.kindTitle, w.kindHint, items)
	if l, exported := r.Bench.listened(); exported {
		picker.At(l.Test.Kind)
	}
	r.Push(picker, rooms.InList)
	return nil
}

// pageEnding is that of the file of a page.
const pageEnding = ".html"

func (r *Listeners) askFile(kind audition.TestKind) tea.Cmd {
	if r.dir == "" {
		r.dir, _ = os.UserHomeDir()
	}
	name := strings.TrimSuffix(filepath.Base(r.Session.Auditions().Path(r.Bench.a.Name)), ".json")
	r.replaces = ""
	r.Push(dialog.NewPrompt(Say.listeners.fileTitle, Say.listeners.fileHint, "", func(typed string) dialog.Action {
		asker, _ := r.Top().(dialog.Asker)
		return dialog.Run(func() tea.Msg {
			file, there, err := pageAt(typed)
			return placedMsg{r, asker, kind, file, there, err}
		})
	}).Adding(script.LongestPath).Suggesting(dialog.Homely(filepath.Join(r.dir, name+pageEnding))), rooms.InFile)
	return nil
}

// pageAt is the file that was typed for a page, and whether there is one already.
func pageAt(typed string) (file string, there bool, err error) {
	w := Say.listeners
	file = script.TypedPath(typed)
	switch ending := filepath.Ext(file); {
	case file == "":
		return "", false, errors.New(w.noFile)
	case ending == "":
		file += pageEnding
	case !strings.EqualFold(ending, pageEnding) && !strings.EqualFold(ending, ".htm"):
		return "", false, errors.New(w.otherEnding)
	}
	if info, err := os.Stat(filepath.Dir(file)); err != nil || !info.IsDir() {
		return "", false, errors.New(w.noFolder(dialog.Homely(filepath.Dir(file))))
	}
	info, err := os.Stat(file)
	if err == nil && !info.Mode().IsRegular() {
		return "", false, errors.New(script.Say.Editor.NoFile(dialog.Homely(file)))
	}
	return file, err == nil, nil
}

// placedMsg brings where a page shall be.
type placedMsg struct {
	of    *Listeners
	asker dialog.Asker
	kind  audition.TestKind
	file  string
	there bool
	err   error
}

// TakeIn makes the page. A file that is there needs enter twice.
func (m placedMsg) TakeIn() tea.Cmd {
	r := m.of
	switch {
	case m.asker == nil || r.Top() != m.asker: // it was left
		return nil
	case m.err != nil:
		m.asker.Refuse(m.err)
		return nil
	case m.there && r.replaces != m.file:
		r.replaces = m.file
		m.asker.Refuse(errors.New(Say.listeners.fileThere(dialog.Base(m.file))))
		return nil
	}
	r.Shut(m.asker)
	return r.makePage(m.kind, m.file, m.there)
}

// makePage makes a page in the background, of what the bench's file says once all is
// in it that was done until now.
func (r *Listeners) makePage(kind audition.TestKind, path string, replace bool) tea.Cmd {
	b := r.Bench
	ctx, cancel := context.WithCancel(r.Ctx)
	r.stop, r.dir = cancel, filepath.Dir(path)
	o := bench.PageOptions{Kind: kind}
	if len(b.shown) < len(b.Rows) {
		o.Only = r.candidates()
	}
	file, kept, folder := b.kept, r.Session.Takes(), r.Session.Auditions()
	var name string
	var unmade error
	written := b.order.Cmd(func() tea.Msg {
		name, unmade = file.name, file.unmade
		return nil
	})
	return r.OnErrand(Say.listeners.making, func() tea.Msg {
		defer cancel()
		if written(); unmade != nil {
			return pageMsg{of: r, err: unmade}
		}
		m := pageMsg{of: r, file: path, telling: true}
		o.Publish = func(html []byte) error {
			m.telling = false
			return writePage(ctx, path, html, replace)
		}
		m.page, m.err = bench.MakePage(ctx, kept, folder, name, o)
		return m
	})
}

// writePage writes a page as a whole, or nothing.
func writePage(ctx context.Context, path string, html []byte, replace bool) error {
	if ctx.Err() != nil {
		return tts.Stopped(ctx.Err())
	}
	if _, err := os.Lstat(path); err == nil && !replace {
		return tts.Machine(tts.Said{What: Say.listeners.fileCame(dialog.Homely(path))}, nil)
	}
	return session.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(html)
		return err
	})
}

// pageMsg tells how making a page has ended.
type pageMsg struct {
	of      *Listeners
	page    bench.Page
	file    string
	err     error
	telling bool // the error may name a candidate
}

// TakeIn says where the page is.
func (m pageMsg) TakeIn() tea.Cmd {
	r, w := m.of, Say.listeners
	r.stop = nil
	if fault := tts.AsError(m.err, tts.KindMachine); fault != nil {
		switch {
		case fault.Kind == tts.KindInterrupted:
			return r.Say(rooms.Note, rooms.Say.Screen.Stopped)
		case m.telling && r.Bench.Blind:
			return r.Fail(tts.Wrong("", tts.Said{What: w.failedBlind}))
		}
		return r.Fail(fault)
	}
	page := m.page
	said := []string{w.wrote(dialog.Homely(m.file), session.Size(int64(len(page.HTML)))), w.holds(len(page.Test.Clips), page.Test.Questions(), page.Test.Kind)}
	if page.Matched {
		said = append(said, w.matched)
	} else {
		said = append(said, w.unmatched)
	}
	if left := page.LeftOut; len(left) > 0 {
		said = append(said, w.leftOut(r.listed(left)))
	}
	if twice := page.Twice; len(twice) > 0 {
		said = append(said, w.twice(r.listed(twice)))
	}
	if page.Encoded > 0 {
		said = append(said, w.encoded(page.Encoded))
	}
	if page.Unaligned > 0 {
		said = append(said, w.unaligned(page.Unaligned))
	}
	return tea.Batch(r.Bench.Reread(), r.Say(rooms.Note, w.wroteWith(said)))
}

// listed are some labels in a sentence; while nobody shall know which they are, how
// many.
func (r *Listeners) listed(labels []string) string {
	if r.Bench.Blind {
		return Say.listeners.some(len(labels))
	}
	var names []string
	for _, label := range labels {
		names = append(names, short(label))
	}
	return tts.Listed(names...)
}

// Working says that a page is being made; empty where none is.
func (r *Listeners) Working() string {
	if r.stop == nil {
		return ""
	}
	return rooms.Say.Screen.EscStops(Say.listeners.making)
}

// StopPage gives up the page that is being made; false where none is, or a dialog has
// the keys.
func (r *Listeners) StopPage() bool {
	if r.stop == nil || r.Top() != nil {
		return false
	}
	r.stop()
	return true
}
