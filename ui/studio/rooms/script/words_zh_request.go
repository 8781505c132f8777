package script

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var chineseRequest = requestWords{
	copies: "y{request-copy} 复制",
	lines:  func(from, to, of int) string { return fmt.Sprintf("第 %d–%d 行，共 %d 行", from, to, of) },
	forms:  map[string]string{"json": "JSON", "curl": "curl", "go": "Go", "python": "Python"},
	hostOf: func(n, all int) string { return fmt.Sprintf("%d/%d，←{request-host-back}→{request-host}", n, all) },

	judged: func(effect tts.Effect, problem string) string {
		if effect == tts.Ignored {
			return "不发送：" + problem
		}
		return "会发送，但：" + problem
	},
	sendsNothing: func(why string) string { return "什么都不会发送：" + why },
	asItIs:       func(host string) string { return "全部原样发给 " + host },
	ofSandbox:    "这是本机沙盒的地址，任何密钥都可以",
	spells: func(added, gone []string, speaking string) string {
		switch {
		case len(gone) == 0:
			return "比 " + speaking + " 多了 " + strings.Join(added, "、")
		case len(added) == 0:
			return "比 " + speaking + " 少了 " + strings.Join(gone, "、")
		}
		return "写作 " + strings.Join(added, "、") + "，" + speaking + " 则写作 " + strings.Join(gone, "、")
	},

	copied: func(form, key string) string { return "已复制 " + form + "，" + key },
	keyOf: func(variable string) string {
		if variable == "" {
			return "其中没有密钥"
		}
		return "密钥处写的是 $" + variable
	},
	copiedTrace:  func(id string) string { return "已复制 trace ID " + id },
	copiedAnswer: "已复制这次回应的全部信息",
	noTrace:      "还没有服务商返回过 trace ID",

	answer:     "上次回应",
	noAnswer:   "还没有发过请求；ctrl+r 合成",
	sent:       "发送",
	came:       "到达",
	chunks:     "分块",
	billed:     "计费",
	audio:      "音频",
	trace:      "trace ID",
	requestID:  "请求 ID",
	fromDisk:   func(host string) string { return host + "，这次取自磁盘" },
	firstByte:  func(ms int64) string { return fmt.Sprintf("首字节 %d ms", ms) },
	firstAudio: func(ms int64) string { return fmt.Sprintf("音频 %d ms", ms) },
	firstSound: func(ms int64) string { return fmt.Sprintf("出声 %d ms", ms) },
	ms:         func(ms int64) string { return fmt.Sprintf("%d ms", ms) },
	pace:       func(times float64) string { return fmt.Sprintf("实时的 %.1f 倍", times) },
	count:      func(n int) string { return fmt.Sprintf("%d 块", n) },
	gap:        func(ms, at int64) string { return fmt.Sprintf("最长间隔 %d ms，从 %d ms 处开始", ms, at) },
	characters: func(n int) string { return fmt.Sprintf("%d 字符", n) },
	words:      func(n int) string { return fmt.Sprintf("%d 个词", n) },
	hertz:      func(n int64) string { return fmt.Sprintf("%g kHz", float64(n)/1000) },
	bits:       func(n int64) string { return fmt.Sprintf("%g kbit/s", float64(n)/1000) },
	bytes:      func(n int64) string { return fmt.Sprintf("%d 字节", n) },
	noError:    "还没有出过错",
	errorFree:  "目前没有出错",
	error:      func(at, what string) string { return "上次出错，" + at + "：" + what },
}
