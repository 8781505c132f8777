package document

import (
	"encoding/json"
	"os"

	"voicestudio/presets"
	"voicestudio/tts"
)

// Draft is the work as it is kept between two runs.
type Draft struct {
	Text     string      `json:"text"`
	Settings tts.Request `json:"settings"`
	Voices   []Voice     `json:"voices"`
	Whole    bool        `json:"whole,omitempty"`
	Preset   string      `json:"preset,omitempty"`
	Saved    tts.Request `json:"saved"` // the preset as it was opened
	// File and Base are the preset's file and what was in it, so that what
	// somebody else changes until the next start is noticed.
	File   string          `json:"file,omitempty"`
	Folder string          `json:"folder,omitempty"`
	Base   json.RawMessage `json:"base,omitempty"`
	// Script is the id of the file of its lines.
	Script string `json:"script,omitempty"`
	// A and B are the ids of the takes that are marked.
	A string `json:"a,omitempty"`
	B string `json:"b,omitempty"`

	entry presets.Preset // of which Base is made
}

// Draft is the work as it would be kept now.
func (w *Work) Draft() Draft {
	d, o := w.doc, w.opened
	return Draft{Text: d.Text, Settings: d.Settings, Voices: d.Voices, Whole: d.Whole, Preset: o.Name, Saved: o.Saved.Request(), File: o.Entry.File, Folder: o.Entry.Folder, Script: w.script, A: w.marks[0], B: w.marks[1], entry: o.Entry.Preset}
}

// Doc is the document of a draft.
func (d Draft) Doc() Document {
	return Document{Settings: d.Settings, Voices: d.Voices, Text: tts.Plain(d.Text), Whole: d.Whole}
}

// Restore makes a draft the work, without a deed.
func (w *Work) Restore(d Draft) {
	opened := Opened{Name: d.Preset, Saved: Of(d.Saved, "")}
	if base, err := presets.Parse(d.Base); err == nil {
		opened.Entry = presets.Entry{Preset: base, File: d.File, Folder: d.Folder, Starter: d.Folder == presets.FolderStarters}
	}
	w.state, w.heard = state{doc: d.Doc(), opened: opened}, d.Doc()
	w.marks, w.script = [2]string{d.A, d.B}, d.Script
	w.changed(false)
}

// encode writes a draft as it is in the file.
func (d Draft) encode() ([]byte, error) {
	if d.Preset != "" {
		d.Base, _ = d.entry.Encode() // what was read can be written
	}
	b, err := json.MarshalIndent(d, "", "  ")
	return append(b, '\n'), err
}

// ReadDraft reads one file.
func ReadDraft(file string) (d Draft, err error) {
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(tts.TrimBOM(b), &d)
	}
	return d, err
}
