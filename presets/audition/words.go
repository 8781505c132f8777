package audition

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	file     fileWords
	folder   folderWords
	duels    duelWords
	votes    voteWords
	listened listenedWords
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

// fileWords say why a name is none; keep says why a file is none.
type fileWords struct {
	noName, steers string
	longName       func(most int) string
}

// folderWords are about auditions by their names.
type folderWords struct {
	none     func(name string) string // is quoted
	empty    string
	exists   func(name string) string
	sameFile func(other, file string) string
	inTheWay func(dir, file string) string
}
