package audition

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

// fileWords say why a file is no audition, or a name none.
type fileWords struct {
	notJSON, notObject, notRegular, notUTF8, empty string
	wrongKind                                      func(field, is string) string
	wrongTime                                      func(said string) string
	tooLarge                                       func(megabytes int) string
	newer                                          func(version, known int) string
	noVersion                                      func(known int) string
	noName, steers                                 string
	longName                                       func(most int) string
}

// folderWords are about auditions by their names.
type folderWords struct {
	none                    func(name string) string // is quoted
	empty                   string
	exists                  func(name string) string
	sameFile                func(other, file string) string
	inTheWay                func(dir, file string) string
	cannotRead, cannotWrite func(path, why string) string
}
