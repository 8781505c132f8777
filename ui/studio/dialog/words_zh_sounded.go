package dialog

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/ui/session"
	"voicestudio/ui/trust"
)

var chineseSounded = soundedWords{
	label:       "声音",
	driftedSign: "≠",
	drifted:     "走样",
	oldSign:     "?",
	old:         "指纹已过期",
	since:       chineseSince,
	so: func(at, now time.Time, host string, takes int) string {
		said := chineseDay(at, now) + "在 " + host + " 上是这样"
		switch days := daysBetween(at.Local(), now.Local()); {
		case days == 1:
			said += "，就在昨天"
		case days > 1:
			said += fmt.Sprintf("，%d 天前", days)
		}
		if takes > 1 {
			said += fmt.Sprintf("，依据 %d 条录音", takes)
		}
		return said
	},
	same: func(at, now time.Time) string { return session.Lately(at, now) + " 检查：一样" },
	apart: func(at, since, now time.Time, words []string) string {
		return session.Lately(at, now) + " 检查，与" + chineseSince(since, now) + "相比：" + strings.Join(words, "，")
	},
	stands: map[trust.Standing]string{
		trust.Reset:         "之后设置有改动",
		trust.NoSample:      "没有可合成的例句：打开它，在稿子里写一句，再保存",
		trust.OtherText:     "之后例句有改动",
		trust.OtherEngine:   "那是另一个版本的沙盒",
		trust.OtherMeasures: "那是另一个版本的工作室测量的",
	},
	anew:      "alt+t 重新留存",
	unchecked: "alt+v 检查现在是否还一样",
	untaken:   func(host string) string { return "还没有在 " + host + " 上留存；alt+t 留存" },
	offer: func(host, price string) string {
		return "alt+t 同时留存在 " + host + " 上的声音：" + price
	},
	offerAnew: func(at, now time.Time, host, price string) string {
		return chineseDay(at, now) + "在 " + host + " 上留存过；alt+t 重新留存：" + price
	},
	chosen: func(takes int, host, price string) string {
		return fmt.Sprintf("并在 %s 上合成 %d 次以留存声音：%s", host, takes, price)
	},
	nothingToSpeak: "还没有可合成的内容：在稿子里写上要说的话",
}

// chineseSince is the day that something is compared with.
func chineseSince(at, now time.Time) string {
	if daysBetween(at.Local(), now.Local()) == 0 {
		return "今天早些时候"
	}
	return chineseDay(at, now)
}

// chineseDay is a day as a sentence goes on with it.
func chineseDay(at, now time.Time) string {
	switch at, now = at.Local(), now.Local(); {
	case daysBetween(at, now) == 0:
		return "今天"
	case at.Year() == now.Year():
		return at.Format("1 月 2 日")
	}
	return at.Format("2006 年 1 月 2 日")
}
