package audition

import (
	"fmt"

	"voicestudio/presets/audition/panel"
)

var chineseListened = listenedWords{
	nobody: "还没有人投票。",
	one: func(a string, won, of int) string {
		return fmt.Sprintf("只有一位听众的看法：最喜欢 %s，%[3]d 次中选了 %[2]d 次；别人可能不同。", a, won, of)
	},
	oneLevel: func(a, b string, votes int) string {
		return fmt.Sprintf("只有一位听众的看法：投了 %[3]d 票，%[1]s 和 %[2]s 仍不分上下；别人可能不同。", a, b, votes)
	},
	level: func(a, b string, listeners, more int) string {
		if more > panel.Many {
			more = 0 // they may be level for ever
		}
		return fmt.Sprintf("还没有结果：%[3]d 位听众听过，%[1]s 和 %[2]s 仍不分上下%[4]s。", a, b, listeners, stillNeeded(more))
	},
	notYet: func(a, b string, listeners, won, of, more int) string {
		return fmt.Sprintf("还没有结果：%d 位听众在 %d 次中选了 %d 次 %s，但还不能说比 %s 好%s。", listeners, of, won, a, b, stillNeeded(more))
	},
	best: func(a string, listeners, won, of int) string {
		return fmt.Sprintf("%s 最受喜欢：%d 位听众在 %d 次中选了 %d 次。", a, listeners, of, won)
	},
	first:  "先",
	second: "后",
	order: func(which string, most, of int) string {
		return fmt.Sprintf("%s听到的一段在 %d 次中被选 %d 次。", which, of, most)
	},
	noOrder: func(which string, most, of int) string {
		return fmt.Sprintf("%s听到的一段在 %d 次中被选 %d 次：看不出顺序有影响。", which, of, most)
	},
	orderMattered: func(which string, most, of int, chance string) string {
		return fmt.Sprintf("%s听到的一段在 %d 次中被选 %d 次；偶然也会这样：%s。可见顺序有影响，得分已作修正。", which, of, most, chance)
	},
	twice: func(name string, n int) string {
		return fmt.Sprintf("%s 出现 %d 次：按 %d 位听众计算。", name, n, n)
	},
	apart: func(sessions int) string {
		return fmt.Sprintf("有 %d 个投票文件只涉及较早页面的片段，这里不计。", sessions)
	},
	pair: func(a, b string, won, of, much int, chance string, pairs int) string {
		said := fmt.Sprintf("%s 胜 %s：%d 次中胜 %d 次", a, b, of, won)
		if much > 0 {
			said += fmt.Sprintf("，其中 %d 次明显更好", much)
		}
		if pairs > 1 {
			return said + "；如果都一样好，总有一对偶然也会这样：" + chance + "。"
		}
		return said + "；如果两者一样好，偶然也会这样：" + chance + "。"
	},
	untold: func(n, told int) string {
		if told > 0 {
			return fmt.Sprintf("另有 %d 对票数不够，单看这一对分不出差别。", n)
		}
		return fmt.Sprintf("有 %d 对票数不够，单看这一对分不出差别。", n)
	},
	chosen: func(n int) string {
		return fmt.Sprintf("%d 对是根据之前的投票追问的：计入得分，不单独检验。", n)
	},
	much: func(n int) string {
		return fmt.Sprintf("“明显更好”选了 %d 次，每次按一票计算。", n)
	},
	line: func(name, score string, won, of int) string {
		return fmt.Sprintf("%s：%s，%d 次中被选 %d 次", name, score, of, won)
	},
	score:     func(percent int) string { return fmt.Sprintf("%d%%", percent) },
	interval:  func(percent, low, high int) string { return fmt.Sprintf("%d%%（%d 到 %d）", percent, low, high) },
	listeners: func(all string) string { return "听众：" + all + "。" },
	listener: func(name string, votes, of int) string {
		if name == "" {
			name = "匿名"
		}
		return fmt.Sprintf("%s %d/%d", name, votes, of)
	},
}

// stillNeeded is what it takes to tell, behind what cannot be told.
func stillNeeded(listeners int) string {
	switch {
	case listeners == 0:
		return ""
	case listeners > panel.Many:
		return fmt.Sprintf("，还需要 %d 位以上听众", panel.Many)
	}
	return fmt.Sprintf("，大约再有 %d 位听众就能分出", listeners)
}
