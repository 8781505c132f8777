package studio

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
)

// draftState is what of the document is on disk.
type draftState struct {
	file    draftFile
	waiting bool // a write is due
	broken  bool // a write failed, and that was said
}

// draft is the document as it is kept between two runs.
type draft struct {
	Text     string      `json:"text"`
	Settings tts.Request `json:"settings"`
	Voices   []voice     `json:"voices"`
	Preset   string      `json:"preset,omitempty"`
	Saved    tts.Request `json:"saved"` // the preset as it was opened
	// File and Base are the preset's file and what was in it, so that what
	// somebody else changes until the next start is noticed.
	File   string          `json:"file,omitempty"`
	Folder string          `json:"folder,omitempty"`
	Base   json.RawMessage `json:"base,omitempty"`

	entry presets.Preset // of which Base is made
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
func (m *Model) keepDraft() tea.Cmd {
	if m.drafts == "" {
		return nil
	}
	m.draft.file.note(m.snapshot())
	if m.draft.waiting {
		return nil
	}
	m.draft.waiting = true
	return tea.Tick(draftPause, func(time.Time) tea.Msg { return draftMsg{} })
}

func (m *Model) writeDraft(draftMsg) tea.Cmd {
	m.draft.waiting = false
	return func() tea.Msg {
		aside, err := m.draft.file.write()
		return draftWrittenMsg{err, aside}
	}
}

func (m *Model) draftWritten(msg draftWrittenMsg) tea.Cmd {
	switch {
	case msg.err == nil && msg.aside != "":
		m.draft.broken = false
		return m.say(warning, "another studio has written the draft meanwhile; this one is kept beside it, in "+homely(msg.aside))
	case msg.err == nil || m.draft.broken:
		m.draft.broken = msg.err != nil
		return nil
	}
	m.draft.broken = true
	return m.say(warning, "the draft cannot be kept: "+msg.err.Error())
}

// Flush writes the draft now, if something has changed; the program calls it
// when it ends. It may be called from any goroutine.
func (m *Model) Flush() error {
	if m.drafts == "" {
		return nil
	}
	_, err := m.draft.file.write()
	return err
}

func (m *Model) snapshot() draft {
	return draft{Text: m.doc.text, Settings: m.doc.settings, Voices: m.doc.voices, Preset: m.preset, Saved: m.saved.request(), File: m.entry.File, Folder: m.entry.Folder, entry: m.entry.Preset}
}

// restoreDraft shows what was being edited when the program ended. A draft
// that cannot be read or drawn is put aside, not overwritten; its words stay.
func (m *Model) restoreDraft() {
	if m.drafts == "" {
		return
	}
	path := m.drafts
	if left := draftsAt(m.drafts); len(left) > 0 {
		path = left[0].file
		if len(left) > 1 {
			m.say(warning, fmt.Sprintf("drafts of other studios are kept, too: %d; ctrl+p, draft shows them", len(left)-1))
		}
	}
	b, err := os.ReadFile(path)
	aside := false
	defer func() {
		if m.draft.file.begin(m.drafts, path, b, m.snapshot()); aside {
			m.draft.file.kept = nil // what is shown is in no file
		}
	}()
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	var d draft
	if err == nil {
		err = json.Unmarshal(b, &d)
	}
	if err != nil {
		m.putAside(path, "the draft could not be read")
		b = nil
		return
	}
	fresh, words := m.doc, tts.Plain(d.Text)
	m.doc = document{settings: d.Settings, voices: d.Voices, text: words}
	m.opened = opened{preset: d.Preset, saved: open(d.Saved, "")}
	if base, err := presets.Parse(d.Base); err == nil {
		m.entry = presets.Entry{Preset: base, File: d.File, Folder: d.Folder, Starter: d.Folder == presets.FolderStarters}
	}
	m.sounding.doc = m.doc
	often := m.failedOften()
	if !often && m.drawable() {
		return
	}
	m.doc, m.opened, m.sounding.doc = fresh, opened{saved: fresh}, fresh
	m.doc.text, b, aside = words, nil, true
	switch {
	case !m.drawable():
		m.doc.text = ""
		m.putAside(path, "the draft, words and settings, cannot be drawn")
	case often:
		m.putAside(path, "the studio failed twice; your words are here, the settings are as at the first start. The draft may be the reason")
	default:
		m.putAside(path, "the draft's settings cannot be drawn; your words are here")
	}
}
