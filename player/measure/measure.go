// Package measure says what a take sounds like in figures: how high, how fast,
// how loud, how bright. It knows no host and no screen.
package measure

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
	Version    int      `json:"version"`
	AudioMS    int64    `json:"audio_ms"`
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
	CentroidHz *float64 `json:"centroid_hz"`
	SlopeDBOct *float64 `json:"slope_db_oct"`
	// FadeDB is the level of the last third less that of the first.
	FadeDB *float64 `json:"fade_db"`
}
