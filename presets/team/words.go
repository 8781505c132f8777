package team

import (
	"time"

	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added. Names and values come quoted or cleaned, as they are
// printed. A commit's message is no text of a language: others read it.
type words struct {
	cannot cannotWords
	git    gitWords
	merge  mergeWords
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

// cannotWords say what the file system refused, at which path and why.
type cannotWords struct {
	readFolder, openFolder, lockFolder, write func(path, why string) string
}

// gitWords are about a checkout; git's own words are passed on as they are.
type gitWords struct {
	missing, missingForSync                  string
	failed                                   func(command, why string) string
	silent                                   func(command, remote string, after time.Duration, said string) string
	noCheckout, underWay, noBranch, noConfig func(path string) string
	elsewhere                                func(repository, says string) string
	leads                                    func(checkout, git, config string) string
	noUpstream                               func(branch string) string
	unrelated                                func(branch, remote string) string
	uncommitted                              func(path string) string
	ignored                                  func(rule, line, file, dir, path string) string
	unseen                                   func(dir, path string) string
}

// mergeWords say what both sides changed.
type mergeWords struct {
	oneSide                 func(why string) string
	deletedHere, deletedOut string
	noPreset                func(dir string) string
	bothChanged             func(files string) string
}
