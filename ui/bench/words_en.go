package bench

import "voicestudio/tts"

var english = words{
	notPlayed: func(format string) tts.Said {
		return tts.Said{What: format + " cannot be heard here, so it cannot be compared", Cure: "choose mp3, wav, flac or pcm"}
	},
}
