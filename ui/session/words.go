package session

import (
	"fmt"
	"time"

	"voicestudio/player"
	"voicestudio/player/decode"
	"voicestudio/player/export"
	"voicestudio/player/loudness"
	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/tts/wording"
)

// words are what the screen and the command line say of the same things in the
// same words; tts has how another language is added.
type words struct {
	placeholder        string
	free, priceUnknown string
	unknown            string // how long a take is
	lately             func(days int, t time.Time, sameYear bool) string
	files              fileWords
	export             exportWords
	measure            measureWords
	budget             budgetWords
}

// budgetWords say why something was not sent. A price may be nil: nobody knows it.
type budgetWords struct {
	costs   func(price string) string
	reached func(spent, cap tts.Money, price *tts.Money) tts.Said
}

type fileWords struct {
	cannotWrite func(name, why string) string
}

// exportWords tell of takes that are written for others; what a cure tells to
// do can be done on the screen and on the command line.
type exportWords struct {
	cannotRead                     func(take, why string) string
	noAudio                        string
	asItCame                       func(format string) string
	reached                        func(lufs float64) string // as asked for
	limited                        func(by string, at float64) string
	take                           func(take string) string // its name in a sentence
	cannot                         func(name, why string) string
	notWhole                       func(take string) string
	damaged                        func(why string) string
	tooLoud                        func(wanted float64, why string, most float64) tts.Said
	tooQuiet                       func(wanted, least float64) tts.Said
	noLame, orUnpacked             string
	withoutLoudness, earlier, part string // cures
}

// measureWords say why something has no measures.
type measureWords struct {
	cannot     func(name, why string) string
	notDecoded func(name, format string) tts.Said
	changes    string
}

var say = english

func init() {
	wording.Offer(&say, english, chinese)
	wording.Offer(player.Words())
	wording.Offer(decode.Words())
	wording.Offer(export.Words())
	wording.Offer(loudness.Words())
	wording.Offer(measure.Words())
}

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
func Placeholder() string { return say.placeholder }

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

// Lately is an instant as people say it, on the person's own clock: "today
// 14:30", "yesterday 9:05", "2 March".
func Lately(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	day := func(t time.Time) time.Time {
		y, m, d := t.Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return say.lately(int(day(now).Sub(day(t))/(24*time.Hour)), t, t.Year() == now.Year())
}

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
