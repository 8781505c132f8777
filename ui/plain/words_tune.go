package plain

import "voicestudio/tts"

type tuneWords struct {
	deed, hint, over, ended, elsewhere, now, asksStart, hintStart, unmoved, takes string
	goesOn                                                                        func(text string, answers int) string
	asks                                                                          func(axis string, about int) string
	locked                                                                        func(axis string, out bool) string
	atMost                                                                        func(clips int) string
	words                                                                         func(same bool) string
	step                                                                          func(n int, distance float64) string
	distance                                                                      func(before, after float64) string
	beside                                                                        func(words string) string
	none, hearFirst, noSide, nothingSaid, form, isOpen, noAxis                    tts.Said
	towardsForm                                                                   func(endings []string) tts.Said
	manyStarts                                                                    func(most int) tts.Said
}
