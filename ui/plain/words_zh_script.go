package plain

import (
	"fmt"

	"voicestudio/tts"
)

var scriptChinese = scriptWords{
	to: "to until 到", usual: "usual off 默认", lineNames: "between lines pause 行间", paragraphNames: "paragraphs paragraph 段间", trimNames: "trim 修剪", loudnessNames: "loudness 响度", subtitleNames: "subtitles 字幕",
	hint:      "输入编号试听一行，line 加编号说明这一行；help lines 说明其余",
	paragraph: "段落开始", otherWords: "文字已改", otherSettings: "设置已改", elsewhere: "来自别的服务商", allMade: "各行都已合成", chosen: "用于全文",
	joining: "合并各行", dividing: "拆分各行", removing: "去掉一行", paragraphs: "段落", resetting: "这一行自己的设置", inserting: "加一行", moving: "移动一行",
	pausing: "停顿", wholeDeed: "各行如何成为全文", beginning: "新的脚本", empty: "没有文字", noneLeft: "已没有行", noRemarks: "没有听起来与众不同的行",
	another:   "另一个程序正在使用这份脚本；这里改用自己的文件",
	wholeHint: "请写 lines whole 加 between、paragraphs、trim、loudness 或 subtitles 和值",
	notRead:   func(why string) string { return "无法读取上次的脚本：" + why },
	notKept:   func(why string) string { return "无法保存脚本：" + why },
	due: func(n int, price string) string {
		return fmt.Sprintf("%d 行待合成，%s；lines make 合成", n, price)
	},
	price: func(n, characters int, price string) string {
		return fmt.Sprintf("要合成 %d 行，%d 个字符，%s；yes 或 no", n, characters, price)
	},
	line:      func(n, of int) string { return fmt.Sprintf("第 %d 行，共 %d 行", n, of) },
	name:      func(n int) string { return fmt.Sprintf("第 %d 行", n) },
	from:      func(n int) string { return fmt.Sprintf("从第 %d 行起", n) },
	onlyHere:  func(n int) string { return fmt.Sprintf("只对第 %d 行；line %d reset 恢复与全部相同", n, n) },
	making:    func(n int) string { return fmt.Sprintf("正在合成 %d 行", n) },
	wait:      func(n int) string { return fmt.Sprintf("%d 行在等待；lines make 继续", n) },
	takes:     func(n int) string { return fmt.Sprintf("%d 段录音", n) },
	leftOut:   func(n int) string { return fmt.Sprintf("%d 行尚未合成，略过", n) },
	count:     func(n int) string { return fmt.Sprintf("%d 行", n) },
	takesHint: func(n int) string { return fmt.Sprintf("输入编号试听；line %d choose 加编号用于全文", n) },
	progress:  func(n, of int) string { return fmt.Sprintf("已合成 %d / %d 行", n, of) },
	isChosen:  func(n, line int) string { return fmt.Sprintf("第 %d 行的录音 %d 用于全文", line, n) },
	inList:    func(n, made int) string { return fmt.Sprintf("%d 行，已合成 %d", n, made) },
	choosing:  func(n int) string { return fmt.Sprintf("第 %d 行的录音", n) },
	own: func(name, here, all string) string {
		switch {
		case here == "":
			return name + " 这一行没有设置；全部为 " + all
		case all == "":
			return name + " 只有这一行为 " + here
		}
		return name + " 这一行为 " + here + "；全部为 " + all
	},
	righting: func(word string) string { return "改正 " + word },
	saidAs:   func(word, by string, n int) string { return fmt.Sprintf("%s 在 %d 行中读作 %s", word, n, by) },
	written: func(word, by string, n int) string {
		if by == "" {
			return fmt.Sprintf("已从 %d 行中去掉 %s", n, word)
		}
		return fmt.Sprintf("%d 行中的 %s 已改为 %s", n, word, by)
	},
	anew: func(n int, price string) string {
		return fmt.Sprintf("%d 段录音要重新合成，%s；lines make 合成", n, price)
	},
	since: func(said string) string { return "录音之后改了：" + said },
	pause: func(seconds float64, own bool) string {
		said := fmt.Sprintf("后面停顿 %.2f 秒", seconds)
		if !own {
			said += "，默认"
		}
		return said
	},
	at:                func(n int, said string) string { return fmt.Sprintf("第 %d 行：%s", n, said) },
	between:           func(x float64) string { return fmt.Sprintf("行间 %.2f 秒", x) },
	betweenParagraphs: func(x float64) string { return fmt.Sprintf("段间 %.2f 秒", x) },
	loudness: func(x float64) string {
		if x == 0 {
			return "响度保持原样"
		}
		return fmt.Sprintf("响度负 %g LUFS", -x)
	},
	trim: func(on bool) string {
		if on {
			return "修剪录音两端的静音"
		}
		return "保留录音两端的静音"
	},
	subtitles: func(form string) string {
		if form == "" {
			return "不写字幕"
		}
		return "同时写字幕，格式 " + form
	},
	reading: func(name string) string { return "读取 " + name },
	titles:  func(file string) string { return "已写入字幕 " + file },
	read:    func(name string, n int) string { return fmt.Sprintf("已读取 %s，%d 行", name, n) },
	filed:   func(n int, folder string) string { return fmt.Sprintf("已在 %s 写入 %d 个文件", folder, n) },
	replace: func(n int, folder string) string {
		return fmt.Sprintf("%s 中已有 %d 个同名文件；yes 替换，no 保留", folder, n)
	},
	none:        tts.Said{What: "还没有行", Cure: "lines read 加文件读取，text 和 type 写入"},
	which:       tts.Said{What: "没有说明是哪一行", Cure: "请写编号；lines 列出"},
	noneMade:    tts.Said{What: "还没有合成任何一行", Cure: "lines make 合成"},
	noJoin:      tts.Said{What: "后面没有可以合并的行"},
	noDivide:    tts.Said{What: "其中只有一个句子"},
	noParagraph: tts.Said{What: "第一行总是段落的开始"},
	notOwn:      tts.Said{What: "已经与全部相同"},
	moveForm:    tts.Said{What: "move 需要目标编号", Cure: "请写 line 5 move to 2"},
	noPause:     tts.Said{What: "后面没有别的行"},
	pauseForm:   tts.Said{What: "停顿是秒数", Cure: "请写 line 2 pause 0.8，或 line 2 pause usual"},
	wholeForm:   tts.Said{What: "不能这样设置", Cure: "请写 lines whole between 0.3、paragraphs 0.8、trim on 或 off、loudness -16 或 off、subtitles srt、vtt 或 off"},
	readForm:    tts.Said{What: "需要一个文件", Cure: "请写 lines read chapter.txt"},
	exportForm:  tts.Said{What: "需要一个文件", Cure: "请写 lines export chapter.wav"},
	filesForm:   tts.Said{What: "需要一个文件夹", Cure: "请写 lines files 文件夹，或 文件夹/{n}-{text}.wav"},
	noOthers:    tts.Said{What: "没有别的脚本", Cure: "lines new 开始新的"},
	noneHas: func(words string) tts.Said {
		return tts.Said{What: fmt.Sprintf("没有符合 %q 的行", words), Cure: "lines 列出全部"}
	},
	notOfLine: func(name string) tts.Said {
		return tts.Said{What: name + " 不是针对一行的", Cure: "help line 有说明"}
	},
	out: func(n, of int) tts.Said {
		return tts.Said{What: fmt.Sprintf("没有第 %d 行", n), Cure: fmt.Sprintf("请选 1 到 %d", of)}
	},
	chooseForm: func(n, of int) tts.Said {
		return tts.Said{What: fmt.Sprintf("第 %d 行有 %d 段录音", n, of), Cure: fmt.Sprintf("请写 line %d choose 加编号；line %d takes 列出", n, n)}
	},
	noTake: func(n int) tts.Said {
		return tts.Said{What: fmt.Sprintf("第 %d 行尚未合成", n), Cure: fmt.Sprintf("line %d again 合成", n)}
	},
}

