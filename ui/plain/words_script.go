package plain

import "voicestudio/tts"

type scriptWords struct {
	to, usual, lineNames, paragraphNames, trimNames, loudnessNames, subtitleNames string // may be typed
	hint, paragraph, otherWords, otherSettings, elsewhere, allMade, chosen        string
	joining, dividing, removing, paragraphs, resetting, inserting, moving         string // deeds
	pausing, wholeDeed, beginning, empty, noneLeft, noRemarks, another, wholeHint string
	notRead, notKept                                                              func(why string) string
	due                                                                           func(n int, price string) string
	price                                                                         func(n, characters int, price string) string
	line                                                                          func(n, of int) string
	name, from, onlyHere, making, wait, takes, leftOut, count, takesHint          func(n int) string
	progress, isChosen, inList                                                    func(n, of int) string
	choosing                                                                      func(n int) string
	own                                                                           func(name, here, all string) string
	since                                                                         func(said string) string
	righting                                                                      func(word string) string
	saidAs, written                                                               func(word, by string, lines int) string
	anew                                                                          func(n int, price string) string
	pause                                                                         func(seconds float64, own bool) string
	at                                                                            func(n int, said string) string
	between, betweenParagraphs, loudness                                          func(x float64) string
	trim                                                                          func(on bool) string
	subtitles                                                                     func(form string) string
	reading, titles                                                               func(name string) string
	read                                                                          func(name string, lines int) string
	filed                                                                         func(n int, folder string) string
	replace                                                                       func(n int, folder string) string
	none, which, noneMade, noJoin, noDivide, noParagraph, notOwn, moveForm        tts.Said
	noPause, pauseForm, wholeForm, readForm, exportForm, filesForm, noOthers      tts.Said
	noneHas, notOfLine                                                            func(word string) tts.Said
	out, chooseForm                                                               func(n, of int) tts.Said
	noTake                                                                        func(n int) tts.Said
}
