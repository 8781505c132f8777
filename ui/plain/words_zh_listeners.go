package plain

import (
	"fmt"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

var listenersChinese = listenerWords{
	rank: "rank 排序", next: "请发送给听众；每位听众发回一个投票文件，用 listeners votes 读入",
	otherLine: "这些投票针对的是另一句，不是试听台现在的文本", importing: "读入投票",
	soFar: func(listeners, votes int) string { return fmt.Sprintf("%d 位听众，%d 票", listeners, votes) },
	ranked: func(place int, label, percent string, won, of int) string {
		return fmt.Sprintf("第 %d，%s：%s，%d 次中胜 %d 次", place, label, percent, of, won)
	},
	voted: func(name string, votes, of int) string {
		if name == "" {
			name = "未署名的听众"
		}
		return fmt.Sprintf("%s：回答了 %d / %d", name, votes, of)
	},
	wrote: func(file, size string) string { return "已写入 " + file + "，" + size },
	holds: func(clips, questions int, kind audition.TestKind) string {
		if kind == audition.Rank {
			return fmt.Sprintf("%d 段，请听众排序", clips)
		}
		return fmt.Sprintf("%d 段，%d 个问题", clips, questions)
	},
	matched: func(levels bool) string {
		if levels {
			return "音量已对齐"
		}
		return "音量设置不同，未对齐"
	},
	some:      func(n int) string { return fmt.Sprintf("%d 个", n) },
	unaligned: func(n int) string { return fmt.Sprintf("%d 对不能在同一个词切换", n) },
	leftOut:   func(labels string) string { return "未合成，没有放上：" + labels },
	twice:     func(labels string) string { return "与另一个是同一段录音，没有放上：" + labels },
	took: func(name string, answers int, what audition.Imported) string {
		if name == "" {
			name = "未署名的听众"
		}
		said := fmt.Sprintf("%s 的投票，%d 个回答", name, answers)
		switch what {
		case audition.Longer, audition.Differs:
			said += "，比之前多"
		case audition.Known:
			said += "，没有新内容"
		case audition.New:
		}
		return said
	},
	refused:     func(file, why string) tts.Said { return tts.Said{What: "拒绝 " + file + "：" + why} },
	noPage:      tts.Said{What: "这个试听台还没有做过网页", Cure: "请写 listeners page hello.html"},
	nobody:      tts.Said{What: "还没有人投票", Cure: "listeners votes 加文件，读入听众发回的投票"},
	form:        tts.Said{What: "listeners 可以加 page、votes 和 use", Cure: "help listeners 有说明"},
	pageForm:    tts.Said{What: "网页需要一个文件", Cure: "请写 listeners page hello.html"},
	votesForm:   tts.Said{What: "没有说明投票文件", Cure: "请写 listeners votes ~/Downloads/*-votes*.json"},
	tooFew:      tts.Said{What: "网页需要两个已合成的候选", Cure: "bench make 合成缺少的"},
	otherEnding: tts.Said{What: "网页的文件名以 .html 结尾", Cure: "请写 listeners page hello.html"},
	notYet:      tts.Said{What: "投票还分不出第一和第二", Cure: "请让更多人来听"},
	winnerLeft:  tts.Said{What: "胜出的已不在试听台上"},
}

var helpListenersChinese = map[string]about{
	"listeners":       {"", "听众的投票说明什么，有多可靠。"},
	"listeners page":  {"文件 [rank]", "写一个网页，让别人在浏览器里听并投票，名字隐藏；rank 请他们排序。"},
	"listeners votes": {"文件", "读入听众发回的文件；undo 撤回。"},
	"listeners use":   {"", "采用他们最喜欢的设置。"},
}
