package narration

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var chinese = words{
	remarks: remarkWords{
		unlike: func(what string) string { return "与其余各行相比" + what },
		fades:  func(decibels float64) string { return fmt.Sprintf("句尾减弱 %.0f dB", decibels) },
		mostFade: func(decibels float64) string {
			return fmt.Sprintf("多数行的句尾减弱 %.0f dB", decibels)
		},
		trend: func(what string, from, to int) string {
			return fmt.Sprintf("从第 %[2]d 行到第 %[3]d 行，整篇%[1]s", what, from, to)
		},
	},
	names: nameWords{
		empty:  tts.Said{What: "按这个命名方式，文件没有名称", Cure: "写成例如 " + UsualNames},
		folder: tts.Said{What: "文件名里不能有 / 和 \\", Cure: "文件夹另外选择"},
		open:   tts.Said{What: "命名方式里的 { 和 } 不成对", Cure: "写成例如 " + UsualNames},
		unknown: func(name string, known []string) tts.Said {
			return tts.Said{What: "文件名里不能用 " + name, Cure: "可用：" + strings.Join(known, "、")}
		},
		wordless: "行",
		untitled: "稿子",
	},
	export: exportWords{
		whole:   "稿子",
		line:    func(n int) string { return fmt.Sprintf("第 %d 行", n) },
		nothing: tts.Said{What: "稿子里没有一行有录音", Cure: "先合成一些"},
		missing: func(lines []int) string { return listedLines(lines) + "没有录音，已略过" },
		stale:   func(lines []int) string { return listedLines(lines) + "用的是最近改动之前的录音" },
		lost: func(line int, leftOut bool, why string) string {
			if leftOut {
				return fmt.Sprintf("第 %d 行已略过：%s", line, why)
			}
			return fmt.Sprintf("第 %d 行不完整：%s", line, why)
		},
		noForm: func(codec string, known []string) tts.Said {
			return tts.Said{What: fmt.Sprintf("各行不能写成 %q", codec), Cure: "可选：" + strings.Join(known, "、")}
		},
		asItCame:    tts.Said{What: "服务商发来的原始音频只能按原有响度写出", Cure: "选择 wav、flac 或 mp3"},
		cannotWrite: func(name, why string) tts.Said { return tts.Said{What: name + " 无法写入：" + why} },
		notRegular:  func(name string) tts.Said { return tts.Said{What: name + " 不是文件", Cure: "换一个名称"} },
		isThere: func(name string) tts.Said {
			return tts.Said{What: name + " 已经存在，里面是别的内容", Cure: "换一个文件夹或名称，或选择替换"}
		},
	},
	fix: fixWords{shape: tts.Said{What: "发音词典的一项要写原词（不含 /）和它的读音", Cure: "写成 NVMe/en vee em ee"}},
}

// listedLines says lines: "第 2、3、5 行和另外 97 行".
func listedLines(lines []int) string {
	const most = 5
	var some []string
	for _, n := range lines[:min(most, len(lines))] {
		some = append(some, fmt.Sprint(n))
	}
	said := "第 " + strings.Join(some, "、") + " 行"
	if more := len(lines) - most; more > 0 {
		said += fmt.Sprintf("和另外 %d 行", more)
	}
	return said
}
