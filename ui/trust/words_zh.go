package trust

import (
	"voicestudio/tts"
)

var chinese = words{
	stands: map[Standing]func(preset, host string) string{
		NoSample: func(preset, _ string) string { return preset + " has no sample_text, which it would speak" },
		Untaken:  func(preset, host string) string { return preset + " has no fingerprint of " + host },
		OtherText: func(preset, _ string) string {
			return "the sample_text of " + preset + " is another one than it spoke for its fingerprint"
		},
		OtherEngine: func(preset, _ string) string {
			return "the fingerprint of " + preset + " is from a sandbox of another version, or of another program"
		},
		OtherMeasures: func(preset, _ string) string {
			return "the fingerprint of " + preset + " was measured by another version of voicestudio"
		},
	},
	damaged: func(take, why string) tts.Said {
		return tts.Said{What: "the take " + take + " cannot be heard to its end, so nothing is compared: " + why, Cure: "try it again"}
	},
}
