package plain

import (
	"voicestudio/presets/audition"
	"voicestudio/tts"
)

type listenerWords struct {
	rank                                      string // may be typed
	next, otherLine, importing                string
	soFar                                     func(listeners, votes int) string
	ranked                                    func(place int, label, percent string, won, of int) string
	voted                                     func(name string, votes, of int) string
	wrote                                     func(file, size string) string
	holds                                     func(clips, questions int, kind audition.TestKind) string
	matched                                   func(levels bool) string
	some, unaligned                           func(n int) string
	leftOut, twice                            func(labels string) string
	took                                      func(name string, answers int, what audition.Imported) string
	refused                                   func(file, why string) tts.Said
	noPage, nobody, form, pageForm, votesForm tts.Said
	tooFew, otherEnding, notYet, winnerLeft   tts.Said
}
