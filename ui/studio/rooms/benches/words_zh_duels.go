package benches

import (
	"fmt"
)

var chineseDuels = duelWords{
	deed:   "对决",
	answer: "这次回答",
	noting: "把结果写进备注",
	what: func(final int) string {
		return fmt.Sprintf("每次比两个，名称隐藏，顺序随机：先淘汰到剩两个，再由这两个对决 %d 次。", final)
	},
	ready: func(n, of int) string { return fmt.Sprintf("%d/%d 个就绪。", n, of) },
	begun: func(n int) string {
		return fmt.Sprintf("%d 个候选开始对决；分出胜负前名称一直隐藏", n)
	},
	tooFew:   "对决至少要有两个已合成且可见的候选；在试听台按 m{make-candidates} 合成缺少的",
	notThere: "它还没有声音；在试听台按 m{make-candidates} 合成缺少的",
	wouldLose: func(n int) string {
		return fmt.Sprintf("会丢掉 %d 次回答：再按 d{duels-anew} 重新开始", n)
	},
	notBegun:   "d{duels-anew} 开始对决",
	over:       "没有要比的了：d{duels-anew} 重新开始",
	otherLine:  "这些对决用的是另一句台词：d{duels-anew} 重新开始",
	undecided:  "还没有分出胜负",
	winnerLeft: "胜者已不在试听台上",
	elsewhere:  "另一个窗口已回答这一题，或改动了对决",
	twoSides:   "这次对决是 1 和 2",
	finals:     func(n int) string { return fmt.Sprintf("最后两个将对决 %d 次定胜负", n) },
	fixed: func(n int) string {
		return fmt.Sprintf("%d 次对决定胜负：从第一次回答起就不能再改，否则结果没有意义", n)
	},
	side:      func(n int) string { return fmt.Sprintf("这次对决的 %d", n) },
	duel:      func(n, of int) string { return fmt.Sprintf("对决 %d/%d", n, of) },
	duelAgain: func(n, of int) string { return fmt.Sprintf("对决 %d/%d，再比一次", n, of) },
	finalOf:   func(n, of int) string { return fmt.Sprintf("决赛 %d/%d", n, of) },
	decided:   "已比完",
	hidden:    "名称隐藏，顺序随机",
	shown:     "名称可见：不是盲听",
	this:      "←{duel-left} 这个好",
	other:     "这个好 →{duel-right}",
	none:      "↓{duel-same} 没有差别",
	hear:      "1 2 试听    home{duel-start} 从头播放",
	hearBoth:  "1 2 试听：两个都听过才能回答",
	standing:  "战绩",
	won:       "胜",
	of:        "场",
	out:       "出局",
	agreed:    func(n int) string { return fmt.Sprintf("决赛，约定 %d 次", n) },
	changes:   "第一次回答前可用 +{more-duels} −{fewer-duels} 改次数",
	late:      func(n int) string { return fmt.Sprintf("试听台上有 %d 个没有参加", n) },
	is:        func(letter string) string { return letter + " 是 " },
	letter:    func(letter string) string { return "候选 " + letter },
	again:     "没有差别：交换顺序再比一次",
	lot:       func(letter string) string { return "还是没有差别：抽签决定 " + letter + " 晋级" },
	isWinner: func(letter, name string) string {
		return letter + " 是 " + name + "，已加星标；enter{take-winner} 采用，esc 保留现在的设置"
	},
	noWinner: "两个没有分出胜负",
	copied:   "已复制结果",
	noted:    func(name string) string { return "结果已写进 " + name + " 的录音备注" },
	beginKeys: []keyWords{
		{"d{duels-anew}", "开始"},
		{"+{more-duels} −{fewer-duels}", "增减决赛次数"},
	},
	resultKeys: []keyWords{
		{"enter{take-winner}", "采用胜者"},
		{"y{copy-duels}", "复制结果"},
		{"n{note-duels}", "写进备注"},
		{"d{duels-anew}", "重新开始"},
	},
	evenKeys: []keyWords{
		{"y{copy-duels}", "复制结果"},
		{"d{duels-anew}", "重新开始"},
	},
}
