package audition

import (
	"fmt"
)

var chineseVotes = voteWords{
	noKind: func(kind string) string { return "没有 " + kind + " 这种听众页面；写 pairs 或 rank" },
	howMany: func(n, fewest, most int) string {
		return fmt.Sprintf("这种页面需要 %[2]d 到 %[3]d 个已有录音的候选，现在有 %[1]d 个", n, fewest, most)
	},
	noCandidate: func(id string) string { return "没有 id 为 " + id + " 的候选" },
	noTake:      func(label string) string { return label + " 还没有录音" },
	sameTake:    func(a, b string) string { return a + " 和 " + b + " 是同一条录音：谁也分不出" },
	empty:       "文件是空的",
	page:        "这是听众页面本身；听众在页面最后保存投票，文件名以 -votes.json 结尾",
	newer: func(version, known int) string {
		return fmt.Sprintf("投票来自更新版本 voicestudio 的页面（版本 %d，本程序支持 %d）；用那个版本导入", version, known)
	},
	noVersion: func(known int) string { return fmt.Sprintf("不是投票文件：version 应为 %d", known) },
	missing:   func(field string) string { return "缺少 " + field },
	noID: func(field string, least, most int) string {
		return fmt.Sprintf("%s 应为 %d 到 %d 个 0-9、A-Z、a-z、_ 和 - 中的字符", field, least, most)
	},
	keyTwice:  func(key string) string { return key + " 在同一个对象里出现两次" },
	steers:    "听众的名字里有无法显示的字符",
	noAnswers: "里面没有任何回答",
	longName:  func(most int) string { return fmt.Sprintf("听众的名字超过 %d 个字符", most) },
	inAnswer:  func(n int, why string) string { return fmt.Sprintf("第 %d 个回答：%s", n, why) },
	noAnswer:  "answer 应为 -2 到 2 的整数",
	sameClip:  "a 和 b 是同一个片段",
	notFirst:  "first 应为 a 或 b",
	pairTwice: "这两个片段前面已经回答过",
	outside:   func(field string, most int64) string { return fmt.Sprintf("%s 应在 0 到 %d 之间", field, most) },
	otherPage: func(audition string) string {
		return fmt.Sprintf("投票来自另一个页面：从 %q 导出的页面都没有问这些", audition)
	},
	noClip: func(clip string) string { return "投票所用的页面没有片段 " + clip },
	tooMany: func(answers, questions int) string {
		return fmt.Sprintf("有 %d 个回答，而页面只问 %d 个问题", answers, questions)
	},
}
