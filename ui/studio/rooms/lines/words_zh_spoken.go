package lines

import (
	"fmt"
	"slices"

	"voicestudio/ui/narration"
)

var chineseSpoken = spokenWords{
	findingWords:   func(line int) string { return fmt.Sprintf("正在查找第 %d 行各个词的位置", line) },
	wordsEstimated: "词的位置为估计",
	wordsBy:        func(host string) string { return "词的位置来自 " + host },
	wordless:       "这一行没有词",
	notWholeYet:    "这一行还在合成：合成完后才能找到各个词",
	noTimes:        "找不到这条录音里各个词的位置：从头播放",
	notSaid:        func(word string) string { return "这一行的录音里没有“" + word + "”：ctrl+r 重新合成" },
	nothingSounds:  "没有行在播放：enter{line-play} 从光标所在的行开始连续播放",
}

var chineseRight = rightWords{
	which:     "要改正哪个词？",
	whichHint: "写法与稿子一致，区分大小写；enter{accept} 继续",
	nowhere:   func(word string) string { return "没有一行把“" + word + "”作为单独的词" },
	same:      func(word string) string { return "稿子里已是“" + word + "”：请写别的" },
	deed:      func(word string) string { return "所有行里的“" + word + "”" },
	weighing:  "…",
	comesTo: func(in, again []int, b narration.Bill, price string) string {
		said := fmt.Sprintf("在 %d 行里：第 %s 行", len(in), places(in))
		cost := fmt.Sprintf("重新合成 %d 字符，%s", b.Characters, price)
		switch {
		case len(again) == 0:
			return said + "；都不用重新合成"
		case slices.Equal(in, again):
			return said + "；" + cost
		}
		return said + "；第 " + places(again) + " 行：" + cost
	},
	goesOut: "不写内容：删去这个词；",
	written: func(word, by string, lines int) string {
		return fmt.Sprintf("已在 %d 行里把“%s”改为“%s”；alt+z 撤销", lines, word, by)
	},
	saidAs: func(word, by string, lines int) string {
		return fmt.Sprintf("“%s”在 %d 行里读作“%s”；alt+z 撤销", word, lines, by)
	},
	takenOut: func(word string, lines int) string {
		return fmt.Sprintf("已从 %d 行里删去“%s”；alt+z 撤销", lines, word)
	},
}
