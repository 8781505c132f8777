package tune

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	version  func(version, known int) tts.Said
	starts   func(n, most int) tts.Said
	method   tts.Said
	noAxis   func(axis string) tts.Said
	notAsked func(answer string) tts.Said
	oneVoice string

	speed, pitch, deep, strong, full Words
	blend                            string // of two voices
	less, more                       func(voice string) string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

// Words name an axis and what its lower and its higher side do to the voice.
type Words struct{ Name, Lower, Higher string }

// Words are the axis in words; the request has the voices of a blend.
func (a Axis) Words(r tts.Request) Words {
	title := func(i int) string {
		if i < 0 || i >= len(r.TimbreWeights) {
			return ""
		}
		return tts.Clean(tts.VoiceTitle(r.TimbreWeights[i].VoiceID))
	}
	switch a {
	case Speed:
		return say.speed
	case Pitch:
		return say.pitch
	case Deep:
		return say.deep
	case Strong:
		return say.strong
	case Full:
		return say.full
	case Weights:
		return Words{say.blend, say.more(title(1)), say.more(title(0))}
	default:
		voice := title(a.voice())
		return Words{voice, say.less(voice), say.more(voice)}
	}
}
