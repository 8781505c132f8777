package tune

import (
	"slices"

	"voicestudio/tts"
)

// Search asks, and goes on by the answers. It is not safe for use by several
// goroutines at once.
type Search struct {
	session Session
	state   state
}

// Open goes on where a session is. Of answers that a file has from elsewhere
// those count that come before the first that was not asked for. The error names
// the field that no search can begin with.
func Open(s Session) (*Search, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	search := &Search{session: s.copy()}
	search.replay()
	return search, nil
}

// Session is what the search can be opened from again.
func (s *Search) Session() Session { return s.session.copy() }

func (s *Search) replay() {
	s.state = first(s.session)
	for _, said := range s.session.Answers {
		if !s.state.take(s.session, said) {
			break
		}
	}
	s.session.Answers = s.session.Answers[:s.state.count]
}

// Ask is the question of now; false: no axis is left.
func (s *Search) Ask() (Question, bool) { return s.state.ask() }

// After is the question that would follow an answer to that of now, so that its
// clips can be made early; false: none would, or it is no answer.
func (s *Search) After(a Answer) (Question, bool) {
	q, _ := s.Ask()
	later := s.state.copy()
	if !later.take(s.session, Answered{q.Axis, a}) {
		return Question{}, false
	}
	return later.ask()
}

// Answer takes in which candidate is best. The error says that the question of now
// has no such candidate.
func (s *Search) Answer(a Answer) error {
	q, _ := s.Ask()
	said := Answered{q.Axis, a}
	if !s.state.take(s.session, said) {
		return tts.Wrong("answer", say.notAsked(string(a)))
	}
	s.session.Answers = append(s.session.Answers, said)
	return nil
}

// TakeBack takes the last answer back; false: there is none. What was locked
// since stays locked.
func (s *Search) TakeBack() bool {
	n := len(s.session.Answers)
	if n == 0 {
		return false
	}
	s.session.Answers = s.session.Answers[:n-1]
	for i := range s.session.Locks {
		s.session.Locks[i].After = min(s.session.Locks[i].After, n-1)
	}
	s.replay()
	return true
}

// Lock takes an axis out of the search, or in again, from the question of now on.
// Where its request has one axis for each voice, Weights locks all of them. The
// error says that there is no such axis.
func (s *Search) Lock(a Axis, out bool) error {
	if !a.known() {
		return tts.Wrong("axis", say.noAxis(string(a)))
	}
	n := len(s.session.Answers)
	s.session.Locks = slices.DeleteFunc(s.session.Locks, func(l Lock) bool { return l.Axis == a && l.After == n })
	s.session.Locks = append(s.session.Locks, Lock{Axis: a, Out: out, After: n})
	s.state.lock(s.session)
	return nil
}

// Now is the request that the answers have led to.
func (s *Search) Now() tts.Request { return s.state.now }

// From is the request that it began at, the start that was chosen; before that it
// is empty, as Now is.
func (s *Search) From() tts.Request { return s.state.from }
