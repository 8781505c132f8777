package rooms

import (
	"fmt"

	"voicestudio/tts"
)

var chineseMoves = moveWords{
	model: "模型",
	brief: func(effect tts.Effect, what string) string {
		switch effect {
		case tts.Refused:
			return what + "被拒绝"
		case tts.Ignored:
			return what + "不发送"
		case tts.Doubtful:
		}
		return what + "存疑"
	},
	briefLoss: func(what string) string { return what + "可用" },
	andMore:   func(brief string, n int) string { return fmt.Sprintf("%s，还有 %d 项", brief, n) },
	gains: func(effect tts.Effect, what, why string) string {
		switch effect {
		case tts.Refused:
			return what + "会被拒绝：" + why
		case tts.Ignored:
			return what + "不会发送：" + why
		case tts.Doubtful:
		}
		return what + "可能无效：" + why
	},
	loses: func(effect tts.Effect, what string) string {
		switch effect {
		case tts.Refused:
			return what + "不再被拒绝"
		case tts.Ignored:
			return what + "会发送"
		case tts.Doubtful:
		}
		return what + "不再存疑"
	},
	nothing:      "没有变化",
	rest:         "其余都保留",
	script:       "稿子",
	free:         "之后免费",
	priceUnknown: "价格未知",
	onlyPrice:    func(price string) string { return "设置没有变化；" + price },
	times:        func(ratio float64) string { return fmt.Sprintf("价格的 %.2g 倍", ratio) },
	costs:        func(price10k string) string { return "每 10,000 字符 " + price10k },
}
