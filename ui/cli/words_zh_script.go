package cli

import (
	"fmt"
	"strconv"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/narration"
)

// linesIn names lines by their numbers: 第 3、7 行.
func linesIn(at []int) string {
	const most = 8
	named := make([]string, 0, most)
	for _, n := range at[:min(len(at), most)] {
		named = append(named, strconv.Itoa(n))
	}
	said := "第 " + strings.Join(named, "、")
	if len(at) > most {
		return fmt.Sprintf("%s 等 %d 行", said, len(at))
	}
	return said + " 行"
}

var chineseScript = scriptWords{
	noPlace: func(why string) tts.Said {
		return tts.Said{What: "没有放稿子的位置：" + why, Cure: "请设置 HOME 或 XDG_STATE_HOME"}
	},
	none: func(name string) tts.Said {
		return tts.Said{What: "没有稿子 " + name, Cure: "请写以 .json 结尾的文件，或 voicestudio script list 列出的稿子"}
	},
	isOne: func(name string) tts.Said {
		return tts.Said{What: name + " 可能已经是稿子", Cure: "请看 voicestudio script show，或用 --format 说明内容"}
	},
	ending: func(name string) tts.Said {
		return tts.Said{What: name + " 不以 .json 结尾，而逐行稿子的文件是这样", Cure: "请换成这样的名字"}
	},
	noFormat: func(said string, all []string) tts.Said {
		return tts.Said{What: "不能用 " + said + " 生成稿子", Cure: anyOf(all)}
	},
	sayFormat: func(all []string) tts.Said {
		return tts.Said{What: "标准输入没有名字，看不出内容", Cure: anyOf(all)}
	},
	tooLarge: func(name string, megabytes int) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s 超过 %d MB", name, megabytes), Cure: "请分几次导入"}
	},
	imported: func(id, file string, asFile bool, lines int) string {
		if asFile {
			return fmt.Sprintf("%s：%d 行", file, lines)
		}
		return fmt.Sprintf("%s：%d 行，保存为 %s", id, lines, file)
	},
	columns:     []string{"id", "改动", "已合成", "稿子"},
	lineColumns: []string{"", "状态", "时长", "录音", "文本"},
	made:        func(made, lines int) string { return fmt.Sprintf("%d/%d 行", made, lines) },
	titled: func(name, begins string) string {
		return strings.TrimPrefix(strings.TrimSuffix(name+" · "+begins, " · "), " · ")
	},
	noneKept: "没有稿子；script import 可以新建",
	states: map[narration.State]string{
		narration.Missing: "未合成", narration.Current: "已合成", narration.Words: "文字改过", narration.Settings: "设置改过",
		narration.Elsewhere: "属于其他服务商", narration.Refused: "被拒绝",
	},
	noLine: tts.Said{What: "稿子没有行", Cure: "请写几行，或用 voicestudio script import 从文本生成"},
	divides: func(most int) string {
		return fmt.Sprintf("请分开；voicestudio script import 会这样做，每行不超过 %d 字符", most)
	},
	noLines: func(said string) tts.Said {
		return tts.Said{What: said + " 不是行号", Cure: "请写成 3,7-9"}
	},
	outOfRange: func(said string, lines int) tts.Said {
		return tts.Said{What: fmt.Sprintf("没有第 %s 行", said), Cure: fmt.Sprintf("稿子有 %d 行", lines)}
	},
	waits: "另一个 voicestudio 正在合成这份稿子；等它结束",
	linesOf: func(at []int, all int) string {
		if len(at) == all && all > 1 {
			return "所有行："
		}
		return linesIn(at) + "："
	},
	lines: func(lines int) string { return fmt.Sprintf("%d 行", lines) },
	there: func(lines int) string { return fmt.Sprintf("%d 行已合成", lines) },
	free: func(lines int) string {
		return fmt.Sprintf("%d 行与别的行一样，免费", lines)
	},
	halted: func(lines int) string {
		return fmt.Sprintf("另有 %d 行没有发送：会遇到同样的问题", lines)
	},
	stopping: func(spoken, left int) string {
		return fmt.Sprintf("正在合成的 %d 行会做完，%d 行不再发送；再按 ctrl+c 立即结束", spoken, left)
	},
	onDisk: "已合成的都在录音里，会被找到，不会再付费",
	ended: func(t narratedTotal) string {
		said := chineseMade.of(chineseMade.lines(t.Made), append([]string{fmt.Sprintf("其中 %d 行来自本机", t.Cached), fmt.Sprintf("%d 行原本就有", t.There), fmt.Sprintf("%d 行失败", t.Failed)}, chineseMade.costs(t.Price, t.Unpriced)...))
		if len(t.Missing) > 0 {
			said += "；还缺" + linesIn(t.Missing) + "：再运行一次"
		}
		return said
	},
	noSound: func(name string) tts.Said {
		return tts.Said{What: name + " 的扩展名不是整篇可以写成的声音格式", Cure: "可选：.wav、.flac、.mp3"}
	},
	othersMissing: func(lines []int) tts.Said {
		return tts.Said{What: "整篇还需要" + linesIn(lines), Cure: "请去掉 --lines，或不用它们也写：--partial"}
	},
	noWhole: func(missing []int) string {
		return "没有写整篇：缺" + linesIn(missing) + "；--partial 用现有的行来写"
	},
	files: func(files int) string { return fmt.Sprintf("%d 个文件", files) },
}

