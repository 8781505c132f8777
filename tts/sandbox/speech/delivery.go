package speech

import (
	"math"

	"voicestudio/tts"
)

// emotion is how a mood changes the speaker and the pace. The
// directions are those of Banse and Scherer, "Acoustic Profiles in Vocal
// Emotion Expression" (1996); the sizes were tuned until each is measurably
// apart from the others. Nobody has judged them by ear.
type emotion struct {
	pitch   float64 // semitones
	span    float64 // factor on the width of the intonation
	speed   float64
	gain    float64
	flutter float64 // added
	breath  float64 // added
	voicing float64 // factor
	tract   float64 // factor on the formants: a smile shortens, disgust lengthens
	tilt    float64 // dB above 2.2 kHz
}

// emotions has the nine of the API, "neutral" of its older version, and "" for
// none: both are the speaker's own manner.
var emotions = map[string]emotion{
	"":          {0, 1, 1, 1, 0, 0, 1, 1, 0},
	"happy":     {2, 1.5, 1.10, 1.05, 0, 0, 1, 1.03, 2},
	"sad":       {-2, 0.55, 0.82, 0.75, 4, 6, 0.9, 0.98, -4},
	"angry":     {1, 1.35, 1.12, 1.3, 0, 0, 1.1, 0.98, 4},
	"fearful":   {3, 1.2, 1.15, 0.9, 18, 8, 0.85, 1.02, 0},
	"disgusted": {-1.5, 0.8, 0.9, 1, 2, 2, 1, 0.93, -2},
	"surprised": {4, 1.8, 1.05, 1.1, 0, 0, 1, 1.02, 2},
	"calm":      {-1, 0.75, 0.92, 0.9, 0, 2, 1, 1, -2},
	"neutral":   {0, 1, 1, 1, 0, 0, 1, 1, 0},
	"fluent":    {0, 1.1, 1.14, 1, 0, 0, 1, 1, 1},
	"whisper":   {0, 1, 0.92, 0.55, 0, 0, 1, 1, 0},
}

// moodOf takes an emotion of a newer API than this for none.
func moodOf(r tts.Request) emotion {
	if mood, found := emotions[r.VoiceSetting.Emotion]; found {
		return mood
	}
	return emotions[""]
}

// whisper takes the voice out and leaves the breath, shaped by the formants.
func (t *timbre) whisper() {
	t.voicing = 4 // 0 would silence nasals altogether
	t.flutter = 20
	t.amp[0] = 0
	t.breath = [8]float64{75, 75, 50, 40, 15, 10, 0, 0}
	t.breathWidth = [8]float64{150, 150, 200, 200, 400, 400, 400, 400}
}

// delivery is a speaker speaking as a request asks.
type delivery struct {
	timbre         timbre
	speed          float64 // factor, emotion included
	wordsPerMinute int
}

// The reach of voice_modify.pitch at its ends: the size of the speaker by a
// factor, the pitch by semitones along with it. The API gives only the names,
// deep and bright.
const (
	modifyTract = 1.18
	modifyPitch = 2
)

func newDelivery(r tts.Request) delivery {
	s, mood := r.VoiceSetting, moodOf(r)
	t := speaker(r.Voices())
	bright := float64(tts.Or(r.VoiceModify.Pitch, 0)) / 100
	soft := float64(max(0, tts.Or(r.VoiceModify.Intensity, 0))) / 100

	semitones := float64(tts.Or(s.Pitch, 0)) + mood.pitch + modifyPitch*bright
	t.setPitch(t.mid()*math.Exp2(semitones/12), math.Pow(t.high/t.low, mood.span))
	t.scaleTract(mood.tract * math.Pow(modifyTract, bright))
	t.flutter += mood.flutter
	t.voicing *= mood.voicing * (1 - 0.35*soft)
	t.addBreath(mood.breath + 8*soft)
	if s.Emotion == "whisper" {
		t.whisper()
	}
	return delivery{timbre: t}.at(tts.Or(s.Speed, 1) * mood.speed)
}

// at is the delivery at a speed, as a factor.
func (d delivery) at(speed float64) delivery {
	rate := int(math.Round(normalRate * speed))
	d.speed, d.wordsPerMinute = speed, min(max(rate, slowest), fastest)
	return d
}
