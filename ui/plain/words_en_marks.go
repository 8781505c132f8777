package plain

import (
	"strings"

	"voicestudio/tts"
)

var marksEnglish = markWords{
	after: "after behind", pause: "pause", fine: "Nothing is wrong with the marks in the words",
	seconds: func(n string) string { return "a pause of " + n + " s" },
	put:     func(mark, behind string) string { return mark + " is behind: " + behind },
	at: func(mark, behind string) string {
		if behind == "" {
			return mark + " at the beginning"
		}
		return mark + " behind: " + behind
	},
	sounds:  func(tags []string) string { return "Sounds are " + strings.Join(tags, ", ") },
	form:    tts.Said{What: "insert needs the seconds of a pause or the name of a sound", Cure: "write insert 0.5 after Good evening, or insert laughs"},
	noPause: tts.Said{What: "a pause lasts 0.01 to 99.99 s"},
	requestForm: func(languages []string) tts.Said {
		return tts.Said{What: "request knows " + listed(languages) + ", a host and a file", Cure: "write request python call.py"}
	},
}
