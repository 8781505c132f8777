package tts

import (
	"fmt"
	"strings"
)

var chinese = words{
	meant: func(like, cure string) string {
		if cure == "" {
			return "是否指 " + like + "？"
		}
		return "是否指 " + like + "？否则" + cure
	},
	hosts: map[HostName]string{
		Sandbox: "沙盒", DashScope: "阿里云 DashScope", PPIO: "PPIO", Novita: "Novita", Jiekou: "Jiekou",
		MiniMax: "MiniMax 国际站", MiniMaxCN: "MiniMax 国内站",
	},
	stopped: "已停止",
	whole:   whollyInChinese,
	traceID: func(id string) string { return "trace id " + id },
	about:   "：",
	further: "；",
	listed:  "，",

	system: systemInChinese,
	json:   jsonInChinese,

	fields: fieldWords{
		unknown:     Said{"没有这个字段", "按 API 的写法填写，例如 voice_setting.speed"},
		unknownLike: func(path string) Said { return Said{"没有这个字段", "是不是想写 " + path + "？"} },
		notOfKind: func(value string, k Kind) Said {
			names := map[Kind]string{Number: "数字", Whole: "整数", Switch: "true 或 false", List: "格式正确的列表"}
			examples := map[Kind]string{Number: "1.1", Whole: "2", Switch: "true", List: `[{"voice_id":"Wise_Woman","weight":40}] 或 ["处理/(chu3)(li3)"]`}
			return Said{fmt.Sprintf("%q 不是%s", value, spaced(names[k])), "用 JSON 填写，例如 " + examples[k]}
		},
		notOneOf: func(value string, values []string) Said {
			return Said{value + " 不是可用的值", chooseAmong(values)}
		},
		outOfRange: func(value, bounds string) Said {
			return Said{value + " 超出范围", "选择" + bounds + "的值"}
		},
		between: func(low, high float64) string { return fmt.Sprintf(" %v 到 %v 之间", low, high) },
		above:   func(low, high float64) string { return fmt.Sprintf("大于 %v、不超过 %v ", low, high) },
		replacement: func(entry string) Said {
			return Said{fmt.Sprintf("词条 %q 没有写读音", entry), "写成“原词/读音”，例如 处理/(chu3)(li3)"}
		},
	},

	text: textWords{
		empty: Said{"没有可以合成的内容", "写下要朗读的文字"},
		tooLong: func(characters, most int) Said {
			return Said{fmt.Sprintf("%d 个字符太多了", characters), fmt.Sprintf("缩短到 %d 个字符以内，或分成几段", most)}
		},
		notUTF8: Said{"文本不是有效的 UTF-8", "另存为 UTF-8"},
		pauseForm: func(marker string) Said {
			return Said{"停顿标记 " + marker + " 写法不对", "写 0.01 到 99.99 之间的秒数，最多两位小数，例如 <#0.5#>"}
		},
		pauseFirst: func(marker string) Said {
			return Said{"停顿标记 " + marker + " 在最开头", "在它前面加上文字，或去掉它"}
		},
		pauseTwice: func(marker string) Said {
			return Said{"停顿标记 " + marker + " 紧跟在另一个停顿后面", "在中间加上文字，或合并成一个更长的停顿"}
		},
		pauseLast: Said{"停顿标记在最末尾", "在它后面加上文字，或去掉它"},
		invisible: Said{"超过十分之一是看不见的字符，服务商会拒绝", "去掉这些字符"},
		likePause: func(written, meant string) Said {
			return Said{written + " 不是停顿标记，会被读出来", "需要停顿时写 " + meant}
		},
		likeSound: func(written, meant string) Said {
			return Said{written + " 不是语气词，会被读出来", "需要这个语气词时写 " + meant}
		},
	},

	voices: voiceWords{
		none: Said{"还没有选择音色", "选一个音色"},
		tooMany: func(voices, most int) Said {
			return Said{fmt.Sprintf("混合音色最多 %d 个音色，现在有 %d 个", most, voices), fmt.Sprintf("去掉 %d 个", voices-most)}
		},
		weight: func(weight int, voice string) Said {
			return Said{fmt.Sprintf("%[2]s 的权重 %[1]d 超出范围", weight, voice), "选择 1 到 100 之间的权重，或去掉这个音色"}
		},
		unknown: func(voice string, fee Money) Said {
			cure := "检查拼写；克隆音色只能由创建它的账号使用"
			if fee.Amount > 0 {
				cure = fmt.Sprintf("检查拼写；克隆音色首次使用在这里收费 %.1f %s，且只能由创建它的账号使用", fee.Amount, fee.Currency)
			}
			return Said{fmt.Sprintf("音色 %q 不在音色目录中", voice), cure}
		},
		doubts: map[string]string{FromThirdParty: "第三方", SeenInUse: "见于使用"},
	},

	models: modelWords{
		noHost: func(name string, hosts []string) Said {
			return Said{fmt.Sprintf("没有名为 %q 的服务商", name), chooseAmong(hosts)}
		},
		notOffered: func(host, model string, models []string) Said {
			return Said{host + " 不提供 " + model, chooseAmong(models)}
		},
		unknown: func(model string, models []string) Said {
			return Said{"本程序不认识模型 " + model, chooseAmong(models)}
		},
	},

	rules: map[ProblemCode]Said{
		NoFluentAtDashScope:     {"DashScope 没有 fluent（生动）情绪", "选择其他情绪，或 auto"},
		NoWhisperAtDashScope:    {"DashScope 的 2.8 模型没有 whisper（低语）情绪", "选择其他情绪，或 speech-02-hd"},
		EmotionListedByPPIO:     {What: "{host} 列出了这种情绪，但 MiniMax 只有 2.6 模型支持它"},
		EmotionOfPPIO28:         {"{host} 只有 2.8 模型提供这种情绪", "选择其他情绪，或 speech-2.8-turbo"},
		EmotionOfMiniMax26:      {What: "MiniMax 只有 2.6 模型支持这种情绪"},
		NoWhisperAtMiniMax28:    {"MiniMax 的 2.8 模型拒绝 whisper（低语）情绪", "选择其他情绪，或 speech-2.6-turbo"},
		NoNeutralAtDashScope:    {"DashScope 没有 neutral 情绪", "选择取代它的 calm（平静），或 auto"},
		NoNeutralAtPPIO28:       {"{host} 的 2.8 模型没有 neutral 情绪", "选择取代它的 calm（平静），或 auto"},
		NeutralAtMiniMax:        {"MiniMax 列出的是 calm（平静）而不是 neutral；仍有客户端发送 neutral，服务商如何回应尚不清楚", "被拒绝时选择 calm"},
		EmotionOfDated01:        {"MiniMax 没有为最早的模型列出情绪，并且曾因此拒绝过请求", "被拒绝时选择 auto"},
		Model25AtMiniMax:        {"MiniMax 没有列出 2.5 模型；已知的唯一一次真实回应（2061）说账号的套餐不含这些模型", "被拒绝时选择 speech-2.8-turbo"},
		Model01AtMiniMax:        {What: "MiniMax 已不再列出 01 模型，但仍见过它接受这些模型"},
		RetiredByNovita:         {"Novita 已于 2026-08-19 下线 speech-2.6-hd", "被拒绝时选择 speech-2.8-hd"},
		FormatNotAtPPIO:         {"{host} 只支持 mp3、pcm、flac 和 wav", "从中选一个"},
		FormatNotAtDashScope:    {"DashScope 不支持 mu-law", "选择 mp3、pcm、flac 或 wav"},
		OpusAtDashScope:         {"DashScope 没有列出 opus；有中转服务说它只支持 8000、16000 和 24000 Hz", "被拒绝时选择 mp3"},
		OpusWithoutRate:         {"没有设置采样率时服务商会用 32000 Hz，而 opus 不支持它", "把 audio_setting.sample_rate 设为 24000"},
		OpusRateAtDashScope:     {"DashScope 的 opus 不接受这个采样率", "选择 24000、16000 或 8000"},
		RateOfOpus:              {"只有 opus 支持这个采样率", "选择其他采样率，或 opus"},
		RateNotOfOpus:           {"opus 不支持这个采样率", "选择 24000、16000 或 8000"},
		RateOfMuLaw:             {"mu-law 只支持 8000 Hz", "选择 8000，或取消设置"},
		WAVStreams:              {"wav 不能流式返回", "选择 mp3，或" + whollyInChinese},
		WAVStreamsAtMiniMax:     {"MiniMax 的文档说 wav 不能流式返回，但见过它的线上服务这样返回", "被拒绝时选择 mp3，或" + whollyInChinese},
		SubtitlesStream:         {"字幕只随一次返回的结果提供", whollyInChinese},
		URLStreams:              {"url 只随一次返回的结果提供", whollyInChinese},
		WatermarkStreams:        {"水印只在一次返回时提供", whollyInChinese},
		EffectsStreamAsMP3:      {"音效流式返回时只支持 mp3", "选择 mp3，或" + whollyInChinese},
		EffectsNotInFormat:      {"音效只支持 mp3、wav 和 flac", "从中选一个"},
		BitrateOfMP3:            {What: "bitrate 只对 mp3 有效"},
		ForceCBROfMP3:           {What: "force_cbr 只对 mp3 有效"},
		ForceCBROfStreams:       {What: "force_cbr 只对流式返回有效"},
		ContinuousAtDashScope:   {What: "DashScope 不认识 continuous_sound"},
		ContinuousOf28:          {What: "只有 2.8 模型认识 continuous_sound"},
		ContinuousInChina:       {What: "MiniMax 只为国内站列出 continuous_sound"},
		SubtitleTypeOfMiniMax:   {What: "只有 MiniMax 自己认识 subtitle_type"},
		SubtitleTypeWithout:     {What: "subtitle_type 用于字幕，而字幕没有打开"},
		SubtitleTypeStreams:     {"word_streaming 只在流式返回时提供，而本程序此时不取字幕", "选择 word"},
		SubtitlesAtPPIO28:       {What: "{host} 没有为 2.8 模型列出字幕"},
		SubtitlesAtPPIO26:       {What: "{host} 的 2.6 模型页面上没有字幕"},
		WatermarkOfPPIO28:       {What: "{host} 只有 2.8 模型认识水印"},
		WatermarkInChina:        {What: "MiniMax 只为国内站列出水印"},
		LanguageOfLaterModels:   {"01 和 02 模型不支持这种语言", "选择 2.6 或 2.8 模型"},
		LanguageNotListedByPPIO: {What: "{host} 的页面为这个模型列出 24 种语言，其中没有这一种"},
		LatexIsChinese:          {What: "latex_read 会把语言设为中文，不管 language_boost 是什么"},
		BlendReplaces:           {What: "混合音色会取代 voice_id"},
		TagsReadOut:             {What: "只有 2.8 模型会把 (laughs) 这样的标签变成语气词，其他模型会照着读出来"},
	},

	stream: streamWords{
		endsEarly: Said{"结果在最后一帧之前就结束了，音频不完整", "重新合成"},
		tooMuch:   Said{"服务商发来的音频超过 512 MB，其余的不再接收", "已收到的会保留；把文本分成几段"},
		noAudio:   Said{"服务商的回应里没有音频", "重新合成"},
		bytesLack: func(came, made int64) Said {
			return Said{fmt.Sprintf("服务商生成了 %[2]d 字节音频，只收到 %[1]d 字节，音频不完整", came, made), "重新合成"}
		},
	},

	broken: brokenWords{
		line: func(n int) string { return fmt.Sprintf("第 %d 行：", n) },
	},
}

const whollyInChinese = "改为一次返回"

func chooseAmong(values []string) string { return "可选：" + strings.Join(values, "、") }

// spaced has a blank before Latin letters, as they have beside Han characters.
func spaced(s string) string {
	if s != "" && s[0] < 0x80 {
		return " " + s
	}
	return s
}
