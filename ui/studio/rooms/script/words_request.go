package script

import (
	"voicestudio/tts"
)

// requestWords are those of Request and of the last answer below it.
type requestWords struct {
	copies string
	lines  func(from, to, of int) string // that are in sight
	forms  map[string]string             // by presets.SnippetLanguages
	hostOf func(n, all int) string       // instead of the other hosts

	judged       func(effect tts.Effect, problem string) string
	sendsNothing func(why string) string
	asItIs       func(host string) string
	ofSandbox    string
	// spells tells the names in a body apart: those that the host speaking lacks,
	// and those that only that one has.
	spells func(added, gone []string, speaking string) string

	copied       func(form, key string) string
	keyOf        func(variable string) string
	copiedTrace  func(id string) string
	copiedAnswer string
	noTrace      string

	answer, noAnswer           string
	sent, came, chunks, billed string
	audio, trace, requestID    string
	fromDisk                   func(host string) string
	firstByte, firstAudio      func(ms int64) string
	firstSound, ms             func(ms int64) string
	pace                       func(times float64) string
	count                      func(chunks int) string
	gap                        func(ms, at int64) string
	characters, words          func(n int) string
	hertz, bits, bytes         func(n int64) string
	noError, errorFree         string
	error                      func(at, what string) string
}
