package script

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var englishRequest = requestWords{
	copies: "y{request-copy} copies",
	lines:  func(from, to, of int) string { return fmt.Sprintf("%d–%d of %d", from, to, of) },
	forms:  map[string]string{"json": "JSON", "curl": "curl", "go": "Go", "python": "Python"},
	hostOf: func(n, all int) string {
		return fmt.Sprintf("%d of %d, ←{request-host-back}→{request-host}", n, all)
	},

	judged: func(effect tts.Effect, problem string) string {
		if effect == tts.Ignored {
			return "left out: " + problem
		}
		return "sent, but: " + problem
	},
	sendsNothing: func(why string) string { return "nothing is sent: " + why },
	asItIs:       func(host string) string { return host + " gets all of it as it is" },
	ofSandbox:    "the address is one of a running voicestudio sandbox; any key will do",
	spells: func(added, gone []string, speaking string) string {
		switch {
		case len(gone) == 0:
			return "written with " + strings.Join(added, ", ") + ", unlike for " + speaking
		case len(added) == 0:
			return "written without " + strings.Join(gone, ", ") + ", unlike for " + speaking
		}
		return "written with " + strings.Join(added, ", ") + ", not " + strings.Join(gone, ", ") + " as for " + speaking
	},

	copied: func(form, key string) string { return form + " is on the clipboard, " + key },
	keyOf: func(variable string) string {
		if variable == "" {
			return "with no key in it"
		}
		return "with $" + variable + " for the key"
	},
	copiedTrace:  func(id string) string { return "trace id " + id + " is on the clipboard" },
	copiedAnswer: "what is known of the answer is on the clipboard",
	noTrace:      "no host has given a trace id yet",

	answer:     "Last answer",
	noAnswer:   "nothing has been asked yet; ctrl+r speaks",
	sent:       "sent",
	came:       "came",
	chunks:     "chunks",
	billed:     "billed",
	audio:      "audio",
	trace:      "trace id",
	requestID:  "request",
	fromDisk:   func(host string) string { return host + ", from disk now" },
	firstByte:  func(ms int64) string { return fmt.Sprintf("first byte %d ms", ms) },
	firstAudio: func(ms int64) string { return fmt.Sprintf("audio %d ms", ms) },
	firstSound: func(ms int64) string { return fmt.Sprintf("heard %d ms", ms) },
	ms:         func(ms int64) string { return fmt.Sprintf("%d ms", ms) },
	pace:       func(times float64) string { return fmt.Sprintf("%.1f× real time", times) },
	count:      func(n int) string { return fmt.Sprintf("%d", n) },
	gap:        func(ms, at int64) string { return fmt.Sprintf("longest gap %d ms, from %d ms on", ms, at) },
	characters: func(n int) string { return fmt.Sprintf("%d characters", n) },
	words:      func(n int) string { return fmt.Sprintf("%d words", n) },
	hertz:      func(n int64) string { return fmt.Sprintf("%g kHz", float64(n)/1000) },
	bits:       func(n int64) string { return fmt.Sprintf("%g kbit/s", float64(n)/1000) },
	bytes:      func(n int64) string { return fmt.Sprintf("%d bytes", n) },
	noError:    "there was no error yet",
	errorFree:  "no error so far",
	error:      func(at, what string) string { return "last error, " + at + ": " + what },
}
