package plain

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
)

var settingsChinese = settingWords{
	on: "on yes true 1 开", off: "off no false 0 关", unsetting: "off none auto default unset 无 自动", to: "to 为", is: "is 是", as: "as 读作", everything: "all everything 全部",
	all: "全部设置", allUnset: "所有设置都已取消；音色不变", answer: "回答方式", explained: "what 加名称有说明；settings all 说明全部",
	noWords: "发音表是空的；pronounce GTC as G T C 可以加词", nothingSet: "没有设置", switchable: "开（on）或关（off）", wholeOn: "（whole on）",
	about: map[string]string{
		"voice_setting.speed":              "语速",
		"voice_setting.pitch":              "音调，以半音计",
		"voice_setting.vol":                "录音的音量",
		"voice_setting.emotion":            "情绪；不设置则由模型决定",
		"language_boost":                   "语言增强：要念的语言",
		"voice_modify.pitch":               "负数更低沉，正数更明亮",
		"voice_modify.intensity":           "负数更有力，正数更柔和",
		"voice_modify.timbre":              "负数更浑厚，正数更清脆",
		"voice_modify.sound_effects":       "整个声音的音效",
		"audio_setting.format":             "服务商发送的音频格式",
		"audio_setting.sample_rate":        "采样率，赫兹",
		"audio_setting.bitrate":            "比特率，仅用于 mp3",
		"audio_setting.channel":            "1 是单声道，2 是立体声",
		"audio_setting.force_cbr":          "mp3 使用恒定比特率",
		"voice_setting.text_normalization": "是否规范地念数字和日期",
		"voice_setting.latex_read":         "是否念出 LaTeX 公式",
		"subtitle_enable":                  "是否附带字幕；需要 whole on",
		"subtitle_type":                    "字幕按什么计时",
		"output_format":                    "hex 随回答发送；url 是链接，需要 whole on",
		"aigc_watermark":                   "是否标记为机器生成；需要 whole on",
		"continuous_sound":                 "分句之间是否无缝衔接",
	},
	unset: func(byDefault string) string {
		if byDefault == "" {
			return "未设置"
		}
		return "未设置，即 " + byDefault
	},
	onOff: func(on bool) string {
		if on {
			return "开"
		}
		return "关"
	},
	whole: func(on bool) string {
		if on {
			return "回答一次性完整发送"
		}
		return "回答以流式发送"
	},
	isUnset:  func(name string) string { return name + " 未设置" },
	already:  func(name, value string) string { return name + " 已经是 " + value },
	notSet:   func(names []string) string { return "未设置：" + strings.Join(names, "、") },
	oneOf:    func(values []string) string { return "可选：" + strings.Join(values, "、") },
	inSteps:  func(of, step string) string { return "范围：" + strings.TrimSpace(of) + "，步长 " + step },
	notHere:  func(value, host, why string) string { return value + " 在这里不可用：" + why },
	which:    tts.Said{What: "没有说明是哪项设置", Cure: "settings 列出设置"},
	wordForm: tts.Said{What: "pronounce 需要词和读法", Cure: "请写 pronounce GTC as G T C；只写词则去掉"},
	none: func(word, near string) tts.Said {
		said := tts.Said{What: fmt.Sprintf("没有设置 %q", word), Cure: "settings 列出设置"}
		if near != "" {
			said.Cure = "是不是 " + near + "？"
		}
		return said
	},
	notANumber: func(name, word, allowed string) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s 不能是 %q", name, word), Cure: allowed}
	},
	notASwitch: func(name, word string) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s 不能是 %q", name, word), Cure: "请写 on 或 off"}
	},
	noSteps: func(name string) tts.Said {
		return tts.Said{What: name + " 没有步长", Cure: "请在名称后写值"}
	},
	notAValue: func(name, word, near string, values []string) tts.Said {
		said := tts.Said{What: fmt.Sprintf("%s 不能是 %q", name, word)}
		switch {
		case near != "":
			said.Cure = "是不是 " + near + "？"
		case len(values) > 12:
			said.Cure = "what " + name + " 列出可选值"
		default:
			said.Cure = "可选：" + strings.Join(values, "、")
		}
		return said
	},
}

