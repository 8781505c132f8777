package bench

import (
	"fmt"

	"voicestudio/tts"
)

var chinese = words{
	page: pageWords{
		tooFew: func(ready int, twice bool) tts.Said {
			what := "a page for listeners takes two candidates that are made, and there is "
			if ready == 0 {
				what += "none"
			} else {
				what += "one"
			}
			if twice {
				return tts.Said{What: what + "; the others have the same take", Cure: "put another voice or other settings on the bench"}
			}
			return tts.Said{What: what, Cure: "make them on the studio's bench first"}
		},
		notWhole: func(label, state string) tts.Said {
			return tts.Said{What: fmt.Sprintf("the take of %q is %s, so nobody can judge it", label, state), Cure: "make it again on the studio's bench, or take the candidate off there"}
		},
		notDecoded: func(label, format string) tts.Said {
			return tts.Said{What: fmt.Sprintf("the take of %q is %s, which this program cannot decode", label, format), Cure: "make it as mp3, wav, flac, pcm or opus"}
		},
		unheard: func(label, why string) tts.Said {
			return tts.Said{What: fmt.Sprintf("the take of %q cannot be put before listeners: %s", label, why), Cure: "make it again on the studio's bench, or take the candidate off there"}
		},
		changed: tts.Said{What: "the audition has changed while its page was made", Cure: "export it once more"},
	},
}
