package session

import (
	"cmp"

	"voicestudio/player"
	"voicestudio/tts"
)

// FormatOf is the form in which a host sends the audio of a request.
func FormatOf(r tts.Request) player.Format {
	a := r.AudioSetting
	return player.Format{
		Codec:      cmp.Or(a.Format, tts.DefaultFormat),
		SampleRate: tts.Or(a.SampleRate, tts.DefaultSampleRate),
		Channels:   tts.Or(a.Channel, tts.DefaultChannel),
	}
}
