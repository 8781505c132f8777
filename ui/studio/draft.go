package studio

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
)

// drafts is what of the work is on disk.
type drafts struct {
	*shared
	base    string // the file of the first studio's draft; empty: none is kept
	file    document.DraftFile
	waiting bool // a write is due
	broken  bool // a write failed, and that was said
}

// draftPause is how long after a change the draft is written.
const draftPause = time.Second

type (
	draftMsg        struct{}
	draftWrittenMsg struct {
		err   error
		aside string // the file that is this studio's from now on; empty: the same
	}
)

// keepDraft has the draft written soon; changes until then go with it.
func (r *drafts) keep() tea.Cmd {
	if r.base == "" {
		return nil
	}
	r.file.Note(r.work.Draft())
	if r.waiting {
		return nil
	}
	r.waiting = true
	return tea.Tick(draftPause, func(time.Time) tea.Msg { return draftMsg{} })
}

func (r *drafts) write() tea.Cmd {
	r.waiting = false
	return func() tea.Msg {
		aside, err := r.file.Write()
		return draftWrittenMsg{err, aside}
	}
}

func (r *drafts) written(msg draftWrittenMsg) tea.Cmd {
	switch {
	case msg.err == nil && msg.aside != "":
		r.broken = false
		return r.say(warning, say.drafts.another(dialog.Homely(msg.aside)))
	case msg.err == nil || r.broken:
		r.broken = msg.err != nil
		return nil
	}
	r.broken = true
	return r.say(warning, say.drafts.notKept(msg.err.Error()))
}

// flush writes the draft now, if something has changed. It may be called from
// any goroutine.
func (r *drafts) flush() error {
	if r.base == "" {
		return nil
	}
	_, err := r.file.Write()
	return err
}

// restoreDraft shows what was being edited when the program ended. A draft
// that cannot be read or drawn is put aside, not overwritten; its words stay.
func (m *Model) restoreDraft() {
	base := m.drafts.base
	if base == "" {
		return
	}
	path := base
	if left := document.Drafts(base); len(left) > 0 {
		path = left[0].File
		if len(left) > 1 {
			m.say(warning, say.drafts.others(len(left)-1))
		}
	}
	b, err := os.ReadFile(path)
	aside := false
	defer func() {
		if m.drafts.file.Begin(base, path, b, m.work.Draft()); aside {
			m.drafts.file.Unkept()
		}
	}()
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	var d document.Draft
	if err == nil {
		err = json.Unmarshal(b, &d)
	}
	if err != nil {
		m.drafts.putAside(path, say.drafts.unreadable)
		b = nil
		return
	}
	fresh := m.doc()
	m.work.Restore(d)
	words := m.doc().Text
	often := m.drafts.failedOften()
	if !often && m.drawable() {
		return
	}
	fresh.Text, b, aside = words, nil, true
	m.work = document.Begin(fresh)
	switch {
	case !m.drawable():
		fresh.Text = ""
		m.work = document.Begin(fresh)
		m.drafts.putAside(path, say.drafts.undrawable)
	case often:
		m.drafts.putAside(path, say.drafts.failedTwice)
	default:
		m.drafts.putAside(path, say.drafts.undrawableSettings)
	}
}
