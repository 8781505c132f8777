package likeness

import "math"

// Certainty is how surely a sound is speech.
type Certainty int

// The certainties.
const (
	NoSpeech Certainty = iota // noise, a tone, music, or nothing
	Perhaps                   // it may be music, or speech with music
	Surely
)

// What tells speech from other sounds, in dB. All that the sandbox's voices say, in
// whispers, slowly, with echoes and through a telephone, has a level that spreads by
// 5.9 and more, a tone by 5.6 and more, and changes within 30 ms by 4.0 and more.
// Noises, tones, drums and clicks, whatever their level does, have a tone that
// spreads by 2.8 at most; what is played on instruments has a level that spreads by
// 3.4 and changes by 3.2 at most, and a whole band 4.4 and 4.3.
const (
	leastTone    = 3.5
	leastChange  = 3.5
	leastLevel   = 5.0
	certainTone  = 5.0
	certainLevel = 5.5
)

// Speech is how surely somebody speaks in it.
func (f *Features) Speech() Certainty {
	switch {
	case f.SpeechMS == nil || !(f.tone >= leastTone), f.level < leastLevel && f.change < leastChange:
		return NoSpeech
	case f.level < certainLevel || f.tone < certainTone || f.change < leastChange:
		return Perhaps
	}
	return Surely
}

// apart is how many frames lie between two whose tones are compared: 30 ms.
const apart = 3

// moves is by how much the level and the tone of what is spoken spread around their
// means, and how much the tone changes within 30 ms, in dB; 0 where nothing is spoken.
type moves struct{ level, tone, change float64 }

//go:norace
func (b *bands) watch() (m moves) {
	levels := make([]float64, len(b.frames))
	var count, mean, squares, steps float64
	var means, spreads [Bands]float64
	for i := range b.frames {
		for k := range b.top {
			levels[i] += float64(b.frames[i][k]) / float64(b.top)
		}
		if !b.spoken[i] {
			continue
		}
		count++
		mean += levels[i]
		squares += levels[i] * levels[i]
		for k := range b.top {
			v := float64(b.frames[i][k]) - levels[i]
			means[k] += v
			spreads[k] += v * v
		}
		if i >= apart && b.spoken[i-apart] {
			sum := 0.0
			for k := range b.top {
				v := float64(b.frames[i][k]-b.frames[i-apart][k]) - levels[i] + levels[i-apart]
				sum += v * v
			}
			m.change += math.Sqrt(sum / float64(b.top))
			steps++
		}
	}
	if count == 0 || steps == 0 {
		return moves{}
	}
	spread := func(sum, squares float64) float64 {
		return math.Sqrt(max(0, squares/count-sum/count*sum/count))
	}
	for k := range b.top {
		m.tone += spread(means[k], spreads[k]) / float64(b.top)
	}
	m.level, m.change = spread(mean, squares), m.change/steps
	return m
}
