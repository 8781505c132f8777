package tune

import (
	"slices"
	"strconv"

	"voicestudio/tts"
)

// Answer says which candidate is best.
type Answer string

// The answers to a question about an axis. Of starts the answer is the number of
// one, "1" the first that was heard. Same, no difference, answers any question.
const (
	Left   Answer = "left"   // the lower value
	Middle Answer = "middle" // as it is
	Right  Answer = "right"  // the higher value
	Same   Answer = "same"
)

// Question is two to MostStarts candidates of which one is best.
type Question struct {
	// Axis is what the candidates differ in; none: in anything, they are starts.
	Axis Axis
	// Pass counts from 1 how often the axes are gone through; 0 at the start.
	Pass int
	// Candidates run from low to high. At the end of an axis the one beyond is not
	// there, and one that would be is at the end.
	Candidates []Candidate
	// New is how many of them no earlier question had: the clips to be made.
	New int
}

// Candidate is a request to be heard, and the answer that chooses it.
type Candidate struct {
	Answer  Answer
	Value   float64 // on the question's axis, in its unit
	Request tts.Request
}

// candidate finds the one that an answer chooses; of Same there is none.
func (q Question) candidate(a Answer) (c Candidate, found bool) {
	for _, c := range q.Candidates {
		if c.Answer == a {
			return c, true
		}
	}
	return c, false
}

// point is a request as far as a search changes it, so that two can be compared.
// What is unset is not what is set to the same value: it is sent in another way.
type point struct {
	settings [5]setting
	weights  [tts.MaxVoices]int
}

type setting struct {
	value float64
	set   bool
}

func pointOf(r tts.Request) (p point) {
	for i, a := range Settings {
		p.settings[i] = setting{Value(a, r), isSet(a, r)}
	}
	for i, v := range r.TimbreWeights {
		p.weights[i] = v.Weight
	}
	return p
}

// sameButAxes reports whether two requests differ on the axes of a search only.
func sameButAxes(a, b tts.Request) bool {
	if !slices.EqualFunc(a.TimbreWeights, b.TimbreWeights, func(v, w tts.TimbreWeight) bool { return v.VoiceID == w.VoiceID }) {
		return false
	}
	for _, axis := range append(slices.Clone(Settings), Weights) {
		a = restore(axis, a, b)
	}
	return a.Equal(b)
}

// ask is the next question; false: there is none.
func (s *state) ask() (q Question, asked bool) {
	if !s.begun {
		for i, start := range s.starts {
			q.Candidates = append(q.Candidates, Candidate{Answer: Answer(strconv.Itoa(i + 1)), Request: start})
		}
		q.New = len(q.Candidates)
		return q, true
	}
	t, pass := s.turn()
	if t == nil {
		return q, false
	}
	q.Axis, q.Pass = t.axis, pass
	centre := Value(t.axis, s.now)
	if low, told := t.scale.aside(centre, -t.step); told {
		q.Candidates = append(q.Candidates, Candidate{Left, low, s.put(t.axis, low)})
	}
	q.Candidates = append(q.Candidates, Candidate{Middle, centre, s.now})
	if high, told := t.scale.aside(centre, t.step); told {
		q.Candidates = append(q.Candidates, Candidate{Right, high, s.put(t.axis, high)})
	}
	for _, c := range q.Candidates {
		if !s.heard[pointOf(c.Request)] {
			q.New++
		}
	}
	return q, true
}

// put is the request of now with an axis at a value: as the start had it where
// that is the value there, so that what was unset is unset again.
func (s *state) put(a Axis, value float64) tts.Request {
	r, back := set(a, s.now, value), restore(a, s.now, s.from)
	if a.Group() != Weights && Value(a, back) == value || a.Group() == Weights && sameShares(r, back) {
		return back
	}
	return r
}
