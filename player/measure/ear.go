package measure

import (
	"math"

	"voicestudio/player/spectrum"
)

const (
	// hop is how many frames there are in a second: one every 10 ms.
	hop = 100
	// Speech is looked at up to 8 kHz, where a filter to this rate still lets all
	// pass; its pitch at 8 kHz of rate, which leaves 16 samples to the shortest
	// period.
	speechRate, pitchRate = 20000, 8000
)

// ear hears frames of 10 ms, one after the other: their level, their spectrum
// and what may be their pitch. What they mean is told by all of them.
type ear struct {
	speech, pitch *spectrum.Lower
	smooth        smoother

	spectra, periods framer

	levels
	tilt *tilt
	pitches
}

func newEar(rate, channels int) *ear {
	e := &ear{speech: spectrum.NewLower(channels, rate, speechRate)}
	e.pitch = spectrum.NewLower(1, e.speech.Rate, pitchRate)
	e.levels = newLevels(e.speech.Rate)
	e.tilt = newTilt(e.speech.Rate)
	e.pitches = newPitches(e.pitch.Rate)
	e.spectra = framer{rate: e.speech.Rate, size: e.tilt.size, every: 2}
	e.periods = framer{rate: e.pitch.Rate, size: e.window + e.longest + 2}
	return e
}

func (e *ear) write(x []float32) { e.hear(e.speech.Write(x), false) }

// hear takes what is at the rate of speech; last is the end of the sound.
func (e *ear) hear(x []float32, last bool) {
	e.levels.add(x)
	e.spectra.write(x, e.tilt.add)
	low := e.pitch.Write(x)
	if last {
		low = append(low, e.pitch.Flush()...)
	}
	e.smooth.run(low)
	e.periods.write(low, e.pitches.add)
}

// tell finishes what was heard.
func (e *ear) tell(m *Measures) {
	e.hear(e.speech.Flush(), true)
	said := newSpeech(e.powers)
	if said == nil {
		return
	}
	voice := e.pitches.path(said)
	said.tell(m, voice)
	voice.tell(m, said)
	e.tilt.tell(m, said.threshold)
}

// levels are the mean squares of frames.
type levels struct {
	still  blocker
	frames framer // of one hop
	powers []float64
}

func newLevels(rate int) levels {
	return levels{still: blocker{keep: float32(math.Exp(-2 * math.Pi * lowestHz / float64(rate)))}, frames: framer{rate: rate, size: rate / hop}}
}

// add goes on with x, from which it takes what is no sound.
func (l *levels) add(x []float32) {
	l.still.run(x)
	l.frames.write(x, func(frame []float32) {
		l.powers = append(l.powers, float64(spectrum.Dot(frame, frame))/float64(len(frame)))
	})
}

// framer cuts a sound into frames of a size, one each hop or every so many.
type framer struct {
	rate, size int
	every      int
	n          int       // frames so far
	at         int       // samples that have gone
	waiting    []float32 // from there on
}

func (f *framer) write(x []float32, do func(frame []float32)) {
	f.waiting = append(f.waiting, x...)
	from := 0
	for {
		// Where a hop is no whole number of samples the frames keep its time.
		begin := f.n*max(1, f.every)*f.rate/hop - f.at
		if begin+f.size > len(f.waiting) {
			from = min(begin, len(f.waiting))
			break
		}
		do(f.waiting[begin : begin+f.size])
		f.n++
	}
	f.at += from
	f.waiting = append(f.waiting[:0], f.waiting[from:]...)
}

// lowestHz is where what nobody hears of a voice ends: an offset of the signal,
// a rumble.
const lowestHz = 20

// blocker takes away a constant, and what is below lowestHz.
type blocker struct{ keep, in, out float32 }

func (b *blocker) run(x []float32) {
	for i, v := range x {
		b.out = v - b.in + b.keep*b.out
		b.in, x[i] = v, b.out
	}
}

// smoother leaves of a voice the lowest 1.2 kHz: with more, the dip of a period
// between two samples would be too narrow to be seen, and that of two periods
// would be deeper.
type smoother struct{ past [4]float32 }

func (s *smoother) run(x []float32) {
	p := &s.past
	for i, v := range x {
		x[i] = (p[0] + v + 2*(p[1]+p[3]) + 3*p[2]) / 9
		p[0], p[1], p[2], p[3] = p[1], p[2], p[3], v
	}
}
