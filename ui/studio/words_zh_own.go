package studio

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var chineseOwn = ownWords{
	empty: func(written string) tts.Said {
		return tts.Said{What: written + " 不是按键", Cure: "写成 f5、ctrl+r、alt+x 或 x；不要按键时写 []"}
	},
	noKey: func(written, meant string) tts.Said {
		said := tts.Said{What: "没有按键 " + written, Cure: "写成 f5、ctrl+r、alt+x、shift+tab、space，或它打出的字母"}
		if meant != "" {
			said.Cure = "是不是 " + meant + "？"
		}
		return said
	},
	shiftSign: func(written string) tts.Said {
		return tts.Said{What: "没有终端会报告 " + written, Cure: "直接写按住 shift 打出的符号，如 ? 或 *"}
	},
	swallowed: func(key, other string) tts.Said {
		return tts.Said{What: "终端把 " + key + " 当作 " + other + " 发送", Cure: "换一个按键"}
	},
	noCommand: func(id, meant string) tts.Said {
		said := tts.Said{What: "没有命令 " + id, Cure: "voicestudio config 打开的文件里列出了全部命令"}
		if meant != "" {
			said.Cure = "是不是 " + meant + "？"
		}
		return said
	},
	meant: func(id string) tts.Said {
		return tts.Said{What: id + " 的按键不能改，因为每个按键的意思都不同", Cure: "删掉这一行"}
	},
	needed: func(command string) tts.Said {
		return tts.Said{What: command + " 没有按键就无法离开", Cure: "给它一个按键，或删掉这一行"}
	},
	typed: func(key, command, where string) tts.Said {
		return tts.Said{What: "在 " + command + " 起作用的地方（" + where + "），" + key + " 是文字", Cure: "用带 ctrl 或 alt 的按键，或功能键"}
	},
	collision: func(key, command, other, where, otherID string, line int) tts.Said {
		what := fmt.Sprintf("%s 也是 %s 的按键（%s", key, other, where)
		if line > 0 {
			what += fmt.Sprintf("，第 %d 行", line)
		}
		what += "）"
		if strings.HasPrefix(otherID, "text-") {
			return tts.Said{What: what, Cure: "给 " + command + " 换一个按键"}
		}
		return tts.Said{What: what, Cure: fmt.Sprintf("给 %s 或 %s（%s）换一个按键", command, other, otherID)}
	},
	keptUsual: func(file string, line int, path, said string) string {
		return fmt.Sprintf("%s 第 %d 行：%s 仍用原来的按键：%s", file, line, path, said)
	},
}

var chineseEditor = editorWords{
	none:      "没有设置编辑器；设置环境变量 VISUAL 或 EDITOR",
	noFile:    func(why string) string { return "编辑器的文件无法使用：" + why },
	failed:    func(why string) string { return "编辑器出错结束（" + why + "）；没有任何改变" },
	kept:      func(why, file string) string { return why + "；写下的内容在 " + file },
	unchanged: "没有任何改变",
	tooMuch:   "超过 4 MB，不是稿子；没有任何改变",
	notUTF8:   "不是 UTF-8，没有任何改变；请存为 UTF-8",
	deed:      "在编辑器里写",
	empty:     "稿子现在是空的；alt+z 恢复",
	settled:   "没有错误；设置从下次启动起生效",
	taken: func(characters int) string {
		return fmt.Sprintf("已从编辑器取回：%d 字符；alt+z 撤销", characters)
	},
	long: func(characters, most int) string {
		return fmt.Sprintf("已从编辑器取回：%d 字符，而服务商一次最多 %d 字符；在文字之外按 g l{go-lines} 逐行合成，alt+z 撤销", characters, most)
	},
	finding: func(file string, line int, said string) string {
		return fmt.Sprintf("%s 第 %d 行：%s", file, line, said)
	},
}
