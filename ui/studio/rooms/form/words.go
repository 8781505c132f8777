package form

import (
	"voicestudio/tts/wording"
	"voicestudio/ui/studio/rooms"
)

// formWords are those of the rooms of settings. Labels have room for 9
// cells, and so has the left end of a slider; the right one has it for 6.
type formWords struct {
	NotListed string // a voice

	options map[string]string                    // of values that are shown shorter than presets.ValueInWords has them
	asSent  func(value string) string            // is beside the name of an API's value, where there is room; may be empty
	kind    func(language, gender string) string // of a voice, in short; either may be empty

	signs [3]string // of a voice that is muted, alone or locked: the keys that do it

	Voice, speed, pitch, volume, emotion, intensity, timbre, effect, weight, add string
	deep, bright, strong, soft, full, crisp                                      string
	semitones                                                                    string // after their number
	numbers, latex                                                               string
	format, rate, bitrate, channels, cbr, answer, sentAs                         string
	watermark, subtitles, seamless, timed                                        string
	Typing                                                                       string // a value
	AddWord, EditWord, NewWord, WordHint, WordShape                              string // of a pronunciation
	WordThere, WordOut, Hears, Alone                                             func(word string) string
	WordsAdded                                                                   func(words []string) string
	KeyHears, HearPrice                                                          func(what, host, price string) string
	OnlyLine                                                                     func(n int) string // the settings are of one line
	AtOnce, AtOnceOn, AtOnceOff                                                  string             // each change is heard
	AtOncePrice                                                                  func(host, price string) string
	NoEntry, EntryKeys                                                           string
	Words                                                                        func(n int, listed string) string
	WholeFirst                                                                   func(why string) string
	host                                                                         string                   // what leaves a setting to it
	Nothing                                                                      [rooms.PanelCount]string // of a room is set

	Rows func(at, of int) string // while some are out of sight

	sound                     func(heard, voices int) string // of a blend
	onlySounds                func(voice string) string
	Locked, KeepsShare        func(voice string) string
	Unlocked                  func(voice string) string
	OthersLocked              string
	WeightEnds                func(weight int) string // where the locks let it go no further
	Swapped                   func(voice, other string) string
	NoFormula                 func(why string) string
	Pasted                    string
	room                      func(voices int) string // for more
	none                      string                  // no voice
	AloneNoWeight, AloneHeard string
	OneStays, OneHeard        string
	NoVoices, NoVoice         string
	FourAtMost                string // a blend
	TakenOut, InBlend, Copied func(what string) string
	IsReset, NoNumber         string
	MustBe                    func(label string, whole bool, bounds, typed string) string
	Model, Language           string
	IsSet                     func(what, value string) string
}

// SayForm is what this package says, in the language that it says it in.
var Say = englishForm

func init() { wording.Offer(&Say, englishForm, chineseForm) }
