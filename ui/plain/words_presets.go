package plain

import (
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/trust"
)

type presetWords struct {
	as, to, of                                                         string // may be typed
	parts                                                              [4]string
	hint, isOpen, same, list                                           string
	opened, deleting, deleted, renaming, renamed                       func(name string) string
	noting, noNotes, copying, applying, allFine                        func(name string) string
	tagged                                                             func(name string, tags []string) string
	copied                                                             func(name, as string) string
	saved, replace                                                     func(name, what string) string
	open                                                               func(name string, dirty bool) string
	gone                                                               func(name string) string
	clash                                                              func(name, changes string, merges bool) string
	exported                                                           func(n int, file string) string
	imported, collides                                                 func(n int) string
	outcomes                                                           map[presets.Outcome]string
	none, readOnly                                                     func(name string) tts.Said
	which, noneOpen, starter, renameForm, saveForm, copyForm, partForm tts.Said
	exportForm, importForm                                             tts.Said
}

type trustWords struct {
	times     string // may be typed
	cure      func(of trust.Standing, name string) string
	timesForm func(most int) tts.Said
	kept      func(name, host string, seconds float64) string
	verdict   func(name string, state trust.State, words []string, when string) string
}
