package unattended

import (
	"fmt"
	"time"

	"voicestudio/tts"
)

var chinese = words{
	notStarted: func(why string) tts.Said {
		return tts.Said{What: "the judge cannot be started: " + why, Cure: "give a command of the shell"}
	},
	says: func(line string) string { return "judge: " + line },
	nonsense: func(line string, candidates int) string {
		return fmt.Sprintf("the judge says %s, which is no answer; it has to be a number from 1 to %d, or same. It is asked once more", line, candidates)
	},
	nonsenseAgain: tts.Said{What: "the judge gave no answer twice", Cure: protocol},
	early:         "the judge has said something before it was asked; that is no answer",
	floods:        tts.Said{What: "the judge talks on without being asked", Cure: protocol},
	late: func(patience time.Duration) tts.Said {
		return tts.Said{What: fmt.Sprintf("the judge gave no answer within %s", patience), Cure: "have it write each answer out at once, without a buffer, or give it longer with --judge-timeout"}
	},
	ended: func(code int) tts.Said {
		return tts.Said{What: fmt.Sprintf("the judge has ended, with exit code %d, before all was answered", code), Cure: protocol}
	},
	closed: tts.Said{What: "the judge has closed its standard input or output, or was killed, before all was answered", Cure: protocol},
}
