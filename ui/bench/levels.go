package bench

import (
	"voicestudio/player"
	"voicestudio/player/loudness"
	"voicestudio/tts"
)

// Loud is how loud a clip is, as Timeline.Loud says.
type Loud = loudness.Loud

// Levels are the gains in dB by which the rows' clips are heard equally loud; loud
// is how loud each is. They are 0, and not matched, where the volume is what the
// candidates differ in: then that is to be heard.
func Levels(rows []Row, loud []Loud) (gains []float64, matched bool) {
	var first *float64
	for _, r := range rows {
		if r.refused {
			continue
		}
		request := r.Ask.Request
		if r.Take != nil {
			request = r.Take.Request
		}
		vol := tts.Or(request.VoiceSetting.Vol, 1)
		if first == nil {
			first = &vol
		}
		if vol != *first {
			return make([]float64, len(loud)), false
		}
	}
	return loudness.Gains(loud), true
}

// Clip is a take as a comparison sounds it: it begins where it is first heard.
func Clip(t *player.Timeline, gain float64) player.Clip {
	return player.Clip{Timeline: t, Gain: gain, From: t.Begins()}
}
