package speech

import (
	"math"

	"voicestudio/tts"
)

// effect is one of voice_modify.sound_effects.
type effect struct {
	new  func() processor
	tail float64 // seconds until it has died away by 40 dB or more
}

var effects = map[string]effect{
	"spacious_echo":   {func() processor { return newEcho() }, 1.8},
	"auditorium_echo": {func() processor { return newReverb() }, 2},
	"lofi_telephone":  {func() processor { return newTelephone() }, 0},
	"robotic":         {func() processor { return newRobot() }, 0.1},
}

// newChain is everything between the synthesizer and the resampler, and the
// seconds of silence it needs at the end.
func newChain(r tts.Request) (chain, float64) {
	mood := moodOf(r)
	c := chain{gain(makeupGain * mood.gain)}
	if mood.tilt != 0 {
		c = append(c, highShelf(2200, mood.tilt))
	}
	c = append(c, modifiers(r.VoiceModify)...)
	e, found := effects[r.VoiceModify.SoundEffects]
	if found {
		c = append(c, e.new())
	}
	return append(c, gain(tts.Or(r.VoiceSetting.Vol, 1)), &limiter{}), e.tail
}

// modifiers are the parts of voice_modify that are filters; its pitch axis is
// the speaker's own (newDelivery).
func modifiers(m tts.VoiceModify) chain {
	var c chain
	if k := float64(tts.Or(m.Intensity, 0)) / 100; k != 0 {
		// Soft is darker and quieter, strong has presence and level.
		c = append(c, highShelf(1800, -7*k), decibels(-4*k))
		if k < 0 {
			c = append(c, peak(2800, 0.8, -5*k))
		}
	}
	if k := float64(tts.Or(m.Timbre, 0)) / 100; k != 0 {
		c = append(c, lowShelf(350, -7*k), highShelf(3200, 9*k))
	}
	return c
}

// delay is a ring of past samples.
type delay struct {
	ring []float32
	at   int
}

func newDelay(samples int) delay { return delay{ring: make([]float32, max(1, samples))} }

func milliseconds(ms int) int { return ms * engineRate / 1000 }

// oldest is the sample that the next push replaces.
func (d *delay) oldest() float32 { return d.ring[d.at] }

func (d *delay) push(s float32) {
	d.ring[d.at] = s
	if d.at++; d.at == len(d.ring) {
		d.at = 0
	}
}

// ago is the sample pushed n pushes ago, 1 to the ring's length.
func (d *delay) ago(n int) float32 {
	i := d.at - n
	if i < 0 {
		i += len(d.ring)
	}
	return d.ring[i]
}

// echo has three taps, the longest fed back through a low pass: the walls of
// an open space, each return darker.
type echo struct {
	delay
	taps   [3]int
	damped float32
}

var echoLevels = [3]float32{0.5, 0.34, 0.25}

func newEcho() *echo {
	e := &echo{taps: [3]int{milliseconds(180), milliseconds(290), milliseconds(410)}}
	e.delay = newDelay(e.taps[2])
	return e
}

func (e *echo) process(x []float32) {
	const feedback, damping, dry = 0.42, 0.45, 0.8
	for i, s := range x {
		var wet float32
		for k, tap := range e.taps {
			wet += echoLevels[k] * e.ago(tap)
		}
		e.damped += damping * (e.oldest() - e.damped)
		e.push(s + feedback*e.damped)
		x[i] = dry*s + wet
	}
}

// reverb is Freeverb (Schroeder and Moorer; Jezar's public-domain constants):
// damped combs side by side, then allpasses, with the combs half as long again
// for a larger hall. Its RT60 is about 2 s.
type reverb struct {
	before delay
	combs  []comb
	passes []delay
}

type comb struct {
	delay
	damped float32
}

func newReverb() *reverb {
	scale := func(n int) int { return n * engineRate / 44100 }
	r := &reverb{before: newDelay(milliseconds(35))}
	for _, n := range []int{1116, 1188, 1277, 1356, 1422, 1491, 1557, 1617} {
		r.combs = append(r.combs, comb{delay: newDelay(scale(n * 3 / 2))})
	}
	for _, n := range []int{556, 441, 341, 225} {
		r.passes = append(r.passes, newDelay(scale(n)))
	}
	return r
}

func (r *reverb) process(x []float32) {
	const room, damping, wet, dry, level = 0.86, 0.25, 0.45, 0.775, 0.24
	for i, s := range x {
		in := r.before.oldest()
		r.before.push(s)
		var out float32
		for k := range r.combs {
			c := &r.combs[k]
			y := c.oldest()
			c.damped = y*(1-damping) + c.damped*damping
			c.push(in + c.damped*room)
			out += y
		}
		for k := range r.passes {
			a := &r.passes[k]
			y := a.oldest()
			t := out + y/2
			a.push(t)
			out = y - t/2
		}
		x[i] = dry*s + wet*level*out
	}
}

// telephone is the band of a telephone line, 300 to 3400 Hz (ITU-T G.712),
// sampled at 8 kHz in steps of five bits on the mu-law curve, with line noise.
type telephone struct {
	in, out chain
	phase   float64
	held    float32
	noise   noise
}

func newTelephone() *telephone {
	// The two low passes of a pair are the stages of a 4th-order Butterworth.
	return &telephone{
		in:  chain{highPass(300, 0.71), highPass(300, 0.71), lowPass(3400, 0.54), lowPass(3400, 1.31), gain(2.2)},
		out: chain{lowPass(3300, 0.54), lowPass(3300, 1.31), highPass(300, 0.71), gain(0.75)},
	}
}

func (t *telephone) process(x []float32) {
	t.in.process(x)
	for i, s := range x {
		if t.phase += 8000.0 / engineRate; t.phase >= 1 {
			t.phase--
			t.held = float32(coarse(float64(s) + 0.002*t.noise.next()))
		}
		x[i] = t.held
	}
	t.out.process(x)
}

// coarse rounds to 15 steps a side on the mu-law curve (ITU-T G.711, mu 255).
func coarse(x float64) float64 {
	const mu, steps = 255, 15
	x = min(max(x, -1), 1)
	y := math.Round(math.Log1p(mu*math.Abs(x))/math.Log1p(mu)*steps) / steps
	return math.Copysign((math.Pow(1+mu, y)-1)/mu, x)
}

// robot is a ring modulator into a comb, whose pitch every vowel takes on.
type robot struct {
	phase  float64
	comb   delay
	rumble *biquad
}

const robotPitch = 110 // Hz

func newRobot() *robot {
	return &robot{comb: newDelay(engineRate / robotPitch), rumble: highPass(90, 0.7)}
}

func (r *robot) process(x []float32) {
	const modulation = 52 // Hz, not a divisor of robotPitch: the clash is the metal in it
	for i, s := range x {
		r.phase = math.Mod(r.phase+2*math.Pi*modulation/engineRate, 2*math.Pi)
		y := 0.35*s + 0.9*s*float32(math.Sin(r.phase))
		d := r.comb.oldest()
		r.comb.push(y + 0.72*d)
		x[i] = 0.55*y + 0.5*d
	}
	r.rumble.process(x)
}
