package rooms

import (
	"fmt"
	"time"

	"voicestudio/tts"
)

// Chinese is what the rooms say in Chinese.
var Chinese = words{
	Request: "请求",
	Briefly: func(panel string) string {
		if panel == "混合音色" {
			return "混合"
		}
		return panel
	},
	Panels: [PanelCount]string{"稿子", "音色", "混合音色", "音效", "输出", "发音", "播放", "录音", "试听台", "对决", "听众", "阶梯", "混音板", "调音", "维度", "逐行", "本行录音", "本行设置", "整篇", "队列"},

	Screen: screenWords{
		Themed:      "这套配色用到退出为止；要一直用，请在配置文件中设置 theme",
		StandsStill: "屏幕每秒最多动一次；要一直这样，请在配置文件中设置 motion",
		MovesAgain:  "屏幕恢复动态",
		TooSmall: func(leastW, leastH, w, h int) string {
			return fmt.Sprintf("voicestudio 至少需要 %d×%d，现在是 %d×%d", leastW, leastH, w, h)
		},
		NoPreset:     "未用预设",
		Characters:   func(n int) string { return fmt.Sprintf("≈ %d 字符", n) },
		Free:         "免费",
		PriceUnknown: "价格未知",
		Spent:        func(price string) string { return "已花 " + price },
		SpentOf:      func(spent, cap string) string { return spent + "/" + cap },
		SpentAtLeast: func(price string) string { return "已花 ≥ " + price },
		NoSound:      "无声音",
		Speaker:      "扬声器",
		Muted:        "静音",
		TypedStays:   "esc 关闭；输入的内容会丢失",
		EscStops:     func(waiting string) string { return waiting + " · esc 停止" },
		Warning:      "警告",
		Failure:      "错误",
		Fold:         "esc 收起",
		ToRead:       func(errors int) string { return fmt.Sprintf("✗ %d", errors) },
		Speaking:     "合成中…",
		Lists:        "列表",
		Since: func(what string, d time.Duration) string {
			if d < time.Second {
				return what
			}
			return fmt.Sprintf("%s · %d 秒", what, int(d.Seconds()))
		},
		copiedMessage: "已复制到剪贴板，有 trace id 的连同 trace id",
		preparing:     func(host string) string { return "正在准备 " + host },
		listing:       "正在查询账号自己的音色",
		Writing:       "正在写入预设",
		Reading:       func(file string) string { return "正在读取 " + file },
		Opening:       func(take string) string { return "正在打开 " + take },
		Help:          "帮助",
		Palette:       "命令",
		PaletteHint:   "enter{accept} 执行",
		Keys:          "所有按键",
		KeysHint:      "• 没听过  * 不在预设里  ! 这里会被拒绝  ○ 服务商默认值",
		WorksIn:       func(scope string) string { return "这个键用在" + scope },
		AnswerFirst:   "先回答打开的问题，或按 esc 关闭",
		NoText:        "这里不接收文字；稿子里可以",
		PriceCovered:  "价格被挡住了：先按 esc",
		Deaf:          func(key string) string { return key + " 在这里没有作用；f1 显示所有按键" },
		DeafDialog:    func(key string) string { return key + " 在这里没有作用；esc 关闭" },
		NoShell:       "这个终端里没有能唤回工作室的 shell；ctrl+q 退出",
		Stopped:       "已停止",
		nothingSaid:   "还没有错误和警告",
		Crashed: func(report string) tts.Said {
			return tts.Said{What: "工作室出了故障；草稿已保留", Cure: "请把 " + report + " 发给开发者"}
		},
		Quoted: func(text string) string { return "“" + text + "”" },
		Comma:  "，",
		More:   func(n int) string { return fmt.Sprintf("还有 %d 项", n) },
	},

	Hosts: hostWords{
		title: "选择服务商",
		hint:  "enter{accept} 选择；设置保持不变",
		noKey: func(variable string) string { return "没有设置 " + variable },
		needsKey: func(host, variable string) string {
			return host + " 需要 API 密钥；在环境变量里设置 " + variable + "，再重新启动"
		},
		Now:          "正在使用",
		free:         "免费",
		priceUnknown: "价格未知",
		price10k:     func(price string) string { return price + " / 万字符" },
		speaks:       func(host, price string) string { return "从现在起由 " + host + " 合成；" + price },
		asLastTime:   func(host, price string) string { return "和上次一样由 " + host + " 合成；" + price },
		lastLacks: func(host, why, speaks string) string {
			return fmt.Sprintf("上次由 %s 合成，但%s；在那之前：%s", host, why, speaks)
		},
		for10k: func(price, readOn string) string {
			return fmt.Sprintf("每 10,000 字符 %s，价格查于 %s", price, readOn)
		},
		sandbox: "这是沙盒：设置都有效果，音色只是 MiniMax 的替身",
		sandboxOnly: func(variable string) string {
			return fmt.Sprintf("这是沙盒，声音是替身；已设置 %s：ctrl+p，选择服务商", variable)
		},
		noOwn: func(why string) string { return "没能列出账号自己的音色：" + why },
	},

	moves:  chineseMoves,
	Drafts: chineseDrafts,
	Deeds:  chineseDeeds,
}
