// Package script is a script of lines, each of which is spoken by a request of its
// own: its words, in what a line's settings differ, which of its takes is in the
// whole, and the file that all this is kept in. It knows no host, no screen and no
// sound.
package script

import (
	"crypto/rand"
	"encoding/hex"
	"slices"

	"voicestudio/tts"
	"voicestudio/tts/lines"
)

// Script is what is edited of a script. It is a value: a change replaces what it
// changes, so an older copy stays as it was.
type Script struct {
	Lines []Line
	Whole Whole

	text string // of the lines
}

// Line is what one request speaks.
type Line struct {
	// ID is the same for as long as the line is the same one, whatever its words.
	ID string
	lines.Line
	// Own is in what it differs from all lines.
	Own Own
}

// New is a script without a line.
func New() Script { return Script{Whole: Usual} }

// Of makes a script of lines that have an ID each, or none yet.
func Of(all []Line, w Whole) Script {
	all = slices.Clone(all)
	seen := map[string]bool{}
	for i := range all {
		if id := all[i].ID; id == "" || seen[id] {
			all[i].ID = NewID()
		}
		seen[all[i].ID] = true
	}
	if len(all) > 0 {
		all[0].Opens = true
	}
	return Script{Lines: all, Whole: w, text: lines.Text(plain(all))}
}

// Text is the lines as a text, as lines.Text writes it.
func (s Script) Text() string { return s.text }

// Follow is the script of another text: the lines that it still has, or that only
// changed their words, keep their IDs and their own settings.
func (s Script) Follow(text string) Script {
	if s.text == text {
		return s
	}
	now, before := lines.Of(text), plain(s.Lines)
	all := make([]Line, len(now))
	for i, was := range lines.Follow(before, now) {
		if all[i].Line = now[i]; was >= 0 {
			all[i].ID, all[i].Own = s.Lines[was].ID, s.Lines[was].Own
		} else {
			all[i].ID = NewID()
		}
	}
	return Script{Lines: all, Whole: s.Whole, text: text}
}

// Find is where a line is, by its ID; -1: nowhere.
func (s Script) Find(id string) int {
	return slices.IndexFunc(s.Lines, func(l Line) bool { return l.ID == id })
}

// Equal reports whether two scripts are the same in everything.
func (s Script) Equal(other Script) bool {
	return s.text == other.text && s.Whole == other.Whole && slices.EqualFunc(s.Lines, other.Lines, Line.equal)
}

func (l Line) equal(other Line) bool {
	return l.ID == other.ID && l.Text == other.Text && l.Opens == other.Opens && tts.Or(l.Pause, -1) == tts.Or(other.Pause, -1) && l.Own.Equal(other.Own)
}

// plain are the lines without what is theirs alone.
func plain(all []Line) []lines.Line {
	some := make([]lines.Line, len(all))
	for i, l := range all {
		some[i] = l.Line
	}
	return some
}

// NewID is one that no other line or script has.
func NewID() string {
	var b [5]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// Whole is how the lines become one sound.
type Whole struct {
	// BetweenLines and BetweenParagraphs are seconds of silence, 0 to 99.99, where a
	// line has none of its own.
	BetweenLines      float64 `json:"between_lines"`
	BetweenParagraphs float64 `json:"between_paragraphs"`
	// Trim takes the silence off the ends of takes, so that what is between lines is
	// as long as said.
	Trim bool `json:"trim"`
	// Loudness in LUFS, -70 to below 0; 0: as it is. Peaks stay below -1 dBTP.
	Loudness float64 `json:"loudness"`
	// File is what it was exported to last; its ending says the form.
	File string `json:"file,omitempty"`
	// Subtitles is the ending of a file of them beside File: "srt" or "vtt"; empty:
	// none is written.
	Subtitles string `json:"subtitles,omitempty"`
	// Names is the pattern of the files of single lines, see ui/narration.
	Names string `json:"names,omitempty"`
}

// Usual is how lines become one sound unless something else is said: podcasts are
// as loud, and between paragraphs readers breathe twice.
var Usual = Whole{BetweenLines: 0.25, BetweenParagraphs: 0.6, Trim: true, Loudness: -16}

// LongestPause is the most that can be between two lines, in seconds: that of a
// pause in a text.
const LongestPause = 99.99

// Pause is the silence behind a line in seconds; behind the last there is none.
func (s Script) Pause(i int) float64 {
	switch {
	case i+1 >= len(s.Lines):
		return 0
	case s.Lines[i].Pause != nil:
		return *s.Lines[i].Pause
	case s.Lines[i+1].Opens:
		return s.Whole.BetweenParagraphs
	}
	return s.Whole.BetweenLines
}
