package settings

import "voicestudio/tts/wording"

// pickerWords are those of the lists of voices, models, languages and sounds.
type pickerWords struct {
	voice, addVoice, onBench string
	inPlaceOf                func(voice string) string
	yours, used              string // where a voice comes from

	notKept, putAside     func(string) string // the favourites: why, and where
	model, language, hint string
	sound, soundHint      string
	sounds                map[string]string // by tts.SoundTags, what is heard
}

// SaySettings is what this package says, in the language that it says it in.
var Say = englishSettings

func init() { wording.Offer(&Say, englishSettings, chineseSettings) }
