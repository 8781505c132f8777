package cli

import (
	"fmt"
	"strings"

	"voicestudio/presets/team"
	"voicestudio/tts"
)

const ownCopyChinese = "preset copy 可以复制一份给自己"

var chinesePresets = presetWords{
	columns:   []string{"名称", "文件夹", "标签", "改动"},
	noProject: tts.Said{What: "这里没有项目", Cure: "mkdir -p .voicestudio/presets 可以建立一个"},
	noFolder: func(name string, known []string) tts.Said {
		return tts.Said{What: "没有文件夹 " + name, Cure: anyOf(known) + "，或带 / 的路径"}
	},
	notListed: func(name string) tts.Said {
		return tts.Said{What: name + " 不在列出的文件夹之中", Cure: "请在配置文件的 teams 里写上它"}
	},
	starter: func(name string) tts.Said {
		return tts.Said{What: name + " 是自带的预设，不能更改", Cure: ownCopyChinese}
	},
	readOnly: func(file string) tts.Said {
		return tts.Said{What: "文件 " + file + " 是只读的", Cure: ownCopyChinese}
	},
	readsOnly: func(folder string) string { return strings.TrimPrefix(folder+"，只读", "，") },
	noneFits:  "没有符合的预设；不写词时，preset list 列出全部",

	notCommitted: "未提交",
	changedSince: func(who string) string { return who + "，之后有改动" },
	labels: labelWords{voices: "音色", tags: "标签", sample: "示例文本", heardOn: "听过于", fingerprints: "声音指纹", folder: "文件夹", file: "文件",
		clip: "音频", changed: "最近改动", note: "备注"},

	noEditor: tts.Said{What: "没有设置编辑器", Cure: "请在环境变量中设置 VISUAL 或 EDITOR，或用 --set FIELD=VALUE"},
	editorFailed: func(editor, why string) string {
		return "编辑器 " + editor + " 出错退出（" + why + "），什么也没有保存"
	},
	draftKept:      func(command string) string { return "你写的内容还在：" + command },
	nothingChanged: "没有改动",
	saved:          func(name, file string) string { return "已保存 " + name + "：" + file },
	savedWith: func(name string, changes []string) string {
		return "已保存 " + name + "：" + strings.Join(changes, "，")
	},
	copied:     func(name, file string) string { return "已复制 " + name + "：" + file },
	renamed:    func(from, to, file string) string { return from + " 已改名为 " + to + "：" + file },
	removed:    func(name, dir string) string { return "已从 " + dir + " 删除 " + name },
	toHaveBack: func(command string) string { return "要找回它：" + command },
	notRemoved: func(why string) string { return "什么也没有删除，因为无法先保留一份：" + why },
	imported:   func(dir string) string { return "已导入到 " + dir },
	collides:   "什么也没有导入：--replace 采用文件中的预设，或给自己的改名",
	dryRun:     "什么也没有导入：这只是预演",
	noLanguage: func(name string, all []string) tts.Said {
		return tts.Said{What: "没有 " + name + " 的代码片段", Cure: anyOf(all)}
	},
	snippetOfSandbox: func(variable string) string {
		return "这是给沙盒用的：先运行 voicestudio sandbox，再把 " + variable + " 设为任意一个词"
	},
}

var chineseSync = syncWords{
	noSide: func(name string) tts.Said {
		return tts.Said{What: "没有 " + name + " 这一方", Cure: "请选 mine 或 theirs"}
	},
	noFolder: func(name string) tts.Said {
		return tts.Said{What: "没有文件夹 " + name, Cure: "请把团队的仓库 git clone 到那里"}
	},
	notFolder: func(name string) tts.Said {
		return tts.Said{What: name + " 不是文件夹", Cure: "请写预设所在的文件夹"}
	},
	notCommitted: func(why string) string { return "未提交：" + why },
	committed:    func(names []string) string { return "已提交 " + strings.Join(names, "、") },
	pulled:       func(names []string) string { return "已拉取 " + strings.Join(names, "、") },
	did: func(by string, e team.Edit) string {
		verbs := map[team.Deed]string{team.Added: "添加了", team.Edited: "修改了", team.Renamed: "改名了", team.Deleted: "删除了"}
		if e.Deed == team.Renamed {
			return by + " 把 " + quote(e.Was) + " 改名为 " + quote(e.Name)
		}
		return by + " " + verbs[e.Deed] + " " + quote(e.Name)
	},
	what: func(did string, sentences []string) string { return did + "：" + strings.Join(sentences, "；") },
	retaken: func(host string, gone bool, words []string) string {
		switch {
		case gone:
			return host + " 的声音指纹没有了"
		case len(words) > 0:
			return host + " 的新声音指纹，" + strings.Join(words, "，")
		}
		return host + " 的新声音指纹"
	},
	clip:               "它的音频",
	bothChanged:        func(name, what string) string { return "双方都改了 " + name + "：" + what },
	nothingOverwritten: "两边都没有覆盖：请把字段改成一样，把自己的另存为新名字，或用 --prefer mine、--prefer theirs 选一方",
	pushed:             "已推送",
	nothingNew:         "没有新内容",
	noPresets: func(dir string) string {
		return dir + " 里没有预设；请写预设所在的文件夹"
	},
}

