package benches

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Levels is whether the rows are equally loud, and why not.
type Levels struct {
	Matched bool
	Why     string // not; empty: nothing is known yet
}

// Maps knows where rows say the same word.
type Maps struct{}

// Same is where one says what another says at a moment; nil where that is not
// known.
func (m *Maps) Same(from, to *Row) func(time.Duration) time.Duration { return nil }

// levels gives every row its gain.
func (l *Lineup) levels() tea.Cmd { return nil }
