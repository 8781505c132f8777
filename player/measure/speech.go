package measure

import (
	"math"
	"slices"
)

// How speech is told from pauses, after de Jong and Wempe 2009 ("Praat script
// to detect syllable nuclei", doi 10.3758/BRM.41.2.385).
const (
	// belowLoud is how far below its loudest moments speech ends, in dB; the
	// loudest are the 99th percentile, so that no click is one.
	belowLoud = 25.0
	// silence is the least level that is speech at all, in dB of full scale.
	silence = -60.0
	// dip is how much quieter it is between two nuclei, in dB.
	dip = 2.0
	// leastPause is the shortest silence that is a pause. De Jong and Wempe have
	// 300 ms, but then a comma is one at one speed and none at a higher, which
	// changes a rate by 5 %; the closures of stops are shorter than 120. Frames.
	leastPause = 12
	// leastSound is what is too short for speech between two pauses: a click.
	// De Jong and Wempe have 100 ms; a short word is 60. Frames.
	leastSound = 6
	// leastSpeech is too little to count syllables in or to hear its colour:
	// 0.3 s, about one. Frames.
	leastSpeech = 30
	// leastNuclei are too few to be a rate.
	leastNuclei = 3
	// leastFade is the shortest speech that has a beginning and an end: a third
	// of it is a phrase of a second. Shorter, it would be the fall of every
	// sentence. Frames.
	leastFade = 300
)

// speech is where in a sound somebody speaks.
type speech struct {
	loud      []float64 // of each frame, smoothed, in dB of full scale
	threshold float64
	speaks    []bool // of each frame; pauses are not
	from, to  int    // the first frame that speaks and the one after the last
	frames    int    // that speak
}

// newSpeech is nil where nobody does.
func newSpeech(powers []float64) *speech {
	if len(powers) == 0 {
		return nil
	}
	s := &speech{loud: smoothed(powers), speaks: make([]bool, len(powers))}
	ordered := slices.Sorted(slices.Values(s.loud))
	s.threshold = max(silence, ordered[(len(ordered)-1)*99/100]-belowLoud)
	for i, db := range s.loud {
		s.speaks[i] = db > s.threshold
	}
	s.turn(false, leastPause)
	s.turn(true, leastSound)
	s.from = slices.Index(s.speaks, true)
	if s.from < 0 {
		return nil
	}
	for i, on := range s.speaks {
		if on {
			s.to = i + 1
			s.frames++
		}
	}
	return s
}

// smoothed are levels in dB over 50 ms, much as Praat smooths an intensity for
// voices from 50 Hz up: a syllable is one hill, its periods are none.
func smoothed(powers []float64) []float64 {
	window := [...]float64{1, 3, 4, 3, 1}
	db := make([]float64, len(powers))
	for i := range db {
		sum, weight := 0.0, 0.0
		for k, w := range window {
			if at := i + k - len(window)/2; at >= 0 && at < len(powers) {
				sum += w * powers[at]
				weight += w
			}
		}
		db[i] = 10 * math.Log10(sum/weight+1e-20)
	}
	return db
}

// turn makes runs of speech, or of silence between speech, that are too short
// the other.
func (s *speech) turn(on bool, least int) {
	for i := 0; i < len(s.speaks); {
		end := i
		for end < len(s.speaks) && s.speaks[end] == s.speaks[i] {
			end++
		}
		inside := on || i > 0 && end < len(s.speaks)
		if s.speaks[i] == on && end-i < least && inside {
			for k := i; k < end; k++ {
				s.speaks[k] = !on
			}
		}
		i = end
	}
}

func (s *speech) tell(m *Measures, v voice) {
	ms := int64(s.frames) * 1000 / hop
	m.SpeechMS = &ms
	if s.frames < leastSpeech {
		return
	}
	m.PauseRatio = rounded(1-float64(s.frames)/float64(s.to-s.from), 3)
	if n := s.nuclei(v); n >= leastNuclei {
		m.RateSPS = rounded(float64(n)*hop/float64(s.frames), 2)
	}
	if s.frames >= leastFade {
		m.FadeDB = rounded(s.fade(), 1)
	}
}

// nuclei counts the hills of the voice: each has a valley before it.
func (s *speech) nuclei(v voice) (n int) {
	valley, top, at := math.Inf(-1), 0.0, -1
	for i, db := range s.loud {
		if at >= 0 && (!s.speaks[i] || db <= top-dip) { // the hill is over
			if v.near(at) {
				n++
			}
			valley, at = db, -1
		}
		switch {
		case !s.speaks[i]:
			valley = math.Inf(-1)
		case at < 0 && db >= valley+dip, at >= 0 && db > top:
			top, at = db, i
		case at < 0:
			valley = min(valley, db)
		}
	}
	if at >= 0 && v.near(at) {
		n++
	}
	return n
}

// fade is the level of the last third of what is said less that of the first.
func (s *speech) fade() float64 {
	var power []float64
	for i, db := range s.loud {
		if s.speaks[i] {
			power = append(power, math.Pow(10, db/10))
		}
	}
	mean := func(x []float64) (sum float64) {
		for _, v := range x {
			sum += v
		}
		return sum / float64(len(x))
	}
	third := len(power) / 3
	return 10 * math.Log10(mean(power[len(power)-third:])/mean(power[:third]))
}
