package speech

import "voicestudio/tts"

// makeupGain undoes espeakAmplitude, less 4 dB: at vol 1 the peaks of speech
// are then near 0.4, which leaves room for vol 2 to be heard as twice as loud.
const makeupGain = 2 * 0.65

// line is the way of the samples from the synthesizer to the encoder:
// effects at engineRate, then the asked rate.
type line struct {
	effects   chain
	tail      int // samples of silence in which echoes decay
	resampler *resampler
	enc       encoder
	taken     int64 // samples at engineRate
	written   int64 // samples at the encoder's rate
}

func newLine(r tts.Request, v *Variation, sampleRate int, enc encoder) *line {
	effects, tail := newChain(r)
	return &line{effects: v.effects(effects), tail: int(tail * engineRate), resampler: newResampler(sampleRate), enc: enc}
}

// write sends samples down the line; it may change x.
func (l *line) write(x []float32) error {
	if len(x) == 0 {
		return nil
	}
	l.taken += int64(len(x))
	l.effects.process(x)
	return l.encode(l.resampler.process(x))
}

func (l *line) encode(y []float32) error {
	l.written += int64(len(y))
	return l.enc.write(y)
}

// silence sends seconds of silence, in pieces so that a pause of 99 s costs
// no memory.
func (l *line) silence(seconds float64) error {
	for n := int(seconds*engineRate + 0.5); n > 0; {
		x := make([]float32, min(n, engineRate/5))
		n -= len(x)
		if err := l.write(x); err != nil {
			return err
		}
	}
	return nil
}

func (l *line) finish() error {
	if err := l.silence(float64(l.tail) / engineRate); err != nil {
		return err
	}
	return l.encode(l.resampler.flush())
}

// The edges of a run of speech. What is left of espeak-ng's own silence is
// short enough for the runs of a mixed sentence to sound joined, and long
// enough not to cut a soft onset.
const (
	silenceLevel = 0.0012 // of full scale at espeakAmplitude, -58 dB
	leadIn       = engineRate * 8 / 1000
	leadOut      = engineRate * 15 / 1000
	longestRest  = 2 * engineRate // no pause inside a run is longer; bounds memory
)

// trimmer cuts the silence before and after a run; pauses within pass.
type trimmer struct {
	out     func([]float32) error
	started bool
	quiet   []float32 // silence not yet known to be inside the run
}

func (t *trimmer) write(x []float32) error {
	last := -1
	for i, s := range x {
		if s > silenceLevel || s < -silenceLevel {
			last = i
		}
	}
	if last < 0 {
		t.quiet = append(t.quiet, x...)
		if !t.started {
			t.quiet = t.quiet[max(0, len(t.quiet)-leadIn):]
		} else if len(t.quiet) > longestRest {
			return t.release(nil)
		}
		return nil
	}
	loud := x[:last+1]
	if !t.started {
		t.started = true
		first := 0
		for loud[first] <= silenceLevel && loud[first] >= -silenceLevel {
			first++
		}
		head := append(t.quiet, loud[:first]...)
		t.quiet = head[max(0, len(head)-leadIn):]
		loud = loud[first:]
	}
	if err := t.release(loud); err != nil {
		return err
	}
	t.quiet = append(t.quiet, x[last+1:]...)
	return nil
}

// release passes on the silence that turned out to be inside the run, then x.
func (t *trimmer) release(x []float32) error {
	whole := append(t.quiet, x...)
	t.quiet = nil
	return t.out(whole)
}

func (t *trimmer) finish() error {
	if !t.started {
		return nil
	}
	return t.out(t.quiet[:min(len(t.quiet), leadOut)])
}
