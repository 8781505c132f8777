package player

import "voicestudio/player/measure"

// Sound is what has been decoded so far, at the source's rate, as a copy.
func (t *Timeline) Sound() measure.Sound {
	have := t.have.Load()
	s := measure.Sound{Channels: 1}
	if have == 0 {
		return s // its rate may be about to be set
	}
	if s.Rate = t.rate; t.stereo.Load() {
		s.Channels = 2
	}
	s.Samples = make([]float32, 0, int(have)*s.Channels)
	for i, b := range *t.list.Load() {
		n := min(blockFrames, have-int64(i)*blockFrames)
		for f := range max(0, n) {
			for c := range s.Channels {
				s.Samples = append(s.Samples, float32(b.samples[int(f)*b.channels+min(c, b.channels-1)])/32768)
			}
		}
	}
	return s
}
