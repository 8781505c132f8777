package player

import "fmt"

var chinese = words{
	brokeOff:    "声音中途断开",
	undecodable: "声音无法解码",
	tooLong:     "声音太长",
	notHeard:    "没有播放到结尾",
	longer: func(minutes float64) string {
		return fmt.Sprintf("声音超过 %.0f 分钟；其余部分不播放", minutes)
	},
	rate: func(hz int) string { return fmt.Sprintf("这段音频无法播放：采样率是 %d Hz", hz) },
	lost: func(why string) string { return "没有播放到结尾：" + why },
}