var chineseTakes = takeWords{
	columns: []string{"id", "时间", "服务商", "模型", "时长", "字符", "费用", "", "文本"},
	noPlace: func(why string) tts.Said {
		return tts.Said{What: "没有放录音的位置：" + why, Cure: "请设置 HOME 或 XDG_DATA_HOME"}
	},
	listShows: "voicestudio takes list 列出全部",
	inTrash: func(ids []string) string {
		return fmt.Sprintf("%d 条录音已在回收站；voicestudio takes restore %s 可以找回", len(ids), strings.Join(ids, " "))
	},
	back: func(ids []string) string {
		return fmt.Sprintf("%d 条录音已找回：%s", len(ids), strings.Join(ids, " "))
	},
	notInTrash: tts.Said{What: "这些录音并不都在回收站", Cure: "voicestudio takes list --trash 列出回收站"},
	pruned: func(takes, trash int, freed, left string, dry bool) string {
		verb := "已删除"
		if dry {
			verb = "将删除"
		}
		return fmt.Sprintf("%s %d 条录音，以及回收站中的 %d 条：%s；剩余 %s", verb, takes, trash, freed, left)
	},
	over: func(size string) string {
		return "带星标、备注或标签的，属于某个试听的，或损坏的录音，超出限额 " + size
	},
	noSize: func(said string) tts.Said {
		return tts.Said{What: said + " 不是大小", Cure: "请写成 500MB 或 2GB"}
	},
	unknown:      "?",
	unknownPrice: "未知",
	units: map[string]string{
		"audio_ms":         "毫秒",
		"bytes":            "字节",
		"usage_characters": "字符",
		"first_chunk_ms":   "毫秒",
		"audible_ms":       "毫秒",
		"lookup_ms":        "毫秒",
		"connect_ms":       "毫秒",
		"tls_ms":           "毫秒",
		"first_byte_ms":    "毫秒",
		"subtitles":        "条",
	},
	stillArriving: "true：仍在接收",
	notWhole:      "true：回答没有收全",
	notPlayed: func(format, file string) tts.Said {
		return tts.Said{What: format + " 已保存，但这里无法播放", Cure: "请用其他程序播放文件 " + file + "，或重新合成为 mp3"}
	},
	fileIs: func(file string) string { return "文件是 " + file },
}

var chineseExport = exportWords{
	noSubtitles: func(take string) tts.Said {
		return tts.Said{What: "录音 " + take + " 没有字幕", Cure: "voicestudio say --no-stream --subtitles FILE 可向服务商要字幕"}
	},
	subtitles: "字幕",
	endsFirst: tts.Said{What: "这一段的结尾早于开头", Cure: "请让 --to 晚于 --from"},
	onlySoLong: func(length string) tts.Said {
		return tts.Said{What: "录音只有 " + length, Cure: "请从更早处开始"}
	},
	loudness: func(lufs float64) tts.Said {
		return tts.Said{What: fmt.Sprintf("%v LUFS 超出范围", lufs), Cure: "请在 -70 到 0 之间选，例如 -16"}
	},
	madeOnly: tts.Said{What: "截取片段或改变响度，只能写成 wav 或 flac", Cure: "请用 --format wav 或 flac"},
	noFormat: func(said string) tts.Said {
		return tts.Said{What: "没有格式 " + said, Cure: "可选：wav、flac、original"}
	},
	noTime: func(said string) tts.Said {
		return tts.Said{What: said + " 不是时间", Cure: "请写秒数，例如 1.5，或 1m2s"}
	},
	otherFormat: func(own string, endings []string, wanted string) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s 的录音可以写成%s，不能写成 %s", own, strings.Join(endings, "、"), wanted), Cure: "请换成这样的扩展名，或用 --format"}
	},
	notDecoded: func(format, ending string) tts.Said {
		return tts.Said{What: format + " 已保存，但这里无法解码", Cure: "请按原样导出（--out NAME." + ending + "），再用其他程序转换"}
	},
}

var chineseMeasure = measureWords{
	columns: []string{"", "时长", "音高", "范围", "音节", "停顿", "响度", "峰值", "重心", "斜率", "衰减"},
	none:    "–",
	noFile: func(path string) tts.Said {
		return tts.Said{What: "没有文件 " + path, Cure: "请写文件名，或录音的 id：voicestudio takes list 列出全部"}
	},
	notAFile: func(path string) tts.Said {
		return tts.Said{What: path + " 不是文件", Cure: "请写声音文件"}
	},
	noEnding: func(path string, endings []string) tts.Said {
		return tts.Said{What: path + " 的扩展名看不出声音的格式", Cure: "请用其中之一：" + strings.Join(endings, "、")}
	},
	notDecoded: func(name, format string) tts.Said {
		return tts.Said{What: "无法测量 " + name + "：" + format + " 已保存，但这里无法解码", Cure: "请重新合成为 mp3，或用其他程序转换文件"}
	},
	cannotRead: func(name, why string) string { return "无法读取 " + name + "：" + why },
	damaged:    func(name, why string) string { return name + " 的测量略过了损坏的部分：" + why },
	alike:      "两者几乎听不出区别",
	sounds:     "声音", settings: "设置", words: "词",
	apart: func(ms int64) string {
		if ms < 50 {
			return "时间一致"
		}
		return fmt.Sprintf("最多相差 %.1f 秒", float64(ms)/1000)
	},
}
