package player

import "fmt"

var english = words{
	brokeOff:    "the source broke off",
	undecodable: "the source cannot be decoded",
	tooLong:     "the source is too long",
	notHeard:    "it was not heard to its end",
	longer: func(minutes float64) string {
		return fmt.Sprintf("the sound is longer than %.0f minutes; the rest is not played", minutes)
	},
	rate: func(hz int) string { return fmt.Sprintf("this audio cannot be played: its sample rate is %d Hz", hz) },
	lost: func(why string) string { return "it was not heard to its end: " + why },
}
