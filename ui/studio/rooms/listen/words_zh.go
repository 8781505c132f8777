package listen

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// chineseRoom is what the takes and the sound say in Chinese.
var chineseRoom = words{sound: chineseSound, listen: chineseListen, Takes: chineseTakes, compare: chineseCompare, card: chineseCard, timing: chineseTiming, Hearing: chineseHearing}

var chineseSound = soundWords{
	empty:    "按 ctrl+r 合成稿子",
	blind:    "不显示正在播放的是哪一个",
	begins:   "收到声音就开始播放",
	unplayed: func(format string) string { return format + " 已保存，但这里不能播放" },
	firstSound: func(after time.Duration) paint.Phrase {
		took := fmt.Sprintf("%d 毫秒", after.Milliseconds())
		if after >= 2*time.Second {
			took = fmt.Sprintf("%.1f 秒", after.Seconds())
		}
		return paint.Phrase{Full: "首个声音 " + took, Short: "首声 " + took}
	},
	underruns: func(n int) string { return fmt.Sprintf("断流 %d 次", n) },
	speed: func(times float64) string {
		if times >= 10 {
			return fmt.Sprintf("实时的 %.0f 倍", times)
		}
		return fmt.Sprintf("实时的 %.2f 倍", times)
	},
	cached:   paint.Phrase{Full: "来自磁盘，免费；alt+r 另合成一条", Short: "来自磁盘，免费"},
	unbilled: func(cost string) paint.Phrase { return paint.Phrase{Full: "字符数未知，" + cost, Short: cost} },
	charactersFree: func(n int) paint.Phrase {
		return paint.Phrase{Full: fmt.Sprintf("%d 字符，免费", n), Short: "免费"}
	},
	charactersFor: func(n int, cost string) paint.Phrase {
		return paint.Phrase{Full: fmt.Sprintf("计费 %d 字符，%s", n, cost), Short: cost}
	},
	take: func(number int) paint.Phrase {
		return paint.Phrase{Full: fmt.Sprintf("录音 %d，来自磁盘，免费", number), Short: fmt.Sprintf("录音 %d，免费", number)}
	},
	matched:       "已匹配响度",
	unmatched:     "响度不变",
	sameWord:      "同一个词",
	byLength:      "按长度取同一处",
	arriving:      "接收中",
	noTake:        "还没有合成过；按 ctrl+r 合成",
	again:         "已经在合成另一条录音",
	asked:         "已经请求过了；esc 停止",
	paused:        "正在合成，已暂停：f7 继续；alt+r 另合成一条",
	arrives:       "正在接收；alt+r 另合成一条",
	spoken:        "已经在合成；alt+r 另合成一条",
	notKept:       func(why string) string { return "录音无法保存：" + why },
	audible:       "现在有声音了",
	notHeard:      func(file string) string { return "没有播放；录音在 " + file },
	notHeardSince: func(why, file string) string { return "没有播放，" + why + "；录音在 " + file },
	unplayable:    func(why string) string { return "收到的内容不能全部播放：" + why },
	speakAgain:    "alt+r 重新合成",
	askingAgain:   func(seconds float64) string { return fmt.Sprintf("%.0f 秒后重试", seconds) },
	waitingFor:    func(d time.Duration) string { return fmt.Sprintf("等待服务商 · %d 秒", int(d.Seconds())) },
}

var chineseListen = listenWords{
	volume: func(db string) string {
		return fmt.Sprintf("收听音量 %s dB；声音本身的音量在音色里", db)
	},
	tempo: func(times float64) string {
		return fmt.Sprintf("以 %.2f 倍速收听，音调不变；声音本身的语速在音色里", times)
	},
	on:         "声音已打开",
	off:        "已静音；m{mute-sound} 打开声音",
	muted:      "静音",
	loopBegins: "循环从这里开始；o{loop-to} 结束循环段",
	loopEnds:   "不再循环",
	loops: func(from, to string) string {
		return fmt.Sprintf("循环 %s 到 %s；o{loop-to} 继续往下播", from, to)
	},
}

