package lines

import (
	"time"

	"voicestudio/ui/studio/paint"
)

// takeWords are about the takes of a line; lines and takes count from 1.
type takeWords struct {
	takesOf             func(line int) string
	otherWords          string
	madeAt              func(host string) string
	had                 func(name, value string) string // of a setting; the value is empty where it is unset
	sameAgain, asWanted string
	more                func(n int) string // behind others
	made                func(when, how string) string
	soundsAlike         string
	besideWhole         func(how string) string
	isInWhole           func(take int) string
	oneTake             string
	takeLabel           func(take int, how string) string
	benchOf             func(line int, when string) string
	benchKeys           string
	takeKeys            []paint.Phrase
}

// settingWords are about the settings of a line.
type settingWords struct {
	settingsOf     func(line int) string
	nothingDiffers string
	differ         func(n int) string
	ofLine, ofAll  string
	notSet         string
	sounds         func(how string) string // a remark about the line
	sinceTake      func(changes string) string
	settingKeys    []paint.Phrase
}

// wholeWords are about how the lines become one sound.
type wholeWords struct {
	wholeNames, wholeDeeds [wholeRows]string
	wholeHints             [wholeRows]string // where something is typed
	wholeKeys              []paint.Phrase
	sum                    func(d time.Duration, all bool) string
	seconds                func(s float64) string
	trimmed, asSpoken      string
	levels                 func(lufs float64) string
	peaks, asTheyAre       string
	noTitles               string
	titlesBeside           func(form string) string
	usualAlready           string
	standOut               func(lines []int) string // do not sound like the rest
	noSeconds, noLevel     string
	// lacks says how many lines are not there, or have other words or settings, or
	// were made at another host; empty for none.
	lacks func(missing, words, settings, elsewhere int) string
}

// exportWords are about the script as files for others.
type exportWords struct {
	script                  string // what a file is called where nothing else is known
	exportTitle, linesTitle string
	wholeHint, entersExport string
	exportsSome             func(lacks string) string
	noFile                  string
	otherEnding             func(forms []string) string
	noFolder                func(folder string) string
	isThere                 func(files int, first string) string
	writing                 func(what string) string
	writesAlready           string
	nothingMade             string
	withTitles              func(file, titles string) string
	wrote                   func(what, how string) string
	butNotes                func(said string, notes []string) string
	allLines                string
	linesIn                 func(files int, folder string) string
	wereThere               func(files int) string
}

// queueWords are about what is made and what is stuck.
type queueWords struct {
	queueBadge        func(n [doubted + 1]int) []paint.Phrase
	emptyQueue        func(lines bool) string
	speaking          string
	turn              func(nth int) string                                     // of those that wait, from 0
	queueBill         func(characters int, price string, perMinute int) string // perMinute 0: no limit
	dueBill           func(lines, characters int, price string) string
	stopsKey, lineKey paint.Phrase
	dropKey           paint.Phrase
	notWaiting        string
	dropped           func(line int) string
	dividesIt         string
	writes            func(marks []string) string
	mendedLine        func(line int) string
}
