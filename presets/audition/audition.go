// Package audition holds candidates on one line, what was said of them, and who
// won: the file of a bench. It takes bytes and numbers and imports no player.
package audition

import (
	"slices"
	"time"

	"voicestudio/tts"
)

// Kind is what a candidate came from.
type Kind string

const (
	Voice    Kind = "voice"
	Preset   Kind = "preset"
	Take     Kind = "take"
	Settings Kind = "settings" // those of the studio at that moment
	Other    Kind = "other"    // another model or host of one of them
	Step     Kind = "step"     // of a ladder or a pad
)

// Most is how many candidates a bench holds unless told otherwise: a page.
const Most = 9

// Candidate is one of those that speak the line.
type Candidate struct {
	// ID is its own within the audition and stays: "c1", "c2", ...
	ID    string `json:"id"`
	Label string `json:"label"`
	Kind  Kind   `json:"kind"`
	// Request has no text: that is the audition's.
	Request tts.Request  `json:"request"`
	Host    tts.HostName `json:"host"`
	// Preset is the name of the one it came from; empty: none.
	Preset string `json:"preset,omitempty"`
	// Folder is that of the preset; empty: none, or the person's own.
	Folder string `json:"folder,omitempty"`
	// Take is the id of the take that answers it; empty: none yet.
	Take  string `json:"take,omitempty"`
	Stars int    `json:"stars,omitempty"` // 0 to 3
	Note  string `json:"note,omitempty"`
	// Out is true of one that a knockout has left behind.
	Out bool `json:"out,omitempty"`
}

// State is how the bench stands, found again after a restart.
type State struct {
	// Order is the candidates' ids as they are drawn, by lot while blind; then
	// others are not shown.
	Order []string `json:"order,omitempty"`
	// Sort is "", as they were added, or "stars", "name", "level".
	Sort        string `json:"sort,omitempty"`
	OnlyStarred bool   `json:"only_starred,omitempty"`
	// Blind hides which is which until it was decided.
	Blind bool `json:"blind,omitempty"`
	// Judged are the candidates that got stars or a note since then: what they had
	// before would tell which they are.
	Judged []string `json:"judged,omitempty"`
}

// Judge says that a candidate was judged while the bench is blind, or takes that
// back.
func (s *State) Judge(id string, judged bool) {
	others := slices.DeleteFunc(slices.Clone(s.Judged), func(other string) bool { return other == id })
	if s.Judged = others; s.Blind && judged {
		s.Judged = append(others, id)
	}
}

// Audition is one file.
type Audition struct {
	Version    int         `json:"version"`
	Name       string      `json:"name"`
	Text       string      `json:"text"`
	Candidates []Candidate `json:"candidates"`
	// Given is how many ids candidates were given so far: one that is taken out
	// leaves its id to nobody, since votes may speak of it.
	Given int    `json:"given,omitempty"`
	Bench State  `json:"bench,omitzero"`
	Duels *Duels `json:"duels,omitempty"`
	// Key is what the names of the clips on its pages are drawn by; empty: there was
	// no page yet.
	Key      string    `json:"key,omitempty"`
	Tests    []Test    `json:"tests,omitempty"`    // in the order in which they were exported, each at its last
	Sessions []Session `json:"sessions,omitempty"` // in the order of their session
	Created  time.Time `json:"created"`
	Updated  time.Time `json:"updated"`
}

// Duels are a knockout down to two and a number of final duels that was fixed
// before the first. How they stand follows from this alone.
type Duels struct {
	Seed  uint64 `json:"seed"`  // every lot is drawn by it
	Final int    `json:"final"` // an even number, so that each stands left half of the time
	// Entrants are the candidates that were ready when the duels began. Who comes
	// later is not in them.
	Entrants []string `json:"entrants,omitempty"`
	// Text is the line that they spoke then; answers tell nothing of another one.
	Text    string   `json:"text,omitempty"`
	Answers []Answer `json:"answers"`
	// Left are those of them that were taken off the bench since.
	Left []Left `json:"left,omitempty"`
}

// Answer is one duel: A was on the left. Won is the winner's id, empty for "no
// difference".
type Answer struct {
	A   string    `json:"a"`
	B   string    `json:"b"`
	Won string    `json:"won"`
	At  time.Time `json:"at"`
}

// Left is a candidate that is in the duels no longer, after so many answers.
type Left struct {
	ID    string `json:"id"`
	After int    `json:"after"`
}
