package plain

import (
	"voicestudio/tts"
	benching "voicestudio/ui/bench"
)

type mixWords struct {
	deed, whileBlind string
	share            func(voice string, percent int) string
	taken            func(shares string) string
	gone, sameVoice  tts.Said
}

type ladderWords struct {
	hint, hintBlind, blind, blindAlready, canZoom string
	step                                          func(n int, shares string) string
	mix                                           func(n, of int) string
	missing                                       func(n int, price string) string
	noZoom                                        func(why benching.Obstacle, stars int) tts.Said
	needsTwo, locked, nothingLeft, none, which    tts.Said
	noZoomBlind, wholeWay                         tts.Said
}

type padWords struct {
	hint, goes, isFine, isCoarse                   string
	here                                           func(shares string, step int, starred bool) string
	nearer                                         func(voice, shares string) string
	nearest                                        func(voice string) string
	noNearer                                       func(voice string) tts.Said
	needsThree, locked, noBack, mostStars, noStars tts.Said
}
