package presets

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var chinese = words{
	cannot: cannotWords{
		open:         unable("打开"),
		read:         unable("读取"),
		write:        unable("写入"),
		delete:       unable("删除"),
		readFolder:   unable("读取文件夹"),
		openFolder:   unable("打开文件夹"),
		lockFolder:   unable("锁住文件夹"),
		createFolder: unable("创建文件夹"),
		changeClip:   func(preset, why string) string { return "无法更换 " + preset + " 的试听片段：" + why },
		moveClip:     func(preset, why string) string { return "无法移动 " + preset + " 的试听片段：" + why },
		removeOld:    unable("删除旧文件"),
	},

	name: nameWords{
		empty:   "名称是空的",
		notUTF8: "名称不是 UTF-8",
		tooLong: "名称超过 100 个字符",
		control: "名称里有控制字符",
	},

	file: fileWords{
		tooLarge:  "超过 1 MB",
		notUTF8:   "不是 UTF-8 文本",
		notObject: "预设必须是 JSON 对象",
		noRequest: "缺少 request",
		notJSON:   func(why string) string { return "不是有效的 JSON：" + why },
		tooDeep:   func(levels int) string { return fmt.Sprintf("嵌套超过 %d 层", levels) },
		twice:     func(key string) string { return "键 " + key + " 在同一个对象里出现两次" },
		version:   func(want int) string { return fmt.Sprintf("version 必须是 %d", want) },
		newer: func(version, reads int) string {
			return fmt.Sprintf("由更新版本的 voicestudio 创建（文件版本 %d，本程序支持 %d）", version, reads)
		},
		newerAnd:  func(newer, why string) string { return newer + "，而且" + why },
		opensOnly: func(newer string) string { return newer + "：可以打开，但只有那个版本能修改" },
		noName:    func(why string) string { return "文件里没有名称，文件名也不能用：" + why },

		mustBe:      func(path, what string) string { return path + " 必须是" + what },
		time:        "时间，例如 2026-11-21T10:00:00Z",
		text:        "文本",
		truth:       " true 或 false",
		number:      "数字",
		smaller:     "更小的数字",
		whole:       "整数",
		list:        "列表",
		object:      "对象",
		textUTF8:    " UTF-8 文本",
		years:       "公元 1 到 9999 年之间的时间",
		finite:      "有限的数字",
		notNull:     func(path string) string { return path + " 不能是 null" },
		folder:      "是文件夹，不是普通文件",
		pipe:        "是命名管道，不是普通文件",
		socket:      "是套接字，不是普通文件",
		device:      "是设备，不是普通文件",
		notRegular:  "不是普通文件",
		linkOutside: "是链接，但没有指向已知预设文件夹里的普通文件",
		cannotRead:  func(why string) string { return "无法读取：" + why },
		notStorable: func(why string) string { return "预设无法保存：" + why },
	},

	folder: folderWords{
		noHome: "找不到存放预设的主文件夹；请设置 VOICESTUDIO_PRESETS",
		none:   func(name, dir string) string { return dir + " 里没有名为 " + name + " 的预设" },
		several: func(name string, files []string) string {
			return fmt.Sprintf("有几个文件都名为 %s（%s）：只保留一个，其余改名", name, strings.Join(files, "、"))
		},
		another: func(name, file string) string {
			return fmt.Sprintf("已有另一个预设名为 %s（%s）", name, file)
		},
		readOnly:    func(file string) string { return "文件 " + file + " 是只读的：换个名称保存" },
		existsAgain: func(file string) string { return "文件 " + file + " 又出现了" },
		elsewhere: func(name, dir string) string {
			return name + " 不在 " + dir + " 里：可在那里另存为新预设"
		},
		gone: func(name string) string {
			return name + " 打开之后已从磁盘上消失：另存为新预设，或放弃它"
		},
		changed: func(name, changes string) string {
			return fmt.Sprintf("%s 打开之后在磁盘上被改过（%s）：保留你的，采用对方的，或换个名称保存你的", name, changes)
		},
	},

	library: libraryWords{
		folders: map[string]string{FolderOwn: "自己的", FolderProject: "项目", FolderStarters: "现成的"},
		teamName: func(name string, taken ...string) string {
			return fmt.Sprintf("团队不能命名为 %s：换一个不含 : 和 / 的名称，也不能是 %s", name, strings.Join(taken, " 或 "))
		},
		place: func(folder, name, file string) string { return fmt.Sprintf("%s:%s（在 %s）", folder, name, file) },
		several: func(name string, places []string) string {
			return name + " 对应几个不同的预设：请选择 " + strings.Join(places, "，或 ")
		},
		none: func(name string) string { return "没有名为 " + name + " 的预设；preset list 会列出全部" },
	},

	clip: clipWords{
		recorded: "试听片段超过 4 MB：录一段短一些的",
		tooLarge: func(path string) string { return "试听片段 " + path + " 超过 4 MB" },
	},

	bundle: bundleWords{
		twice:        func(name string) string { return "有两个预设都名为 " + name + "：只导出其中一个" },
		cannotExport: func(name, why string) string { return name + " 无法导出：" + why },
		cannotImport: func(number int, why string) string {
			return fmt.Sprintf("预设包里的第 %d 个预设无法导入：%s", number, why)
		},
		noName:      "它没有名称",
		clip:        "它的试听片段超过 4 MB",
		alsoNamed:   func(name string) string { return "已有另一个名为 " + name },
		tooLarge:    "预设包超过 256 MB",
		notOne:      func(why string) string { return "这不是预设包：" + why },
		notExported: "预设包由导出预设得到",
		after:       "后面还有别的内容",
		newer: func(version, reads int) string {
			return fmt.Sprintf("预设包由更新版本的 voicestudio 创建（预设包版本 %d，本程序支持 %d）", version, reads)
		},
		changedMeanwhile: "文件夹在此期间有变化：请重新导入",
		changedSince:     func(name string) string { return name + " 在导入后改过：没有撤回任何内容" },
		collisions: func(names string) string {
			return "已有其他预设名为 " + names + "：替换它们，或给你的改名"
		},
	},

	merge: mergeWords{
		sides: func(field, mine, theirs string) string { return field + "：你的 " + mine + "，对方的 " + theirs },
	},

	snippet: snippetWords{
		noBody:    func(why string) string { return "请求没有 JSON 正文：" + why },
		notPython: func(why string) string { return "正文无法写成 Python：" + why },
		noAddress: func(address string) string { return address + " 不是网址" },
		header:    func(name string) string { return "请求头 " + name + " 无法写进代码" },
		unknown: func(language string, all []string) string {
			return "没有 " + language + " 的代码片段：可选 " + strings.Join(all, "、")
		},
		method: func(method, variable string) string {
			return method + " 加上 " + variable + " 中的密钥无法写进代码"
		},
		neverKey: "代码片段里不写密钥：改为写出它的变量名",
	},

	lint: lintWords{
		sameName: func(name, file string) tts.Said {
			return tts.Said{What: name + " 也是 " + file + " 里的名称", Cure: "给其中一个改名"}
		},
		correctFile:  "改正文件，或从 git 取回",
		correctLine:  func(line int) string { return fmt.Sprintf("改正第 %d 行", line) },
		otherVersion: "用那个版本检查",
		noVoice:      tts.Said{What: "没有选择音色，每个人听到的会不一样", Cure: "设置 voice_setting.voice_id 或 timbre_weights"},
		noHost:       func(why []string) string { return "没有服务商能合成它（" + strings.Join(why, "；") + "）" },
		of:           func(what, message string) string { return what + "：" + message },
		notYoursEither: func(message string) string {
			return message + "，也不在账号的音色里"
		},
		script: tts.Said{What: "台词不属于预设，已略过", Cure: "试听用的句子写在 sample_text 里"},
		unknownKey: func(key, meant string) tts.Said {
			cure := "自定义的键以 x_ 开头"
			if meant != "" {
				cure = "是不是想写 " + meant + "？如果不是，" + cure
			}
			return tts.Said{What: "不认识键 " + key, Cure: cure}
		},
		noMark: func(key string) tts.Said {
			return tts.Said{What: "声音指纹缺少 " + key + "，无法比较", Cure: "重新采集，或删除它"}
		},
		twoMarks: func(host string) tts.Said {
			return tts.Said{What: host + " 有两个声音指纹", Cure: "删除较早的一个"}
		},
	},

	formula: formulaWords{
		at:      func(character int, why string) string { return fmt.Sprintf("第 %d 个字符处%s", character, why) },
		voice:   "应为音色；含空格或括号的音色要放在引号里",
		quoted:  "引号里的音色不完整",
		plus:    "应为 + 或结尾",
		weight:  "应为括号里的权重，例如 (50)",
		number:  "的权重应为 1 到 100 的整数",
		bracket: "的权重应以 ) 结尾",
		tooMany: func(most int) string { return fmt.Sprintf("超过 %d 个音色", most) },
	},

	sentence: sentenceWords{
		labels: map[string]label{
			"name": {name: "名称"}, "notes": {name: "备注"}, "tags": {name: "标签"}, "model": {name: "模型"},
			"voice_setting.voice_id":           {name: "音色"},
			"timbre_weights":                   {name: "音色"},
			"voice_setting.speed":              {name: "语速", unit: "×", places: 2, evident: true},
			"voice_setting.vol":                {name: "音量", unit: "×", places: 1},
			"voice_setting.pitch":              {name: "音调", unit: " 半音", evident: true},
			"voice_setting.emotion":            {name: "情绪", evident: true},
			"voice_setting.text_normalization": {name: "数字读法"},
			"voice_setting.latex_read":         {name: "LaTeX"},
			"language_boost":                   {name: "语种", evident: true},
			"voice_modify.pitch":               {name: "低沉–明亮", less: "低沉", more: "明亮"},
			"voice_modify.intensity":           {name: "力量–柔和", less: "力量", more: "柔和"},
			"voice_modify.timbre":              {name: "磁性–清脆", less: "磁性", more: "清脆"},
			"voice_modify.sound_effects":       {name: "音效", evident: true},
			"audio_setting.sample_rate":        {name: "采样率", unit: " Hz"},
			"audio_setting.bitrate":            {name: "比特率", unit: " bit/s"},
			"audio_setting.channel":            {name: "声道"},
			"audio_setting.force_cbr":          {name: "恒定比特率"},
			"pronunciation_dict.tone":          {name: "发音"},
			"subtitle_enable":                  {name: "字幕"},
			"aigc_watermark":                   {name: "水印"},
		},
		values:           chineseValues,
		on:               "开",
		off:              "关",
		unset:            "未设置",
		none:             "–",
		set:              func(label, value string) string { return label + " " + value },
		changed:          func(label, became string) string { return label + " " + became },
		became:           func(from, to string) string { return from + " → " + to },
		changedFurtherOn: func(label, value string) string { return label + " " + value + "，后面有改动" },
		restyled:         func(label, value string) string { return label + " " + value + "，写法不同" },
		alone:            "单独",
		added:            func(voice, weight string) string { return "+ " + voice + " " + weight },
		removed:          func(voice string) string { return "− " + voice },
		spokenAs:         func(word string) string { return word + " 读作" },
		more:             func(n int) string { return fmt.Sprintf("等，另有 %d 项", n) },
	},
}

func unable(doing string) func(path, why string) string {
	return func(path, why string) string { return "无法" + doing + " " + path + "：" + why }
}
