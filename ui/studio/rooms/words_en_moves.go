package rooms

import (
	"fmt"

	"voicestudio/tts"
)

var englishMoves = moveWords{
	model: "model",
	brief: func(effect tts.Effect, what string) string {
		switch effect {
		case tts.Refused:
			return what + " refused"
		case tts.Ignored:
			return what + " left out"
		case tts.Doubtful:
		}
		return what + " in doubt"
	},
	briefLoss: func(what string) string { return what + " works" },
	andMore:   func(brief string, n int) string { return fmt.Sprintf("%s, and %d more", brief, n) },
	gains: func(effect tts.Effect, what, why string) string {
		switch effect {
		case tts.Refused:
			return what + " would be refused: " + why
		case tts.Ignored:
			return what + " would be left out: " + why
		case tts.Doubtful:
		}
		return what + " may not work: " + why
	},
	loses: func(effect tts.Effect, what string) string {
		switch effect {
		case tts.Refused:
			return what + " would no longer be refused"
		case tts.Ignored:
			return what + " would no longer be left out"
		case tts.Doubtful:
		}
		return what + " would no longer be in doubt"
	},
	nothing:      "nothing changes",
	rest:         "everything else is kept",
	script:       "the script",
	free:         "free from then on",
	priceUnknown: "the price is not known here",
	onlyPrice:    func(price string) string { return "no setting changes; " + price },
	times:        func(ratio float64) string { return fmt.Sprintf("%.2g× the price", ratio) },
	costs:        func(price10k string) string { return price10k + " for 10,000 characters" },
}
