package bench

import (
	"maps"
	"slices"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

// Rungs is how many steps a ladder has, where there are so many between its ends.
const Rungs = 5

// Ladder leads from one voice of a blend to another in even steps. The other
// voices keep their shares. It is zoomed in between two rungs that were starred,
// and out again.
type Ladder struct {
	voices []string
	shares []int // of the voices that the ladder does not move; 0 for its own two
	from   int   // places in voices
	to     int
	count  int
	levels []level // the last is in sight
}

// level is a part of the way: the first voice's share at its ends, and where
// between them stars are, and those that are not to be seen.
type level struct {
	from, to      int
	stars, veiled map[int]bool
}

func newLevel(from, to int) level { return level{from, to, map[int]bool{}, map[int]bool{}} }

// Between is a ladder from one voice to another in so many steps, two at least.
func Between(from, to string, steps int) *Ladder {
	l := newLadder([]string{from, to}, []int{100, 0}, 0, 1)
	l.count = steps
	return l
}

// Within is a ladder between two voices of a blend, which divide between them
// what the others leave; from and to are their places. nil where that is nothing
// that could be divided.
func Within(blend []tts.TimbreWeight, from, to int) *Ladder {
	voices, shares := make([]string, len(blend)), tts.Shares(blend)
	for i, v := range blend {
		voices[i] = v.VoiceID
	}
	if shares[from]+shares[to] < 2 {
		return nil
	}
	for i := range shares {
		if shares[i] == 0 && i != from && i != to {
			return nil // it would be left out
		}
	}
	return newLadder(voices, shares, from, to)
}

func newLadder(voices []string, shares []int, from, to int) *Ladder {
	all := shares[from] + shares[to]
	return &Ladder{voices: voices, shares: shares, from: from, to: to, count: Rungs, levels: []level{newLevel(all, 0)}}
}

// all is what the two voices divide between them, in percent.
func (l *Ladder) all() int { return l.levels[0].from }

func (l *Ladder) level() level { return l.levels[len(l.levels)-1] }

// Same reports whether another ladder leads from the same voice to the same, past
// the same others.
func (l *Ladder) Same(other *Ladder) bool {
	if l == nil || other == nil || l.from != other.from || l.to != other.to || len(l.voices) != len(other.voices) || l.all() != other.all() {
		return false
	}
	for i, id := range l.voices {
		if other.voices[i] != id || i != l.from && i != l.to && l.shares[i] != other.shares[i] {
			return false
		}
	}
	return true
}

// Ends are the ids of the two voices.
func (l *Ladder) Ends() (from, to string) { return l.voices[l.from], l.voices[l.to] }

// Voices are the ids of all the voices, the two and those that keep their shares.
func (l *Ladder) Voices() []string { return l.voices }

// steps are the first voice's shares from rung to rung: fewer than were asked for
// where it is zoomed in so far that there are not so many whole percents.
func (l *Ladder) steps() (shares []int) {
	at := l.level()
	way := at.from - at.to
	n := max(2, min(l.count, way+1))
	for i := range n {
		shares = append(shares, at.from-(2*way*i+n-1)/(2*(n-1)))
	}
	return shares
}

// Shares are those of all the voices from rung to rung, in percent.
func (l *Ladder) Shares() (rungs [][]int) {
	for _, s := range l.steps() {
		rungs = append(rungs, l.sharesAt(s))
	}
	return rungs
}

func (l *Ladder) sharesAt(s int) []int {
	shares := slices.Clone(l.shares)
	shares[l.from], shares[l.to] = s, l.all()-s
	return shares
}

// Span is what is in sight of the whole way, from 0 to 1.
func (l *Ladder) Span() (from, to float64) { return l.place(l.level().from), l.place(l.level().to) }

// Places are those of the rungs on the whole way, from 0 to 1.
func (l *Ladder) Places() (rungs []float64) {
	for _, s := range l.steps() {
		rungs = append(rungs, l.place(s))
	}
	return rungs
}

func (l *Ladder) place(share int) float64 { return 1 - float64(share)/float64(l.all()) }

// Candidates are the rungs, speaking as base does. Those at the ends of a ladder
// that nothing stands beside are voices alone.
func (l *Ladder) Candidates(base tts.Request, host tts.HostName) (rungs []audition.Candidate) {
	for _, s := range l.steps() {
		c := mixed(base, host, l.voices, l.sharesAt(s))
		c.Label = Shares([]int{s, l.all() - s})
		rungs = append(rungs, c)
	}
	return rungs
}

// Nearest is the rung that is nearest to a blend's shares.
func (l *Ladder) Nearest(shares []int) (rung int) {
	all := l.Shares()
	for i := range all {
		if apart(all[i], shares) < apart(all[rung], shares) {
			rung = i
		}
	}
	return rung
}

// Starred reports whether a rung has a star.
func (l *Ladder) Starred(rung int) bool { return l.level().stars[l.steps()[rung]] }

// Star gives a rung a star, or takes it.
func (l *Ladder) Star(rung int) {
	share := l.steps()[rung]
	if stars := l.level().stars; stars[share] {
		delete(stars, share)
	} else {
		stars[share] = true
	}
}

// Veil puts all stars out of sight: whoever knows them would know the rungs by them.
func (l *Ladder) Veil() {
	for _, at := range l.levels {
		maps.Copy(at.veiled, at.stars)
		clear(at.stars)
	}
}

// Unveil shows them again, with those that were given since.
func (l *Ladder) Unveil() {
	for _, at := range l.levels {
		maps.Copy(at.stars, at.veiled)
		clear(at.veiled)
	}
}

// Stars are the rungs that have one.
func (l *Ladder) Stars() (rungs []int) {
	for i := range l.steps() {
		if l.Starred(i) {
			rungs = append(rungs, i)
		}
	}
	return rungs
}

// Zoom makes a ladder of what lies between the two rungs that have stars. It has
// none then, until it is zoomed out. It says why not, as Tight does.
func (l *Ladder) Zoom() Obstacle {
	why := l.Tight()
	if why == Free {
		stars, steps := l.Stars(), l.steps()
		l.levels = append(l.levels, newLevel(steps[stars[0]], steps[stars[1]]))
	}
	return why
}

// Obstacle is why a ladder cannot be zoomed in.
type Obstacle int

const (
	Free      Obstacle = iota
	NotTwo             // stars
	WholeWay           // the stars are at the ends that are in sight
	Neighbour          // there is no whole percent between them
)

// Tight says what stands in the way of zooming in.
func (l *Ladder) Tight() Obstacle {
	stars, steps := l.Stars(), l.steps()
	switch {
	case len(stars) != 2:
		return NotTwo
	case steps[stars[0]]-steps[stars[1]] < 2:
		return Neighbour
	case stars[0] == 0 && stars[1] == len(steps)-1:
		return WholeWay
	}
	return Free
}

// Out goes back to what was in sight before Zoom, its stars with it; false where
// all of the way is in sight.
func (l *Ladder) Out() bool {
	if len(l.levels) == 1 {
		return false
	}
	l.levels = l.levels[:len(l.levels)-1]
	return true
}

// Depth is how often it was zoomed in.
func (l *Ladder) Depth() int { return len(l.levels) - 1 }
