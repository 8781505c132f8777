package dialog

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/ui/session"
	"voicestudio/ui/trust"
)

var chineseSounded = soundedWords{
	label:       "sounded",
	driftedSign: "≠",
	drifted:     "drifted",
	oldSign:     "?",
	old:         "fingerprint",
	so: func(at, now time.Time, host string, takes int) string {
		said := "so " + dayOf(at, now) + " on " + host
		if ago := agoOf(at, now); ago != "" {
			said += ", " + ago
		}
		if takes > 1 {
			said += fmt.Sprintf(", by %d takes", takes)
		}
		return said
	},
	same: func(at, now time.Time) string { return "checked " + session.Lately(at, now) + ": the same" },
	apart: func(at, since, now time.Time, words []string) string {
		return "checked " + session.Lately(at, now) + ": " + strings.Join(words, ", ") + " than " + Since(since, now)
	},
	stands: map[trust.Standing]string{
		trust.Reset:         "its settings have changed since",
		trust.NoSample:      "no sample to speak: open it, write one in Script, save it",
		trust.OtherText:     "its sample has changed since",
		trust.OtherEngine:   "that was another version of the sandbox",
		trust.OtherMeasures: "another version of the studio measured that",
	},
	anew:      "alt+t takes it anew",
	unchecked: "alt+v checks whether it still does",
	untaken:   func(host string) string { return "not kept yet on " + host + "; alt+t keeps it" },
	offer: func(host, price string) string {
		return "alt+t keeps how it sounds on " + host + ", too: " + price
	},
	offerAnew: func(at, now time.Time, host, price string) string {
		return "it sounded so " + dayOf(at, now) + " on " + host + "; alt+t takes that anew: " + price
	},
	chosen: func(takes int, host, price string) string {
		if takes == 1 {
			return "and speaks it once on " + host + " to keep how it sounds: " + price
		}
		return fmt.Sprintf("and speaks it %d times on %s to keep how it sounds: %s", takes, host, price)
	},
	nothingToSpeak: "there is nothing to speak yet: write in Script what it shall say",
}
