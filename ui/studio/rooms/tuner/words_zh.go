package tuner

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

var chinese = words{questionWords: questionWords{
	theStart: "起点",
	theEnd:   "终点",
	askStart: func(n int) string { return fmt.Sprintf("%d 个里从哪个开始最好？", n) },
	askAxis: func(name, lower, higher string) string {
		return fmt.Sprintf("%s：%s、不变，还是%s？", name, lower, higher)
	},
	endCalled: "目前为止的改动",
	endCame:   "所有维度都已听不出差别",
	endEmpty:  "所有维度都已排除",
	toGo:      func(n int) string { return fmt.Sprintf("大约还有 %d 题", n) },
	toGoShort: func(n int) string { return fmt.Sprintf("还有 %d 题", n) },
	heard:     func(n int) string { return fmt.Sprintf("已听 %d 条", n) },
	levels: func(matched bool) string {
		if matched {
			return "已匹配响度"
		}
		return "响度保持原样"
	},
	arrow: map[tune.Answer]paint.Phrase{
		tune.Left:   {Full: "←{tune-left} 这个更好", Short: "←{tune-left} 这个"},
		tune.Middle: {Full: "↑{tune-middle} 这个最好", Short: "↑{tune-middle} 这个"},
		tune.Right:  {Full: "这个更好 →{tune-right}", Short: "这个 →{tune-right}"},
	},
	sameKey: "↓{tune-same} 没有差别",
	axisKeys: func(n int) []paint.Phrase {
		digits := "1 2 3"
		if n == 2 {
			digits = "1 2"
		}
		return []paint.Phrase{{Full: digits + " 在同一个词处试听；回答前一直循环", Short: digits + " 试听"}}
	},
	startKeys: func(n int) []paint.Phrase {
		return []paint.Phrase{{Full: fmt.Sprintf("enter{tune-enter} 从 %d 开始", n)}, {Full: "数字键或 ←{tune-left} →{tune-right} 试听", Short: "数字键试听"}}
	},
	line:         "台词  ",
	textKey:      "t{tune-text} 换一句台词",
	textKeyShort: "t{tune-text} 换台词",
	textTitle:    "换一句台词来调音",
	textSet:      "台词已换；你的回答保留",
	textFree:     "enter{accept} 采用；你的回答保留",
	textNone:     "留空则台词不变",
	textPrice:    func(price string) string { return "enter{accept} 还不会发送；每题约需 ≈ " + price },
	waits:        func(n int, host string) string { return fmt.Sprintf("正在等 %s 返回 %d", host, n) },
	comesYet: func(n int, host string) string {
		return fmt.Sprintf("%d 还没有从 %s 返回；e{tune-end} 查看目前的改动", n, host)
	},
	chose: func(what, next string) string {
		if next == "" {
			return what + "；u{tune-back} 收回"
		}
		return fmt.Sprintf("%s；接着是%s。u{tune-back} 收回", what, next)
	},
	reached: "这是最后一题；u{tune-back} 收回上一个回答",
	noSide: func(left bool) string {
		if left {
			return "左边没有了：已到这个维度的尽头"
		}
		return "右边没有了：已到这个维度的尽头"
	},
	takenBack: func(n int) string {
		if n == 0 {
			return "已收回第一个回答"
		}
		return fmt.Sprintf("已收回；还有 %d 个回答", n)
	},
	nothingSaid: "还没有回答过",
	over:        "所有问题都已回答：enter{tune-enter} 采用设置，u{tune-back} 收回一个回答",
	none:        "还没有开始调音",
	reading:     "正在读取…",
	faultCure:   "请在设置里改正，再按 n{tune-anew} 重新开始。",
	next:        "接下来",
	nextFree:    "试听时会同时合成接下来的录音。",
	nextEarly:   "试听时会同时合成接下来的录音；a{tune-early} 关闭。",
	nextPaid:    "a{tune-early} 在试听时合成接下来的录音，要先同意价格。",
	lastOne:     "最后一题",
	howItWorks: "怎么调：每个维度都听低一点、不变、高一点。你的回答会移动设置，并缩小范围。" +
		"同一维度两次回答“没有差别”就算完成。所有维度都听不出差别时结束：语速 5%、音调 1 半音、其他 10 点。",
}, clipWords: clipWords{
	titled:  func(n int, label string) string { return fmt.Sprintf("%d · %s", n, label) },
	only:    func(n int) string { return fmt.Sprintf("只有 %d 个可听", n) },
	notMade: func(n int, price string) string { return fmt.Sprintf("%d 未合成，%s", n, price) },
	tryAgain: func(n int, why string) string {
		return fmt.Sprintf("%d 失败：%s；enter{tune-enter} 重试", n, why)
	},
	refused: func(n int, why string, others bool) string {
		if others {
			return fmt.Sprintf("%d 无法合成：%s。请用其余的回答，或按 m{tune-lock} 排除这个维度。", n, why)
		}
		return "都无法合成：" + why
	},
	onDisk:    "已有",
	heardOne:  "已听",
	comes:     "接收中",
	asked:     "已请求",
	failedOne: "失败",
	notYet:    "未合成",
	failed: func(n int, why, price string, free bool) string {
		if free {
			return fmt.Sprintf("%d：%s · enter{tune-enter} 重试", n, why)
		}
		return fmt.Sprintf("%d：%s · enter{tune-enter} 重试，%s", n, why, price)
	},
}, axisWords: axisWords{
	axis:         "维度",
	open:         "待定范围",
	nowValue:     "当前",
	out:          "已排除",
	signs:        []paint.Phrase{{Full: "? 在问"}, {Full: "✓ 完成"}, {Full: "× 排除"}},
	closed:       func(axis, why string) string { return axis + "：用不了，" + why },
	lockKey:      "m{axis-lock} 排除或恢复一个方向",
	locked:       func(axis string) string { return axis + " 保持不变" },
	unlocked:     func(axis string) string { return axis + " 重新加入提问" },
	pass:         func(n, of int) string { return fmt.Sprintf("第 %d 轮，约 %d 轮", n, max(n, of)) },
	passOf:       func(n int) string { return fmt.Sprintf("第 %d 轮", n) },
	answers:      "回答",
	soFar:        "进展",
	takeBackKey:  "u{axis-back} 收回一个回答",
	asItWas:      "不变",
	noDifference: "没差别",
	start:        "起点",
	now:          "当前",
	clipsHeard:   "已听录音",
	toMake:       "待合成",
	aboutClips:   func(n int) string { return fmt.Sprintf("约 %d 条", n) },
	costs:        "这次调音",
	untilEnd:     "到结束",
	stopName:     "停止于",
	startFirst:   "先选起点",
}, moneyWords: moneyWords{
	bill: func(n int, price, toEnd, all, stop string, never bool) string {
		said := fmt.Sprintf("enter{tune-enter} 合成 %d 条录音，%s，之后每题接着合成：到结束约 %s 条，≈ %s", n, price, toEnd, all)
		if never {
			return said + "；b{tune-stop} 设定停止点"
		}
		return said + "，停止于 " + stop
	},
	notAgreed: "还没有同意价格",
	stopped: func(at string) string {
		return "已停在 " + at + "：b{tune-stop} 改停止点，e{tune-end} 查看目前的结果"
	},
	heldBack:  func(why string) string { return "! " + why },
	clips:     func(n int) string { return fmt.Sprintf("%d 条录音", n) },
	clipUnits: []string{"条录音", "条"},
	noStop:    "–",
	spent: func(price string, unpriced int) string {
		said := "这次调音 " + price
		if unpriced > 0 {
			said += fmt.Sprintf("，另有 %d 条价格未知", unpriced)
		}
		return said
	},
	about:     func(n int, price string) string { return fmt.Sprintf("到结束约 %s", price) },
	stopAt:    func(at string) string { return "停止于 " + at },
	stopTitle: "在哪里停止",
	stopHint:  "录音条数，或 0.10 这样的金额；留空则不停",
	stopSet: func(at string, never bool) string {
		if never {
			return "不会自动停止"
		}
		return "将停止于 " + at
	},
	earlyFree: "试听时会同时合成接下来的录音：这里免费",
	earlyOn:   "试听时会同时合成接下来的录音；a{tune-early} 改为回答后再合成",
	earlyOff:  "回答后再合成接下来的录音",
	earlyPrice: func(clips, usual int, price, usually string) string {
		return fmt.Sprintf("免等待：每题最多 %d 条，≈ %s，原为 %d 条，≈ %s；再按 a{tune-early} 开启", clips, price, usual, usually)
	},
}, endWords: endWords{
	Meeting: "调音前后",
	before:  "之前",
	after:   "之后",
	differ: func(n int) string {
		if n == 0 {
			return "没有改动"
		}
		return fmt.Sprintf("%d 项设置不同", n)
	},
	endKeys: func(called, changed bool) []paint.Phrase {
		back := paint.Phrase{Full: "u{tune-back} 收回上一个回答", Short: "u{tune-back} 收回"}
		if called {
			back = paint.Phrase{Full: "esc 继续提问", Short: "esc 继续"}
		}
		if !changed {
			return []paint.Phrase{{Full: "enter{tune-enter} 结束调音", Short: "enter{tune-enter} 结束"}, back}
		}
		return []paint.Phrase{{Full: "enter{tune-enter} 采用这些设置", Short: "enter{tune-enter} 采用"}, {Full: "c{tune-blind} 在试听台盲听对比", Short: "c{tune-blind} 盲听"}, {Full: "ctrl+s 存为预设", Short: "ctrl+s 保存"}, back}
	},
	nothingYet:     "还没有回答；esc 离开",
	nothingChanged: "没有改动",
	deed:           "凭听觉调音",
	done: func(changes []string) string {
		if len(changes) == 0 {
			return "调音结束；没有改动"
		}
		return "已调音：" + strings.Join(changes, "，") + "；u{undo-letter} 撤销"
	},
}, courseWords: courseWords{
	settingsOfNow:  "当前设置",
	from:           [origins]string{"从当前设置开始", "当前设置和入门预设：选最好的作起点", "当前设置和你的预设：选最好的作起点"},
	readingPresets: "正在读取预设",
	noPresets:      "你和团队都没有这个服务商能合成的预设",
	begun:          "已经开始：n{tune-anew} 重新开始，再按 s{tune-start} 换起点",
	resumed: func(at, now time.Time, answers int) string {
		return fmt.Sprintf("接着 %s 的进度，%d 个回答；n{tune-anew} 重新开始", session.Lately(at, now), answers)
	},
	left: func(answers int) string {
		return fmt.Sprintf("已保留 %d 个回答；g n{go-tune} 继续", answers)
	},
	wouldLose: func(answers int) string {
		return fmt.Sprintf("会丢掉 %d 个回答；再按 n{tune-anew} 重新开始", answers)
	},
	anew:           "重新开始，用当前的设置和台词",
	endedElsewhere: "另一个窗口已结束那次调音；这里重新开始",
	wentOn: func(answers int) string {
		return fmt.Sprintf("另一个窗口继续了这次调音：以那边的 %d 个回答为准，这里最后的回答不算", answers)
	},
	apart: func(what []string) string {
		return "仍按调音自己的来：" + tts.Listed(what...) + "。n{tune-anew} 改用当前的重新开始。"
	},
	otherHost:     func(host string) string { return "服务商 " + host },
	otherWords:    "与稿子不同的台词",
	otherSettings: "与当前不同的设置",
}}
