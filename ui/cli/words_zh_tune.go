package cli

import (
	"fmt"

	"voicestudio/tts"
)

var chineseTune = tuneWords{
	noPlace: func(why string) tts.Said {
		return tts.Said{What: "没有保存调音的位置：" + why, Cure: "请设置 HOME 或 XDG_DATA_HOME"}
	},
	noJudge:     tts.Said{What: "没有人回答问题", Cure: "请给出 --judge COMMAND 或 --reference FILE；人用耳朵调音请在工作室里进行"},
	twoJudges:   tts.Said{What: "给了两个评判", Cure: "请只给 --reference FILE 或 --judge COMMAND"},
	noRecording: tts.Said{What: "没有参考录音，谈不上说的是不是同样的词", Cure: "请同时给出 --reference FILE"},
	noPatience:  tts.Said{What: "评判需要时间来回答", Cure: "请给一个时长，例如 90s 或 10m"},
	noClips:     tts.Said{What: "没有可听的片段", Cure: "请给 1 或更多，或去掉 --clips"},
	fewClips: func(least int) tts.Said {
		return tts.Said{What: fmt.Sprintf("第一个问题需要 %d 个片段", least), Cure: fmt.Sprintf("请给 %d 或更多", least)}
	},
	resumed: func(flag string) tts.Said {
		return tts.Said{What: flag + " 由要继续的调音决定", Cure: "请去掉它，或重新开始"}
	},
	goesOn:   func(id, text string) string { return "继续 " + id + "，文本：" + text },
	noneOpen: tts.Said{What: "没有可以继续的调音", Cure: "请给出它的 ID，或重新开始"},
	noText:   tts.Said{What: "没有给出片段要说的文本", Cure: "请给出 --text TEXT"},
	noSample: tts.Said{What: "预设没有示例文本", Cure: "请给出 --text TEXT"},
	manyStarts: func(n, most int) tts.Said {
		return tts.Said{What: fmt.Sprintf("给了 %d 个起始预设", n), Cure: fmt.Sprintf("最多 %d 个", most)}
	},
	closed:  func(axis, why string) string { return "不调整" + axis + "：" + why },
	noAxis:  tts.Said{What: "这些维度在这里都不能调整", Cure: "请换其他维度"},
	orFewer: "，或用 --clips 提早停下",
	presetThere: func(name string) tts.Said {
		return tts.Said{What: "已有预设 " + name, Cure: "请换一个名字"}
	},
	questions: func(about int, bill string) string {
		return fmt.Sprintf("约 %d 个问题；最多 %s", about, bill)
	},
	pass:    func(n int) string { return fmt.Sprintf("第 %d 轮", n) },
	start:   "起点",
	same:    "没有区别",
	changed: func(changes string) string { return "改动：" + changes },

	nothingAsked:   "没有得到回答",
	nothingChanged: "没有改动：起点最好",
	distance: func(before, after float64, beside string) string {
		return fmt.Sprintf("距离 %.2f → %.2f：%s", before, after, beside)
	},
	step: func(n int, distance float64, beside string) string {
		return fmt.Sprintf("片段 %-3d 距离 %5.2f：%s", n, distance, beside)
	},
	beside: func(differences string, distance float64) string {
		switch {
		case differences != "":
			return "与参考录音相比，" + differences
		case distance > 1:
			return "与参考录音不像，但这些数值说不出不同在哪里"
		}
		return "与参考录音听不出区别"
	},
	words: func(same bool) string {
		if same {
			return "参考录音似乎说的是同样的词；若不是，请用 --same-words=false"
		}
		return "参考录音似乎说的是别的词；若其实一样，请用 --same-words"
	},
	atMost: func(bill string) string { return "最多 " + bill },
	cost: func(clips, made, characters int, cost []tts.Money, unpriced int, stopped string) string {
		said := fmt.Sprintf("听了 %d 个片段，这次没有合成", clips)
		if made > 0 {
			said = chineseMade.of(chineseMade.clips(made), append([]string{chineseMade.characters(characters)}, chineseMade.costs(cost, unpriced)...)) + fmt.Sprintf("；听了 %d 个", clips)
		}
		switch stopped {
		case "clips":
			said += "；因 --clips 停下"
		case "money":
			said += "；因价格停下"
		case "done":
			said += "；再也听不出区别"
		}
		return said
	},
	presetAsBefore: "没有保存预设：内容与原来一样",
	goOn: func(id string, recording bool) string {
		judge := "--judge COMMAND"
		if recording {
			judge = "--reference FILE"
		}
		return "要继续：voicestudio tune --resume " + id + " " + judge
	},
}

var chineseTuneHelp = help{
	short: "凭听觉调音，由一个程序来听",
	long: "一步一步寻找音色的设置：同一段文本用某个设置稍低、原样、稍高各合成一次；评判说哪个最好；设置移到那里，再轮到下一个。当所有维度都听不出区别（语速 5%、音调 1 个半音、其他 10 点），或达到 --clips 时结束。维度有 speed（语速）、pitch（音调）、deep（低沉到明亮）、strong（力量感到柔和）、full（磁性到清脆）、weights（混合音色的权重，逐个音色）。这不是克隆：只是转动 API 已有的旋钮。人用耳朵调音请在工作室里进行。\n" +
		"\n" +
		"评判可以是任何命令，用 sh -c 启动一次（Windows 上是 cmd /C）。每个问题在标准输入给一行 {axis, text, candidates: [{n, label, file, request}]}，file 是音频的路径；它回答一行：最好那个的 n，或 same。比较几个预设时 axis 为空。它不能在提问之前回答，没有终端，也没有服务商的密钥；它写到标准错误的内容会显示出来。不再提问时它的输入结束，一秒后仍在运行就会被结束。不算回答的一行会指出，并再问一次。连续两次胡乱回答、它退出、--judge-timeout 内没有回答，退出码为 1。\n" +
		"\n" +
		"最多会花多少先说明，不免费时会询问。本机已有的片段不再合成，所以同一条命令再运行不花钱。每次回答后都保存目前最好的结果，无论怎样结束：用 --resume 继续；有改动时写出 --out-preset。\n" +
		"--json 每个问题输出 {question, axis, pass, candidates: [{n, label, take}], answer}，每个计算的片段输出 {clip, take, request, distance, differences: [{measure, a, b, delta, unit, words}]}，最后输出 {tuning, request, changes, clips, made, sent_characters, cost, unpriced, stopped, distance_before, distance_after, differences, preset}；stopped 是 done、clips、money、judge、interrupted，或 error（片段无法合成，退出码随该错误）。用 --judge 时 distance 和 differences 为 null。",
	example: `  voicestudio tune --preset "Warm narrator" --judge ./listen.sh --clips 20 --out-preset "Warm narrator 2"
  voicestudio tune --voice Wise_Woman --axes speed,pitch --text "Welcome aboard." --judge 'while read -r q; do echo 2; done'
  voicestudio tune --voice Wise_Woman --text "Welcome aboard, and thank you for flying with us." --reference anna.wav --out-preset Anna`,
}
