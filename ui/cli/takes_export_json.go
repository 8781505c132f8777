package cli

import (
	"math"

	"voicestudio/player/export"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// exportedTake is a take as `takes export --json` prints it: with what was
// written, where that is audio.
type exportedTake struct {
	listedTake
	Export *exportedFile `json:"export"`
}

// exportedFile has no figures of sound where the audio was written as it came,
// and none of loudness for silence.
type exportedFile struct {
	File     string   `json:"file"`
	Format   string   `json:"format"` // wav, flac, original
	Bytes    int64    `json:"bytes"`
	AudioMS  *int64   `json:"audio_ms"`
	Asked    *float64 `json:"lufs_asked"`
	LUFS     *float64 `json:"lufs"`
	TruePeak *float64 `json:"true_peak_db"`
	Ceiling  *float64 `json:"ceiling_db"` // of the true peak, where a loudness was asked for
	Gain     *float64 `json:"gain_db"`    // of all of it
	Limiting *float64 `json:"limiting_db"`
}

func (x *exporting) listed(t takes.Take, o export.Options, done session.Exported) exportedTake {
	e := exportedTake{listedTake: listedTakes([]takes.Take{t})[0]}
	if x.outFile == "" {
		return e
	}
	e.Export = &exportedFile{File: x.outFile, Format: o.Codec, Bytes: done.Bytes}
	if o.Codec == export.Original {
		return e
	}
	e.Export.AudioMS = new(done.Duration.Milliseconds())
	e.Export.LUFS, e.Export.TruePeak = finite(done.Loudness), finite(done.TruePeak)
	if o.Loudness != 0 {
		e.Export.Asked, e.Export.Ceiling = &o.Loudness, new(o.Ceiling())
		e.Export.Gain, e.Export.Limiting = &done.Gain, &done.Limiting
	}
	return e
}

// finite is nil for what JSON has no number for.
func finite(x float64) *float64 {
	if math.IsInf(x, 0) {
		return nil
	}
	return &x
}
