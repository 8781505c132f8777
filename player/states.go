package player

// State of what is played.
type State int

const (
	// Idle: nothing is played, or it was stopped.
	Idle State = iota
	// Buffering: more must be decoded before sound can start or go on.
	Buffering
	Playing
	Paused
	// Ended: heard to its end.
	Ended
)

var stateNames = [...]string{"idle", "buffering", "playing", "paused", "ended"}

func (s State) String() string { return stateNames[s] }

// event is what happens to a session.
type event int

const (
	enough event = iota // is decoded for the sound to go on without a gap
	empty               // the source ended without a frame
	heard               // to its end
	pause
	resume
	seek
	cancel // of the context that Play got
	stop   // by Stop and by what is played next
)

// transitions is the whole of what a session's state does; an event that is not
// listed leaves it as it is. A session begins in Buffering.
var transitions = map[State]map[event]State{
	Buffering: {enough: Playing, empty: Ended, pause: Paused, seek: Buffering, cancel: Idle, stop: Idle},
	Playing:   {heard: Ended, pause: Paused, seek: Playing, cancel: Idle, stop: Idle},
	Paused:    {empty: Ended, resume: Buffering, seek: Paused, cancel: Idle, stop: Idle},
	Ended:     {seek: Buffering, stop: Idle},
}

func (s *session) state() State { return State(s.phase.Load()) }

// on changes the state by the table; ok is false where nothing happens.
func (s *session) on(e event) (now State, ok bool) {
	if now, ok = transitions[s.state()][e]; ok {
		s.phase.Store(int32(now))
	}
	return now, ok
}
