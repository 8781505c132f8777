package edit

import "voicestudio/tts/wording"

// words are the texts of this package that people read: what each key does. tts
// has how another language is added.
type words struct {
	left, right, wordLeft, wordRight                                                    string
	paragraphStart, paragraphEnd, textStart, textEnd                                    string
	selectLeft, selectRight, selectWordLeft, selectWordRight                            string
	selectParagraphStart, selectParagraphEnd, selectTextStart, selectTextEnd, selectAll string
	eraseLeft, eraseRight, eraseWordLeft, eraseWordRight                                string
	eraseParagraphStart, eraseParagraphEnd                                              string
	capitals, smallLetters, capital, swap                                               string
	copy, paste                                                                         string
	up, down, pageUp, pageDown                                                          string
	selectUp, selectDown, selectPageUp, selectPageDown                                  string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
