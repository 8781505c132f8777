package listen

import (
	"fmt"

	"voicestudio/presets"
)

// chineseHearing is what is said of that in Chinese.
var chineseHearing = hearingWords{
	Samples: [SampleKinds]func(string, int) string{
		func(_ string, chars int) string { return fmt.Sprintf("我的稿子，%d", chars) },
		func(_ string, chars int) string { return fmt.Sprintf("短句，%d", chars) },
		func(language string, chars int) string {
			return fmt.Sprintf("固定句（%s），%d", presets.ValueInWords(language), chars)
		},
	},
	Short: [SampleKinds]func(string, int) string{
		func(_ string, chars int) string { return fmt.Sprintf("稿子 %d", chars) },
		func(_ string, chars int) string { return fmt.Sprintf("短句 %d", chars) },
		func(_ string, chars int) string { return fmt.Sprintf("固定 %d", chars) },
	},
	Costs: func(chars int, price string) string { return fmt.Sprintf("%d 字符，每次 %s", chars, price) },
	Free:  func(chars int) string { return fmt.Sprintf("%d 字符，免费", chars) },
	On:    "光标停在哪个音色，就试听哪个",
	Off:   "移动光标不再试听；ctrl+r 试听",
	OnAt: func(host, price string) string {
		return "本次运行中，光标停在哪个音色就试听哪个，在 " + host + " 每次 " + price
	},
	Silent:   "没有声音设备，不能试听",
	Never:    "这个音色不自动试听：首次使用可能另外收费",
	FirstUse: func(voice string) string { return voice + "（首次使用可能另外收费）" },
	capped: func(cap string) string {
		return "本次运行已达到花费上限 " + cap + "：移动光标不再试听"
	},
}
