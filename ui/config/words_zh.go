package config

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var chinese = words{
	places: placeWords{
		none: func(why string) tts.Said {
			return tts.Said{What: "没有地方存放草稿和日志：" + why, Cure: "设置 HOME 或 XDG_STATE_HOME"}
		},
		noLog: func(why string) string { return "日志无法写入：" + why },
	},

	settings: settingsWords{
		unreadable: func(why string) tts.Said { return tts.Said{What: why, Cure: "让它可以读取"} },
		notJSON:    func(where string) tts.Said { return tts.Said{What: where, Cure: "改正它，或把文件移走"} },
		noHost: func(name string, hosts []string) tts.Said {
			return tts.Said{What: "没有名为 " + name + " 的服务商", Cure: "可选：" + strings.Join(hosts, "、")}
		},
		noRate: func(key string, requests int) tts.Said {
			return tts.Said{What: fmt.Sprintf("%s：每分钟不能是 %d 次请求", key, requests), Cure: "写 1 或更大的数，或去掉它"}
		},
		noCap: tts.Said{What: "spend_cap 不是金额", Cure: `写成 {"amount": 1.50, "currency": "USD"}；服务商用 USD 或 CNY 计价`},
		notOneOf: func(key, value string, values []string) tts.Said {
			return tts.Said{What: key + " 不能是 " + value, Cure: "可选：" + strings.Join(values, "、")}
		},
		unknown: func(key string) string { return "这个版本不认识 " + key },
		apiKey: func(key string) string {
			return key + " 不会被读取；API 密钥应放在环境变量里，不要写进文件"
		},
		line: func(n int, what string) string { return fmt.Sprintf("第 %d 行：%s", n, what) },
		notOfKind: func(key, kind string) string {
			kinds := map[string]string{"string": "文本", "int": "整数", "float64": "不带引号的数字", "bool": "不带引号的 true 或 false", "map": "一组设置", "struct": "一组设置", "slice": "列表"}
			return key + " 应为" + kinds[kind]
		},
	},
}
