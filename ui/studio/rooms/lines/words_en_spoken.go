package lines

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"voicestudio/ui/narration"
)

var englishSpoken = spokenWords{
	findingWords:   func(line int) string { return fmt.Sprintf("looking where line %d says its words", line) },
	wordsEstimated: "words estimated",
	wordsBy:        func(host string) string { return "words by " + host },
	wordless:       "there is no word in this line",
	notWholeYet:    "the line is still being spoken: its words are found once it is whole",
	noTimes:        "where the words of this take are could not be found: it plays from its beginning",
	notSaid: func(word string) string {
		return "the take of this line does not say “" + word + "”: ctrl+r makes it anew"
	},
	nothingSounds: "no line sounds: enter{line-play} plays on from the one under the cursor",
}

var englishRight = rightWords{
	which:     "Which word is to be put right?",
	whichHint: "as it stands in the script, capitals too; enter{accept} goes on",
	nowhere:   func(word string) string { return "“" + word + "” stands in no line as a word of its own" },
	same:      func(word string) string { return "“" + word + "” is what stands there: write something else" },
	deed:      func(word string) string { return "“" + word + "” in all lines" },
	weighing:  "…",
	comesTo: func(in, again []int, b narration.Bill, price string) string {
		said := fmt.Sprintf("in %s: %s", count(len(in), "line", "lines"), places(in))
		cost := fmt.Sprintf("%d chars, %s to make again", b.Characters, price)
		switch {
		case len(again) == 0:
			return said + "; none of them is to be made again for it"
		case slices.Equal(in, again):
			return said + "; " + cost
		}
		return said + "; " + one(len(again), "line ", "lines ") + places(again) + ": " + cost
	},
	goesOut: "nothing instead: the word goes out; ",
	written: func(word, by string, lines int) string {
		return "“" + word + "” is “" + by + "” in " + count(lines, "line", "lines") + " now; alt+z takes it back"
	},
	saidAs: func(word, by string, lines int) string {
		return "“" + word + "” is said “" + by + "”, in " + count(lines, "line", "lines") + "; alt+z takes it back"
	},
	takenOut: func(word string, lines int) string {
		return "“" + word + "” is out of " + count(lines, "line", "lines") + "; alt+z takes it back"
	},
}

// mostPlaces is how many lines are named.
const mostPlaces = 8

// places are lines as people count them.
func places(at []int) string {
	var said []string
	for _, i := range at[:min(len(at), mostPlaces)] {
		said = append(said, strconv.Itoa(i+1))
	}
	if len(at) > mostPlaces {
		said = append(said, "…")
	}
	return strings.Join(said, ", ")
}
