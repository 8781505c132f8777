package plain

import (
	"strings"

	"voicestudio/tts"
)

var marksChinese = markWords{
	after: "after behind 在", pause: "pause 停顿", fine: "文本中的标记没有问题",
	seconds: func(n string) string { return n + " 秒停顿" },
	put:     func(mark, behind string) string { return mark + " 已放在后面：" + behind },
	at: func(mark, behind string) string {
		if behind == "" {
			return mark + " 在开头"
		}
		return mark + " 在后面：" + behind
	},
	sounds:  func(tags []string) string { return "可用的声音：" + strings.Join(tags, "、") },
	form:    tts.Said{What: "insert 需要停顿的秒数或声音的名字", Cure: "请写 insert 0.5 after 大家好，或 insert laughs"},
	noPause: tts.Said{What: "停顿为 0.01 到 99.99 秒"},
	requestForm: func(languages []string) tts.Said {
		return tts.Said{What: "request 可以加 " + strings.Join(languages, "、") + "、服务商和文件", Cure: "请写 request python call.py"}
	},
}
