package audition

import (
	"fmt"
)

var chineseDuels = duelWords{
	notAsked: "现在问的是另外两个",
	hearBoth: "先把两个都听一遍，再选更好的",
	few:      "对决需要两个已合成的候选。",
	notYet:   "还不能：先用淘汰赛选出两个。",
	notYetOf: func(done, of int) string { return fmt.Sprintf("还没有结果：已答 %d/%d。", done, of) },
	alone: func(left string) string {
		if left == "" {
			return "候选都已移出试听台。"
		}
		return "其他候选已移出试听台：只剩 " + left + "。"
	},
	unfinished: func(left string, done, of int) string {
		if left == "" {
			return fmt.Sprintf("答到 %d/%d 时两个都已移出试听台：没有结果。", done, of)
		}
		return fmt.Sprintf("答到 %d/%d 时另一个已移出试听台：只剩 %s，没有结果。", done, of, left)
	},
	allTies: func(a, b string, of int) string {
		return fmt.Sprintf("%s 和 %s 在 %d 次中都没有差别。", a, b, of)
	},
	even: func(a, b string, each int) string {
		return fmt.Sprintf("%s 和 %s 各胜 %d 次：分不出差别。", a, b, each)
	},
	tooFew: func(a, b string, won, of int) string {
		return fmt.Sprintf("%s 胜 %s：%[4]d 次中胜 %[3]d 次，次数太少，也可能是偶然。", a, b, won, of)
	},
	beat: func(a, b string, won, of int, chance string) string {
		return fmt.Sprintf("%s 胜 %s：%[4]d 次中胜 %[3]d 次；如果两者一样好，偶然也会这样：%[5]s。", a, b, won, of, chance)
	},
	ties:   func(n int) string { return fmt.Sprintf("另有 %d 次没有差别，不计。", n) },
	always: "每次都会",
	inTen:  func(n int) string { return fmt.Sprintf("10 次里 %d 次", n) },
	once:   func(n int) string { return fmt.Sprintf("%d 次里 1 次", n) },
	rarely: "一万次里不到 1 次",
	line: func(name string, won, of int, state string) string {
		if state != "" {
			state = "，" + state
		}
		return fmt.Sprintf("%s：胜 %d/%d%s", name, won, of, state)
	},
	out:  "已淘汰",
	gone: "已移出试听台",
}
