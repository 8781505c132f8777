package script

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	Editor  scriptWords
	request requestWords
}

// SayScript is what this package says, in the language that it says it in.
var Say = englishTabs

func init() { wording.Offer(&Say, englishTabs, chineseTabs) }
