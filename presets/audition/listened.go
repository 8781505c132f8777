package audition

import (
	"cmp"
	"fmt"
	"slices"

	"golang.org/x/text/cases"

	"voicestudio/presets/audition/panel"
)

// Listened is how the clips of the test that was exported last stand, by all votes
// on them.
type Listened struct {
	Test  Test
	Panel panel.Standing // its clips are those of Test.Clips
	// Listeners are those who voted on these clips, in the order of their names, who
	// gave none behind the others.
	Listeners []Listener
	// Apart are sessions that are about other clips only: of an earlier page.
	Apart int
}

// Listener is one of them.
type Listener struct {
	Name string // as it can be drawn; empty: not said
	// Votes are those on these clips, Of is how many were asked for.
	Votes, Of int
}

// Listened is how listeners' votes stand; false: no page was exported.
func (a Audition) Listened() (l Listened, exported bool) {
	if len(a.Tests) == 0 {
		return l, false
	}
	l.Test = a.Tests[len(a.Tests)-1]
	at := map[string]int{}
	for i, c := range l.Test.Clips {
		at[c.Clip] = i
	}
	var votes []panel.Vote
	var last string // whose session was before this one
	for n, s := range united(a.Sessions) {
		t, _ := a.tested(s.Test)
		ranking := 0
		if t.Kind == Rank {
			ranking = n + 1
		}
		var on []panel.Vote
		for _, v := range t.counted(s) {
			a, hasA := at[v.A]
			b, hasB := at[v.B]
			if hasA && hasB {
				on = append(on, panel.Vote{A: a, B: b, First: at[v.First], Answer: v.Answer, Ranking: ranking, Chosen: t.Chosen})
			}
		}
		if len(on) == 0 {
			l.Apart++
			continue
		}
		if len(l.Listeners) == 0 || s.Session != last {
			l.Listeners = append(l.Listeners, Listener{})
			last = s.Session
		}
		who := &l.Listeners[len(l.Listeners)-1]
		who.Name = cmp.Or(who.Name, labelOf(s.Name))
		who.Votes += len(on)
		who.Of += l.Test.common(t)
		for _, v := range on {
			v.Listener = len(l.Listeners) - 1
			votes = append(votes, v)
		}
	}
	l.Panel = panel.Of(len(l.Test.Clips), votes)
	slices.SortStableFunc(l.Listeners, func(x, y Listener) int {
		if (x.Name == "") != (y.Name == "") {
			return len(y.Name) - len(x.Name)
		}
		return cmp.Or(cmp.Compare(folded(x.Name), folded(y.Name)), cmp.Compare(x.Name, y.Name))
	})
	return l, true
}

// common is how many pairs two tests ask both.
func (t Test) common(other Test) int {
	both := 0
	for _, c := range t.Clips {
		if other.has(c.Clip) {
			both++
		}
	}
	return both * (both - 1) / 2
}

// folded is a name as names are compared.
func folded(name string) string { return cases.Fold().String(name) }

// Names are what the clips of a test are called, by their own names: their labels,
// told apart where several have the same, in the candidates' order.
func (t Test) Names() func(TestClip) string {
	clips := slices.Clone(t.Clips)
	slices.SortStableFunc(clips, func(x, y TestClip) int { return cmp.Compare(numberOf(x.ID), numberOf(y.ID)) })
	names, taken := map[string]string{}, map[string]bool{}
	for _, c := range clips {
		taken[cmp.Or(labelOf(c.Label), c.Clip)] = true
	}
	given := map[string]bool{}
	for _, c := range clips {
		label := cmp.Or(labelOf(c.Label), c.Clip)
		name := label
		for n := 2; given[name] || name != label && taken[name]; n++ {
			name = fmt.Sprintf("%s (%d)", label, n)
		}
		given[name] = true
		names[c.Clip] = name
	}
	return func(c TestClip) string { return names[c.Clip] }
}

// Best is the clip that is liked best, and in how many of those of its votes that
// were decided; false: it cannot be told yet.
func (l Listened) Best() (clip TestClip, won, decided int, told bool) {
	if l.Panel.Votes == 0 || l.Panel.NotYet {
		return clip, 0, 0, false
	}
	best := l.Panel.Ranking[0]
	for _, p := range l.Panel.Pairs {
		if p.A == best.Clip || p.B == best.Clip {
			decided += p.WonA + p.WonB
		}
	}
	return l.Test.Clips[best.Clip], best.Won, decided, true
}
