package rooms

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// Drafts is what of the work is on disk.
type Drafts struct {
	*Shared
	Base string // the file of the first studio's draft; empty: none is kept
	File document.DraftFile
	// Lines are those of a draft, as its file has them.
	Lines   func(d document.Draft) script.Script
	waiting bool // a write is due
	broken  bool // a write failed, and that was said
}

// DraftPause is how long after a change the draft is written.
const DraftPause = time.Second

type (
	DraftMsg        struct{}
	DraftWrittenMsg struct {
		err   error
		aside string // the file that is this studio's from now on; empty: the same
	}
)

// Keep has the draft written soon; changes until then go with it.
func (r *Drafts) Keep() tea.Cmd {
	if r.Base == "" {
		return nil
	}
	r.File.Note(r.Work.Draft())
	if r.waiting {
		return nil
	}
	r.waiting = true
	return tea.Tick(DraftPause, func(time.Time) tea.Msg { return DraftMsg{} })
}

// Write writes the draft in the background.
func (r *Drafts) Write() tea.Cmd {
	r.waiting = false
	return func() tea.Msg {
		aside, err := r.File.Write()
		return DraftWrittenMsg{err, aside}
	}
}

// Written says why it could not be kept, once.
func (r *Drafts) Written(msg DraftWrittenMsg) tea.Cmd {
	switch {
	case msg.err == nil && msg.aside != "":
		r.broken = false
		return r.Say(Warning, Say.Drafts.another(dialog.Homely(msg.aside)))
	case msg.err == nil || r.broken:
		r.broken = msg.err != nil
		return nil
	}
	r.broken = true
	return r.Say(Warning, Say.Drafts.NotKept(tts.Reason(msg.err)))
}

// Flush writes the draft now, if something has changed. It may be called from
// any goroutine.
func (r *Drafts) Flush() error {
	if r.Base == "" {
		return nil
	}
	_, err := r.File.Write()
	return err
}

// others are those that are not this studio's.
func (r *Drafts) others() []document.Kept {
	own := r.File.File()
	return slices.DeleteFunc(document.Drafts(r.Base), func(d document.Kept) bool { return d.File == own })
}

// Pick lists the drafts of other studios by how they begin.
func (r *Drafts) Pick() tea.Cmd {
	var items []dialog.Item
	for _, kept := range r.others() {
		it := dialog.Item{Title: filepath.Base(kept.File), Right: session.Lately(kept.Time, r.Now()), Action: dialog.TakeDraft{File: kept.File}}
		d, err := document.ReadDraft(kept.File)
		if err != nil {
			it.Off = Say.Drafts.cannotRead(dialog.Homely(kept.File), tts.Reason(err))
		} else if it.Title = beginning(d.Text); it.Title == "" {
			it.Title, it.Detail = Say.Drafts.noWords, VoiceNames(d.Doc().Request())
		}
		items = append(items, it)
	}
	r.Push(dialog.NewPicker(Say.Drafts.title, Say.Drafts.hint, items), InList)
	return nil
}

// Take shows another studio's draft. Its file goes once its words are in
// this studio's own.
func (r *Drafts) Take(file string) tea.Cmd {
	d, err := document.ReadDraft(file)
	if err != nil {
		return r.Fail(err)
	}
	r.Work.Read(d.Doc(), r.Lines(d), d.Script, Say.Deeds.openingDraft, r.Now())
	r.File.Note(r.Work.Draft())
	keep := func() tea.Msg {
		aside, err := r.File.Write()
		if err == nil {
			err = os.Remove(file)
		}
		return DraftWrittenMsg{err, aside}
	}
	return tea.Batch(keep, r.Say(Note, Say.Drafts.shown))
}

// beginning is how a text begins, in one line.
func beginning(text string) string {
	return paint.Cut(strings.Join(strings.Fields(paint.Clean(text)), " "), 48)
}

// NoOther says why there is no other draft to show.
func (r *Drafts) NoOther() string {
	if r.Base == "" || len(r.others()) == 0 {
		return Say.Drafts.noOther
	}
	return ""
}

// Marker is a file that is there when the last run failed: it holds one byte
// for each that did, one after another.
func (r *Drafts) Marker() string { return r.Base + ".failed" }

// FailedOften reports that the two last runs failed. It may be the draft that
// makes them, so the next one starts without it.
func (r *Drafts) FailedOften() bool {
	b, _ := os.ReadFile(r.Marker())
	return len(b) >= 2
}

// PutAside moves a draft that will not do away, and says where it is. An older
// one stays.
func (r *Drafts) PutAside(path, why string) {
	to, err := document.PutAside(path)
	if err != nil {
		r.Say(Warning, Say.Drafts.notMoved(why, tts.Reason(err)))
		return
	}
	os.Remove(r.Marker())
	r.Say(Warning, Say.Drafts.moved(why, to))
}