var chineseScriptHelp = struct{ script, into, list, show help }{
	script: help{
		short: "管理逐行稿子，每行有自己的录音",
		long:  "管理逐行稿子，每行有自己的录音。稿子是 JSON 文件；工作室保存自己的稿子，render 不用界面也能合成任何一份。SCRIPT 是文件（带 / 或以 .json 结尾），或工作室某份稿子的 ID。",
		example: `  voicestudio script import chapter.md --out chapter.json --preset Storyteller
  voicestudio script show chapter.json
  voicestudio render chapter.json --out chapter.wav`,
	},
	into: help{
		takes: "FILE|-",
		short: "从文本、Markdown、字幕或表格生成稿子",
		long: "从文件生成稿子：纯文本每段一行，Markdown 去掉标记后同样，SRT 和 WebVTT 每条字幕一行，CSV 和 TSV 取 text 列（以及以秒为单位的 pause 列）每行一行。UTF-8，或带标记的 UTF-16。超过服务商长度的会在句子之间分开。\n\n" +
			"不写 --out 时，稿子归工作室，并输出它的 ID。用 --replace 时，已有的稿子改成新文本：仍在其中的行保留录音和设置。",
		example: `  voicestudio script import chapter.md --out chapter.json
  voicestudio script import --format txt - < chapter.txt`,
	},
	list: help{
		short:   "列出工作室的稿子，最近改动的在前",
		long:    "列出工作室的稿子，最近改动的在前。不是稿子或版本更新的文件，会在标准错误中指出。",
		example: "  voicestudio script list\n  voicestudio script list --json",
	},
	show: help{
		takes:   "SCRIPT",
		short:   "说明稿子各行的状态，还要做什么",
		long:    "说明稿子各行的状态：是否已合成，文字、设置和服务商是否一致，多长，整篇用哪条录音；哪些行听众会觉得异样，合成其余的要花多少。",
		example: "  voicestudio script show chapter.json\n  voicestudio script show --json 3fa9c2d1ab",
	},
}

var chineseScriptFlags = scriptFlagWords{
	scriptFile:  "稿子的 `FILE`，以 .json 结尾（默认归工作室）",
	linesPreset: "所有行的预设：`NAME`，或带 / 或 .json 的文件",
	textFormat: func(all []string) string {
		return "FILE 的格式 `FORMAT`：" + strings.Join(all, "、") + " 之一（默认看扩展名）"
	},
	sentences:      "每句一行",
	replaceScript:  "把已有的稿子改成新文本；各行保留录音",
	wholeFile:      "稿子整篇写入的 `FILE`：.wav、.flac 或 .mp3",
	wholeSubtitles: "整篇字幕写入的 `FILE`：.srt 或 .vtt",
	each:           "每行写成一个文件，按 `PATTERN` 命名，例如 {n}-{text}.wav",
	wholeLoudness:  "整篇的综合响度，单位 `LUFS`，0 为不变（默认按稿子）",
	partial:        "缺行时也用现有的行写出整篇",
	onlyLines:      "只合成这些 `LINES`，例如 3,7-9",
}

const renderLongChinese = "合成稿子的各行，或 CSV 文件的各行。发送之前检查全部，并说明价格。再运行一次只做缺的。用 --dry-run 时字符数和价格是估计。\n\n" +
	"SCRIPT.json 是文件，或工作室某份稿子的 ID。还没有录音、或文字设置已改的行，在 --host 指定的服务商合成，否则用稿子自己的。每条录音一到就存进文件，别的程序期间的改动保留。失败的行会指出，其余继续。--out 把整篇写成 wav、flac 或 mp3，响度和停顿按稿子；不写时用稿子里写的文件。缺行时不写整篇，除非用 --partial。ctrl+c 让正在合成的做完。\n\n" +
	"FILE.csv 的第一行写列名：text、preset、out；以 x_ 开头的列不读。每行写成一个文件。\n\n" +
	"退出码 0：全部完成；否则随最严重的一行。"
