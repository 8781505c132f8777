package speak

import "voicestudio/tts"

var chinese = words{noSubtitles: tts.Said{What: "服务商没有提供字幕", Cure: "音频是完整的；可以换一个模型"}}
