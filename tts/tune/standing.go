package tune

import (
	"math"

	"voicestudio/tts"
)

// Standing is how an axis stands. Places are from 0 at its lower end to 1.
type Standing struct {
	Axis  Axis
	Value float64 // in the axis' unit
	Place float64
	// Low and High are the places between which the next question is.
	Low, High float64
	Out       bool // locked
	Done      bool // nothing is left of it that can be told apart
}

// Axes are those that the request has at its host, in the order in which they are
// asked about; before a start was chosen there are none.
func (s *Search) Axes() (all []Standing) {
	for _, t := range s.state.tracks {
		at := Place(t.axis, s.state.now)
		all = append(all, Standing{
			Axis: t.axis, Value: Value(t.axis, s.state.now), Place: at,
			Low: max(0, at-t.step), High: min(1, at+t.step), Out: t.out, Done: t.done(),
		})
	}
	return all
}

// Closed are the axes that are not asked about, and why: what host and model
// refuse or ignore.
func (s *Search) Closed() []Closed { return s.state.closed }

// Left is about how many questions are to come, in how many passes: as many as there
// are if each axis has no more moves than other answers. A question needs two new
// clips at most, but for the first.
func (s *Search) Left() (questions, passes int) {
	m := s.session.Method
	return s.left(math.Sqrt(m.Kept * m.Moved))
}

// Most is how many questions can come at most.
func (s *Search) Most() (questions int) {
	m := s.session.Method
	questions, _ = s.left(max(m.Kept, m.Moved))
	return questions
}

// left is how many there are if each leaves so much of its axis' step.
func (s *Search) left(each float64) (questions, passes int) {
	st := s.state
	if st.begun {
		return st.left(each)
	}
	for i := range st.starts { // which may differ in how many voices they have
		begun := st.copy()
		begun.choose(s.session, st.starts[i])
		begun.lock(s.session)
		q, p := begun.left(each)
		questions, passes = max(questions, 1+q), max(passes, p)
	}
	return questions, passes
}

// Change is what became of an axis, in its unit.
type Change struct {
	Axis     Axis
	From, To float64
}

// Changes are what the answers have changed since the start; before one was chosen
// nothing.
func (s *Search) Changes() (all []Change) {
	return changes(s.state.from, s.state.now)
}

func changes(from, to tts.Request) (all []Change) {
	for _, a := range AxesOf(from) {
		if c := (Change{a, Value(a, from), Value(a, to)}); c.From != c.To {
			all = append(all, c)
		}
	}
	return all
}
