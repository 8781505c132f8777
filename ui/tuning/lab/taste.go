package main

import (
	"math"
	"math/rand/v2"

	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/tts/tune/ways"
)

// texts are what the clips say, in turn, and voices what is blended.
var (
	texts  = []string{"Welcome aboard, mind the doors.", "欢迎您乘车，请您注意车门。"}
	voices = [][2]string{{"Wise_Woman", "Patient_Man"}, {"Calm_Woman", "female-shaonv"}}
)

// plain is where the nth listener begins.
func plain(n int) tts.Request {
	pair := voices[n/len(texts)%len(voices)]
	return ways.Plain(texts[n%len(texts)], pair[0], pair[1])
}

// prior is from where what listeners have in their heads is drawn: evenly between
// two places on each axis, in the order of ways.Axes.
type prior struct {
	name      string
	low, high [dims]float64 // of the axis, 0 to 1
}

// dims is how many axes there are.
const dims = 6

// priors are all that can be set, and what people use: speed .7 to 1.4, pitch −5 to
// 5, deep, strong and full −50 to 50, shares of 10 to 90.
var priors = []prior{
	{"anything that can be set", [dims]float64{}, [dims]float64{1, 1, 1, 1, 1, 1}},
	{"what people use", [dims]float64{.243, .292, .25, .25, .25, .092}, [dims]float64{.743, .708, .75, .75, .75, .908}},
}

// draw is one of the prior's requests, with the text and the voices of another.
func (p prior) draw(lots *rand.Rand, r tts.Request) tts.Request {
	for i, a := range ways.Axes {
		r = tune.Put(a, r, p.low[i]+(p.high[i]-p.low[i])*lots.Float64())
	}
	return r
}

// near is what is no difference to speak of, in the order of ways.Axes: semitones,
// points, and of the speed a ratio.
var near = place{.05, 1, 20, 20, 20, 20}

// reached is on how many axes a request is near to another one.
func reached(a, b place) (n int) {
	for i := range a {
		off := math.Abs(a[i] - b[i])
		if ways.Axes[i] == tune.Speed {
			off = math.Abs(math.Log(a[i] / b[i]))
		}
		if off <= near[i]+1e-9 {
			n++
		}
	}
	return n
}
