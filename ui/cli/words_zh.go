package cli

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
)

var chinese = words{
	manual:       chineseManual,
	made:         chineseMade,
	voiceColumns: []string{"id", "语言", "性别", "名称", "来源"},
	help:         chineseHelp,
	flags:        chineseFlags,
	build:        chineseBuild,

	usage: usageWords{
		Usage: "用法", Examples: "示例", Commands: "命令", Flags: "选项", EveryFlags: "其他命令也有的选项",
		Command: "COMMAND",
		More:    func(command string) string { return command + " COMMAND --help 有更多说明。" },

		anyFlags:   "[选项]",
		noCommand:  func(name string) string { return "没有命令 " + name },
		noFlag:     func(name string) string { return "没有选项 " + name },
		meant:      func(name string) string { return "是不是想用 " + name + "？" },
		lists:      func(command string) string { return command + " --help 列出全部" },
		listsFlags: func(command string) string { return command + " --help 列出全部选项" },
		arguments: func(name, takes string, given int, command string) tts.Said {
			if takes == "" {
				takes = "不带参数"
			}
			was := "没有给出参数"
			if given > 0 {
				was = fmt.Sprintf("给出了 %d 个参数", given)
			}
			return tts.Said{What: fmt.Sprintf("%s 的参数是：%s；%s", name, takes, was), Cure: "用法见 " + command + " --help"}
		},
		oneText: func(given int) tts.Said {
			if given == 0 {
				return tts.Said{What: "没有给出要合成的文本", Cure: "写在引号里，例如 voicestudio say \"你好。\"，或用 - 从标准输入读取"}
			}
			return tts.Said{What: fmt.Sprintf("say 只接受一段文本，给出了 %d 段", given), Cure: "请加引号，或用 - 从标准输入读取"}
		},
		assignment: func(said string) tts.Said {
			return tts.Said{What: said + " 没有值", Cure: "请写成 --set FIELD=VALUE"}
		},
		noValue: func(flag string) tts.Said {
			return tts.Said{What: flag + " 需要一个值", Cure: "请写在选项后面"}
		},
		notAmong: func(flag, value string, values []string) tts.Said {
			return tts.Said{What: flag + "：没有 " + value, Cure: anyOf(values)}
		},
		wrongValue: func(flag, value, kind string) string {
			kinds := map[string]string{"int": "整数", "float64": "数字", "bool": "true 或 false", "duration": "时长，例如 10m"}
			return fmt.Sprintf("%s：%s 不是%s", flag, value, kinds[kind])
		},
		noHost: func(name string, hosts []string) tts.Said {
			return tts.Said{What: "没有服务商 " + name, Cure: anyOf(hosts)}
		},
		noTerminal: tts.Said{What: "工作室需要终端", Cure: `没有终端时请用 voicestudio --plain，或 voicestudio say "文本"`},
		poorTerminal: func(kind string) tts.Said {
			what := "这个终端（TERM=" + kind + "）画不出工作室的屏幕"
			if kind == "" {
				what = "这个终端没有说明自己的能力（没有设置 TERM），工作室无法显示"
			}
			return tts.Said{What: what, Cure: `请用 voicestudio --plain，或 voicestudio say "文本"，或设置 TERM`}
		},
		libraryOf: "请改正配置文件、设置 HOME，或给出 --presets DIR",
	},

	files: fileWords{
		standardOutput: "标准输出",
		folder: func(name string) tts.Said {
			return tts.Said{What: name + " 是文件夹", Cure: "请写出其中的文件名"}
		},
		cannotWrite:     func(name, why string) string { return "无法写入 " + name + "：" + why },
		cannotRead:      func(why string) string { return "无法读取文件：" + why },
		cannotReadInput: func(why string) string { return "无法读取标准输入：" + why },
		bothOnOutput:    tts.Said{What: "--json 和 --out - 都要写标准输出", Cure: "请给 --out 一个文件"},
		sameFile:        tts.Said{What: "--subtitles 和 --out 是同一个文件", Cure: "请各给一个文件"},
		noFile:          tts.Said{What: "没有写文件名", Cure: "请给出 --out FILE"},
		noFileNorOutput: tts.Said{What: "没有写文件名", Cure: "请给出 --out FILE，或用 --out - 写到标准输出"},
		notSubtitles: func(name string) tts.Said {
			return tts.Said{What: name + " 不是 .srt 或 .vtt", Cure: "请用这两种扩展名之一"}
		},
		isThere: func(path string) tts.Said {
			return tts.Said{What: path + " 已存在，内容不同", Cure: "请换一个文件名，或用 --replace 覆盖"}
		},
	},

	sound: soundWords{
		waits: func(why string, pause time.Duration) string {
			return fmt.Sprintf("%s；%.0f 秒后重试", why, pause.Seconds())
		},
		goesOn: func(why string, pause time.Duration) string {
			return fmt.Sprintf("%s；%.0f 秒后继续", why, pause.Seconds())
		},
		otherFormat: func(file, format string) string {
			return fmt.Sprintf("%s 里会是 %s，也就是向服务商要的格式；--set audio_setting.format=… 可换格式，takes export 可转换", file, format)
		},
		fromDisk:    "来自本机，免费；--again 会重新请求服务商",
		notKept:     func(why string) string { return "录音没能保存，再次合成会再次计费：" + why },
		has:         func(take string) string { return "录音 " + take + " 是完整的，再次合成免费" },
		listShows:   "已收到的部分存成了录音，见 takes list",
		maybeBilled: "服务商已收到请求，可能计费；价格未知",
		cut: func(take, cost string) string {
			return "已收到的部分存为录音 " + take + "，不完整；" + cost
		},
		silent:     func(why string) string { return why + "；不会有声音" },
		cannotPlay: func(why string) string { return "无法播放：" + why },
	},

	render: renderWords{
		jobs: func(n, most int) tts.Said {
			return tts.Said{What: fmt.Sprintf("%d 超出范围", n), Cure: fmt.Sprintf("请在 1 到 %d 之间选", most)}
		},
		noPreset: "请填这一格，或用 --preset NAME 指定所有这样的行",
		isThere:  "请移走它，或用 --replace 覆盖",
		ofSheet: func(flag string) tts.Said {
			return tts.Said{What: "--" + flag + " 只用于 CSV 文件，这里是逐行稿子", Cure: "请去掉它"}
		},
		ofScript: func(flag string) tts.Said {
			return tts.Said{What: "--" + flag + " 只用于逐行稿子，这里是 CSV 文件", Cure: "请去掉它，或用 voicestudio script import 把文件变成稿子"}
		},
		wrong:      func(rows int) string { return fmt.Sprintf("%d 行有错；什么也没有发送", rows) },
		someFailed: "有几行失败",
		ended: func(t renderTotal, missing int) string {
			var paid []tts.Money
			if t.Price != nil {
				paid = append(paid, *t.Price)
			}
			said := chineseMade.of(chineseMade.rows(t.Done), append([]string{fmt.Sprintf("其中 %d 行来自本机", t.Cached), fmt.Sprintf("%d 行原本就有", t.Skipped), fmt.Sprintf("%d 行失败", t.Failed)}, chineseMade.costs(paid, t.Unpriced)...))
			if missing > 0 {
				said += fmt.Sprintf("；还缺 %d 行，再运行一次即可补上", missing)
			}
			return said
		},
		mustAsk:     tts.Said{What: "这要花钱，但没有终端可以询问", Cure: "请加 --yes，或用 --dry-run 看价格"},
		ask:         "继续吗？[y/N] ",
		yes:         []string{"y", "yes", "是"},
		nothingSent: "什么也没有发送",
		takeNotKept: func(why string) string { return "录音无法保存：" + why },
		thereBefore: "原本就有",
		fromDisk:    "来自本机，免费",
		characters:  func(n string) string { return n + " 字符" },
		estimate:    func(n string) string { return "约 " + n + " 字符" },
		progress:    func(done, total int) string { return fmt.Sprintf("%d/%d", done, total) },

		rows: func(rows int) string { return fmt.Sprintf("%d 行", rows) },
		done: func(rows int) string { return fmt.Sprintf("%d 行已完成", rows) },
		free: func(rows int) string { return fmt.Sprintf("%d 行来自本机，免费", rows) },
		send: func(rows int, host string, characters int) string {
			return fmt.Sprintf("%d 行要在 %s 合成，约 %d 字符", rows, host, characters)
		},
		atNoCost:     "免费",
		unknownPrice: "价格本程序不知道",
		price: func(m tts.Money, unpriced int) string {
			said := "约 " + m.String() + "（以服务商计费为准）"
			if unpriced > 0 {
				said += fmt.Sprintf("，另有 %d 行价格本程序不知道", unpriced)
			}
			return said
		},
	},

	config: chineseConfig,
	doctor: doctorWords{
		unusable: "缺少某些东西，或某些东西无法使用",
		cure:     func(what string) string { return "-> " + what },
	},

	sandbox: sandboxWords{
		listens: func(address string) string { return "沙盒在 " + address + " 上监听。各服务商的地址：" },
		socket:  func(url string) string { return "MiniMax 的 WebSocket：" + url },
		noOpus:  func(why tts.Said) string { return "不能生成 opus：" + why.What + "；" + why.Cure + "。" },
		try:     func(command string) string { return "试一试：\n\n" + command + "\n\nctrl+c 结束。" },
	},

	judged: func(sentence, level string) string {
		bad := map[string]string{
			string(tts.Refused): "被拒绝", string(tts.Ignored): "略去", string(tts.Doubtful): "存疑",
			string(presets.LintError): "错误", string(presets.LintWarning): "警告",
		}
		return sentence + "（" + cmp.Or(bad[level], level) + "）"
	},
	noVoice:  "没有符合的音色；不写词时，voices 列出全部",
	preset:   chinesePresets,
	trust:    chineseTrust,
	sync:     chineseSync,
	script:   chineseScript,
	takes:    chineseTakes,
	export:   chineseExport,
	measure:  chineseMeasure,
	audition: chineseAudition,
	page:     chinesePage,
	tune:     chineseTune,
}

// anyOf is the cure where a value has to be one of a few.
func anyOf(names []string) string { return "可选：" + strings.Join(names, "、") }