var takesChinese = takeWords{
	name: "take", starred: "starred", from: "from 从", to: "to 到", loudness: "loudness 响度", subtitles: "subtitles 字幕", star: "星标", hint: "输入编号即可播放", sameSettings: "设置已经是这样",
	take:      func(n int) string { return fmt.Sprintf("录音 %d", n) },
	restoring: func(n int) string { return fmt.Sprintf("恢复录音 %d 的设置", n) },
	restored:  func(n int) string { return fmt.Sprintf("同录音 %d", n) },
	deleting:  func(n int) string { return fmt.Sprintf("删除录音 %d", n) },
	starring: func(n int, on bool) string {
		if on {
			return fmt.Sprintf("录音 %d 已加星标", n)
		}
		return fmt.Sprintf("录音 %d 已去掉星标", n)
	},
	noting: func(n int, none bool) string {
		if none {
			return fmt.Sprintf("录音 %d 的备注已去掉", n)
		}
		return fmt.Sprintf("录音 %d 已加备注", n)
	},
	tagging: func(n int, tags []string) string {
		if len(tags) == 0 {
			return fmt.Sprintf("录音 %d 没有标签", n)
		}
		return fmt.Sprintf("录音 %d 的标签：%s", n, strings.Join(tags, " "))
	},
	deleted: func(n, benches int) string {
		said := fmt.Sprintf("录音 %d 已放入回收站；undo 取回", n)
		if benches > 0 {
			said += fmt.Sprintf("；%d 个试听台仍提到它", benches)
		}
		return said
	},
	wrote:     func(file, what string) string { return "已写入 " + file + "：" + what },
	notListed: func(why string) tts.Said { return tts.Said{What: "无法列出录音：" + why} },
	notFound: func(what string) tts.Said {
		return tts.Said{What: fmt.Sprintf("没有录音 %q", what), Cure: "takes 列出录音"}
	},
	exportAs: func(ending string) tts.Said {
		return tts.Said{What: fmt.Sprintf("录音不能导出为 %q", ending), Cure: "文件名请以 .wav、.flac 或 .mp3 结尾"}
	},
	which: func(command string) tts.Said {
		return tts.Said{What: command + " 需要录音编号", Cure: "takes 列出录音"}
	},
	noNumber: func(n int) tts.Said {
		return tts.Said{What: fmt.Sprintf("没有录音 %d", n), Cure: "takes 列出录音"}
	},
	empty:        tts.Said{What: "还没有这样的录音", Cure: "speak 录一段"},
	exportForm:   tts.Said{What: "export 需要文件名", Cure: "请写 export 3 hello.wav"},
	noSubtitles:  tts.Said{What: "这段录音没有字幕", Cure: "用 whole on、subtitles on 和 again 再录一遍带字幕的"},
	loudnessForm: tts.Said{What: "响度是小于 0 的 LUFS 数", Cure: "请写 export 3 hello.wav loudness -16"},
}

var benchChinese = benchWords{
	settings: "settings", take: "take", preset: "preset", voice: "voice",
	hidden: "名字已隐藏", hint: "输入编号即可试听；bench star 和 bench use 也用编号",
	hintBlind: "名字已隐藏；输入编号试听，bench reveal 揭晓", blind: "名字已隐藏，顺序随机",
	blindAlready: "名字已经隐藏；bench reveal 揭晓", notBlind: "名字没有隐藏", whileBlind: "试听台的名字隐藏时不可以；bench reveal 揭晓",
	cannot: "无法合成", oneFailed: "有一个候选无法合成", allMade: "全部已合成", otherWords: "它说的不是试听台的文本",
	line:      func(text string) string { return "文本：" + text },
	begun:     func(text string) string { return "新的试听台，文本：" + text },
	putting:   func(label string) string { return "把 " + label + " 放上试听台" },
	removing:  func(label string) string { return "从试听台拿掉 " + label },
	removed:   func(label string) string { return "已拿掉 " + label },
	using:     func(label string) string { return label + " 的设置" },
	used:      func(label string) string { return "同 " + label },
	candidate: func(n int) string { return fmt.Sprintf("候选 %d", n) },
	stars:     func(n int) string { return fmt.Sprintf("%d 星", n) },
	making:    func(n int) string { return fmt.Sprintf("正在合成 %d 段", n) },
	named:     func(n int, label string) string { return fmt.Sprintf("%d，%s", n, label) },
	missing: func(n int, price string) string {
		return fmt.Sprintf("%d 个尚未合成，%s；bench make 合成", n, price)
	},
	put:      func(label string, n int) string { return fmt.Sprintf("%s 已放上试听台，编号 %d", label, n) },
	inList:   func(name string, n int) string { return fmt.Sprintf("%s，%d 个候选", name, n) },
	starring: func(called string, stars int) string { return fmt.Sprintf("%s：%d 星", called, stars) },
	noting:   func(called string) string { return called + " 的备注" },
	sounds: func(label string, matched bool) string {
		if matched {
			return label
		}
		return label + "，音量设置不同，未对齐"
	},
	made:   func(n, of int) string { return fmt.Sprintf("已合成 %d / %d", n, of) },
	called: func(at time.Time, text string) string { return at.Format("2006-01-02 15:04 ") + text },
	gone: func(name string) tts.Said {
		return tts.Said{What: "试听台 " + name + " 已不在", Cure: "bench add 开始新的"}
	},
	empty:     tts.Said{What: "试听台上什么也没有", Cure: "bench add 放上当前设置，bench add voice 名字 放上音色"},
	otherLine: "另一句", noStars: tts.Said{What: "没有加星的候选", Cure: "bench star 加编号"},
	already: tts.Said{What: "已经在试听台上"},
	which:   tts.Said{What: "没有说明是哪个候选", Cure: "请写编号；bench 列出"},
}
