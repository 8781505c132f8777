package lines

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

var chineseTakes = takeWords{
	takesOf:    func(line int) string { return fmt.Sprintf("第 %d 行的录音", line) },
	otherWords: "文字不同",
	madeAt:     func(host string) string { return host + " 合成" },
	had: func(name, value string) string {
		if value == "" {
			return "无" + name
		}
		return name + " " + value
	},
	sameAgain:   "同样设置再来一条",
	asWanted:    "符合现在的设置",
	more:        func(n int) string { return fmt.Sprintf(" +%d", n) },
	made:        func(when, how string) string { return "合成于 " + when + "：" + how },
	soundsAlike: "听起来和整篇所用的一样",
	besideWhole: func(how string) string { return "与整篇所用的相比：" + how },
	isInWhole:   func(take int) string { return fmt.Sprintf("整篇现在用第 %d 条录音", take) },
	oneTake:     "这些文字只有一条录音：alt+r 再合成一条",
	takeLabel:   func(take int, how string) string { return fmt.Sprintf("录音 %d：%s", take, how) },
	benchOf:     func(line int, when string) string { return fmt.Sprintf("第 %d 行，%s", line, when) },
	benchKeys:   "这些是这一行的录音：数字键切换，esc 回到逐行",
	takeKeys:    []paint.Phrase{{Full: "s{line-take-choose} 用进整篇 ★", Short: "s{line-take-choose} 用进整篇"}, {Full: "alt+r 再合成一条", Short: "alt+r 再合成"}, {Full: "c{line-takes-compare} 对比", Short: "c{line-takes-compare} 对比"}},
}

var chineseSettings = settingWords{
	settingsOf:     func(line int) string { return fmt.Sprintf("第 %d 行的设置", line) },
	nothingDiffers: "这一行与其他行设置相同：o{setting-only} 只改这一行的设置。",
	differ:         func(n int) string { return fmt.Sprintf("%d 项不同", n) },
	ofLine:         "这一行",
	ofAll:          "所有行",
	notSet:         "–",
	sounds:         func(how string) string { return "≈ " + how },
	sinceTake:      func(changes string) string { return "录音之后改了：" + changes },
	settingKeys:    []paint.Phrase{{Full: "o{setting-only} 只改这一行"}, {Full: "backspace{setting-as-all} 与所有行相同", Short: "backspace{setting-as-all} 同所有行"}},
}

var chineseWhole = wholeWords{
	wholeNames: [wholeRows]string{"行间", "段间", "首尾", "响度", "文件", "字幕", "逐行文件"},
	wholeDeeds: [wholeRows]string{"行间停顿", "段间停顿", "首尾静音", "整篇的响度", "整篇的文件", "随整篇的字幕", "逐行文件的命名"},
	wholeHints: [wholeRows]string{
		betweenLines: "每行后面静音的秒数，0 到 99.99", betweenParagraphs: "每段后面静音的秒数，0 到 99.99",
		wholeEnds:   "录音首尾的静音，去掉或保留",
		wholeLevels: "整篇的 LUFS，−30 到 −9（播客 −16，广播 −23）；0 为保持原样",
		wholeFile:   "扩展名决定格式：wav、flac 或 mp3",
		wholeTitles: "和整篇放在一起的字幕文件",
		wholeNames:  "{n} 是行号，{text} 是开头的字，{script} 是标题，{voice} 是音色，{id} 是该行的 ID；扩展名决定格式",
	},
	wholeKeys: []paint.Phrase{{Full: "e{whole-export} 导出"}, {Full: "E{whole-export-lines} 每行一个文件", Short: "E{whole-export-lines} 逐行"}, {Full: "←{whole-less}→{whole-more} 调整", Short: "←{whole-less}→{whole-more}"}, {Full: "backspace{whole-usual} 默认"}},
	sum: func(d time.Duration, all bool) string {
		if all {
			return session.Clock(d)
		}
		return "目前 " + session.Clock(d)
	},
	seconds:  func(s float64) string { return fmt.Sprintf("%.2f 秒", s) },
	trimmed:  "去掉静音",
	asSpoken: "保留原样",
	levels: func(lufs float64) string {
		return strings.Replace(strconv.FormatFloat(lufs, 'f', -1, 64), "-", "−", 1) + " LUFS"
	},
	peaks:        "峰值低于 −1 dB",
	asTheyAre:    "保持原样",
	noTitles:     "无",
	titlesBeside: func(form string) string { return "附 " + form },
	standOut: func(lines []int) string {
		const most = 5
		var all []string
		for _, n := range lines[:min(len(lines), most)] {
			all = append(all, strconv.Itoa(n))
		}
		said := "第 " + strings.Join(all, "、")
		if len(lines) > most {
			said += fmt.Sprintf(" 等 %d", len(lines))
		}
		return said + " 行听起来与其余不同"
	},
	usualAlready: "已是默认值",
	noSeconds:    "请写 0 到 99.99 的秒数，例如 0.4",
	noLevel:      "请写 −30 到 −9 的 LUFS 值，或写 0 保持原样",
	lacks: func(missing, words, settings, elsewhere int) string {
		var said []string
		add := func(n int, what string) {
			if n > 0 {
				said = append(said, fmt.Sprintf("%d 行%s", n, what))
			}
		}
		add(missing, "未合成")
		add(words, "文字已改")
		add(settings, "设置已改")
		add(elsewhere, "由别处合成")
		return strings.Join(said, "，")
	},
}

