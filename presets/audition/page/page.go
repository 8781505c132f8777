// Package page writes the page for listeners: a blind test in one HTML file that
// needs nothing but a browser. It takes bytes and numbers.
package page

import (
	"io"
	"time"
)

// Page is what a page asks.
type Page struct {
	Name  string // of the audition: its heading, and of the file of votes
	Test  string // that the votes are of
	Kind  string // "pairs" or "rank"
	Text  string // the line that all clips say
	Lang  string // "en" or "zh"; "": what the browser prefers of them
	Clips []Clip // of a ranking at most 9: they are heard by digits
	// Maps[i][j], for i < j, is where clip j says what clip i says; nil: they cannot
	// be aligned.
	Maps [][][]Knot
}

// Clip is a sound. Moments are those of its audio as this program decodes it.
type Clip struct {
	ID     string        // tells nothing about it
	Audio  []byte        // mp3 or wav, without tags
	Gain   float64       // dB
	From   time.Duration // where it is first heard
	Length time.Duration // of the whole
	Mark   Mark          // by which a browser finds how much later it decodes it
}

// Knot is a moment of one clip and the moment at which another says the same.
type Knot struct{ A, B time.Duration }

// Write writes the file. The error is that of w, or a gain is no number.
func Write(w io.Writer, p Page) error {
	data, err := dataOf(p)
	if err != nil {
		return err
	}
	return document.Execute(w, file{
		Lang: langOf(p.Lang), Name: p.Name, Policy: policy,
		Style: style, Data: data, Scripts: scripts,
		NoScript: map[string]string{"en": english.NoScript, "zh-CN": chinese.NoScript},
	})
}
