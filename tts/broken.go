package tts

import (
	"path/filepath"
	"strings"
)

// Broken is a file that is not what its folder keeps, and why.
type Broken struct {
	// ID is that of a take, whose files are named for it; presets have none.
	ID string `json:"-"`
	// File is the path as the file system has it, bytes that steer a terminal
	// included; it is empty where only a text was read.
	File string `json:"file"`
	// Line counts from 1; 0 means that no line is to blame.
	Line int `json:"line"`
	// Field is the path of the field that is to blame, or empty.
	Field string `json:"-"`
	// Reason is one sentence, safe to print.
	Reason string `json:"reason"`
}

// Error is one line, safe to print.
func (b *Broken) Error() string {
	var s strings.Builder
	switch {
	case b.ID != "":
		s.WriteString(Clean(filepath.Base(b.File)) + ": ")
	case b.File != "":
		s.WriteString(Clean(b.File) + ": ")
	}
	if b.Line > 0 {
		s.WriteString(say.broken.line(b.Line))
	}
	return s.String() + b.Reason
}

// Refusal is a sentence for people that is also an error for the caller: one
// of fs.ErrNotExist, fs.ErrExist, fs.ErrPermission or fs.ErrInvalid, or what
// the system said.
type Refusal struct {
	Sentence string
	Kind     error
}

func (r *Refusal) Error() string { return r.Sentence }
func (r *Refusal) Unwrap() error { return r.Kind }
