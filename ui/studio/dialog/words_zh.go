package dialog

import (
	"fmt"
	"strings"

	"voicestudio/presets"
)

var chinese = words{
	escCloses: "esc 关闭",
	tabMore:   func(folders int) string { return fmt.Sprintf("tab{save-folder}：另有 %d 个", folders) },
	found:     func(n, all int) string { return fmt.Sprintf("%d/%d", n, all) },
	groups: map[presets.Group]string{
		presets.GroupVoice: "音色", presets.GroupBlend: "混合音色", presets.GroupEffects: "音效", presets.GroupOutput: "输出",
	},

	overCap: overCapWords{
		title:    "这会超出本次运行的花费上限",
		perhaps:  "这可能超出本次运行的花费上限",
		spent:    func(amount, of string) string { return "本次运行已花费 " + amount + "，上限 " + of },
		price:    func(amount, host string) string { return "这一次在 " + host + " 约需 " + amount },
		unknown:  func(host string) string { return "这一次在 " + host + " 的价格未知" },
		once:     "只发送这一次",
		raise:    func(to string) string { return "把本次运行的上限提高到 " + to + "，并发送" },
		unpriced: "本次运行中，价格未知的也发送",
		not:      "不发送",
	},
	hearing: hearingWords{
		sample: "例句", moving: "移动即听", on: "开", off: "关",
		rest:      "停 0.3 秒后",
		sampleKey: "alt+s", movingKey: "alt+m",
	},
	timing: timingWords{ms: func(n int64) string { return fmt.Sprintf("%d 毫秒", n) }},
	exporter: exporterWords{
		rows: [exportRows]string{"文件", "格式", "片段", "响度", "字幕"},
		formats: func(format, ending string) string {
			if format == "original" {
				return "原样（" + ending + "）"
			}
			return format
		},
		all:         "全部",
		asItIs:      "不变",
		unit:        "LUFS",
		other:       "其他",
		noTitles:    "无",
		noPart:      "在播放面板按 i{loop-from} 和 o{loop-to} 标出片段",
		write:       "enter{accept} 写入文件",
		hint:        "tab{export-next} 到下一行，←{export-left} 和 →{export-right} 选择，响度可以直接输入",
		noFile:      "写上文件名",
		noLoudness:  "响度要在 −70 和 0 LUFS 之间，例如 −19",
		taken:       "文件已存在：再按一次 enter{accept} 替换",
		otherEnding: func(ending string) string { return "这种格式的文件名以 ." + ending + " 结尾" },
	},
	picker: pickerWords{
		filter:    "输入文字筛选",
		noneFits:  "列表里没有符合的；按 backspace 删掉几个字",
		noneFound: "没有找到",
	},

	voices: voicesWords{
		search: "名称、ID、语种、女声、男声",
		all:    "全部", favourites: "♥", recent: "最近", yours: "自己的",
		noFavourites: "还没有收藏；按 ctrl+f 收藏音色",
		noRecent:     "还没有录音；用过的音色会列在这里",
		noneYours:    "这个账号没有自己的音色",
		anyLanguage:  "所有语种", anyGender: "不限性别",
		genders: map[string]string{"female": "女声", "male": "男声"},
		asTyped: "不在列表中，按输入使用",
		heard: func(takes int, last string) string {
			if takes == 1 {
				return "● 有一条录音，" + last
			}
			return fmt.Sprintf("● 有 %d 条录音，最近 %s", takes, last)
		},
		neverHeard: "没有录音用过它",
		usedIn:     func(n int) string { return fmt.Sprintf("用在 %d 个预设里：", n) },
		andMore:    func(n int) string { return fmt.Sprintf("还有 %d 个", n) },
	},

	everywhere: everywhereWords{
		title: func(word string) string { return "所有行里的“" + word + "”" },
		write: "改写法", say: "只改读法",
		written: "会改动稿子的文字；这里留空，就删去这个词",
		entered: "稿子不变；这个词加进发音词典",
		nothing: "留空：删去这个词",
		hint:    "enter{accept} 确定，tab{other-remedy} 换一种方式",
	},
	notes: notesWords{
		hint:        "enter{accept} 保存，alt+enter 换行",
		placeholder: "做什么用，别人怎么评价",
	},

	browser: browserWords{
		title:     "预设",
		search:    "名称、#标签、音色或备注",
		orders:    []string{presets.Best: "最相关在前", presets.ByName: "按名称", presets.ByUpdated: "最新在前", presets.ByFolder: "按文件夹", presets.ByRank: "按对决胜场"},
		all:       "全部",
		reading:   "读取中…",
		marked:    func(n int) string { return fmt.Sprintf("已标记 %d 个", n) },
		folders:   "正在读取文件夹",
		noneFits:  "没有符合的；backspace 删掉几个字，tab{next-folder} 换文件夹",
		none:      "这里还没有预设；按 ctrl+s 保存一个",
		broken:    "已损坏",
		playing:   "▶ 播放中",
		open:      "已打开",
		readOnly:  "只读",
		notStored: "未提交",
		differ:    "有改动",
		won:       func(duels, of int) string { return fmt.Sprintf("胜 %d/%d", duels, of) },
	},

	sounded: chineseSounded,

	detail: detailWords{
		title: "这个预设",
		notes: "备注", spoken: "例句", changed: "历史", heard: "试听于", file: "文件", check: "检查", duels: "投票",
		won: func(duels, of int, when string, finals int) string {
			if finals == 1 {
				return fmt.Sprintf("得过第一，%d 场胜 %d 场，%s", of, duels, when)
			}
			return fmt.Sprintf("得过 %d 次第一，最近一次 %d 场胜 %d 场，%s", finals, of, duels, when)
		},
		nothingWrong: "没有问题",
		sample:       func(text string) string { return "例句：" + text },
		same:         "与现在的设置完全相同",
		changes:      func(n int) string { return fmt.Sprintf("enter{open-preset} 会改动 %d 项设置：", n) },
		changesAll: func(n int, sentences []string) string {
			return fmt.Sprintf("enter{open-preset} 会改动 %d 项：%s", n, strings.Join(sentences, " · "))
		},
		starter:        "程序内置的预设；ctrl+d 复制到自己的文件夹",
		commit:         func(author, when, subject string) string { return author + "，" + when + "：" + subject },
		changedSince:   func(commit string) string { return "这次提交之后有改动：" + commit },
		notCommitted:   "还没有提交到 git",
		saved:          func(when string) string { return "保存于 " + when },
		place:          func(folder, file string) string { return folder + "：" + file },
		readOnly:       "只读，ctrl+d 复制一份",
		heardOn:        func(hosts []string) string { return "试听于 " + strings.Join(hosts, "、") },
		line:           func(n int, reason string) string { return fmt.Sprintf("第 %d 行：%s", n, reason) },
		correctOrLeave: "改正这个文件，或把它移出文件夹；其他预设不受影响",
	},

	saver: saverWords{
		title:         "预设另存为",
		hint:          "enter{accept} 保存；改了名称就存为新预设",
		hintOfFolders: "enter{accept} 保存；改了名称就存为新预设；tab{save-folder} 选择文件夹",
		in:            "位置",
		noOtherFolder: "没有别的可写文件夹",
		closed:        func(folder, dir string) string { return folder + " 不可写：" + dir },
		taken:         "已有同名预设：再按一次 enter{accept} 替换",

		noName:      "输入名称",
		itself:      "覆盖保存；会改动：",
		itselfSame:  "保存之后没有改动",
		over:        "替换同名预设；会改动：",
		overSame:    "替换同名预设；没有差别",
		taking:      "另一个预设用了这个名称；替换会改动：",
		takingSame:  "另一个预设用了这个名称；没有差别",
		fresh:       "新预设",
		freshSame:   "新预设；没有差别",
		freshUnlike: func(opened string) string { return "新预设；与 " + opened + " 不同的是：" },
		heardOn:     func(host, model string) string { return "试听于 " + host + " " + model },
	},

	clash: clashWords{
		changed:      func(preset string) string { return "别人改了 " + preset },
		removed:      func(preset string) string { return "别人删除了 " + preset },
		gone:         "文件不在了，或已改名",
		notNow:       "esc：以后再说",
		theyChanged:  "对方改动：",
		youChanged:   "你的改动：",
		twice:        "双方都改了：",
		noSuchChoice: "这里没有这个选项",
		mergeKey:     "m{clash-merge}", keepKey: "k{clash-keep}", takeKey: "t{clash-take}", renameKey: "n{clash-rename}",

		merge:           "合并：你的改动和对方的改动",
		noMerge:         func(why string) string { return "合并：" + why },
		nothingLeft:     "没有可以合并的内容",
		sameSetting:     "双方改了同一项设置；请选别的做法",
		keep:            "保留你的，替换对方的",
		mergeHere:       "合并：你的改动和对方的改动，尚未保存",
		keepHere:        "屏幕上保留你的；保存时替换对方的",
		keepOpen:        "保持打开；保存时重新写入",
		keepGone:        "保留你的：重新写入",
		take:            "采用对方的",
		takeGone:        "不再保留",
		takeAndBack:     "采用对方的；按 alt+z 找回你的设置",
		takeGoneAndStay: "不再保留；你的设置留在屏幕上",
		rename:          "把你的另存为新名称",
	},

	report: reportWords{
		onlyTells: "这一行只是说明；esc 关闭",
		more:      func(n int) string { return fmt.Sprintf("还有 %d 项", n) },
	},

	messages: messagesWords{
		title: "错误和警告",
		field: "设置",
		cure:  "怎么办",
		trace: "trace id",
		hint:  "c{copy-message} 复制全文，连同 trace id",
	},

	parts: partsWords{
		title:          func(preset string) string { return "应用 " + preset + " 的一部分" },
		changesNothing: "没有改动",
		nothingOf:      func(part string) string { return part + "不会有改动" },
		hint:           "space{group-toggle} 选择，enter{accept} 应用所选部分，或 ▸ 所在的部分",
	},

	known: knownWords{
		title:    "预设里已有的词",
		filter:   "词、读音或预设",
		hint:     "space{mark-word} 标记 · tab{other-way} 换读法 · enter{accept} 添加已标记的，或这一个",
		inScript: "稿子里有",
		here:     "这里已有",
		in:       func(spoken string, presets int) string { return fmt.Sprintf("%s，%d 个预设", spoken, presets) },
		usedBy:   func(n int, presets string) string { return fmt.Sprintf("用在 %d 个预设里：%s", n, presets) },
		replaces: func(spoken string) string { return "enter{accept} 用它替换 " + spoken },
		isThere:  func(word string) string { return word + " 在这里已经这样读" },
		oneWay:   func(word string) string { return "所有预设都这样读 " + word },
		reading:  "正在读取预设…",
		none:     "还没有预设带发音词典；在这里添加并保存的词，别人会在这个列表里看到",
	},
}
