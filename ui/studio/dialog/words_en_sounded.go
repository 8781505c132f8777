package dialog

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/ui/session"
	"voicestudio/ui/trust"
)

var englishSounded = soundedWords{
	label:       "sounded",
	driftedSign: "≠",
	drifted:     "drifted",
	oldSign:     "?",
	old:         "fingerprint",
	since:       englishSince,
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
		return "checked " + session.Lately(at, now) + ": " + strings.Join(words, ", ") + " than " + englishSince(since, now)
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

// dayOf is a day as a sentence goes on with it.
func dayOf(at, now time.Time) string {
	switch at, now = at.Local(), now.Local(); {
	case daysBetween(at, now) == 0:
		return "today"
	case at.Year() == now.Year():
		return at.Format("on 2 January")
	}
	return at.Format("on 2 January 2006")
}

// englishSince is the day that something is compared with.
func englishSince(at, now time.Time) string {
	if daysBetween(at.Local(), now.Local()) == 0 {
		return "earlier today"
	}
	return dayOf(at, now)
}

// agoOf is how long ago that is; today, nobody counts.
func agoOf(at, now time.Time) string {
	switch days := daysBetween(at.Local(), now.Local()); {
	case days == 1:
		return "yesterday"
	case days > 1:
		return fmt.Sprintf("%d days ago", days)
	}
	return ""
}
