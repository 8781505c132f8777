package listen

import (
	"fmt"

	"voicestudio/presets"
)

// englishHearing is what is said of that in English.
var englishHearing = hearingWords{
	Samples: [SampleKinds]func(string, int) string{
		func(_ string, chars int) string { return fmt.Sprintf("my script, %d", chars) },
		func(_ string, chars int) string { return fmt.Sprintf("short line, %d", chars) },
		func(language string, chars int) string {
			return fmt.Sprintf("a fixed line in %s, %d", presets.ValueInWords(language), chars)
		},
	},
	Short: [SampleKinds]func(string, int) string{
		func(_ string, chars int) string { return fmt.Sprintf("script %d", chars) },
		func(_ string, chars int) string { return fmt.Sprintf("short %d", chars) },
		func(_ string, chars int) string { return fmt.Sprintf("fixed %d", chars) },
	},
	Costs: func(chars int, price string) string { return fmt.Sprintf("%d chars, %s each", chars, price) },
	Free:  func(chars int) string { return fmt.Sprintf("%d chars, free", chars) },
	On:    "each voice is heard where the cursor rests",
	Off:   "moving lets nothing be heard; ctrl+r does",
	OnAt: func(host, price string) string {
		return "each voice is heard where the cursor rests, for this session, at " + host + " for " + price
	},
	Silent:   "not without a sound device",
	Never:    "not this one: its first use may cost more",
	FirstUse: func(voice string) string { return voice + ", whose first use may cost more," },
	capped: func(cap string) string {
		return "the session has reached its cap of " + cap + ": moving lets nothing more be heard"
	},
}
