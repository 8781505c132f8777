package audition

import (
	"math"
	"strings"

	"voicestudio/presets/audition/panel"
)

// fewDuels is how many have to be decided to tell anything: of fewer even a clean
// win is what chance does once in 16 times, or more often.
const fewDuels = 6

// Verdict is what the final says, in plain words; name is what a candidate is
// called. Nothing is said of chance in the knockout: who meets whom there follows
// from earlier answers, and the best of many wins some by chance.
func (s Standing) Verdict(name func(id string) string) string {
	w := say.duels
	if s.Stage == Few {
		return w.few
	}
	f := s.Final
	if f == nil {
		if s.Stage == Alone {
			return w.alone(left(s, name))
		}
		return w.notYet
	}
	a, b, decided := name(f.A), name(f.B), f.WonA+f.WonB
	switch {
	case s.Stage == Alone:
		return w.unfinished(left(s, name), f.Duels(), f.Of)
	case s.Stage != Decided:
		return w.notYetOf(f.Duels(), f.Of)
	case decided == 0:
		return w.allTies(a, b, f.Of)
	}
	said := ""
	switch {
	case f.WonA == f.WonB:
		said = w.even(a, b, f.WonA)
	case decided < fewDuels:
		said = w.tooFew(a, b, f.WonA, decided)
	default:
		said = w.beat(a, b, f.WonA, decided, chance(panel.TwoSided(f.WonA, decided)))
	}
	if f.Ties > 0 {
		said += w.ties(f.Ties)
	}
	return said
}

// left is the only one on the bench, where there is one.
func left(s Standing, name func(string) string) string {
	for _, score := range s.Scores {
		if !score.Left && !score.Out {
			return name(score.ID)
		}
	}
	return ""
}

// chance says how often chance alone goes as far: p in words.
func chance(p float64) string {
	switch w := say.duels; {
	case p > .95:
		return w.always
	case p > .4:
		return w.inTen(int(math.Round(p * 10)))
	case p < 1./10_000:
		return w.rarely
	default:
		return w.once(int(math.Round(1 / p)))
	}
}

// Report is everything that the duels say, as lines for a message or a note.
func (s Standing) Report(name func(id string) string) string {
	lines := []string{s.Verdict(name)}
	for _, score := range s.Scores {
		state := ""
		switch {
		case score.Left:
			state = say.duels.gone
		case score.Out:
			state = say.duels.out
		}
		lines = append(lines, say.duels.line(name(score.ID), score.Won, score.Of, state))
	}
	return strings.Join(lines, "\n")
}
