package lineup

import (
	"math"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/bench"
)

// same is where a row says what another says at a moment, and how that was found;
// nil leaves it to the player, which knows the lengths of what is whole.
func (l *Lineup) same(from, to *Row) (place func(time.Duration) time.Duration, how string) {
	if from == nil || from == to {
		return nil, ""
	}
	if from.Take != nil && to.Take != nil {
		if same, known := l.maps.Same(from.Take.ID, to.Take.ID); known {
			return same, Say.sameWord
		}
	}
	if from.Whole() && to.Whole() {
		return nil, Say.byLength
	}
	const alike = 0.03 // as the player has it
	was, is := from.length(), to.length()
	if was > 0 && is > 0 && math.Abs(float64(was-is)) > alike*float64(max(was, is)) {
		return func(at time.Duration) time.Duration {
			return time.Duration(float64(at) / float64(was) * float64(is))
		}, Say.byLength
	}
	how = Say.byTime
	if was > 0 && is > 0 {
		how = Say.byLength
	}
	return func(at time.Duration) time.Duration { return at }, how
}

// length is how long all of a row sounds; 0 where that is not known yet.
func (r *Row) length() time.Duration {
	switch {
	case r.Whole():
		return r.Timeline.Duration()
	case r.Take != nil && r.Take.AudioMS != nil:
		return time.Duration(*r.Take.AudioMS) * time.Millisecond
	}
	return 0
}

// Learn finds out where rows say the same word, a pair after the other, beginning
// with the one that sounds.
func (l *Lineup) Learn(rows []*Row) tea.Cmd {
	if l.learning {
		return nil
	}
	var pairs [][2]bench.Voice
	for i, a := range rows {
		for _, b := range rows[i+1:] {
			x, fine := voiceOf(a)
			y, also := voiceOf(b)
			pair := [2]string{x.ID, y.ID}
			if !fine || !also || x.ID == y.ID || l.learnt[pair] {
				continue
			}
			if l.learnt == nil {
				l.learnt = map[[2]string]bool{}
			}
			l.learnt[pair] = true
			pairs = append(pairs, [2]bench.Voice{x, y})
		}
	}
	if len(pairs) == 0 {
		return nil
	}
	l.learning = true
	ctx := l.Ctx
	return func() tea.Msg {
		for _, pair := range pairs {
			if ctx.Err() != nil {
				break
			}
			l.maps.Learn(pair[0], pair[1])
		}
		return learntMsg{l}
	}
}

// voiceOf is a row as it is aligned; false where that cannot be done.
func voiceOf(r *Row) (v bench.Voice, fine bool) {
	if r.Take == nil {
		return v, false
	}
	return bench.VoiceOf(*r.Take)
}

// learntMsg tells that the pairs are known.
type learntMsg struct{ of *Lineup }

// TakeIn goes on with those that have come since.
func (m learntMsg) TakeIn() tea.Cmd {
	m.of.learning = false
	return m.of.Changed()
}
