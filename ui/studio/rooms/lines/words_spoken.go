package lines

import (
	"voicestudio/ui/narration"
)

// spokenWords are about the words of a line as they are heard.
type spokenWords struct {
	findingWords   func(line int) string
	wordsEstimated string
	wordsBy        func(host string) string
	wordless       string                   // the line has none
	notWholeYet    string                   // its take still comes
	noTimes        string                   // were found in the take
	notSaid        func(word string) string // by the take
	nothingSounds  string
}

// rightWords are about a word that is put right in all lines.
type rightWords struct {
	which, whichHint string
	nowhere          func(word string) string
	same             func(word string) string // as it stands there
	deed             func(word string) string
	weighing         string
	// comesTo says in which lines a word stands, of which some are to be made again, as
	// people count them.
	comesTo  func(in, again []int, b narration.Bill, price string) string
	goesOut  string // nothing is written instead
	written  func(word, by string, lines int) string
	saidAs   func(word, by string, lines int) string
	takenOut func(word string, lines int) string
}
