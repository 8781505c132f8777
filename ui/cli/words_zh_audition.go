package cli

import (
	"fmt"
	"strings"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

var chineseAudition = auditionWords{
	columns:          []string{"名称", "改动", "候选", "文本"},
	candidateColumns: []string{"", "候选", "时长", "响度", "录音", "星标", "备注"},
	noPlace: func(why string) tts.Said {
		return tts.Said{What: "没有放试听的位置：" + why, Cure: "请设置 HOME 或 XDG_DATA_HOME"}
	},
	listShows: "voicestudio audition list 列出全部",
	none:      "还没有试听；audition new 可以新建",
	candidates: func(all, made int) string {
		said := fmt.Sprintf("%d 个候选", all)
		if made < all {
			said += fmt.Sprintf("，已合成 %d 个", made)
		}
		return said
	},
	count: func(candidates int) string { return fmt.Sprintf("%d 个候选", candidates) },
	price: func(m tts.Money, unpriced int) string {
		said := "约 " + m.String() + "（以服务商计费为准）"
		if unpriced > 0 {
			said += fmt.Sprintf("，另有 %d 条录音价格本程序不知道", unpriced)
		}
		return said
	},
	take:         func(id string) string { return "录音 " + id },
	noText:       tts.Said{What: "没有给出文本", Cure: "请给出 --text TEXT，所有候选都说这一句"},
	noCandidates: tts.Said{What: "没有可听的候选", Cure: "请给出 --preset、--voice、--take、--set 或 --ladder"},
	nothingToVary: tts.Said{What: "--set 没有可以变化的对象",
		Cure: "请给出要变化的预设或音色"},
	tooMany: func(n, most int) tts.Said {
		return tts.Said{What: fmt.Sprintf("这会有 %d 个候选，试听台一页只放得下 %d 个", n, most), Cure: "请减少，或加 --all"}
	},
	far: func(most int) tts.Said {
		return tts.Said{What: fmt.Sprintf("这会超过 %d 个候选", most), Cure: "请减少"}
	},
	noLadder: func(said string, steps int) tts.Said {
		return tts.Said{What: said + " 不是阶梯", Cure: fmt.Sprintf(`请写成 VOICE,VOICE 或 VOICE,VOICE,STEPS，两个不同的音色和 2 到 %d 级；id 里有逗号时加双引号`, steps)}
	},
	quotes:      tts.Said{What: "双引号里的值没有正确结束", Cure: `请写成 JSON 字符串 "a, b"，后面加逗号`},
	mustAsk:     tts.Said{What: "这要花钱，但没有终端可以询问", Cure: "请加 --yes"},
	notMade:     "未合成",
	nothingMade: "什么也没有合成，因此没有保存试听",
	goOn: func(missing int, name string) string {
		return fmt.Sprintf("还缺 %d 个候选；要继续：先运行 voicestudio audition rm %s，再运行同一条命令，已合成的免费", missing, name)
	},
	removed: func(name string) string { return "已删除 " + name + "；它的录音还在录音里" },
	holds: func(auditions []string, take string) string {
		for i := range auditions {
			auditions[i] = quote(auditions[i])
		}
		return fmt.Sprintf("录音 %s 属于试听 %s：试听还在，它就留在回收站里；找回之前试听要重新合成它", take, strings.Join(auditions, "、"))
	},
	votes: voteWords{
		took: func(file, listener string, answers int, became audition.Imported) string {
			if listener == "" {
				listener = "某人"
			}
			return fmt.Sprintf("%s：%s，%d 个回答，%s", file, listener, answers, map[audition.Imported]string{
				audition.New: "新的", audition.Longer: "比之前多", audition.Known: "没有新内容",
				audition.Differs: "与之前一样多，但内容不同：两者之中总是保留同一份",
			}[became])
		},
		wrong:      func(file, why string) string { return file + "：" + why },
		noPage:     "还没有导出过听众页面",
		andVerdict: func(soFar, verdict string) string { return soFar + "。" + verdict },
		soFar: func(listeners, votes int) string {
			return fmt.Sprintf("%d 位听众，%d 票", listeners, votes)
		},
		won:         func(won, of int) string { return fmt.Sprintf("%d 次中胜 %d 次", of, won) },
		notAccepted: "还分不出谁最受欢迎，因此没有采用",
		accepted: func(label string, changed []string) string {
			return "已采用 " + label + "：" + strings.Join(changed, "，")
		},
		acceptedOnce: func(label string) string { return label + " 之前已采用；没有改动" },
		onBench:      "试听台上加了星标",
		takeStarred:  func(take string) string { return "录音 " + take + " 加了星标" },
		ranked: func(preset string, won, of int) string {
			return fmt.Sprintf("预设 %s 按 %d 次中胜 %d 次排名", preset, of, won)
		},
		noTake: func(take, why string) string { return "录音 " + take + " 没有加上星标：" + why },
		putAside: func(file string) string {
			return "预设的胜负记录无法读取；文件已改名为 " + file
		},
	},
}

var chineseAuditionHelp = struct{ audition, create, list, show, rm, votes, result help }{
	audition: help{
		short: "用同一句话听多个候选，并让别人投票",
		long:  "用同一句话听多个候选。一个试听是一个文件，工作室的试听台可以打开它；只要它在，它的录音就不会被清理。",
		example: `  voicestudio audition new hello --text "Hello." \
    --voice Wise_Woman --voice Calm_Woman --preset Storyteller
  voicestudio audition list`,
	},
	create: help{
		takes: "NAME --text T",
		short: "新建试听：所有候选说同一句话",
		long: "新建试听。每个 --preset、--voice、--take 和 --ladder 按顺序添加候选。--set 变化第一个预设或音色：它的变体取代它。值用逗号分开；空值表示不设置该字段，几个字段相乘；值是 JSON 的字段，每个 --set 只写一个值。含逗号的值或 id 用双引号。\n\n" +
			"说的就是这句话的录音直接使用；其他录音用它的设置来说。本机没有的，先说明价格并得到同意再合成：在终端会询问，否则需要 --yes。输出每个候选的时长和响度。有失败时保留已合成的，退出码随第一个失败。",
		example: `  voicestudio audition new speed --text "Welcome aboard." \
    --preset "Warm narrator" --set voice_setting.speed=0.9,1,1.1
  voicestudio audition new between --text "Welcome aboard." \
    --ladder Wise_Woman,Calm_Woman,5 --host minimax --yes --json`,
	},
	list: help{short: "列出试听，最近改动的在前"},
	show: help{takes: "NAME", short: "显示试听的候选、时长和响度"},
	rm: help{
		takes: "NAME",
		short: "删除试听，并说明怎样找回",
		long:  "删除试听，并说明怎样找回。它的录音保留，之后可以像其他录音一样清理。",
	},
	votes: help{
		takes:   "NAME FILE...",
		short:   "收回听众在页面上保存的投票",
		long:    "收回听众在页面上保存的投票 NAME-votes.json，或用 - 从标准输入读取；文件数量和顺序不限。同样的投票再收一次没有变化；同一次投票取较长的一份。属于别的页面或有错的文件会被拒绝，其他的照收；退出码随第一个被拒绝的文件。有人改过文件里的回答是查不出来的：请只收信得过的人的投票。",
		example: `  voicestudio audition import openings ~/Downloads/openings-votes*.json`,
	},
	result: help{
		takes: "NAME",
		short: "说明听众更喜欢哪个，有多大把握",
		long:  "根据对最近导出页面各片段的全部投票，说明听众更喜欢哪个、有多大把握。先用文字，再给每个候选的得分，也就是它在所有对决中会胜出的比例，以及 20 次里有 19 次包含它的区间。能分出胜负时，--accept 让胜者生效：它和它的录音加上星标，它所属的预设像对决一样据此排名。",
		example: `  voicestudio audition result openings
  voicestudio audition result openings --json | jq .ranking`,
	},
}
