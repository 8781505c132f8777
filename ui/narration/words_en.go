package narration

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var english = words{
	remarks: remarkWords{
		unlike: func(what string) string { return what + " than the rest" },
		fades:  func(decibels float64) string { return fmt.Sprintf("fades by %.0f dB towards its end", decibels) },
		mostFade: func(decibels float64) string {
			return fmt.Sprintf("most lines fade by %.0f dB towards their ends", decibels)
		},
		trend: func(what string, from, to int) string {
			return fmt.Sprintf("the script gets %s from line %d to %d", what, from, to)
		},
	},
	names: nameWords{
		empty:  tts.Said{What: "the pattern gives files no name", Cure: "write one such as " + UsualNames},
		folder: tts.Said{What: "a name of a file has no / and no \\ in it", Cure: "choose the folder apart from the names"},
		open:   tts.Said{What: "the pattern has a { without its }, or a } without its {", Cure: "write one such as " + UsualNames},
		unknown: func(name string, known []string) tts.Said {
			return tts.Said{What: "there is no " + name + " for names of files", Cure: "there are " + strings.Join(known, ", ")}
		},
		wordless: "line",
	},
}
