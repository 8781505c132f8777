package studio

import (
	"math"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/canned"
)

// A canned voice hums: a tone as long as the words take, as loud as the request
// wants, in frames that carry the number of the answer they belong to.
const (
	frameBytes = canned.HumBytes
	frameTime  = canned.HumTime
)

// hum is what the canned voice says to a request.
func hum(r tts.Request, answer int) []byte {
	seconds := 0.06 * float64(len([]rune(r.Text))) / tts.Or(r.VoiceSetting.Speed, 1)
	return canned.Hum(time.Duration(seconds*float64(time.Second)), 20*math.Log10(tts.Or(r.VoiceSetting.Vol, 1)), answer)
}

// answerOf is the number of the answer whose frames these are; −1: none.
func answerOf(audio []byte) int { return canned.AnswerOf(audio) }
