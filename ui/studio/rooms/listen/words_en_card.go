package listen

import "fmt"

// cardWords label what is known of a take, in 9 cells.
type cardWords struct {
	title                                      string
	words, voice, settings, note, tags, preset string
	made, cost, length, timing                 string
	at                                         func(when, host, model string) string
	billed                                     func(characters int, cost string) string
	sound                                      func(length, format string) string
	came                                       func(what string, ms int64) string
}

var englishCard = cardWords{
	title: "This take",
	words: "words", voice: "voice", settings: "settings", note: "note", tags: "tags", preset: "preset",
	made: "made", cost: "cost", length: "length", timing: "timing",
	at:     func(when, host, model string) string { return when + " · " + host + " ▸ " + model },
	billed: func(n int, cost string) string { return fmt.Sprintf("%d characters · %s", n, cost) },
	sound:  func(length, format string) string { return length + " · " + format },
	came:   func(what string, ms int64) string { return fmt.Sprintf("%s %d ms", what, ms) },
}
