package cli

import (
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/bench"
)

// mostSteps of a ladder are a percent each.
const mostSteps = 99

// rungs are even steps from one voice to another, speaking as base does.
func rungs(from, to string, base audition.Candidate, steps int) []audition.Candidate {
	all := bench.Between(from, to, steps).Candidates(base.Request, base.Host)
	for i, c := range all {
		all[i].ID, all[i].Label = "", tts.VoiceTitle(from)+" "+c.Label+" "+tts.VoiceTitle(to)
	}
	return all
}
