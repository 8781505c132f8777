package audition

import (
	"fmt"
)

var chinese = words{
	file: fileWords{
		noName:   "它没有名称",
		steers:   "它的名称里有无法显示的字符",
		longName: func(most int) string { return fmt.Sprintf("它的名称超过 %d 个字符", most) },
	},
	folder: folderWords{
		none:   func(name string) string { return "没有名为 " + name + " 的试听" },
		empty:  "还没有试听",
		exists: func(name string) string { return fmt.Sprintf("已有名为 %q 的试听", name) },
		sameFile: func(other, file string) string {
			return fmt.Sprintf("试听 %q 的文件是 %s，这个名称也会用到它；换一个名称", other, file)
		},
		inTheWay: func(dir, file string) string { return fmt.Sprintf("%s 里已有文件 %s", dir, file) },
	},
	duels:    chineseDuels,
	votes:    chineseVotes,
	listened: chineseListened,
}
