package plain

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"voicestudio/tts"
)

var chinese = words{
	greeting:  "语音工作室，逐行模式；help 列出命令，quit 离开",
	leave:     "没有声音在播放；再按一次 Ctrl+C 离开",
	prompt:    "> ",
	noPrompt:  "不再显示提示符；prompt on 恢复",
	aPrompt:   "已显示提示符",
	noErrors:  "没有出过错",
	fullStop:  "。",
	comma:     "，",
	semicolon: "；",
	semitones: " 个半音",
	spoken:    spokenChinese,
	names:     namesChinese,

	help: helpChinese,
	usage: usageWords{
		atLine: func(n int, said string) string { return fmt.Sprintf("第 %d 行：%s", n, said) },
		noCommand: func(word, near string) tts.Said {
			said := tts.Said{What: fmt.Sprintf("没有命令 %q", word), Cure: "help 列出所有命令"}
			if near != "" {
				said.Cure = "是不是 " + near + "？"
			}
			return said
		},
		several: func(word string, names []string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q 可以是 %s", word, strings.Join(names, "、")), Cure: "请多写几个字母"}
		},
		notANumber: func(word string) tts.Said { return tts.Said{What: fmt.Sprintf("%q 不是这里可用的数字", word)} },
		notUTF8:    tts.Said{What: "这一行不是 UTF-8 文本", Cure: "请存为 UTF-8"},
		tooLong:    tts.Said{What: "这一行太长", Cure: "文本最多 9,999 个字符"},
	},
	ask: askWords{
		yes: "yes y ok 是 好", no: "no n 否 不", always: "always 总是", once: "once 一次", raise: "raise 提高", unpriced: "unpriced", mine: "mine 我的", theirs: "theirs 对方", both: "both 合并",
		notDone:    "什么也没做",
		notSent:    "没有发送",
		unanswered: tts.Said{What: "问题没有得到回答，什么也没做", Cure: "请在下一行写出回答"},
		nothing:    tts.Said{What: "没有提问"},
		price: func(host, price string, characters int, capped bool) string {
			always := "always"
			if capped {
				always += "（直到上限）"
			}
			return fmt.Sprintf("%s 的价格：%s，%d 个字符；yes 发送，no 不发送，%s 在离开前不再询问", host, price, characters, always)
		},
		rows: func(n int, price string) string { return fmt.Sprintf("要合成 %d 段，%s；yes 或 no", n, price) },
		cap: func(to string) string {
			if to == "" {
				return "once 只发送这一次，unpriced 今后也发送价格未知的请求，no 不发送"
			}
			return "once 只发送这一次，raise 把上限提高到 " + to + "，no 不发送"
		},
		replace: func(file string) string { return file + " 已经存在；yes 替换，no 保留" },
	},
	lists: listWords{
		point: ". ", chooses: "输入编号即可选择", notMadeYet: "尚未合成",
		more: func(left int) string { return fmt.Sprintf("还有 %d 项；more 继续列出", left) },
		none: func(n int) tts.Said {
			return tts.Said{What: fmt.Sprintf("没有列表可以用 %d 回答", n), Cure: "请先列出：voices、takes、presets、hosts、bench"}
		},
		out: func(n, of int) tts.Said {
			return tts.Said{What: fmt.Sprintf("没有编号 %d", n), Cure: fmt.Sprintf("请选 1 到 %d", of)}
		},
		noMore:    tts.Said{What: "没有更多了"},
		noneHeard: tts.Said{What: "没有可以试听的列表", Cure: "请先列出：voices、takes、presets、bench、lines"},
		notMade:   tts.Said{What: "尚未合成", Cure: "bench make 合成缺少的"},
	},
	text: textWords{
		deed: "输入文本", none: "还没有文本；text 加上要说的话即可设置",
		typing:   "以下各行是文本，直到只有一个点的一行",
		notTaken: "这些行没有采用",
		areWords: "这不是命令；yes 用作文本，no 不用",
		with:     "with by 为",
		counted:  func(n int, price string) string { return fmt.Sprintf("%d 个字，%s", n, price) },
		draft:    func(text string) string { return "上次的文本：" + text },
		empty:    func(text string) string { return "还没有文本；speak 会说：" + text },
		fine:     func(host string) string { return host + " 接受当前的文本和设置" },
		replaced: func(n int) string { return fmt.Sprintf("替换了 %d 处", n) },
		nothing: func(command string) tts.Said {
			if command == "read" {
				return tts.Said{What: "read 需要一个文件", Cure: "请写 read 加文件名"}
			}
			return tts.Said{What: command + " 后面需要文字"}
		},
		notThere: func(what string) tts.Said {
			return tts.Said{What: fmt.Sprintf("文本中没有 %q", what), Cure: "show 显示文本"}
		},
		cannotEdit: func(why string) tts.Said {
			return tts.Said{What: "无法编辑文本：" + why, Cure: "请把 EDITOR 设为已安装的程序，或使用 type"}
		},
		notAFile: func(file string) tts.Said {
			return tts.Said{What: file + " 不是这里可用的文件", Cure: "请换一个名字"}
		},
		cannotRead: func(file, why string) tts.Said {
			return tts.Said{What: "无法读取 " + file + "：" + why, Cure: "请检查文件名"}
		},
		replaceForm: tts.Said{What: "replace 需要原文和新文", Cure: "请写 replace 原文 with 新文"},
		noEditor:    tts.Said{What: "没有可供编辑器使用的终端", Cure: "请使用 text、type 或 read"},
	},
	draft: draftWords{
		opening: "另一份草稿", noOthers: tts.Said{What: "没有别的草稿"},
		others:     func(n int) string { return fmt.Sprintf("其他程序还留下 %d 份草稿", n) },
		aside:      func(file string) string { return "上次的草稿无法读取；现在保存在 " + file },
		notKept:    func(why string) string { return "无法保存草稿：" + why },
		another:    func(file string) string { return "另一个程序正在使用草稿；这里改用 " + file },
		unreadable: func(file, why string) string { return "无法读取草稿 " + file + "：" + why },
	},
	settings: settingsChinese,
	voices: voiceWords{
		favourites: "favourites favorites favourite 收藏", mine: "mine own 我的", preset: "preset",
		deed: "音色", hint: "输入编号即可选择；hear 加编号试听",
		genders:  map[string]string{"female": "女声", "male": "男声"},
		count:    func(n int) string { return fmt.Sprintf("%d 个音色", n) },
		own:      func(n int) string { return fmt.Sprintf("账号有 %d 个自有音色；voices mine 列出", n) },
		several:  func(word string, n int) string { return fmt.Sprintf("%q 符合 %d 个音色", word, n) },
		unlisted: func(id string) string { return id + " 不在列表中；将按克隆音色原样发送" },
		noOwn:    func(why string) string { return "无法列出账号的自有音色：" + why },
		favoured: func(name string, on bool) string {
			if on {
				return "已收藏 " + name
			}
			return "已取消收藏 " + name
		},
		none: func(words string) tts.Said {
			if words == "" {
				return tts.Said{What: "还没有"}
			}
			return tts.Said{What: fmt.Sprintf("没有符合 %q 的音色", words), Cure: "请试语言、female、male 或名字的一部分"}
		},
		noNumber: func(n int) tts.Said {
			return tts.Said{What: fmt.Sprintf("音色列表中没有编号 %d", n), Cure: "voices 列出音色"}
		},
		unknown: func(word, near string) tts.Said {
			said := tts.Said{What: fmt.Sprintf("没有音色 %q", word), Cure: "voices 加一个词可以查找"}
			if near != "" {
				said.Cure = "是不是 " + near + "？"
			}
			return said
		},
		which:     tts.Said{What: "没有说明是哪个音色", Cure: "请写名字或列表中的编号"},
		chooseOne: tts.Said{What: "符合的音色不止一个", Cure: "请写得更完整"},
		notKept:   tts.Said{What: "这里无法保存收藏"},
	},
	blend: blendWords{
		and: "and with plus 和", deed: "混合音色", empty: "没有音色", same: "已经是这样",
		how:  "blend 加二到四个音色和权重即可混合，例如：blend Graceful_Lady 60 Wise_Woman 40",
		hint: "weight、mute、solo、lock 和 remove 使用这些编号",
		one:  func(name string) string { return "音色：" + name },
		row: func(n int, name string, weight, share int, muted, solo, locked bool) string {
			return fmt.Sprintf("%d %s", n, shareChinese(name, weight, share, muted, solo, locked))
		},
		share: shareChinese,
		weight: func(n int) tts.Said {
			return tts.Said{What: fmt.Sprintf("权重不能是 %d", n), Cure: "请选 1 到 100 的整数"}
		},
		full: func(most int) tts.Said {
			return tts.Said{What: fmt.Sprintf("混合音色最多 %d 个", most), Cure: "用 blend remove 去掉一个"}
		},
		twice: func(name string) tts.Said {
			return tts.Said{What: name + " 已在混合音色中", Cure: "请改它的权重"}
		},
		out: func(n, of int) tts.Said {
			return tts.Said{What: fmt.Sprintf("混合音色中没有第 %d 个", n), Cure: fmt.Sprintf("共有 %d 个", of)}
		},
		form:      tts.Said{What: "每个音色都需要权重", Cure: "请写 blend 名字 60 名字 40"},
		last:      tts.Said{What: "最后一个音色不能去掉", Cure: "用 voice 另选一个"},
		which:     tts.Said{What: "不清楚是哪个音色", Cure: "请用编号；blend 列出它们"},
		weighForm: tts.Said{What: "weight 需要音色和 1 到 100 的数字", Cure: "请写 weight 2 40"},
		alone:     tts.Said{What: "只有一个音色", Cure: "blend add 加名字可以再加一个"},
		locked:    tts.Said{What: "权重已锁定", Cure: "lock 加编号可以解锁"},
		swapForm:  tts.Said{What: "swap 需要两个音色", Cure: "请写 swap 1 2"},
	},
	marks: marksChinese, script: scriptChinese, listeners: listenersChinese,
	mixes: mixesChinese, ladder: ladderChinese, pad: padChinese,
	host: hostWords{
		speaks: "正在使用", noCap: "没有设置上限；cap 1 USD 会在花费达到一美元时询问",
		now: func(host, price string) string { return "服务商 " + host + "，" + price },
		keyThere: func(key, host string) string {
			return "已设置 " + key + "；host " + host + " 使用真实的音色"
		},
		gains:    func(field, effect string) string { return field + " 将" + effectChinese(effect) },
		loses:    func(field, effect string) string { return field + " 不再" + effectChinese(effect) },
		at:       func(price, host string) string { return host + " " + price },
		price10k: func(price string) string { return "每 10,000 个字符 " + price },
		about:    func(price string) string { return "约 " + price },
		needsKey: func(key string) string { return "需要 API 密钥 " + key },
		cap:      func(cap string) string { return "花费超过 " + cap + " 之前会询问" },
		andMore:  func(n int) string { return fmt.Sprintf("还有 %d 项", n) },
		wouldCost: func(host, price string, characters int) string {
			return fmt.Sprintf("在 %s 合成：%s，%d 个字符", host, price, characters)
		},
		spent: func(sum string, known bool) string {
			if !known {
				return "已花费 " + sum + " 以上，有些价格未知"
			}
			return "已花费 " + sum
		},
		notBack: func(host, instead, why string) string {
			return "现在使用 " + instead + "，而不是上次的 " + host + "：" + why
		},
		capForm: tts.Said{What: "上限需要金额和币种", Cure: "请写 cap 2 USD 或 cap 10 CNY"},
	},
	sound: soundWords{
		stopped: "已停止", nothing: "没有声音在播放", already: "正在合成；again 再录一遍",
		fromDisk: "来自磁盘，免费", unbilled: "计费未知", noLoop: "不再循环",
		noDevice:   func(why string) string { return "没有声音：" + why },
		notKept:    func(why string) string { return "无法保存录音：" + why },
		wholeFirst: func(why string) tts.Said { return tts.Said{What: why, Cure: "whole on 请求完整的回答"} },
		unplayable: func(what string) tts.Said {
			return tts.Said{What: what + " 无法在这里播放", Cure: "请导出，或用 format mp3"}
		},
		noTime: func(what string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q 不是时间", what), Cure: "请写秒数，例如 2.5"}
		},
		heardAfter: func(d time.Duration) string { return tenths(d) + " 秒后听到" },
		seconds:    func(d time.Duration) string { return tenths(d) + " 秒" },
		paused:     func(d time.Duration) string { return "在 " + tenths(d) + " 秒处暂停；pause 继续" },
		gaps:       func(n int) string { return fmt.Sprintf("%d 处间断", n) },
		characters: func(n int) string { return fmt.Sprintf("%d 个字符", n) },
		notHeard: func(why, file string) string {
			if why == "" {
				return "没有声音；录音是 " + file
			}
			return "没有声音：" + why + "；录音是 " + file
		},
		retries: func(why string, pause time.Duration) string { return why + "；" + tenths(pause) + " 秒后重试" },
		waiting: func(host string, since time.Duration) string {
			return fmt.Sprintf("等待 %s 已 %.0f 秒；stop 放弃", host, since.Seconds())
		},
		place: func(name string, at, of time.Duration, paused bool) string {
			said := strings.TrimSpace(fmt.Sprintf("%s %s / %s 秒", name, tenths(at), tenths(of)))
			if paused {
				said += "，已暂停"
			}
			return said
		},
		volume:    func(db float64) string { return fmt.Sprintf("收听音量 %.0f 分贝", db) },
		tempo:     func(x float64) string { return fmt.Sprintf("收听速度 %.2g 倍", x) },
		none:      tts.Said{What: "还没有听过什么", Cure: "用 speak，或 play 播放录音"},
		loopForm:  tts.Said{What: "循环需要起点和终点（秒）", Cure: "请写 loop 1 2.5，或 loop off"},
		tempoForm: tts.Said{What: "收听速度为 0.5 到 2", Cure: "请写 tempo 0.8"},
	},
	takes: takesChinese,
	compare: compareWords{
		sides: [2]string{"A", "B"}, setSame: "设置相同", soundsSame: "听不出差别",
		marked: func(n int, side string, both bool) string {
			if both {
				return fmt.Sprintf("录音 %d 是 %s；x 在 A 和 B 之间切换", n, side)
			}
			return fmt.Sprintf("录音 %d 是 %s；请再标记另一个", n, side)
		},
		sounds: func(side string, n int, matched, told bool) string {
			said := fmt.Sprintf("%s，录音 %d", side, n)
			switch {
			case told:
			case matched:
				said += "，音量已对齐"
			default:
				said += "，音量设置不同，未对齐"
			}
			return said
		},
		secondIs:  func(words string) string { return "B：" + words },
		onlyFirst: func(name, value string) string { return "只有 A 有 " + name + " " + value },
		hosts:     func(a, b string) string { return "服务商 " + a + "，然后 " + b },
		words:     func(a, b string) string { return "文本 " + a + "，然后 " + b },
		mark: func(side string) tts.Said {
			return tts.Said{What: "还没有 " + side, Cure: "请写 " + strings.ToLower(side) + " 加录音编号"}
		},
		gone: func(side string) tts.Said {
			return tts.Said{What: "录音 " + side + " 已不在", Cure: "请标记另一个"}
		},
	},
	bench: benchChinese,
	duels: duelWords{
		sides: [2]string{"左", "右"}, deed: "开始对决", answer: "一次回答", left: "已离开试听台的候选",
		again: "上次听不出差别，同样的两个再来一次",
		begun: func(n int) string { return fmt.Sprintf("%d 个候选对决，名字已隐藏", n) },
		asks: func(n, of int, final bool) string {
			what := "对决"
			if final {
				what = "决赛"
			}
			return fmt.Sprintf("%s %d / %d：1 是左，2 是右；都听过后回答 left、right 或 same", what, n, of)
		},
		lot:    func(letter string) string { return letter + " 抽签晋级" },
		letter: func(letter string) string { return "候选 " + letter },
		score: func(name string, won, of int, out bool) string {
			said := fmt.Sprintf("%s 在 %d 次中胜 %d 次", name, of, won)
			if out {
				said += "，已出局"
			}
			return said
		},
		tooFew:   tts.Said{What: "对决需要两个已合成的候选", Cure: "bench add 添加，bench make 合成"},
		noWinner: tts.Said{What: "对决没有胜者", Cure: "standing 说明情况"},
		none:     tts.Said{What: "没有正在进行的对决", Cure: "duel 开始"},
	},
	tune:    tuneChinese,
	presets: presetsChinese, trust: trustChinese,
	team: teamWords{
		somebody: "有人", pushed: "已推送", nothing: "没有新内容",
		committed: func(names string) string { return "已提交 " + names },
		pulled:    func(names string) string { return "已拉取 " + names },
		did:       func(by, name, deed string) string { return by + " " + deedChinese[deed] + " " + name },
		both:      func(name, what string) string { return name + " 两边都改过：" + what },
		which: func(verb string, folders []string) tts.Said {
			if len(folders) == 0 {
				return tts.Said{What: "没有用 git 共享的预设文件夹", Cure: "请在配置文件的 teams 中写上团队的文件夹"}
			}
			return tts.Said{What: verb + " 需要文件夹", Cure: "请写 " + verb + " 加 " + strings.Join(folders, "、") + " 之一"}
		},
		differ: tts.Said{What: "没有覆盖任何内容", Cure: "请商定其中之一，或使用 voicestudio preset pull --prefer mine 或 theirs"},
	},
	deeds: deedWords{
		nothing: "没有可以撤销的", nothingAgain: "没有可以重做的", something: "一处更改",
		undone: func(what string) string { return "已撤销：" + what },
		again:  func(what string) string { return "已重做：" + what },
	},
}

