package form

import (
	"fmt"
	"strings"

	"voicestudio/ui/studio/rooms"
)

// chineseForm is what the rows of settings say in Chinese.
var chineseForm = formWords{
	NotListed: "未收录",
	asSent:    func(value string) string { return "= " + value },
	kind: func(language, gender string) string {
		return strings.TrimSpace(language + " " + map[string]string{"female": "女", "male": "男"}[gender])
	},

	options: map[string]string{
		"English": "英语", "Chinese": "中文", "Chinese,Yue": "粤语", "Japanese": "日语", "Korean": "韩语",
		"true": "开", "false": "关",
		"streamed": "流式", "whole": "一次返回",
	},

	signs: [3]string{"m{mute}", "s{solo}", "o{lock}"},

	Voice:     "音色",
	speed:     "语速",
	pitch:     "音调",
	volume:    "音量",
	emotion:   "情绪",
	intensity: "强度",
	timbre:    "音质",
	effect:    "音效",
	weight:    "权重",
	add:       "添加音色",
	deep:      "低沉",
	bright:    "明亮",
	strong:    "力量感",
	soft:      "柔和",
	full:      "磁性",
	crisp:     "清脆",
	semitones: " 半音",
	numbers:   "数字读法",
	latex:     "LaTeX",
	host:      "默认",
	format:    "格式",
	rate:      "采样 kHz",
	bitrate:   "比特率",
	channels:  "声道",
	cbr:       "恒定比特率",
	answer:    "返回方式",
	sentAs:    "传输格式",
	watermark: "水印",
	subtitles: "字幕",
	seamless:  "无缝衔接",
	timed:     "字幕粒度",
	Typing:    "enter{value} 设定 · esc 离开",
	AddWord:   "添加词",
	EditWord:  "这个词怎么读",
	NewWord:   "添加词",
	WordHint:  "词、斜杠、读法：GTC/G T C，或 处理/(chu3)(li3)",
	WordShape: "请写成“词/读法”，例如 GTC/G T C",
	WordThere: func(word string) string { return word + " 已在词典里" },
	WordOut:   func(word string) string { return word + " 改由服务商决定读法；alt+z 恢复这一条" },
	WordsAdded: func(words []string) string {
		if len(words) == 1 {
			return "已添加 " + words[0] + "；u{undo-letter} 撤销"
		}
		return fmt.Sprintf("已添加 %d 个词；u{undo-letter} 撤销", len(words))
	},
	Hears:     func(word string) string { return "单独听 " + word },
	OnlyLine:  func(n int) string { return fmt.Sprintf("仅第 %d 行", n) },
	AtOnce:    "改动即听",
	AtOnceOn:  "停手后立即播放每次改动；ctrl+t 关闭",
	AtOnceOff: "改动后等按 ctrl+r 再合成",
	AtOncePrice: func(host, price string) string {
		return host + " 每次改动收费 " + price + "；再按一次 ctrl+t，每次改动都会播放"
	},
	Alone: func(word string) string { return "单独的 " + word },
	KeyHears: func(what, host, price string) string {
		return fmt.Sprintf("%s（%s）：%s；ctrl+r 合成", what, host, price)
	},
	HearPrice: func(what, host, price string) string {
		return fmt.Sprintf("%s（%s）：%s；再按同一个键就合成", what, host, price)
	},
	NoEntry:    "先把光标移到一个词上；+{add-word} 添加词",
	EntryKeys:  "enter{enter} 修改，s{hear-word} 试听，backspace{unset} 删除",
	Words:      func(n int, listed string) string { return fmt.Sprintf("%d 个词：%s", n, listed) },
	WholeFirst: func(why string) string { return why + "；请先在“输出”里把返回方式改成一次返回" },
	Nothing:    [rooms.PanelCount]string{rooms.VoicePanel: "服务商默认", rooms.BlendPanel: "没有音色", rooms.EffectsPanel: "无音效", rooms.OutputPanel: "流式 mp3", rooms.PronunciationPanel: "没有词"},
	Rows:       func(at, of int) string { return fmt.Sprintf("%d/%d", at, of) },

	sound:        func(heard, voices int) string { return fmt.Sprintf("%d/%d 发声", heard, voices) },
	onlySounds:   func(voice string) string { return "仅 " + voice },
	Locked:       func(voice string) string { return voice + " 已锁定；o{lock} 解锁" },
	KeepsShare:   func(voice string) string { return voice + " 的占比不变；其余音色分配剩下的部分" },
	Unlocked:     func(voice string) string { return voice + " 已解锁" },
	OthersLocked: "其他音色都已锁定，这个占比无法改动；o{lock} 解锁一个",
	WeightEnds:   func(weight int) string { return fmt.Sprintf("有音色锁定时，最多只能到 %d", weight) },
	Swapped:      func(voice, other string) string { return voice + " 和 " + other + " 已交换权重" },
	NoFormula:    func(why string) string { return "这不是混合音色的配方：" + why },
	Pasted:       "已按配方设定混合音色；alt+z 恢复之前的",
	room:         func(voices int) string { return fmt.Sprintf("还可加 %d 个", voices) },
	none:         "未选择：按 enter{enter} 选择",

	AloneNoWeight: "只有一个音色时不需要权重；+{add-voice} 再加一个",
	AloneHeard:    "只有一个音色时总会发声；+{add-voice} 再加一个",
	OneStays:      "至少保留一个音色；enter{enter} 换一个",
	OneHeard:      "至少有一个音色发声",
	NoVoices:      "还没有选择音色",
	NoVoice:       "先把光标移到一个音色上",
	FourAtMost:    "混合音色最多四个；backspace{unset} 移除一个",
	TakenOut:      func(voice string) string { return "已从混合音色移除 " + voice + "；alt+z 恢复" },
	InBlend: func(voice string) string {
		return "已加入混合音色：" + voice + "；←{less} →{more} 调整权重"
	},
	Copied:   func(formula string) string { return "已复制 " + formula },
	IsReset:  "所有设置已恢复为服务商默认；alt+z 撤销",
	NoNumber: "这里没有数值；用 ←{less} →{more} 选择，或按 enter{enter}",
	MustBe: func(label string, whole bool, bounds, typed string) string {
		kind := "数值"
		if whole {
			kind = "整数"
		}
		return fmt.Sprintf("%s应为%s（%s），不能是 %q", label, kind, bounds, typed)
	},
	Model:    "模型",
	Language: "语种",
	IsSet:    func(what, value string) string { return what + "：" + value },
}
