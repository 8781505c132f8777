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
		noConfig: func(why string) tts.Said {
			return tts.Said{What: "无法创建配置文件：" + why, Cure: "把 HOME 或 XDG_CONFIG_HOME 设为自己的文件夹"}
		},
	},

	settings: chineseSettings,
	file:     chineseFile,
}

var chineseSettings = settingsWords{
	unreadable: func(why string) tts.Said { return tts.Said{What: "无法读取：" + why, Cure: "让它可读"} },
	notJSON: func(why string) tts.Said {
		return tts.Said{What: "不是 JSON：" + why, Cure: "改正它，或把文件移走"}
	},
	openComment: tts.Said{What: "注释从这里开始，却没有结束", Cure: "用 */ 结束它，或在每一行前写 //"},
	noGroup:     tts.Said{What: "设置不在一个组里", Cure: "文件以 { 开头，以 } 结尾"},
	bom:         tts.Said{What: "文件以字节顺序标记（BOM）开头，其他程序可能会出错", Cure: "存为不带 BOM 的 UTF-8"},
	noHost: func(name string, hosts []string) tts.Said {
		return tts.Said{What: "没有服务商 " + name, Cure: "可选：" + strings.Join(hosts, "、")}
	},
	noRate: func(path string, requests int) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s：每分钟不可能有 %d 次请求", path, requests), Cure: "写 1 或更大的数，或删掉它"}
	},
	noCap: tts.Said{What: "spend_cap 不是金额", Cure: `写成 {"amount": 1.50, "currency": "USD"}；服务商以 USD 或 CNY 计价`},
	notOneOf: func(path, value string, values []string) tts.Said {
		return tts.Said{What: path + " 是 " + value + "，不在可选值之中", Cure: "可写：" + strings.Join(values, "、")}
	},
	twice: func(path string, line int) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s 在第 %d 行已经写过，只有这一个有效", path, line), Cure: "删掉其中一个"}
	},
	unknown: func(path, meant string) tts.Said {
		said := tts.Said{What: path + " 在这个版本里没有意义", Cure: "删掉它"}
		if meant != "" {
			said.Cure = "是不是 " + meant + "？"
		}
		return said
	},
	apiKey: func(path string, variables []string) tts.Said {
		return tts.Said{What: path + " 不会被读取；API 密钥应放在环境变量里，不应写进文件",
			Cure: "删掉它，并设置其中之一：" + strings.Join(variables, "、")}
	},
	line: func(n int, what string) string { return fmt.Sprintf("第 %d 行：%s", n, what) },
	notOfKind: func(path string, kind byte) tts.Said {
		kinds := map[byte]string{'"': "文字", '1': "整数", '0': "不带引号的数", 't': "不带引号的 true 或 false", '{': "组", '[': "文字的列表"}
		forms := map[byte]string{'"': `"…"`, '1': "10", '0': "1.50", 't': "true 或 false", '{': `{"name": …}`, '[': `["f5", "ctrl+r"]`}
		return tts.Said{What: path + " 不是" + kinds[kind], Cure: "写成 " + forms[kind]}
	},
	dashScopeEnds: func(address string) tts.Said {
		return tts.Said{What: "DashScope 的地址以 /api/v1 结尾，而这里是 " + address, Cure: "写 https://dashscope.aliyuncs.com/api/v1，或删掉它"}
	},
	onlyOrigin: func(address string) tts.Said {
		return tts.Said{What: address + " 里有语音接口的路径，而它会自动加上", Cure: "只写它前面的部分，如 https://api.minimax.io"}
	},
	relative: func(dir string) tts.Said {
		return tts.Said{What: "在不同的地方启动程序，文件夹 " + dir + " 就不是同一个", Cure: "以 / 或 ~/ 开头"}
	},
	noFolder: func(dir string) tts.Said {
		return tts.Said{What: "没有文件夹 " + dir, Cure: "把团队的预设克隆到那里，或改正路径"}
	},
	notFolder: func(dir string) tts.Said {
		return tts.Said{What: dir + " 是文件", Cure: "写它所在的文件夹"}
	},
}

var chineseFile = fileWords{
	head: []string{
		"voicestudio 的设置。这里的一切都可以省略。",
		"以 // 开头的行不会被读取：去掉 // 就启用该设置。",
		"voicestudio config check 指出这里的错误，voicestudio config show 显示生效的值。",
		"API 密钥不应写在这里；它们从环境变量读取。",
	},
	settings: map[string][]string{
		"host":             {"启动时没有指明时，由哪个服务商合成。"},
		"lang":             {"程序的语言。没有它时用系统的语言。"},
		"theme":            {"颜色：light 浅色，dark 深色，contrast 对比最强，terminal 用终端自己的颜色；auto 看终端的背景。"},
		"ascii":            {"只用普通字符绘制：没有线条和方块。"},
		"motion":           {"屏幕上的动态；reduced 时，不说明任何事情的都不动。"},
		"warm":             {"合成之前就与服务商建立连接，第一段音频来得更快。不收费。"},
		"spend_cap":        {"一次会话最多花多少钱，超过前会询问。没有它就从不询问。", "currency 是 USD 或 CNY，与服务商的计价一致。"},
		"hosts":            {"每个服务商的用法："},
		"hosts.*.base_url": {"另一个地址；DashScope 的以 /api/v1 结尾，其他的只写开头，如 https://api.minimax.io"},
		"hosts.*.group_id": {"旧 MiniMax 账号的组"},
		"hosts.*.rpm":      {"任意一分钟内最多的请求数；没有它时按服务商公布的"},
		"teams":            {"团队共用的预设文件夹，每个都可以是 git 检出：名称和位置。"},
		"keys":             {"自己的按键，代替命令原来的按键。[] 去掉一个命令的所有按键；它仍在命令列表里。"},
	},
	values: func(values []string, usual string) string {
		said := "可选：" + strings.Join(values, "、")
		if usual != "" {
			said += "；没有它时是 " + usual
		}
		return said + "。"
	},
	commands: []string{
		"按键写成 f5、ctrl+r、alt+x、shift+tab、space，或它打出的字母。",
		"在输入文字的地方，字母就是文字：在那里起作用的命令需要 ctrl、alt 或功能键。",
		"这是全部命令、它们起作用的地方和原来的按键：",
	},
	command: func(title, where string) string { return title + "，" + where },
}
