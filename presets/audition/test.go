package audition

import (
	"slices"
	"time"
)

// TestKind is how a page asks.
type TestKind string

const (
	Pairs TestKind = "pairs" // every two of the clips, which one is better
	Rank  TestKind = "rank"  // all of them, put in order
)

// Test is what one exported page asks.
type Test struct {
	ID    string     `json:"id"` // in hex; votes name it. It follows from the rest, so that the same page has it again.
	Kind  TestKind   `json:"kind"`
	Text  string     `json:"text"`
	Clips []TestClip `json:"clips"`
	// Chosen is true where, of the clips of an earlier page, some are asked again and
	// some are not, after votes on them were known. Once true it stays.
	Chosen bool      `json:"chosen,omitempty"`
	Made   time.Time `json:"made"` // when it was exported first
}

// TestClip is a clip of a test, and what only this file tells: whose it is.
type TestClip struct {
	Clip  string `json:"clip"` // what page and votes call it
	ID    string `json:"id"`   // the candidate's
	Label string `json:"label"`
	Take  string `json:"take"`
}

// Questions is how many answers a listener can give at most.
func (t Test) Questions() int { return len(t.Clips) * (len(t.Clips) - 1) / 2 }

// Session is what one listener said: what a page saves.
type Session struct {
	Version int    `json:"version"`
	Test    string `json:"test"`
	Session string `json:"session"` // drawn by the page
	Name    string `json:"name"`    // empty: not said
	Answers []Vote `json:"answers"`
}

// Vote is the answer about two clips: A was called 1 on the page, B 2. First is the
// one that was heard first. Answer is −2 or −1 where A is (much) better, 1 or 2
// where B is, 0 for no difference. A ranking is the votes on its pairs.
type Vote struct {
	A        string `json:"a"`
	B        string `json:"b"`
	First    string `json:"first"`
	Answer   int    `json:"answer"`
	Plays    int    `json:"plays"`    // how often one of the two was started
	Switches int    `json:"switches"` // how often one took the place of the other
	MS       int64  `json:"ms"`       // from the question to the answer
}

// has reports whether a clip is one of the test's.
func (t Test) has(clip string) bool {
	return slices.ContainsFunc(t.Clips, func(c TestClip) bool { return c.Clip == clip })
}

// counted are a session's answers that are answers to the test's questions. A file
// that was written by hand may hold others.
func (t Test) counted(s Session) (votes []Vote) {
	asked, clips := map[Pair]bool{}, map[string]bool{}
	for _, c := range t.Clips {
		clips[c.Clip] = true
	}
	for _, v := range s.Answers {
		fits := v.A != v.B && clips[v.A] && clips[v.B] && (v.First == v.A || v.First == v.B) && v.Answer >= -2 && v.Answer <= 2
		if fits && !asked[v.pair()] {
			asked[v.pair()] = true
			votes = append(votes, v)
		}
	}
	return votes
}
