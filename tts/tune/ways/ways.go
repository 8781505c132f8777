// Package ways has listeners that are made up go the ways there are to a voice: the
// search of package tune, sliders, and chance. It knows neither what a listener
// likes nor what is counted.
package ways

import (
	"math/rand/v2"
	"slices"

	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// Axes are those that a listener cares for, six with a blend of two voices.
var Axes = append(slices.Clone(tune.Settings), tune.Weights)

// Plain is where all begin: the middle of every axis.
func Plain(text string, one, other string) tts.Request {
	return tts.Request{Text: text, TimbreWeights: []tts.TimbreWeight{{VoiceID: one, Weight: 50}, {VoiceID: other, Weight: 50}}}
}

// Listener is somebody who says of several requests which is best.
type Listener struct {
	// Utility is how well the listener likes a request, 0 to 1.
	Utility func(tts.Request) (float64, error)
	// Noise is the standard deviation of a utility as it is heard.
	Noise float64
	// Anywhere is a request such as comes to mind.
	Anywhere func() tts.Request
	Lots     *rand.Rand
}

// hear is how well each is liked as it is heard this time, and which is the best.
func (l *Listener) hear(rs []tts.Request) (heard []float64, best int, err error) {
	for i, r := range rs {
		u, err := l.Utility(r)
		if err != nil {
			return nil, 0, err
		}
		heard = append(heard, u+l.Noise*l.Lots.NormFloat64())
		if heard[i] > heard[best] {
			best = i
		}
	}
	return heard, best, nil
}

// Round is a question after its answer.
type Round struct {
	Heard []tts.Request
	New   int         // how many of them had to be made
	Now   tts.Request // what is best so far
}

// Way is one way to a voice.
type Way struct {
	Name string
	// Go begins at a request and tells of each round, until told that it is
	// enough or nothing is left to ask.
	Go func(l *Listener, from tts.Request, told func(Round) (more bool)) error
}

// All are the ways that are reported.
var All = []Way{
	{Tune, Guided(tune.Default, 1)},
	{Unsure, guided(tune.Default, 1, nil, (*Listener).unsure)},
	{FromSix, Guided(tune.Default, tune.MostStarts)},
	{Sliders, sliders},
	{Random, random},
}

// The names of All.
const (
	Tune    = "tune"
	Unsure  = "tune, saying no difference"
	FromSix = "tune from six starters"
	Sliders = "sliders, with care"
	Random  = "random"
)

// sliders is somebody who tries five places of every slider in turn, around where
// it stands, takes the best, and goes through all of them again in finer steps.
func sliders(l *Listener, now tts.Request, told func(Round) bool) error {
	made := 0 // of what stands now
	for step := .2; ; step *= .6 {
		for _, a := range Axes {
			tried := []tts.Request{now}
			for _, steps := range []float64{-2, -1, 1, 2} {
				tried = append(tried, tune.Put(a, now, min(max(0, tune.Place(a, now)+steps*step), 1)))
			}
			_, best, err := l.hear(tried)
			if err != nil {
				return err
			}
			now = tried[best]
			if !told(Round{tried, len(tried) - made, now}) {
				return nil
			}
			made = 1
		}
	}
}

// random is somebody who keeps the better of the best so far and of anything.
func random(l *Listener, now tts.Request, told func(Round) bool) error {
	for made := 0; ; made = 1 {
		tried := []tts.Request{now, l.Anywhere()}
		_, best, err := l.hear(tried)
		if err != nil {
			return err
		}
		now = tried[best]
		if !told(Round{tried, len(tried) - made, now}) {
			return nil
		}
	}
}
