package main

import (
	"fmt"
	"slices"

	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// horizon is how many clips a run is followed for.
const horizon = 60

// Track is the utility of what is best so far after each number of clips.
type Track [horizon + 1]float64

// at says that after so many clips the utility is another one.
func (t *Track) at(clips int, utility float64) {
	for i := min(clips, len(t)); i < len(t); i++ {
		t[i] = utility
	}
}

// Way is one way to a voice.
type Way struct {
	Name string
	Run  func(*Listener) (Track, error)
}

// The ways that are reported.
const (
	guide        = "tune"
	guideFromSix = "tune from six starters"
	guideUnsure  = "tune, saying no difference"
	careful      = "sliders, with care"
)

var ways = []Way{
	{guide, guided(tune.Default, 1, (*Listener).choose)},
	{guideUnsure, guided(tune.Default, 1, (*Listener).unsure)},
	{guideFromSix, guided(tune.Default, tune.MostStarts, (*Listener).choose)},
	{careful, sliders},
	{"random", random},
}

// plain is where all begin: the middle of every axis.
func plain() tts.Request {
	return tts.Request{Text: "Welcome aboard.", TimbreWeights: []tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 50}, {VoiceID: "English_Graceful_Lady", Weight: 50}}}
}

// anywhere is a request at random places.
func (l *Listener) anywhere() tts.Request {
	r := plain()
	for _, a := range axes {
		r = tune.Put(a, r, l.lots.Float64())
	}
	return r
}

// guided is the search of this package, from the middle or from the best of some
// requests at random.
func guided(m tune.Method, starts int, answer func(*Listener, tune.Question) tune.Answer) func(*Listener) (Track, error) {
	return func(l *Listener) (t Track, err error) {
		from := []tts.Request{plain()}
		for starts > 1 && len(from) < starts {
			from = append(from, l.anywhere())
		}
		session := tune.Begin(l.lots.Uint64(), tts.Target{Host: tts.MiniMax, Stream: true}, from...)
		session.Method = m
		search, err := tune.Open(session)
		if err != nil {
			return t, err
		}
		clips := 0
		t.at(0, l.utility(from[0]))
		for {
			q, asked := search.Ask()
			if clips += q.New; !asked || clips > horizon {
				return t, nil
			}
			if err := search.Answer(answer(l, q)); err != nil {
				return t, err
			}
			t.at(clips, l.utility(search.Now()))
		}
	}
}

// choose is the answer of a listener who always says which is best.
func (l *Listener) choose(q tune.Question) tune.Answer {
	best, _ := l.hear(q)
	return best
}

// unsure is that of one who says no difference where all are heard within the noise.
func (l *Listener) unsure(q tune.Question) tune.Answer {
	if best, apart := l.hear(q); apart >= l.Noise {
		return best
	}
	return tune.Same
}

// hear is which candidate is heard as the best, and how far ahead of the worst.
func (l *Listener) hear(q tune.Question) (best tune.Answer, apart float64) {
	heard := make([]float64, len(q.Candidates))
	for i, c := range q.Candidates {
		if heard[i] = l.heard(c.Request); heard[i] == slices.Max(heard[:i+1]) {
			best = c.Answer
		}
	}
	return best, slices.Max(heard) - slices.Min(heard)
}

// sliders is somebody who tries five places of every slider in turn, around where
// it stands, takes the best, and goes through all of them again in finer steps.
func sliders(l *Listener) (t Track, err error) {
	now, clips := plain(), 1
	t.at(0, l.utility(now))
	for step := .2; ; step *= .6 {
		for _, a := range axes {
			tried := []tts.Request{now}
			for _, steps := range []float64{-2, -1, 1, 2} {
				tried = append(tried, tune.Put(a, now, min(max(0, tune.Place(a, now)+steps*step), 1)))
			}
			if clips += len(tried) - 1; clips > horizon {
				return t, nil
			}
			now = tried[l.pick(tried)]
			t.at(clips, l.utility(now))
		}
	}
}

// random is somebody who keeps the better of the best so far and of anything.
func random(l *Listener) (t Track, err error) {
	now := plain()
	t.at(0, l.utility(now))
	for clips := 2; clips <= horizon; clips++ {
		tried := []tts.Request{now, l.anywhere()}
		now = tried[l.pick(tried)]
		t.at(clips, l.utility(now))
	}
	return t, nil
}

// methods are the steps that are compared.
func methods() (all []Way) {
	for _, first := range []float64{.2, .25, .3, .35, .4, .5} {
		for _, kept := range []float64{.5, .6, .7} {
			for _, moved := range []float64{.6, .7, .8, .9} {
				m := tune.Method{First: first, Kept: kept, Moved: moved}
				all = append(all,
					Way{fmt.Sprintf("1 first %.2f kept %.1f moved %.1f", first, kept, moved), guided(m, 1, (*Listener).choose)},
					Way{fmt.Sprintf("6 first %.2f kept %.1f moved %.1f", first, kept, moved), guided(m, tune.MostStarts, (*Listener).choose)})
			}
		}
	}
	return all
}
