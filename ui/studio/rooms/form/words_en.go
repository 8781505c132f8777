package form

import (
	"fmt"
	"strings"

	"voicestudio/ui/studio/rooms"
)

// englishForm is what the rows of settings say in English.
var englishForm = formWords{
	NotListed: "not listed",
	asSent:    func(string) string { return "" },
	kind: func(language, gender string) string {
		return strings.TrimSpace(language + " " + gender[:min(1, len(gender))])
	},
	options: map[string]string{
		"English": "en", "Chinese": "zh", "Chinese,Yue": "yue", "Japanese": "ja", "Korean": "ko",
		"true": "on", "false": "off",
		"streamed": "streamed", "whole": "whole",
	},

	signs: [3]string{"m{mute}", "s{solo}", "o{lock}"},

	Voice:     "voice",
	speed:     "speed",
	pitch:     "pitch",
	volume:    "volume",
	emotion:   "emotion",
	intensity: "intensity",
	timbre:    "timbre",
	effect:    "effect",
	weight:    "weight",
	add:       "add a voice",
	deep:      "deep",
	bright:    "bright",
	strong:    "strong",
	soft:      "soft",
	full:      "full",
	crisp:     "crisp",
	semitones: " st",
	numbers:   "numbers",
	latex:     "LaTeX",
	host:      "host",
	format:    "format",
	rate:      "rate kHz",
	bitrate:   "kbit/s",
	channels:  "channels",
	cbr:       "CBR",
	answer:    "answer",
	sentAs:    "sent as",
	watermark: "watermark",
	subtitles: "subtitles",
	seamless:  "seamless",
	timed:     "timed by",
	Typing:    "enter{value} sets · esc leaves",
	AddWord:   "add a word",
	EditWord:  "How a word is spoken",
	NewWord:   "Add a word",
	WordHint:  "the word, a slash, and what is spoken for it: GTC/G T C, or 处理/(chu3)(li3)",
	WordShape: "write the word, a slash, and what is spoken for it: GTC/G T C",
	WordThere: func(word string) string { return word + " is in the table already" },
	WordOut:   func(word string) string { return word + " is spoken as the host does; alt+z brings the entry back" },
	WordsAdded: func(words []string) string {
		if len(words) == 1 {
			return "added " + words[0] + "; u{undo-letter} undoes"
		}
		return fmt.Sprintf("added %d words; u{undo-letter} undoes", len(words))
	},
	Hears:     func(word string) string { return word + ", alone" },
	OnlyLine:  func(n int) string { return fmt.Sprintf("line %d only", n) },
	AtOnce:    "changes are heard",
	AtOnceOn:  "each change is heard as soon as you stop; ctrl+t stops that",
	AtOnceOff: "changes wait for ctrl+r",
	AtOncePrice: func(host, price string) string {
		return host + " would take " + price + " for each change; press ctrl+t once more to hear them all"
	},
	Alone: func(word string) string { return word + " alone" },
	KeyHears: func(what, host, price string) string {
		return fmt.Sprintf("%s at %s: %s; ctrl+r speaks it", what, host, price)
	},
	HearPrice: func(what, host, price string) string {
		return fmt.Sprintf("%s at %s: %s; the same key again speaks it", what, host, price)
	},
	NoEntry:   "put the cursor on a word first; +{add-word} adds one",
	EntryKeys: "enter{enter} edits it, s{hear-word} speaks it, backspace{unset} takes it out",
	Words: func(n int, listed string) string {
		if n == 1 {
			return "1 word: " + listed
		}
		return fmt.Sprintf("%d words: %s", n, listed)
	},
	WholeFirst: func(why string) string {
		return why + "; set the answer to whole in Output first"
	},
	Nothing: [rooms.PanelCount]string{rooms.VoicePanel: "as the host has it", rooms.BlendPanel: "no voice", rooms.EffectsPanel: "no effect", rooms.OutputPanel: "streamed mp3", rooms.PronunciationPanel: "no word"},
	Rows:    func(at, of int) string { return fmt.Sprintf("%d of %d", at, of) },

	sound:        func(heard, voices int) string { return fmt.Sprintf("%d of %d sound", heard, voices) },
	onlySounds:   func(voice string) string { return "only " + voice },
	Locked:       func(voice string) string { return voice + " is locked; o{lock} unlocks it" },
	KeepsShare:   func(voice string) string { return voice + " keeps its share; the others share the rest" },
	Unlocked:     func(voice string) string { return voice + " is no longer locked" },
	OthersLocked: "every other voice is locked, so this share cannot move; o{lock} unlocks one",
	WeightEnds: func(weight int) string {
		return fmt.Sprintf("with the locked voices it goes no further than %d", weight)
	},
	Swapped:       func(voice, other string) string { return voice + " and " + other + " have swapped their weights" },
	NoFormula:     func(why string) string { return "this is no formula of a blend: " + why },
	Pasted:        "the formula is the blend now; alt+z brings the one before back",
	room:          func(voices int) string { return fmt.Sprintf("%d more", voices) },
	none:          "none: press enter{enter} to choose",
	AloneNoWeight: "a voice alone needs no weight; +{add-voice} adds another",
	AloneHeard:    "a voice alone is always heard; +{add-voice} adds another",
	OneStays:      "one voice must stay; enter{enter} chooses another",
	OneHeard:      "one voice must be heard",
	NoVoices:      "no voice is chosen",
	NoVoice:       "put the cursor on a voice first",
	FourAtMost:    "a blend holds at most four voices; backspace{unset} takes one out",
	TakenOut:      func(voice string) string { return voice + " is out of the blend; alt+z brings it back" },
	InBlend:       func(voice string) string { return voice + " is in the blend; ←{less} →{more} change its weight" },
	Copied:        func(formula string) string { return "copied " + formula },
	IsReset:       "every setting is the host's default again; alt+z undoes",
	NoNumber:      "there is no number here; ←{less} and →{more} choose, or enter{enter}",
	MustBe: func(label string, whole bool, bounds, typed string) string {
		kind := ""
		if whole {
			kind = "a whole number "
		}
		return fmt.Sprintf("%s must be %s%s, not %q", label, kind, bounds, typed)
	},
	Model:    "model",
	Language: "language",
	IsSet:    func(what, value string) string { return what + ": " + value },
}
