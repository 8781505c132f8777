package tune

import "voicestudio/tts"

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

// Left is about how many questions are to come, in how many passes. A question
// needs two new clips at most, but for the first.
func (s *Search) Left() (questions, passes int) {
	st := s.state
	if !st.begun { // each start has about as many
		questions = 1
		st.choose(s.session, s.session.Starts[0])
		st.lock(s.session)
	}
	for _, t := range st.tracks {
		n := t.left(s.session.Method)
		questions, passes = questions+n, max(passes, n)
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
