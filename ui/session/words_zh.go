package session

import (
	"fmt"
	"time"

	"voicestudio/tts"
)

var chinese = words{
	placeholder:  "欢迎来到语音工作室。移动滑块，按下 control R，听听看。",
	free:         "免费",
	priceUnknown: "价格未知",
	unknown:      "?",
	lately: func(days int, t time.Time, sameYear bool) string {
		switch {
		case days == 0:
			return "今天 " + t.Format("15:04")
		case days == 1:
			return "昨天 " + t.Format("15:04")
		case sameYear:
			return t.Format("1月2日")
		}
		return t.Format("2006年1月2日")
	},
	budget: budgetWords{
		costs: func(price string) string { return "没有发送：这会产生费用（" + price + "）" },
		reached: func(spent, cap tts.Money, price *tts.Money) tts.Said {
			said := tts.Said{What: fmt.Sprintf("没有发送：本次会话已花费 %s，spend_cap 为 %s", spent, cap),
				Cure: "在配置文件里提高 spend_cap"}
			if price == nil {
				said.What += "，而这次的费用未知"
			} else {
				said.What += "，而这次还需 ≈ " + price.String()
			}
			return said
		},
	},
	measure: measureWords{
		cannot: func(name, why string) string { return name + " 无法测量：" + why },
		notDecoded: func(name, format string) tts.Said {
			return tts.Said{What: name + " 无法测量：" + format + " 会保留，但这里不能解码", Cure: "用 mp3 重新合成，或用其他程序转换文件"}
		},
		changes: "它的采样率或声道中途变化",
	},
	files: fileWords{
		cannotWrite: func(name, why string) string { return name + " 无法写入：" + why },
	},
	export: exportWords{
		cannotRead: func(take, why string) string { return "录音 " + take + " 无法读取：" + why },
		noAudio:    "缺少音频",
		asItCame:   func(format string) string { return "原样的 " + format },
		reached:    func(lufs float64) string { return fmt.Sprintf("已达到 %.1f LUFS", lufs) },
		limited: func(by string, at float64) string {
			return fmt.Sprintf("在 %[2]g dBTP 处最多限幅 %[1]s dB", by, at)
		},
		tooQuiet: func(wanted, least float64) tts.Said {
			return tts.Said{What: fmt.Sprintf("%v LUFS 太轻，无法测量", wanted), Cure: fmt.Sprintf("改为 %v 或更高", least)}
		},
		noLame:     "mp3 要用 lame 编码，但没有安装",
		orUnpacked: "，或者选 wav 或 flac",
		take:       func(take string) string { return "录音 " + take },
		cannot:     func(name, why string) string { return name + " 无法导出：" + why },
		notWhole:   func(take string) string { return "录音 " + take + " 不完整；文件里是已收到的部分" },
		damaged:    func(why string) string { return why + "；其余部分已写入文件" },
		tooLoud: func(wanted float64, why string, most float64) tts.Said {
			return tts.Said{What: fmt.Sprintf("达不到 %.1f LUFS：%s", wanted, why), Cure: fmt.Sprintf("选择 %.1f 或更低", most)}
		},
		withoutLoudness: "按原有响度导出",
		earlier:         "从更早处开始",
		part:            "分段导出",
	},
}
