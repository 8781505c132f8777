package audition

import "time"

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
	// Chosen is true where the clips were chosen after votes on more of them.
	Chosen bool      `json:"chosen,omitempty"`
	Made   time.Time `json:"made"`
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

// Examine keeps that a page is made of some candidates' takes, by the candidates' ids, and
// returns what it asks. The same page twice is one test. The error is fs.ErrInvalid
// where there are too few or too many.
func (f Folder) Examine(name string, kind TestKind, takes map[string]string) (Test, error) {
	return Test{}, nil
}

// ParseSession reads a file of votes. Every error is a sentence for people that says what is wrong with
// it.
func ParseSession(data []byte) (Session, error) { return Session{}, nil }

// Imported is what became of a session.
type Imported string

const (
	New    Imported = "new"
	Longer Imported = "longer" // than what was there of it
	Known  Imported = "known"  // nothing new
)

// Import takes votes in: the same session again keeps the longer, in whatever order they come. The error
// is a sentence: of another test, a clip that is none of the test's, more answers than questions.
func (f Folder) Import(name string, s Session) (Imported, error) { return New, nil }
