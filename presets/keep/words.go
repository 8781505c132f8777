package keep

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	notJSON, notObject, notRegular, notUTF8, empty string
	wrongKind                                      func(field, is string) string
	wrongTime                                      func(said string) string
	tooLarge                                       func(megabytes int) string
	newer                                          func(version, known int) string
	noVersion                                      func(known int) string
	cannotRead, cannotWrite                        func(path, why string) string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
