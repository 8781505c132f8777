package audition

import (
	"cmp"
	"fmt"
	"slices"
)

// Stage is how far duels have come.
type Stage int

// The stages. Few are fewer than two entrants; Alone is where all but one have
// left the bench meanwhile.
const (
	Few Stage = iota
	Knockout
	FinalStage
	Decided
	Alone
)

// Score is how one entrant stands.
type Score struct {
	ID string
	// Won are the duels in which it was the better one, Of those it was in.
	Won, Of int
	Out     bool // behind in the knockout
	Left    bool // not on the bench any more
}

// FinalScore is how the last two stand; A is the one that leads.
type FinalScore struct {
	Pair
	WonA, WonB, Ties, Of int
}

// Duels is how many there were.
func (f FinalScore) Duels() int { return f.WonA + f.WonB + f.Ties }

// Standing is how duels stand.
type Standing struct {
	Stage Stage
	Asked *Pair // the duel of now; nil: none
	// N of Of is its number, in the knockout or in the final.
	N, Of int
	Again bool // for the second time, since there was no difference
	// Lot is who went on by lot at the last answer, since there was no difference
	// twice.
	Lot    string
	Scores []Score     // the best first
	Final  *FinalScore // nil: not begun
	// Winner is the better of the last two after all their duels; empty: none.
	Winner string

	counted int // of the answers
}

// Standing finds how the duels stand. Of answers that a file has from elsewhere
// those count that come before the first that was not asked for.
func (d Duels) Standing() Standing {
	r := d.replay()
	s := Standing{Lot: r.lot, Again: r.again, counted: r.counted, Scores: r.ranking(d)}
	if r.two[0] != "" {
		s.Final = r.score()
	}
	pair, asked := r.next()
	switch {
	case len(d.entrants()) < 2:
		s.Stage = Few
	case asked && len(r.in) > 2:
		s.Stage, s.N, s.Of, s.Asked = Knockout, r.pairs+1, r.pairs+len(r.in)-2, &pair
	case asked:
		s.Stage, s.N, s.Of, s.Asked = FinalStage, r.finals+1, d.Finals(), &pair
	case len(r.in) == 2:
		s.Stage = Decided
		if s.Final.WonA > s.Final.WonB {
			s.Winner = s.Final.A
		}
	default:
		s.Stage = Alone
	}
	return s
}

// replay is the duels gone through again, answer by answer.
type replay struct {
	duels   Duels
	in      []string // who is next is first
	scores  map[string]*Score
	two     [2]string // of the final, as their lots were drawn
	finals  int
	won     map[string]int // in the final
	pairs   int            // that the knockout has decided
	again   bool
	lot     string
	last    []string // who went out, in that order
	lefts   []bool
	counted int
}

func (d Duels) replay() *replay {
	r := &replay{duels: d, in: drawn(d, "order", d.entrants()), scores: map[string]*Score{}, won: map[string]int{}, lefts: d.lefts()}
	for _, id := range r.in {
		r.scores[id] = &Score{ID: id}
	}
	for r.leave(0); r.counted < len(d.Answers) && r.answer(d.Answers[r.counted]); {
		r.counted++
		r.leave(r.counted)
	}
	for _, l := range d.Left {
		r.out(l.ID) // after answers that count no more
	}
	r.pair()
	return r
}

// leave takes those out that left after so many answers.
func (r *replay) leave(after int) {
	for _, l := range r.duels.Left {
		if l.After == after {
			r.out(l.ID)
		}
	}
}

func (r *replay) out(id string) {
	score := r.scores[id]
	if score == nil || score.Left {
		return
	}
	score.Left = true
	at := slices.Index(r.in, id)
	if at < 0 || r.finals == len(r.lefts) {
		return // it was out before, or all is decided
	}
	if at < 2 {
		r.again = false
	}
	r.in = slices.Delete(r.in, at, at+1)
	r.last = append(r.last, id)
}

// pair makes the last two those of the final, unless it has begun.
func (r *replay) pair() {
	if len(r.in) == 2 && r.finals == 0 {
		r.two = [2]string(r.in)
	}
}

// next is the duel to be asked.
func (r *replay) next() (Pair, bool) {
	if len(r.in) < 2 || len(r.in) == 2 && r.finals == len(r.lefts) {
		return Pair{}, false
	}
	p := Pair{r.in[0], r.in[1]}
	left := false
	if len(r.in) == 2 {
		left = r.lefts[r.finals]
	} else {
		left = r.duels.lot(fmt.Sprint("left ", r.pairs))%2 == 0 != r.again // the second time the other way round
	}
	if !left {
		p = Pair{p.B, p.A}
	}
	return p, true
}

// answer takes one in; false: it was not asked for.
func (r *replay) answer(a Answer) bool {
	p, asked := r.next()
	if !asked || (Pair{a.A, a.B}) != p || a.Won != "" && a.Won != a.A && a.Won != a.B {
		return false
	}
	r.scores[a.A].Of++
	r.scores[a.B].Of++
	if a.Won != "" {
		r.scores[a.Won].Won++
	}
	r.lot = ""
	switch final := len(r.in) == 2; {
	case final:
		r.pair()
		r.finals++
		r.won[a.Won]++ // those of nobody are the ties
	case a.Won == "" && !r.again:
		r.again = true
	default:
		r.knock(a)
	}
	return true
}

// knock sends the loser out. Where there was no difference twice, it is by lot: a
// knockout has to end.
func (r *replay) knock(a Answer) {
	better, worse := r.in[0], r.in[1]
	switch a.Won {
	case "":
		if r.duels.lot(fmt.Sprint("tie ", r.pairs))%2 == 0 {
			better, worse = worse, better
		}
		r.lot = better
	case worse:
		better, worse = worse, better
	}
	r.scores[worse].Out = true
	r.last = append(r.last, worse)
	r.in = append(r.in[2:len(r.in):len(r.in)], better)
	r.pairs++
	r.again = false
}

// score is how the last two stand: those of the final, also where one of them has
// left since.
func (r *replay) score() *FinalScore {
	two := r.two
	if r.won[two[0]] < r.won[two[1]] {
		slices.Reverse(two[:])
	}
	return &FinalScore{Pair{two[0], two[1]}, r.won[two[0]], r.won[two[1]], r.won[""], len(r.lefts)}
}

// ranking puts the entrants in order: by the final, then by how long they were
// in, then by the duels they won.
func (r *replay) ranking(d Duels) (list []Score) {
	for _, id := range drawn(d, "letter", d.entrants()) {
		list = append(list, *r.scores[id])
	}
	slices.SortStableFunc(list, func(a, b Score) int {
		return cmp.Or(r.won[b.ID]-r.won[a.ID], r.wentOut(b.ID)-r.wentOut(a.ID), b.Won-a.Won)
	})
	return list
}

// wentOut counts up who went out when; who is in is behind all of them.
func (r *replay) wentOut(id string) int {
	if at := slices.Index(r.last, id); at >= 0 {
		return at
	}
	return len(r.last)
}
