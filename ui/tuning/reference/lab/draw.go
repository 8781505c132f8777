package main

import (
	"math/rand/v2"

	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// language is what is said, and by whom.
type language struct {
	name        string
	text, other string // what is tuned says the text; a recording of other words the other
	voices      [][2]string
}

var languages = []language{
	{"English",
		"Welcome back. Let us pick up where we left off, and see how far we can get before the evening.",
		"The train to the coast leaves at ten from the other platform. Please keep your bags with you, since there is hardly any time to change.",
		[][2]string{{"Wise_Woman", "English_Graceful_Lady"}, {"English_Graceful_Lady", "Deep_Voice_Man"}, {"Friendly_Person", "Calm_Woman"}, {"Casual_Guy", "Patient_Man"}, {"Lively_Girl", "Young_Knight"}},
	},
	{"Chinese",
		"欢迎回来。我们接着上次的地方继续,看看天黑以前能走多远。",
		"开往海边的列车十点从对面的站台出发。请带好随身的行李,因为换车的时间并不多。",
		[][2]string{{"Wise_Woman", "Calm_Woman"}, {"Friendly_Person", "Lively_Girl"}, {"Patient_Man", "Casual_Guy"}, {"Deep_Voice_Man", "Calm_Woman"}, {"Young_Knight", "Wise_Woman"}},
	},
}

// start is where a search for the nth hidden setting begins.
func (l language) start(n int) tts.Request {
	v := l.voices[n%len(l.voices)]
	return tts.Request{Text: l.text, TimbreWeights: []tts.TimbreWeight{{VoiceID: v[0], Weight: 50}, {VoiceID: v[1], Weight: 50}}}
}

// reach is where a setting is hidden on an axis, in places: of speed from 0.7 to 1.4,
// of pitch within 6 semitones; of the others anywhere.
var reach = map[tune.Axis][2]float64{tune.Speed: {.243, .743}, tune.Pitch: {.25, .75}}

// hide draws a setting on each of the axes.
func hide(r tts.Request, lots *rand.Rand, axes []tune.Axis) tts.Request {
	for _, a := range axes {
		within, bound := reach[a]
		if !bound {
			within = [2]float64{0, 1}
		}
		r = tune.Put(a, r, within[0]+lots.Float64()*(within[1]-within[0]))
	}
	return r
}
