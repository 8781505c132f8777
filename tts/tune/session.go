package tune

import (
	"slices"
	"strconv"

	"voicestudio/tts"
)

// Version is that of a Session as it is stored.
const Version = 1

// MostStarts is how many requests a search may begin from.
const MostStarts = 6

// Session is all that a search follows from: opened again it asks the same
// questions. Whoever stores it keeps the keys that it does not know.
type Session struct {
	Version int    `json:"version"`
	Seed    uint64 `json:"seed"` // of the order in which the starts are heard
	// Host and Stream are where the requests go: what is refused there is no axis.
	Host   tts.HostName `json:"host"`
	Stream bool         `json:"stream"`
	// Starts are one request that is tuned, or up to MostStarts of which the best
	// is: the settings of now first, since "no difference" stays with the first.
	Starts  []tts.Request `json:"starts"`
	Method  Method        `json:"method"`
	Locks   []Lock        `json:"locks,omitempty"`
	Answers []Answered    `json:"answers"`
}

// Method is how far apart the candidates are. It is stored so that a session goes
// on as it began when a later program has another default.
type Method struct {
	// First is the step from the centre in the first question about an axis, as a
	// part of the axis, above 0 to 1.
	First float64 `json:"first"`
	// Kept and Moved are what the step is multiplied by after the middle or none
	// was better, and after one side was; both above 0, up to .95.
	Kept  float64 `json:"kept"`
	Moved float64 `json:"moved"`
}

// Default is ahead of sliders that are moved with care, and of chance. The mean
// utility after 20, 30 and 60 clips of listeners whose taste is known, by
// `go run ./tts/tune/lab`, and of those who go by the sandbox's sound, by
// `go run ./ui/tuning/lab`; their noise is .05, and what they want anything that can
// be set:
//
//	                     taste          sound
//	the default          .69 .75 .82    .78 .84 .88
//	  from six starters  .67 .73 .81    .74 .79 .85
//	sliders              .56 .70 .78    .69 .78 .84
//	chance               .57 .60 .65    .62 .66 .72
//
// No other steps are ahead by more than .004 with the taste, by the same program's
// -methods.
var Default = Method{First: .3, Kept: .6, Moved: .8}

// Lock takes an axis out of the search after so many answers, or in again.
type Lock struct {
	Axis  Axis `json:"axis"`
	Out   bool `json:"out"`
	After int  `json:"after"`
}

// Answered is an answer with the axis that it is about; none at the start.
type Answered struct {
	Axis   Axis   `json:"axis,omitempty"`
	Answer Answer `json:"answer"`
}

// Begin is the session of a search that has no answers yet. The starts have the
// text that is heard.
func Begin(seed uint64, t tts.Target, starts ...tts.Request) Session {
	return Session{Version: Version, Seed: seed, Host: t.Host, Stream: t.Stream, Starts: starts, Method: Default, Answers: []Answered{}}
}

func (s Session) target() tts.Target { return tts.Target{Host: s.Host, Stream: s.Stream} }

// check says what no search can begin with.
func (s Session) check() error {
	inside := func(x, most float64) bool { return x > 0 && x <= most }
	switch m := s.Method; {
	case s.Version != Version:
		return tts.Wrong("version", say.version(s.Version, Version))
	case len(s.Starts) == 0 || len(s.Starts) > MostStarts:
		return tts.Wrong("starts", say.starts(len(s.Starts), MostStarts))
	case !inside(m.First, 1) || !inside(m.Kept, mostKept) || !inside(m.Moved, mostKept):
		return tts.Wrong("method", say.method)
	}
	for i, start := range s.Starts {
		if _, _, err := tts.Settle(start, s.target()); err != nil {
			fault := tts.AsError(err, tts.KindRequest)
			return fault.At("starts[" + strconv.Itoa(i) + "]." + fault.Field)
		}
	}
	return nil
}

// mostKept bounds what is left of a step, so that every search ends.
const mostKept = .95

func (s Session) copy() Session {
	s.Starts, s.Locks, s.Answers = slices.Clone(s.Starts), slices.Clone(s.Locks), slices.Clone(s.Answers)
	return s
}
