package listen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/bench"
)

// learn finds out where A and B say the same word, in the background, where they
// say the same words at all.
func (r *Takes) learn() tea.Cmd {
	a, b := r.a, r.b
	if a == nil || b == nil || !a.Whole() || !b.Whole() {
		return nil
	}
	x, fine := bench.VoiceOf(a.Take)
	y, also := bench.VoiceOf(b.Take)
	if !fine || !also {
		return nil
	}
	return func() tea.Msg {
		r.maps.Learn(x, y)
		return nil
	}
}

// samePlace is where a take says what another one that sounds says at a moment, and
// how that was found, in words; nil leaves it to the player, which knows their
// lengths.
func (r *Takes) samePlace(from, to *takeRow) (place func(time.Duration) time.Duration, how string) {
	if from == nil || from == to || from != r.a && from != r.b {
		return nil, ""
	}
	if same, known := r.maps.Same(from.ID, to.ID); known {
		return same, Say.sound.sameWord
	}
	return nil, Say.sound.byLength
}
