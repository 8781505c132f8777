package plain

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var tuneChinese = tuneWords{
	deed: "调音", over: "已没有听得出的差别；tune use 采用", ended: "调音已结束",
	hint:      "输入编号试听；然后回答 left、middle、right 或 same；tune use 采用现在的结果",
	elsewhere: "另一个程序已回答；从那里继续",
	goesOn: func(text string, answers int) string {
		return fmt.Sprintf("继续调音 %s，已回答 %d 次；tune end 结束", text, answers)
	},
	asks: func(axis string, about int) string {
		return fmt.Sprintf("%s：哪个最好？大约还有 %d 个问题", axis, about)
	},
	locked: func(axis string, out bool) string {
		if out {
			return "不再询问 " + axis
		}
		return "重新询问 " + axis
	},
	none:        tts.Said{What: "现在没有问题", Cure: "tune 开始调音"},
	hearFirst:   tts.Said{What: "还没有听过", Cure: "请先输入编号试听；回答就是听到的那个"},
	noSide:      tts.Said{What: "那一边没有候选", Cure: "请选另一个，或 same"},
	nothingSaid: tts.Said{What: "还没有回答过"},
	form:        tts.Said{What: "tune 可以加 use、back、lock 和 end", Cure: "help tune 有说明"},
	now:         "保持原样", asksStart: "从哪个开始最好？", unmoved: "没有改变", takes: "tune use 采用，tune end 放弃",
	hintStart: "输入编号试听；best 表示最后听到的最好，same 表示没有差别",
	atMost:    func(clips int) string { return fmt.Sprintf("最多 %d 段", clips) },
	words: func(same bool) string {
		if same {
			return "录音说的是同样的话"
		}
		return "录音说的是别的话"
	},
	step: func(n int, distance float64) string { return fmt.Sprintf("第 %d 段，距离 %.1f", n, distance) },
	distance: func(before, after float64) string {
		return fmt.Sprintf("距离 %.1f，原来 %.1f；1 是刚能听出", after, before)
	},
	beside: func(words string) string { return "与录音相比：" + words },
	isOpen: tts.Said{What: "已有调音在进行", Cure: "tune use 采用，tune end 放弃"},
	noAxis: tts.Said{What: "这里没有可以调整的"},
	towardsForm: func(endings []string) tts.Said {
		return tts.Said{What: "需要一段录音", Cure: "请写 tune towards anna.wav；可以是 " + strings.Join(endings, "、")}
	},
	manyStarts: func(most int) tts.Said {
		return tts.Said{What: "太多了，难以分辨", Cure: fmt.Sprintf("最多写 %d 个预设", most)}
	},
}
