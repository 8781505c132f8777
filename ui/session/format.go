package session

import (
	"cmp"

	"voicestudio/player"
	"voicestudio/player/decode"
	"voicestudio/tts"
)

// codecs are the player's names of what audio_setting.format names otherwise.
var codecs = map[string]string{tts.MuLaw: "mulaw", tts.MuLawWAV: "wav"}

// FormatOf is the form in which a host sends the audio of a request.
func FormatOf(r tts.Request) player.Format {
	format := r.AudioFormat()
	return player.Format{
		Codec:      cmp.Or(codecs[format], format),
		SampleRate: r.AudioRate(),
		Channels:   tts.Or(r.AudioSetting.Channel, tts.DefaultChannel),
	}
}

// Playable reports whether the audio of a take's request can be heard here. All
// that can be asked for can; what a later version has kept may not, and is
// exported as it came.
func Playable(r tts.Request) bool { return decode.Playable(FormatOf(r).Codec) }
