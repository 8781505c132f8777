package studio

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"

	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// restoreDraft shows what was being edited when the program ended. A draft
// that cannot be read or drawn is put aside, not overwritten; its words stay.
func (m *Model) restoreDraft() {
	base := m.drafts.Base
	if base == "" {
		return
	}
	path := base
	if left := document.Drafts(base); len(left) > 0 {
		path = left[0].File
		if len(left) > 1 {
			m.Say(rooms.Warning, rooms.Say.Drafts.Others(len(left)-1))
		}
	}
	b, err := os.ReadFile(path)
	aside := false
	defer func() {
		if m.drafts.File.Begin(base, path, b, m.Work.Draft()); aside {
			m.drafts.File.Unkept()
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
		m.drafts.PutAside(path, rooms.Say.Drafts.Unreadable)
		b = nil
		return
	}
	fresh := m.Doc()
	m.Work.Restore(d)
	words := m.Doc().Text
	often := m.drafts.FailedOften()
	if !often && m.drawable() {
		return
	}
	fresh.Text, b, aside = words, nil, true
	m.Work = document.Begin(fresh)
	switch {
	case !m.drawable():
		fresh.Text = ""
		m.Work = document.Begin(fresh)
		m.drafts.PutAside(path, rooms.Say.Drafts.Undrawable)
	case often:
		m.drafts.PutAside(path, rooms.Say.Drafts.FailedTwice)
	default:
		m.drafts.PutAside(path, rooms.Say.Drafts.UndrawableSettings)
	}
}
