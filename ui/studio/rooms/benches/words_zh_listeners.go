package benches

import (
	"fmt"
	"strings"

	"voicestudio/presets/audition"
)

var chineseListeners = listenerWords{
	what: "给别处的听众一个文件：用浏览器就能做的盲听测试。用邮件或聊天发出去；每位听众会发回一个小小的投票文件。",
	ready: func(n, of int) string {
		if n == of {
			return fmt.Sprintf("%d 个都已合成。", n)
		}
		return fmt.Sprintf("%d/%d 个已合成。", n, of)
	},
	hidden:     "名称已隐藏，票数也会透露结果：按 b{bench-blind} 一起显示。",
	sendIt:     "把页面发出去；i{import-votes} 导入发回的投票文件。",
	noPage:     "这个试听台还没有页面：e{make-page} 制作一个",
	nobody:     "还没有人投票：i{import-votes} 导入听众发回的文件",
	whileBlind: "名称已隐藏：在试听台按 b{bench-blind} 显示名称和票数",
	tooFew:     "页面至少要有两个已合成且可见的候选；在试听台按 m{make-candidates} 合成缺少的",
	busy:       "正在制作页面；esc 停止",
	notYet:     "还不行：票数还分不出第一和第二",
	winnerLeft: "胜者已不在试听台上",
	accepting:  func(name string) string { return "认定 " + name + " 获胜" },
	accepts:    func(name string) string { return name + " 获胜，已加星标；u{undo-letter} 撤销" },
	accepted:   func(name string) string { return name + " 已有星标" },
	kindTitle:  "听众页面",
	kindHint:   "enter{accept} 继续选择文件",
	kinds:      map[audition.TestKind]string{audition.Pairs: "两两比较", audition.Rank: "全部排序"},
	asks: map[audition.TestKind]func(int) string{
		audition.Pairs: func(n int) string { return fmt.Sprintf("哪个更好，%d 个问题", n*(n-1)/2) },
		audition.Rank:  func(n int) string { return fmt.Sprintf("给 %d 个排一次序", n) },
	},
	tooMany:     func(most int) string { return fmt.Sprintf("超过 %d 个就没法排序了", most) },
	fileTitle:   "页面文件",
	fileHint:    "enter{accept} 制作；tab{complete-path} 补全路径",
	noFile:      "请输入路径",
	otherEnding: "页面文件以 .html 结尾",
	fileThere:   func(file string) string { return file + " 已存在：再按 enter{accept} 覆盖" },
	fileCame: func(file string) string {
		return "制作页面时出现了 " + file + "，已保留；请换一个名称"
	},
	noFolder:    func(folder string) string { return "没有文件夹 " + folder + "；请换一个" },
	making:      "正在制作页面",
	makingShort: "正在制作页面…",
	failedBlind: "其中一个放不进页面；按 b{bench-blind} 显示名称后，e{make-page} 会说明是哪一个",
	wrote:       func(file, size string) string { return fmt.Sprintf("已写入 %s，%s", file, size) },
	wroteWith:   func(facts []string) string { return strings.Join(facts, "；") },
	holds: func(clips, n int, kind audition.TestKind) string {
		if kind == audition.Rank {
			return fmt.Sprintf("%d 个片段，排一次序", clips)
		}
		return fmt.Sprintf("%d 个片段，%d 个问题", clips, n)
	},
	matched:    "已匹配响度",
	unmatched:  "响度保持原样，因为要比的是音量",
	leftOut:    func(labels string) string { return labels + " 未合成，没有放入" },
	twice:      func(labels string) string { return labels + " 与另一个是同一条录音，没有放入" },
	some:       func(n int) string { return fmt.Sprintf("%d 个", n) },
	encoded:    func(n int) string { return fmt.Sprintf("%d 个编码为 mp3", n) },
	unaligned:  func(n int) string { return fmt.Sprintf("%d 对按长度切换", n) },
	votesTitle: "听众的投票",
	votesHint:  "enter{accept} 导入；可写多个路径，不同之处用 *；tab{complete-path} 补全",
	noPath:     "请输入路径，或把文件拖到这里",
	reading:    "正在读取投票",
	importing:  "导入投票",
	taken: func(news, longer, known int) string {
		var parts []string
		if news > 0 {
			parts = append(parts, fmt.Sprintf("已导入 %d 位听众的投票", news))
		}
		if longer > 0 {
			parts = append(parts, fmt.Sprintf("%d 位听众有补充", longer))
		}
		if known > 0 {
			parts = append(parts, fmt.Sprintf("%d 位听众没有新内容", known))
		}
		return strings.Join(parts, "，")
	},
	refused:     func(file, why string) string { return "不接受 " + file + "：" + why },
	manyRefused: func(n int) string { return fmt.Sprintf("%d 个文件不被接受；f12 查看原因", n) },
	count:       func(n int) string { return fmt.Sprintf("%d 位听众", n) },
	percent:     func(score float64) string { return fmt.Sprintf("%.0f%%", score*100) },
	bounds:      func(low, high float64) string { return fmt.Sprintf("%.0f–%.0f", low*100, high*100) },
	unnamed:     "未署名",
	heard: func(name string, votes, of int) string {
		if votes == 0 {
			return name + " 未投票"
		}
		return fmt.Sprintf("%s %d/%d", name, votes, of)
	},
	others:    func(n int) string { return fmt.Sprintf("另有 %d 位", n) },
	otherLine: "这些投票针对另一句台词：e{make-page} 为现在这句制作页面。",
	copied:    "已复制结果",
	acceptKey: keyWords{"enter{accept-win}", "认定获胜"},
	takeKey:   keyWords{"r{take-listened}", "采用它的设置"},
	pageKey:   keyWords{"e{make-page}", "制作页面"},
	votesKey:  keyWords{"i{import-votes}", "导入投票"},
	copyKey:   keyWords{"y{copy-votes}", "复制结果"},
}
