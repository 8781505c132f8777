// Package presets stores voices that sounded right: one JSON file per preset,
// made to be reviewed, merged and shared. A Folder holds files, a Library
// joins the folders that a person sees, a Shelf is what was read of them. What a
// team does with them by git is package team's, what a host allows tts's business.
package presets

import (
	"strings"
	"time"
	"unicode/utf8"

	"voicestudio/tts"
)

// Version is the version of the file that this package reads and writes.
const Version = 1

// MaxName is the longest name of a preset, in code points.
const MaxName = 100

// Preset is one stored voice. Copies may be changed freely as long as their
// lists are replaced, not edited.
type Preset struct {
	// Version is Version after Parse; Encode writes Version whatever it is.
	Version int `json:"version"`
	// Name is for people: 1 to MaxName code points, no control characters.
	// It is empty after Parse where the file has none.
	Name  string   `json:"name,omitempty"`
	Notes string   `json:"notes,omitempty"`
	Tags  []string `json:"tags,omitempty"`
	// Request holds the settings. Its Text is neither read nor written:
	// opening a preset never replaces the script.
	Request    tts.Request `json:"request"`
	SampleText string      `json:"sample_text,omitempty"`
	HeardOn    []Heard     `json:"heard_on,omitempty"`
	// Fingerprints are one per host, in the order of their names.
	Fingerprints []Fingerprint `json:"fingerprints,omitempty"`
	// Created and Updated are in UTC, whole seconds; zero where unknown.
	Created time.Time `json:"created,omitzero"`
	Updated time.Time `json:"updated,omitzero"`

	// kept is what the file held that this version does not know. It is never
	// changed after Parse, so copies may share it.
	kept *kept
}

// Heard is one host and model on which somebody listened to the preset.
type Heard struct {
	Host  string `json:"host"`
	Model string `json:"model"`
}

// plain is p with the words in it as tts.Plain has them, so that a name is the
// same whatever system it was typed on. It is how words come in from a file
// and go out to one.
func (p Preset) plain() Preset {
	p.Name, p.Notes, p.SampleText = tts.Plain(p.Name), tts.Plain(p.Notes), tts.Plain(p.SampleText)
	if p.Tags != nil {
		tags := make([]string, len(p.Tags)) // copies share the list
		for i, tag := range p.Tags {
			tags[i] = tts.Plain(tag)
		}
		p.Tags = tags
	}
	return p
}

// nameProblem says in a sentence why a preset cannot have this name, or "".
func nameProblem(name string) string {
	switch {
	case strings.TrimSpace(name) == "":
		return say.name.empty
	case !utf8.ValidString(name):
		return say.name.notUTF8
	case utf8.RuneCountInString(name) > MaxName:
		return say.name.tooLong
	case strings.ContainsFunc(name, tts.Steers):
		return say.name.control
	}
	return ""
}
