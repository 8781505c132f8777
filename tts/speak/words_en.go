package speak

import "voicestudio/tts"

var english = words{noSubtitles: tts.Said{What: "the host made no subtitles", Cure: "the audio is whole; try another model"}}
