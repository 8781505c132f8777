package narration

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var chinese = words{
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
		untitled: "script",
	},
	export: exportWords{
		whole:   "the script",
		line:    func(n int) string { return fmt.Sprintf("line %d", n) },
		nothing: tts.Said{What: "no line of the script has a take", Cure: "make some first"},
		missing: func(lines []int) string {
			return counted(lines, "has", "have") + " no take and " + are(lines) + " left out"
		},
		stale: func(lines []int) string {
			return counted(lines, "is", "are") + " in it as spoken before the last changes"
		},
		lost: func(line int, leftOut bool, why string) string {
			if leftOut {
				return fmt.Sprintf("line %d is left out: %s", line, why)
			}
			return fmt.Sprintf("line %d is not whole: %s", line, why)
		},
		noForm: func(codec string, known []string) tts.Said {
			return tts.Said{What: fmt.Sprintf("lines cannot be written as %q", codec), Cure: "choose one of " + strings.Join(known, ", ")}
		},
		asItCame:    tts.Said{What: "what hosts sent can only be written as loud as it is", Cure: "choose wav, flac or mp3"},
		cannotWrite: func(name, why string) tts.Said { return tts.Said{What: name + " cannot be written: " + why} },
		notRegular:  func(name string) tts.Said { return tts.Said{What: name + " is no file", Cure: "choose another name"} },
		isThere: func(name string) tts.Said {
			return tts.Said{What: name + " is there already and holds something else", Cure: "choose another folder or other names, or have it replaced"}
		},
	},
	fix: fixWords{shape: tts.Said{What: "a word of the dictionary needs the word, without a /, and what is said for it", Cure: "write NVMe/en vee em ee"}},
}
