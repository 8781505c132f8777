package tune

import (
	"maps"
	"math/rand/v2"
	"slices"

	"voicestudio/tts"
)

// state is how a search stands after some of the answers.
type state struct {
	starts []tts.Request // in the order in which they are heard
	begun  bool          // one of them is chosen
	from   tts.Request   // that one
	now    tts.Request
	tracks []track
	closed []Closed
	pass   int
	heard  map[point]bool
	count  int // of answers
}

// track is an axis with what is still open of it.
type track struct {
	axis  Axis
	scale scale
	step  float64 // from the centre, in places
	last  int     // the pass in which it was asked about last
	sames int
	out   bool
}

// Closed is an axis that a request has, but not here.
type Closed struct {
	Axis Axis
	Why  string // a sentence without its full stop
}

// enough is how often no difference ends an axis.
const enough = 2

// done reports whether nothing that can be told is left of the axis.
func (t track) done() bool { return t.sames >= enough || t.step < t.scale.apart-rounding }

// first is the state before the first answer.
func first(s Session) (st state) {
	for _, r := range s.Starts {
		if !slices.ContainsFunc(st.starts, r.Equal) {
			st.starts = append(st.starts, r)
		}
	}
	if len(st.starts) == 1 {
		st.choose(s, st.starts[0])
	} else {
		lots := rand.New(rand.NewPCG(s.Seed, 0))
		lots.Shuffle(len(st.starts), func(i, j int) { st.starts[i], st.starts[j] = st.starts[j], st.starts[i] })
	}
	st.lock(s)
	return st
}

// choose begins at a request.
func (s *state) choose(session Session, r tts.Request) {
	s.begun, s.from, s.now, s.heard = true, r, r, map[point]bool{}
	for _, a := range AxesOf(r) {
		if why := closed(a, r, session.target()); why != "" {
			s.closed = append(s.closed, Closed{a, why})
			continue
		}
		s.tracks = append(s.tracks, track{axis: a, scale: scaleOf(a, r), step: session.Method.First})
	}
	if len(r.TimbreWeights) < 2 {
		s.closed = append(s.closed, Closed{Weights, say.oneVoice})
	}
}

// closed says why a host does not take an axis of a request; empty: it does.
func closed(a Axis, r tts.Request, t tts.Target) string {
	if a.Group() == Weights {
		return "" // what could be wrong with a blend is so before it is tuned
	}
	other := set(a, r, scaleOf(a, r).high)
	if p := tts.Obstacle(r, t, a.Path(), other.Get(a.Path())); p != nil {
		return p.Message
	}
	return ""
}

// turn is the axis that is asked about next, and in which pass; nil: all are done.
func (s *state) turn() (*track, int) {
	for pass := s.pass; pass <= s.pass+1; pass++ {
		for i := range s.tracks {
			if t := &s.tracks[i]; t.last < pass && !t.out && !t.done() {
				return t, pass
			}
		}
	}
	return nil, 0
}

// take goes on with an answer; false: it is not one to the question of now.
func (s *state) take(session Session, said Answered) bool {
	q, asked := s.ask()
	chosen, found := q.candidate(said.Answer)
	if !asked || q.Axis != said.Axis || !found && said.Answer != Same {
		return false
	}
	s.count++
	switch {
	case q.Axis == "" && found:
		s.choose(session, chosen.Request)
	case q.Axis == "":
		s.choose(session, session.Starts[0])
	default:
		s.narrow(session.Method, q, chosen, said.Answer)
	}
	if q.Axis == "" {
		for _, start := range s.starts {
			if sameButAxes(start, s.now) {
				s.heard[pointOf(start)] = true
			}
		}
	}
	s.lock(session)
	return true
}

// narrow moves to what was chosen and takes a smaller step next.
func (s *state) narrow(m Method, q Question, chosen Candidate, a Answer) {
	for _, c := range q.Candidates {
		s.heard[pointOf(c.Request)] = true
	}
	t, _ := s.turn()
	t.last, s.pass = q.Pass, q.Pass
	switch a {
	case Same:
		t.sames++
		t.step *= m.Kept
	case Left, Right:
		s.now = chosen.Request
		t.step *= m.Moved
	default:
		t.step *= m.Kept
	}
}

// lock takes axes out, and in again, as the session has them by now.
func (s *state) lock(session Session) {
	for _, l := range session.Locks {
		for i := range s.tracks {
			if t := &s.tracks[i]; l.After <= s.count && (l.Axis == t.axis || l.Axis == t.axis.Group()) {
				t.out = l.Out
			}
		}
	}
}

func (s *state) copy() state {
	c := *s
	c.tracks, c.heard = slices.Clone(s.tracks), maps.Clone(s.heard)
	return c
}

func (s *state) left(each float64) (questions, passes int) {
	for _, t := range s.tracks {
		n := t.left(each)
		questions, passes = questions+n, max(passes, n)
	}
	return questions, passes
}

// left is how many questions an axis has to go, if each leaves so much of its step.
func (t track) left(each float64) (n int) {
	if t.out || t.done() {
		return 0
	}
	for step := t.step; step >= t.scale.apart-rounding; step *= each {
		n++
	}
	return n
}

func sameShares(a, b tts.Request) bool {
	return slices.Equal(tts.Shares(a.TimbreWeights), tts.Shares(b.TimbreWeights))
}
