package rooms

import (
	"voicestudio/tts"
)

// moveWords tell what another host or model would make of the settings.
type moveWords struct {
	model                       string
	brief                       func(effect tts.Effect, what string) string
	briefLoss                   func(what string) string
	andMore                     func(brief string, n int) string
	gains                       func(effect tts.Effect, what, why string) string
	loses                       func(effect tts.Effect, what string) string
	nothing, rest, script, free string
	priceUnknown                string
	onlyPrice                   func(price string) string
	times                       func(ratio float64) string
	costs                       func(price10k string) string
}
