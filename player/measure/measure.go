// Package measure says what a take sounds like in figures: how high, how fast,
// how loud, how bright; and how two takes differ in words. It knows no host and
// no screen.
package measure

import (
	"math"
	"sync"
	"time"

	"voicestudio/player/loudness"
	"voicestudio/player/spectrum"
)

// Version of the algorithms; kept beside figures that were kept, so that those
// of another version are measured anew.
const Version = 1

// Sound is decoded audio: interleaved frames of 1 or 2 channels, -1 to 1.
type Sound struct {
	Samples  []float32
	Channels int
	Rate     int // Hz
}

// Measures are the figures of one take; nil is what cannot be taken: too short,
// silent, or without a voice. Their names are those of `takes measure --json`.
type Measures struct {
	Version int   `json:"version"`
	AudioMS int64 `json:"audio_ms"`
	// SpeechMS is the time between the first and the last sound of speech
	// without the pauses; nil where nothing speaks.
	SpeechMS   *int64   `json:"speech_ms"`
	F0MedianHz *float64 `json:"f0_median_hz"`
	// F0RangeST is 12*log2(p95/p5), in semitones; below 4 is monotone.
	F0RangeST *float64 `json:"f0_range_st"`
	// RateSPS is syllable nuclei per second of speech, pauses left out.
	RateSPS *float64 `json:"rate_sps"`
	// PauseRatio is the part of the time between the first and the last sound
	// of speech that is silent, 0 to 1.
	PauseRatio *float64 `json:"pause_ratio"`
	LUFS       *float64 `json:"lufs"`
	TruePeakDB *float64 `json:"true_peak_db"`
	// CentroidHz is the mean frequency of the power between 50 Hz and 8 kHz.
	CentroidHz *float64 `json:"centroid_hz"`
	// SlopeDBOct is how the power of a hertz changes from 250 Hz to 5 kHz, in dB
	// per octave: 0 for white noise, -3 to -10 for voices.
	SlopeDBOct *float64 `json:"slope_db_oct"`
	// FadeDB is the level of the last third less that of the first.
	FadeDB *float64 `json:"fade_db"`
}

// Of measures a sound. Ten seconds take some 25 ms.
func Of(s Sound) Measures {
	m := NewMeter(s.Rate, s.Channels)
	piece := 16384 * max(1, s.Channels)
	for x := s.Samples; len(x) > 0; x = x[min(len(x), piece):] {
		m.Write(x[:min(len(x), piece)])
	}
	return m.Measures()
}

// Rates that are measured, in Hz: no sound has another.
const lowestRate, highestRate = 4000, 384000

// Meter measures a sound that comes piece by piece. It belongs to one goroutine.
// Its memory grows by 60 bytes for each 10 ms only.
type Meter struct {
	rate, channels int
	frames         int64
	level          *loudness.Meter // of all channels, at the sound's own rate
	ear            *ear
}

// NewMeter is for a rate in Hz and 1 or 2 channels. Of other sounds nothing is
// told.
func NewMeter(rate, channels int) *Meter {
	m := &Meter{rate: rate, channels: channels}
	if rate >= lowestRate && rate <= highestRate && channels >= 1 && channels <= 2 {
		m.level, m.ear = loudness.NewMeter(rate), newEar(rate, channels)
	}
	return m
}

// Write adds interleaved frames. What is no whole frame is left out.
func (m *Meter) Write(x []float32) {
	if m.ear == nil {
		return
	}
	x = clean(x[:len(x)-len(x)%m.channels])
	m.frames += int64(len(x) / m.channels)
	var level sync.WaitGroup // takes half as long as the ear, which needs none of it
	level.Go(func() { m.level.Write(x, m.channels) })
	m.ear.write(x)
	level.Wait()
}

// Measures are those of all that was written, after which nothing more is.
func (m *Meter) Measures() Measures {
	told := Measures{Version: Version}
	if m.ear == nil {
		return told
	}
	told.AudioMS = m.frames * 1000 / int64(m.rate)
	told.LUFS = rounded(m.level.Integrated(), 2)
	told.TruePeakDB = rounded(loudness.Decibels(m.level.TruePeak()), 2)
	m.ear.tell(&told)
	return told
}

// Speech is from the first sound of speech to the last; false where nobody speaks.
func Speech(s Sound) (from, to time.Duration, found bool) {
	if s.Rate < lowestRate || s.Rate > highestRate || s.Channels < 1 || s.Channels > 2 {
		return 0, 0, false
	}
	low, at := spectrum.Mono(clean(s.Samples), s.Channels, s.Rate, speechRate)
	l := newLevels(at)
	l.add(low)
	said := newSpeech(l.powers)
	if said == nil {
		return 0, 0, false
	}
	const frame = time.Second / hop
	return time.Duration(said.from) * frame, time.Duration(said.to) * frame, true
}

// clean is x without what is no number, or far outside of what a file can hold.
func clean(x []float32) []float32 {
	const most = 1 << 10
	fit := func(v float32) bool { return v > -most && v < most } // false for NaN
	for i, v := range x {
		if fit(v) {
			continue
		}
		copied := append([]float32(nil), x...)
		for j, v := range copied[i:] {
			if !fit(v) {
				copied[i+j] = 0
			}
		}
		return copied
	}
	return x
}

// rounded is a figure as it is kept, with so many digits behind the point; nil
// where there is none.
func rounded(x float64, digits int) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	scale := math.Pow10(digits)
	x = math.Round(x*scale) / scale
	return &x
}