var chineseTakes = takeWords{
	empty:      "每次 ctrl+r 生成一条录音",
	kept:       "听过的都不会丢",
	Take:       func(number int) string { return fmt.Sprintf("录音 %d", number) },
	sideA:      func(take string) string { return take + "，A│B 中的 A" },
	sideB:      func(take string) string { return take + "，A│B 中的 B" },
	same:       "同样的再一次",
	notListed:  func(why string) string { return "无法列出录音：" + why },
	cannotPlay: func(why string) string { return "这条录音不能播放：" + why },
	notWhole:   func(take string) string { return take + " 不完整：完整的录音才能对比" },
	unplayable: func(take, format, file string) string {
		return take + " 是 " + format + " 格式，已保存，但这里不能播放；用其他程序播放文件 " + file + "，或把 audio_setting.format 设为 mp3 再合成"
	},
	none:    "还没有录音；按 ctrl+r 生成",
	notKept: "这条录音没能保存",
	gone:    "这条录音不在了",
	deleted: func(take string) string { return "已删除 " + take + "；按 u{undo-letter} 找回" },
	held: func(auditions []string) string {
		if len(auditions) == 0 {
			return ""
		}
		return "；它在试听台 " + strings.Join(auditions, "、") + " 上"
	},
	back:     func(take string) string { return take + " 已找回" },
	restored: func(take string) string { return "文字和设置已恢复为 " + take + "；u{undo-letter} 撤销" },
	starred:  func(take string) string { return take + " 有了星标，不会自动清理" },
	starless: func(take string) string { return take + " 不再有星标" },
	note:     func(take string) string { return take + " 的备注" },
	noteHint: "enter{accept} 保存；有备注的录音不会自动清理",
	tag:      func(take string) string { return take + " 的标签" },
	tagHint:  "用空格或逗号隔开，enter{accept} 保存；有标签的录音不会自动清理",
	filters:  [foundTakes]string{"全部", "有星标", "本稿子", "本预设"},
	all:      func(n int) string { return fmt.Sprintf("全部 · %d", n) },
	of:       func(filter string, n, all int) string { return fmt.Sprintf("%s · %d/%d", filter, n, all) },
	some:     func(filter string, n int) string { return fmt.Sprintf("%s · %d", filter, n) },
	hidden:   "揭晓之前不显示；在试听台按 b{bench-blind} 揭晓",
	noneFits: "没有符合筛选的录音；f{filter-takes} 显示全部",
	find:     "查找录音",
	findHint: "稿子的词、备注、#标签、音色或设置；留空显示全部",
	export:   func(take string) string { return "导出 " + take },
	notAFile: func(path string) tts.Said {
		return tts.Said{What: path + " 是文件夹", Cure: "写上其中的文件名"}
	},
	noFolder: func(path string) tts.Said {
		return tts.Said{What: "没有文件夹 " + path, Cure: "换一个文件夹"}
	},
	withTitles:  func(file, titles string) string { return file + " 和 " + titles },
	spokenAgain: func(cost string) string { return "为字幕重新合成一次，" + cost },
	another:     tts.Said{What: "还在为字幕合成另一条录音", Cure: "等它完成，或关闭这里再按 esc 停止"},
	speaking:    "为字幕重新合成中…",
	writing:     func(file string) string { return "正在写入 " + file + "…" },
	wrote:       func(file, what string) string { return "已写入 " + file + "：" + what },
	came: func(takes int) string {
		return fmt.Sprintf("在别处生成了 %d 条录音：已列在录音里", takes)
	},
	news:   func(takes int) string { return fmt.Sprintf("%d 条新录音", takes) },
	noNews: "没有在别处生成的录音",
	day: func(ago int, day time.Time) string {
		switch {
		case ago == 0:
			return "今天"
		case ago == 1:
			return "昨天"
		case ago > 1 && ago < 7:
			return [...]string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"}[day.Weekday()]
		}
		return day.Format("2006 年 1 月 2 日")
	},
	copied: func(take, path string) string { return "已复制 " + take + " 的路径：" + path },
}

var chineseCompare = compareWords{
	title:     "对比",
	switches:  "切换，位置不变",
	switchKey: "x{compare-letter}", takeKey: "r{restore-take}", voteKey: "v{vote-take}",
	takes:  func(side string) string { return "采用正在播放的 " + side },
	host:   "服务商",
	words:  "文字",
	levels: "电平",
	unset:  "–",
	marked: func(take, side string) string {
		return take + " 标为 " + side + "；x{compare-letter} 在 A 和 B 之间切换"
	},
	markedFirst: func(take, side string) string {
		return take + " 标为 " + side + "；再标另一条，然后按 x{compare-letter} 切换"
	},
	rest:     "其余都相同",
	markBoth: "在录音里用 a{mark-a} 和 b{mark-b} 标两条；然后按 x{compare-letter} 切换",
	markA:    "在录音里用 a{mark-a} 标另一条",
	markB:    "在录音里用 b{mark-b} 标另一条",
	voted: func(take string) string {
		return "已投给 " + take + "，并加星标；r{restore-take} 恢复它的设置"
	},
	votedBefore: func(take string) string { return take + " 已有星标" },
	hearFirst:   "先按 x{compare-letter} 在 A 和 B 之间切换；再按 v{vote-take} 投给正在播放的",
	votes:       func(side string) string { return "投给正在播放的 " + side },
	same:        "没有差别",
	sideB:       "B：",
	alike:       "与 A 几乎听不出差别",
}
