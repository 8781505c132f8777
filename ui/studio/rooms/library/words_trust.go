package library

import (
	"time"

	"voicestudio/presets"
	"voicestudio/ui/trust"
)

// trustWords are about what presets sounded like, and whether they still do.
type trustWords struct {
	looking                        string
	times, why                     func(takes int) string
	keepTitle, checkTitle          func(preset string, n int, host string) string
	keepHint                       string
	checkHint                      func(presets, characters int, price string) string
	andUnknown                     func(price string) string
	speaks                         string // beside what will
	listens                        func(preset string, at, of int) string
	of                             func(preset, fault string) string
	kept                           func(preset string, f presets.Fingerprint) string
	keptAll, keptBefore            func(presets int) string
	keptBack, keptAgain            func(preset string) string
	checkedBefore                  func(presets, of int) string
	stoppedBefore                  string
	otherByNow                     func(preset string) string
	notRemembered                  func(why string) string
	verdict                        func(preset string, state trust.State, words []string, since, now time.Time) string
	sounds                         func(state trust.State, words []string, since, now time.Time) string
	marks                          map[trust.State]string
	inTheWay                       map[trust.Standing]func(preset, host string) string
	reportTitle, reportHint        string
	inShort                        func(presets, apart int) string
	took                           func(host string, again bool, apart []string) string
	whoTook                        func(who, preset string, hosts []string) string
	gone                           func(host string) string
	before, now, switches          func(preset string) string
	then, thenAndNow, switchesThen func(preset string) string
	checkFirst, goneFromDisk       string
	notKeptNow                     func(preset, said string) string
	newsHint                       string
	beside                         func(preset string) string
}
