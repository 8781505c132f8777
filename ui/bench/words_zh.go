package bench

import (
	"fmt"

	"voicestudio/tts"
)

var chinese = words{
	page: pageWords{
		tooFew: func(ready int, twice bool) tts.Said {
			what := fmt.Sprintf("听众页面至少需要两个已合成的候选，现在只有 %d 个", ready)
			if ready == 0 {
				what = "听众页面至少需要两个已合成的候选，现在一个也没有"
			}
			if twice {
				return tts.Said{What: what + "；其他候选是同一条录音", Cure: "在试听台上放入另一个音色或不同的设置"}
			}
			return tts.Said{What: what, Cure: "先在试听台上合成"}
		},
		notWhole: func(label, state string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q 的录音%s，听众无法评判", label, state), Cure: "在试听台上重新合成，或移出这个候选"}
		},
		notDecoded: func(label, format string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q 的录音是 %s，本程序不能解码", label, format), Cure: "用 mp3、wav、flac、pcm 或 opus 合成"}
		},
		unheard: func(label, why string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q 的录音不能给听众听：%s", label, why), Cure: "在试听台上重新合成，或移出这个候选"}
		},
		changed: tts.Said{What: "生成页面时试听有变化", Cure: "再导出一次"},
	},
}
