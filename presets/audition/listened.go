package audition

import "voicestudio/presets/audition/panel"

// Listened is how the clips of the test that was exported last stand, by all votes
// on them.
type Listened struct {
	Test  Test
	Panel panel.Standing // its clips are those of Test.Clips
	// Listeners are those who voted on these clips, in the order of their names.
	Listeners []Listener
	// Apart are sessions that are about other clips only: of an earlier page.
	Apart int
}

// Listener is one of them.
type Listener struct {
	Name      string // empty: not said
	Votes, Of int
}

// Listened is how listeners' votes stand; false: no page was exported.
func (a Audition) Listened() (l Listened, exported bool) { return l, false }

// Verdict is what the votes tell, in plain words; name is what a clip is called.
func (l Listened) Verdict(name func(clip TestClip) string) string { return "" }

// Report is everything that they tell, as lines for a message or a note.
func (l Listened) Report(name func(clip TestClip) string) string { return "" }
