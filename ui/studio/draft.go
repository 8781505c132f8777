package studio

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
)

// draftState is what of the document is on disk.
type draftState struct {
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
}

// draftPause is how long after a change the draft is written.
const draftPause = time.Second

type (
	draftMsg        struct{}
	draftWrittenMsg struct{ err error }
)

// keepDraft has the draft written soon; changes until then go with it.
func (m *Model) keepDraft() tea.Cmd {
	if m.drafts == "" || m.draft.waiting {
		return nil
	}
	m.draft.waiting = true
	return tea.Tick(draftPause, func(time.Time) tea.Msg { return draftMsg{} })
}

func (m *Model) writeDraft(draftMsg) tea.Cmd {
	m.draft.waiting = false
	path, content := m.drafts, m.snapshot()
	return func() tea.Msg { return draftWrittenMsg{content.write(path)} }
}

func (m *Model) draftWritten(msg draftWrittenMsg) tea.Cmd {
	if msg.err == nil || m.draft.broken {
		m.draft.broken = msg.err != nil
		return nil
	}
	m.draft.broken = true
	return m.say(warning, "the draft cannot be kept: "+msg.err.Error())
}

// Flush writes the draft now; the program calls it when it ends.
func (m *Model) Flush() error {
	if m.drafts == "" {
		return nil
	}
	return m.snapshot().write(m.drafts)
}

func (m *Model) snapshot() draft {
	d := draft{Text: m.doc.text, Settings: m.doc.settings, Voices: m.doc.voices, Preset: m.preset, Saved: m.saved.request(), File: m.entry.File, Folder: m.entry.Folder}
	if m.preset != "" {
		d.Base, _ = m.entry.Encode() // what was read can be written
	}
	return d
}

// write replaces the file as a whole, so that a crash leaves the old one.
func (d draft) write(path string) error {
	b, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".draft-*")
	if err != nil {
		return err
	}
	_, err = f.Write(append(b, '\n'))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// restoreDraft shows what was being edited when the program ended. A draft
// that cannot be read or drawn is put aside, not overwritten; its words stay.
func (m *Model) restoreDraft() {
	if m.drafts == "" {
		return
	}
	b, err := os.ReadFile(m.drafts)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	var d draft
	if err == nil {
		err = json.Unmarshal(b, &d)
	}
	if err != nil {
		m.putAside("the draft could not be read")
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
	m.doc.text = words
	switch {
	case !m.drawable():
		m.doc.text = ""
		m.putAside("the draft, words and settings, cannot be drawn")
	case often:
		m.putAside("the studio failed twice; your words are here, the settings are as at the first start. The draft may be the reason")
	default:
		m.putAside("the draft's settings cannot be drawn; your words are here")
	}
}
