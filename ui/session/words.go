package session

import (
	"fmt"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// words are what the screen and the command line say of the same things in the
// same words; tts has how another language is added.
type words struct {
	placeholder        string
	free, priceUnknown string
}

var say = english

// DefaultVoice speaks where none was chosen.
const DefaultVoice = "English_Graceful_Lady"

// Voiced is a request with the default voice where it has none.
func Voiced(r tts.Request) tts.Request {
	if len(r.Voices()) == 0 {
		r.SetVoices([]tts.TimbreWeight{{VoiceID: DefaultVoice}})
	}
	return r
}

// Placeholder stands in an empty editor and is spoken as it stands.
var Placeholder = say.placeholder

// Clock is a time in minutes, seconds and tenths: "0:03.2".
func Clock(d time.Duration) string {
	tenths := d.Round(100*time.Millisecond) / (100 * time.Millisecond)
	return fmt.Sprintf("%d:%02d.%d", tenths/600, tenths/10%60, tenths%10)
}

// Length is how long a take sounds as its host says; empty where it did not.
func Length(t takes.Take) string {
	if t.AudioMS == nil {
		return ""
	}
	return Clock(time.Duration(*t.AudioMS) * time.Millisecond)
}

// When is an instant to the minute, on the person's own clock.
func When(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// Cost is what a host asked for something: "free" at the sandbox, "price
// unknown" where nobody knows it.
func Cost(host tts.HostName, price *tts.Money) string {
	switch {
	case host == tts.Sandbox:
		return say.free
	case price == nil:
		return say.priceUnknown
	}
	return price.String()
}
