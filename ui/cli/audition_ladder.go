package cli

import (
	"fmt"
	"math"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

const (
	usualSteps = 5
	mostSteps  = 99 // a percent each
)

// rungs are even steps from one voice to another, speaking as base does.
func rungs(from, to string, base audition.Candidate, steps int) (all []audition.Candidate) {
	for i := range steps {
		c, b := base, int(math.Round(float64(100*i)/float64(steps-1)))
		var voices []tts.TimbreWeight
		for _, v := range []tts.TimbreWeight{{VoiceID: from, Weight: 100 - b}, {VoiceID: to, Weight: b}} {
			if v.Weight > 0 {
				voices = append(voices, v)
			}
		}
		c.Request.SetVoices(voices)
		c.Label = fmt.Sprintf("%s %d / %d %s", tts.VoiceTitle(from), 100-b, b, tts.VoiceTitle(to))
		all = append(all, c)
	}
	return all
}
