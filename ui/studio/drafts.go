package studio

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// otherDrafts are those that are not this studio's.
func (r *drafts) others() []document.Kept {
	own := r.file.File()
	return slices.DeleteFunc(document.Drafts(r.base), func(d document.Kept) bool { return d.File == own })
}

func noOtherDraft(m *Model) string {
	if m.drafts.base == "" || len(m.drafts.others()) == 0 {
		return say.drafts.noOther
	}
	return ""
}

// pickDraft lists the drafts of other studios by how they begin.
func (r *drafts) pick() tea.Cmd {
	var items []dialog.Item
	for _, kept := range r.others() {
		it := dialog.Item{Title: filepath.Base(kept.File), Right: session.When(kept.Time), Action: dialog.TakeDraft{File: kept.File}}
		d, err := document.ReadDraft(kept.File)
		if err != nil {
			it.Off = say.drafts.cannotRead(dialog.Homely(kept.File), err.Error())
		} else if it.Title = beginning(d.Text); it.Title == "" {
			it.Title, it.Detail = say.drafts.noWords, voiceNames(d.Doc().Request())
		}
		items = append(items, it)
	}
	r.push(dialog.NewPicker(say.drafts.title, say.drafts.hint, items), inList)
	return nil
}

// takeDraft shows another studio's draft. Its file goes once its words are in
// this studio's own.
func (r *drafts) take(file string) tea.Cmd {
	d, err := document.ReadDraft(file)
	if err != nil {
		return r.fail(err)
	}
	r.change(d.Doc(), say.deeds.openingDraft)
	r.file.Note(r.work.Draft())
	keep := func() tea.Msg {
		aside, err := r.file.Write()
		if err == nil {
			err = os.Remove(file)
		}
		return draftWrittenMsg{err, aside}
	}
	return tea.Batch(keep, r.say(note, say.drafts.shown))
}

// beginning is how a text begins, in one line.
func beginning(text string) string {
	return paint.Cut(strings.Join(strings.Fields(paint.Clean(text)), " "), 48)
}
