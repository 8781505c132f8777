package audition

import (
	"math"
	"slices"
	"strings"

	"voicestudio/presets/audition/panel"
	"voicestudio/tts"
)

// Sure is how rarely chance may do as much where a difference is told: once in
// twenty times, as an interval of 95 % has it.
const Sure = .05

// Verdict is what the votes tell, in one sentence; name is what a clip is called.
func (l Listened) Verdict(name func(clip TestClip) string) string {
	w, s := say.listened, l.Panel
	if s.Votes == 0 {
		return w.nobody
	}
	first, second := s.Ranking[0], s.Ranking[1]
	a, b := name(l.Test.Clips[first.Clip]), name(l.Test.Clips[second.Clip])
	level := hundred(first.Score) == hundred(second.Score)
	switch {
	case s.Listeners == 1 && level:
		return w.oneLevel(a, b, s.Votes)
	case s.Listeners == 1:
		return w.one(a, first.Won, first.Of)
	case s.NotYet && level:
		return w.level(a, b, s.Listeners, s.More)
	case s.NotYet:
		return w.notYet(a, b, s.Listeners, first.Won, first.Of, s.More)
	}
	return w.best(a, s.Listeners, first.Won, first.Of)
}

// Order says what it did who of two was heard first; empty: nothing was decided.
func (l Listened) Order() string {
	w, o := say.listened, l.Panel.Order
	most, of, which := o.First, o.First+o.Second, w.first
	if o.Second > o.First {
		most, which = o.Second, w.second
	}
	switch {
	case of == 0:
		return ""
	case o.P == nil:
		return w.order(which, most, of)
	case *o.P >= Sure:
		return w.noOrder(which, most, of)
	}
	return w.orderMattered(which, most, of, chance(*o.P))
}

// Remarks are what else has to be known of the votes.
func (l Listened) Remarks() (said []string) {
	w := say.listened
	if order := l.Order(); order != "" {
		said = append(said, order)
	}
	much := 0
	for _, p := range l.Panel.Pairs {
		much += p.MuchA + p.MuchB
	}
	if much > 0 {
		said = append(said, w.much(much))
	}
	for i := 0; i < len(l.Listeners); {
		name := l.Listeners[i].Name
		n := 1
		for i+n < len(l.Listeners) && folded(l.Listeners[i+n].Name) == folded(name) {
			n++
		}
		if i += n; n > 1 && name != "" {
			said = append(said, w.twice(name, n))
		}
	}
	if l.Apart > 0 {
		said = append(said, w.apart(l.Apart))
	}
	return said
}

// Pairs says which two can be told apart by their own votes alone, and how many
// cannot. It says nothing of one listener.
func (l Listened) Pairs(name func(clip TestClip) string) (said []string) {
	w := say.listened
	if l.Panel.Listeners < 2 {
		return nil
	}
	told, chosen := 0, 0
	for _, p := range l.Panel.Pairs {
		switch {
		case p.P == nil:
			chosen++
		case *p.P < Sure:
			told++
			said = append(said, l.pair(p, name(l.Test.Clips[p.A]), name(l.Test.Clips[p.B])))
		}
	}
	if rest := len(l.Panel.Pairs) - told - chosen; rest > 0 {
		said = append(said, w.untold(rest, told))
	}
	if chosen > 0 {
		said = append(said, w.chosen(chosen))
	}
	return said
}

// Lead says how the first did against the second, where their own votes tell that;
// else it is empty.
func (l Listened) Lead(name func(clip TestClip) string) string {
	best := l.Panel.Ranking
	for _, p := range l.Panel.Pairs {
		if p.A == best[0].Clip && p.B == best[1].Clip && p.P != nil && *p.P < Sure {
			return l.pair(p, name(l.Test.Clips[p.A]), name(l.Test.Clips[p.B]))
		}
	}
	return ""
}

// pair is one that can be told.
func (l Listened) pair(p panel.Pair, a, b string) string {
	won, much, decided := p.WonA, p.MuchA, p.WonA+p.WonB
	if p.WonB > p.WonA { // by the scores it is behind, by these two alone before
		a, b, won, much = b, a, p.WonB, p.MuchB
	}
	said := say.listened.pair(a, b, won, decided, much, chance(*p.P), len(l.Panel.Pairs))
	if p.Ties > 0 {
		said += say.duels.ties(p.Ties)
	}
	return said
}

// Report is everything that they tell, as lines for a message or a note: in words,
// then in figures.
func (l Listened) Report(name func(clip TestClip) string) string {
	w := say.listened
	lines := append([]string{l.Verdict(name)}, l.Remarks()...)
	for _, item := range l.Panel.Ranking {
		if l.Panel.Votes > 0 {
			lines = append(lines, w.line(name(l.Test.Clips[item.Clip]), Percent(item), item.Won, item.Of))
		}
	}
	lines = append(lines, l.Pairs(name)...)
	if len(l.Listeners) > 0 {
		var all []string
		for _, one := range l.Listeners {
			all = append(all, w.listener(one.Name, one.Votes, one.Of))
		}
		lines = append(lines, w.listeners(tts.Listed(all...)))
	}
	return strings.Join(slices.DeleteFunc(lines, func(line string) bool { return line == "" }), "\n")
}

// Percent is a clip's score with its interval, where it has one.
func Percent(item panel.Item) string {
	if item.Low == nil || item.High == nil {
		return say.listened.score(hundred(item.Score))
	}
	return say.listened.interval(hundred(item.Score), hundred(*item.Low), hundred(*item.High))
}

// hundred is a part as it is shown.
func hundred(part float64) int { return int(math.Round(100 * part)) }
