package trust

import (
	"strings"

	"voicestudio/tts"
)

// anew is how a fingerprint is taken.
func anew(shell string) string { return "take one anew with voicestudio preset fingerprint " + shell }

var english = words{
	noSample: func(preset, shell string) tts.Said {
		return tts.Said{What: preset + " has no sample_text, which it would speak", Cure: "give it one with voicestudio preset edit " + shell + " --sample-text TEXT"}
	},
	noFingerprint: func(preset, host, shell string, others []string) tts.Said {
		said := tts.Said{What: preset + " has no fingerprint of " + host, Cure: "take one with voicestudio preset fingerprint " + shell + " --host " + host}
		if len(others) > 0 {
			said.Cure = "compare it where there is one, with --host " + strings.Join(others, " or --host ") + ", or " + said.Cure
		}
		return said
	},
	otherText: func(preset, shell string) tts.Said {
		return tts.Said{What: "the sample_text of " + preset + " is another one than it spoke for its fingerprint", Cure: anew(shell)}
	},
	otherEngine: func(preset, shell string) tts.Said {
		return tts.Said{What: "the fingerprint of " + preset + " is from a sandbox of another version, or of another program", Cure: anew(shell)}
	},
	otherMeasures: func(preset, shell string) tts.Said {
		return tts.Said{What: "the fingerprint of " + preset + " was measured by another version of voicestudio", Cure: anew(shell)}
	},
	damaged: func(take, why string) tts.Said {
		return tts.Said{What: "the take " + take + " cannot be heard to its end, so nothing is compared: " + why, Cure: "try it again"}
	},
}