var (
	deedChinese  = map[string]string{"added": "添加了", "edited": "修改了", "renamed": "重命名了", "deleted": "删除了"}
	minusChinese = regexp.MustCompile(`−(\d)`)
	signsChinese = strings.NewReplacer(" → ", " 变为 ", "×", " 倍", "≈ ", "约 ", " · ", "，", "–", "到", "…", "...")
)

func spokenChinese(s string) string {
	return signsChinese.Replace(minusChinese.ReplaceAllString(s, "负 $1"))
}

func effectChinese(effect string) string {
	switch tts.Effect(effect) {
	case tts.Refused:
		return "被拒绝"
	case tts.Ignored:
		return "被忽略"
	case tts.Doubtful:
	}
	return "存疑"
}

func shareChinese(name string, weight, share int, muted, solo, locked bool) string {
	said := fmt.Sprintf("%s，权重 %d，占 %d%%", name, weight, share)
	for _, mark := range []struct {
		on   bool
		said string
	}{{muted && !solo, "听不到"}, {solo, "独奏"}, {locked, "已锁定"}} {
		if mark.on {
			said += "，" + mark.said
		}
	}
	return said
}

// namesChinese are what commands and settings are called in Chinese, too.
func namesChinese(id string) []string {
	return strings.Fields(map[string]string{
		"text": "文本", "append": "追加", "replace": "替换", "show": "显示", "edit": "编辑", "read": "读取", "check": "检查",
		"speak": "播放 说", "again": "再来", "stop": "停止", "pause": "暂停 继续", "replay": "重播", "wait": "等待",
		"set": "设置", "unset": "取消", "settings": "所有设置", "what": "什么", "pronounce": "发音",
		"voices": "音色列表", "voice": "音色", "hear": "试听", "favourite": "收藏", "blend": "混合音色 混合", "weight": "权重", "ladder": "阶梯", "pad": "混合板",
		"takes": "录音列表", "play": "听", "restore": "恢复", "star": "星标", "note": "备注", "tag": "标签", "export": "导出", "delete": "删除", "difference": "差别",
		"lines": "各行 脚本", "line": "行", "bench": "试听台", "duel": "对决", "listeners": "听众", "left": "左", "right": "右", "same": "一样", "middle": "中", "tune": "调音 听音调整",
		"presets": "预设列表", "open": "打开", "save": "保存", "rename": "重命名",
		"host": "服务商", "model": "模型", "price": "价格", "cap": "上限",
		"insert": "插入", "marks": "标记", "mend": "改正", "request": "请求", "use": "采用", "make": "合成", "zoom": "细分", "page": "网页", "votes": "投票", "fingerprint": "指纹", "verify": "核对", "import": "导入", "best": "最好",
		"undo": "撤销", "redo": "重做", "status": "状态", "more": "更多", "errors": "错误", "help": "帮助", "quit": "退出",
		"speed": "语速", "pitch": "音调", "volume": "音量", "emotion": "情绪", "language": "语种 语言增强", "effect": "音效", "format": "格式", "rate": "采样率", "bitrate": "比特率", "channels": "声道", "subtitles": "字幕", "watermark": "水印",
	}[id])
}
