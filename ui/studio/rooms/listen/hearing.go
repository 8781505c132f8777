package listen

import (
	tea "charm.land/bubbletea/v2"
)

// HeardRow is the row of a list that is heard, and the one that will be.
func (r *Sound) HeardRow() (sounds, coming string) {
	switch k := r.Making; {
	case k.Waits():
		coming = k.Listed
	case k != nil && k.Speech != nil && r.Timeline == k.sound && r.Audible():
		sounds = k.Listed
	}
	return sounds, coming
}

// dropCut takes away a take that nobody asked for and nobody paid for: the cursor
// was moved on before it was whole.
func (r *Sound) dropCut(id string) tea.Cmd {
	folder, reread := r.Session.Takes(), r.Reread()
	return func() tea.Msg {
		folder.Delete(id) // else it stays, as one that was cut
		return reread()
	}
}
