package benches

import (
	"fmt"
	"time"

	"voicestudio/presets/audition"
)

var chinese = words{mix: chineseMix, ladder: chineseLadder, pad: chinesePad, PresetKey: "ctrl+k 把光标所在的预设放上试听台", benchWords: benchWords{
	columns: columnWords{label: "候选", what: "类型", sound: "声音", length: "时长", level: "电平"},
	what: map[audition.Kind]string{audition.Voice: "音色", audition.Preset: "预设", audition.Take: "录音", audition.Settings: "当前设置",
		audition.Other: "其他模型", audition.Step: "阶梯的一级"},
	otherHost:   "其他服务商",
	presetIn:    func(folder string) string { return "预设，" + folder },
	ready:       func(n, of int) string { return fmt.Sprintf("%d/%d 就绪", n, of) },
	sortedBy:    map[string]string{"stars": "按 ★ 排序", "name": "按名称排序", "level": "响的在前"},
	only:        "仅 ★",
	byLot:       "名称已隐藏，顺序随机",
	page:        func(at, of int) string { return fmt.Sprintf("第 %d/%d 页", at, of) },
	addMore:     "音色、预设、录音、当前设置",
	empty:       "试听台上还没有候选",
	howToPut:    "+{bench-add} 放上候选；在音色列表和预设里按 ctrl+k，或在录音里按 c{take-on-bench} 也可以",
	faultCure:   "a{benches} 打开另一个；那个文件没有被改动",
	noneStarred: "没有带星标的候选；o{only-starred} 重新显示全部",
	noStars:     "还没有星标：s{star-candidate} 加一颗",
	line:        "台词",
	lineKey: func(n int) string {
		if n == 1 {
			return "t{bench-line} 换一句台词"
		}
		return fmt.Sprintf("t{bench-line} 给全部 %d 个换一句台词", n)
	},
	between:        func() string { return "" },
	matched:        "同一句、同一处，响度已匹配到 −18 LUFS。",
	digits:         "1-9 立即切换。",
	unmatched:      "同一句、同一处；因为要比的是音量，响度保持原样。",
	unmatchedShort: "要比的是音量：响度保持原样。",
	makes: func(n int, price string) string {
		if n == 1 {
			return "1 个未合成：" + price + "；enter{take-candidate} 合成。"
		}
		return fmt.Sprintf("%d 个未合成：%s；m{make-candidates} 合成。", n, price)
	},
	notMadeYet: func(price string) string { return "未合成：" + price + "；enter{take-candidate} 合成。" },
	makesAll: func(n int, price string) string {
		return fmt.Sprintf("m{make-candidates} 合成全部 %d 个：%s。", n, price)
	},
	beingMade:  "正在合成",
	again:      "enter{take-candidate} 重试",
	againFor:   func(price string) string { return "enter{take-candidate} 重试：" + price },
	cut:        "不完整",
	comes:      "接收中",
	missing:    "未合成",
	hiddenName: "· · ·",
	failed:     "合成失败",
	candidate:  func(n, of int) string { return fmt.Sprintf("第 %d/%d 个", n, of) },
	titled:     func(n int, label string) string { return fmt.Sprintf("%d · %s", n, label) },
	isMade:     func(n int) string { return fmt.Sprintf("%d 正在合成；一到就能听", n) },
	notMade:    func(n int) string { return fmt.Sprintf("%d 未合成", n) },
	allMade:    "能合成的都已合成",
	makeFirst:  "未合成：m{make-candidates} 合成缺少的全部",
	offer: func(n int, price string) string {
		return fmt.Sprintf("m{make-candidates} 合成 %d 个：%s；再按 m{make-candidates} 发送", n, price)
	},
	enterMakes: func(n int, price string) string {
		return fmt.Sprintf("%d 未合成：enter{take-candidate} 合成，%s", n, price)
	},
	tryAgain: func(n int, why string) string {
		return fmt.Sprintf("%d 失败：%s；enter{take-candidate} 重试", n, why)
	},
	noRow:      func(n, of int) string { return fmt.Sprintf("没有 %d：这一页共 %d 个", n, of) },
	takingOver: func(label string) string { return "采用 " + label },
	takenOver: func(n int, label, host string) string {
		said := fmt.Sprintf("已采用 %d 的设置，%s", n, label)
		if host != "" {
			said += "，由 " + host + " 合成"
		}
		return said + "；u{undo-letter} 撤销"
	},
	starring:  func(label string) string { return label + " 的星标" },
	noting:    func(label string) string { return label + " 的备注" },
	takingOut: func(label string) string { return "移除 " + label },
	out:       func(label string) string { return "已移除 " + label + "；u{undo-letter} 恢复" },
	noteOn:    func(label string) string { return label + " 的备注" },
	noteHint:  "enter{accept} 保存",
	lineTitle: "给全部换一句台词",
	lineHint:  "enter{accept} 设为这个试听台的台词",
	lineSet:   "台词已换；m{make-candidates} 合成缺少的",
	linePrice: func(n int, price string) string {
		return fmt.Sprintf("enter{accept} 还不会发送；全部 %d 个合成需 %s", n, price)
	},
	loops:      "正在循环；l{loop-bench} 取消循环",
	hidden:     "名称、时长和电平已隐藏，按 b{bench-blind} 揭晓；顺序随机",
	hiddenBut:  "名称已隐藏，按 b{bench-blind} 揭晓；未合成的会因此被认出，按 m{make-candidates} 合成",
	drawnAnew:  "现在都已合成，顺序已重新抽签",
	whileBlind: "这样会透露哪个是哪个：b{bench-blind} 显示名称",
	decided: func(best string) string {
		if best == "" {
			return "盲听结束：已显示名称"
		}
		return "盲听结束：已显示名称；" + best + " 星标最多"
	},
}, addWords: addWords{
	addTitle: "放上试听台",
	addHint:  "enter{accept} 选择",
	pickHint: "enter{accept} 放上试听台",
	adds: []addWay{
		{"音色…", "从列表选，用当前设置", "bench-voice"},
		{"预设…", "在那里按 ctrl+k 放上试听台", "bench-preset"},
		{"录音…", "最近的录音", "bench-take"},
		{"当前设置", "", "bench-settings"},
		{"其他模型…", "用于光标所在的候选", "bench-model"},
		{"其他服务商…", "用于光标所在的候选", "bench-host"},
	},
	putting: func(label string) string { return "把 " + label + " 放上试听台" },
	put:     func(label string, n int) string { return fmt.Sprintf("%s 已放上试听台，编号 %d", label, n) },
	putAway: func(label string, n int) string {
		return fmt.Sprintf("%s 已放上试听台，编号 %d；g c{go-bench} 前往", label, n)
	},
	alreadyBlind: "已在试听台上",
	onBlind:      "已放上试听台，位置随机",
	already:      func(label string, n int) string { return fmt.Sprintf("%s 已在试听台上，编号 %d", label, n) },
	takeLabel:    func(take, brief string) string { return take + "：" + brief },
	otherWords: func(label string) string {
		return label + " 的台词和试听台不同：可以用它的设置合成这一句"
	},
	takeTitle:  "把录音放上试听台",
	modelTitle: func(label string) string { return label + "：换一个模型" },
	hostTitle:  func(label string) string { return label + "：换一个服务商" },
	thisModel:  "现在就是这个模型",
	thisHost:   "现在就是这个服务商",
}, fileWords: fileWords{
	benches:      "试听台列表",
	benchesTitle: "试听台",
	benchesHint:  "enter{accept} 打开",
	newBench:     "新建试听台…",
	newHint:      "输入名称；台词与当前试听台相同",
	renameBench:  "重命名这个试听台…",
	renameHint:   "enter{accept} 重命名",
	removeBench:  func(name string) string { return "删除 " + name },
	removing:     func(name string) string { return "删除试听台 " + name },
	candidates:   func(n int) string { return fmt.Sprintf("%d 个候选", n) },
	thisOne:      "当前",
	cannotOpen:   "无法打开",
	benchName:    func(at time.Time, text string) string { return at.Format("1月2日 15:04") + " " + text },
	change:       "试听台的改动",
	gone:         func(name string) string { return "试听台 " + name + " 已不存在" },
	otherBench:   func(name string) string { return "那是试听台 " + name + " 上的改动，现在没有打开它" },
	renamed:      func(name string) string { return "试听台已改名为 " + name },
	removed:      func(name string) string { return name + " 已移到回收站；u{undo-letter} 恢复" },
	isBack:       func(name string) string { return "试听台 " + name + " 已恢复" },
}, duels: chineseDuels, listeners: chineseListeners}