var chineseExport = exportWords{
	script:       "稿子",
	exportTitle:  "导出整篇",
	linesTitle:   "每行一个文件",
	wholeHint:    "扩展名决定格式：wav、flac 或 mp3；tab{complete-path} 补全",
	entersExport: "enter{accept} 导出；扩展名决定格式：wav、flac 或 mp3",
	exportsSome:  func(lacks string) string { return lacks + "：enter{accept} 导出已有的部分" },
	noFile:       "请写出文件位置",
	otherEnding:  func(forms []string) string { return "扩展名应为 " + strings.Join(forms, "、") + " 之一" },
	noFolder:     func(folder string) string { return "没有文件夹 " + folder },
	isThere: func(files int, first string) string {
		if files == 1 {
			return first + " 已存在：enter{accept} 覆盖"
		}
		return fmt.Sprintf("%s 等 %d 个文件已存在：enter{accept} 覆盖", first, files)
	},
	writing:       func(what string) string { return "正在写入 " + what },
	writesAlready: "正在导出：esc 停止",
	nothingMade:   "还没有合成任何一行：ctrl+r 合成",
	withTitles:    func(file, titles string) string { return file + " 和 " + titles },
	wrote:         func(what, how string) string { return "已写入 " + what + "：" + how },
	butNotes:      func(said string, notes []string) string { return said + "；" + strings.Join(notes, "；") },
	allLines:      "每行一个文件",
	linesIn:       func(files int, folder string) string { return fmt.Sprintf("%s 中的 %d 个文件", folder, files) },
	wereThere:     func(files int) string { return fmt.Sprintf("%d 个原来就有，内容相同", files) },
}

var chineseQueue = queueWords{
	queueBadge: func(n [doubted + 1]int) (said []paint.Phrase) {
		for i, what := range []string{"合成中", "等待", "卡住", "待确认"} {
			if n[i] > 0 {
				said = append(said, paint.Phrase{Full: strconv.Itoa(n[i]) + " " + what})
			}
		}
		return said
	},
	emptyQueue: func(lines bool) string {
		if !lines {
			return "还没有行：先写稿子（g s{go-script}）。"
		}
		return "现在没有合成任务，也没有卡住的行：ctrl+r 合成缺少或有改动的行。"
	},
	speaking: "合成中",
	turn: func(nth int) string {
		switch nth {
		case 0:
			return "下一个"
		case 1:
			return "再下一个"
		}
		return strconv.Itoa(nth + 1)
	},
	queueBill: func(characters int, price string, perMinute int) string {
		said := fmt.Sprintf("%d 字符，%s", characters, price)
		if perMinute > 0 {
			said += fmt.Sprintf("；每分钟最多 %d 次", perMinute)
		}
		return said
	},
	dueBill: func(lines, characters int, price string) string {
		return fmt.Sprintf("%d 行待合成：%d 字符，%s；ctrl+r 合成", lines, characters, price)
	},
	stopsKey:   paint.Phrase{Full: "esc 做完这一行后停止", Short: "esc 停止"},
	lineKey:    paint.Phrase{Full: "enter{queue-cure} 改正，或跳到该行", Short: "enter{queue-cure} 到该行"},
	dropKey:    paint.Phrase{Full: "delete{queue-drop} 移出队列", Short: "delete{queue-drop}"},
	notWaiting: "只能移出正在等待的行",
	dropped:    func(line int) string { return fmt.Sprintf("第 %d 行已移出队列", line) },
	dividesIt:  "enter{queue-cure} 拆分",
	writes:     func(marks []string) string { return "enter{queue-cure} 改为 " + strings.Join(marks, "、") },
	mendedLine: func(line int) string { return fmt.Sprintf("第 %d 行已改正：ctrl+r 合成", line) },
}