var helpScriptChinese = map[string]about{
	"lines":           {"[词]", "把文本列为各行，每行单独合成，有自己的录音；输入编号试听。"},
	"lines make":      {"[编号]", "合成缺少或已改的行；先说价格。编号例如 3 5 或 3 to 7。"},
	"lines play":      {"[编号]", "从某一行起连续播放。"},
	"lines read":      {"文件", "读取文本、Markdown、字幕、表格或脚本；undo 取回原来的。"},
	"lines export":    {"文件", "把全文写成一个声音文件：.wav、.flac、.mp3。"},
	"lines files":     {"文件夹，或 文件夹/{n}-{text}.wav", "每行写成一个文件。"},
	"lines whole":     {"[between、paragraphs、trim、loudness 或 subtitles，加值]", "各行如何成为全文：列出或设置。"},
	"lines pronounce": {"词 as 读法", "在所有行中指定读法，并说明哪些录音因此要重做。"},
	"lines replace":   {"原文 with 新文", "在所有行中替换一个词。"},
	"lines sentences": {"", "每个句子成为一行。"},
	"lines remarks":   {"", "哪些行听起来与众不同。"},
	"lines open":      {"", "列出其他脚本；输入编号打开。"},
	"lines new":       {"", "开始空的脚本；现在的已保存。"},

	"line":           {"编号 [设置 值]", "说明一行，或只为它设置：line 3 speed 1.2、line 3 voice Wise_Woman、line 3 text 新的文字。不写编号则是正在播放的那一行。"},
	"line play":      {"编号", "单独试听。"},
	"line again":     {"编号", "再录一遍并试听。"},
	"line takes":     {"编号", "列出它的录音，最早的在前。"},
	"line choose":    {"编号 录音", "把它的一段录音用于全文。"},
	"line reset":     {"编号", "恢复与全部相同的设置。"},
	"line pause":     {"编号 秒，或 usual", "它后面的停顿。"},
	"line paragraph": {"编号", "从它开始新段落，或接上一段。"},
	"line add":       {"编号 文字", "在它后面加一行。"},
	"line join":      {"编号", "与下一行合并。"},
	"line divide":    {"编号", "每个句子成为一行。"},
	"line move":      {"编号 to 编号", "移到另一行的位置。"},
	"line delete":    {"编号", "去掉；录音仍在磁盘上，undo 取回。"},
}
