package ways

import (
	"slices"

	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// Guided is the search of package tune, from one request or from the best of
// several of which the others are anywhere, by a listener who always says which
// is best.
func Guided(m tune.Method, starts int) func(*Listener, tts.Request, func(Round) bool) error {
	return guided(m, starts, nil, (*Listener).choose)
}

func guided(m tune.Method, starts int, locks []tune.Lock, answer func(*Listener, tune.Question) (tune.Answer, error)) func(*Listener, tts.Request, func(Round) bool) error {
	return func(l *Listener, plain tts.Request, told func(Round) bool) error {
		from := []tts.Request{plain}
		for len(from) < starts {
			from = append(from, l.Anywhere())
		}
		session := tune.Begin(l.Lots.Uint64(), tts.Target{Host: tts.MiniMax, Stream: true}, from...)
		session.Method, session.Locks = m, locks
		search, err := tune.Open(session)
		if err != nil {
			return err
		}
		for {
			q, asked := search.Ask()
			if !asked {
				return nil
			}
			said, err := answer(l, q)
			if err == nil {
				err = search.Answer(said)
			}
			if err != nil {
				return err
			}
			if !told(Round{requests(q), q.New, search.Now()}) {
				return nil
			}
		}
	}
}

func requests(q tune.Question) (all []tts.Request) {
	for _, c := range q.Candidates {
		all = append(all, c.Request)
	}
	return all
}

// choose is the answer of a listener who always says which is best.
func (l *Listener) choose(q tune.Question) (tune.Answer, error) {
	_, best, err := l.hear(requests(q))
	return q.Candidates[best].Answer, err
}

// unsure is that of one who says no difference where all are heard within the noise.
func (l *Listener) unsure(q tune.Question) (tune.Answer, error) {
	heard, best, err := l.hear(requests(q))
	if err == nil && slices.Max(heard)-slices.Min(heard) < l.Noise {
		return tune.Same, nil
	}
	return q.Candidates[best].Answer, err
}
