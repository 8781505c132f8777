package cli

import (
	"fmt"

	"voicestudio/tts"
)

var chinesePage = pageWords{
	noKind: func(said string, all []string) tts.Said {
		return tts.Said{What: "没有 " + said + " 这种页面", Cure: anyOf(all)}
	},
	noLanguage: func(said string, all []string) tts.Said {
		return tts.Said{What: "页面没有 " + said + " 这种语言", Cure: anyOf(all)}
	},
	noStars:   tts.Said{What: "没有带星标的候选", Cure: "请在工作室的试听台上加星标，或去掉这个选项"},
	clips:     func(n int) string { return fmt.Sprintf("%d 个片段", n) },
	pairs:     func(n int) string { return fmt.Sprintf("%d 对", n) },
	order:     "由听众排序",
	matched:   "已匹配响度",
	unmatched: "没有匹配响度：候选的不同之处就是音量",
	encoded: func(clips int) string {
		return fmt.Sprintf("%d 个片段编码成了 mp3，到处都能播放，文件也小", clips)
	},
	leftOut: func(labels []string) string { return "没有合成，已略过：" + quoted(labels) },
	twice: func(labels []string) string {
		return "与另一个是同一条录音，已略过：" + quoted(labels)
	},
	unaligned: func(n int) string {
		return fmt.Sprintf("%d 对无法对齐：切换时到达的是同样的进度，而不是同一个词", n)
	},
	large: func(megabytes int) string {
		return fmt.Sprintf("超过 %d MB，有些聊天软件或邮箱不接受", megabytes)
	},
	sendIt: func(name string) string {
		return "把它发出去；听众保存或复制的结果用这条命令收回：voicestudio audition import " + name + " FILE..."
	},
}

var chinesePageHelp = help{
	takes: "NAME --out FILE.html",
	short: "生成一个页面，让别人说哪个候选更好",
	long: "生成一个页面，让别人说哪个候选更好：只有一个文件，用浏览器打开，手机也行，从硬盘、邮件或聊天中打开都可以。它不读取也不发送任何东西。听众每次听两个，或给全部排序；名字隐藏，顺序各不相同，响度相同，切换时到同一个词；最后保存或复制一份投票，发回给你。\n\n" +
		"文件里有试听的名字、文本和录音的声音。没有标签、预设、音色，也没有录音自带的信息；哪个片段是谁，只有试听文件知道。没有合成的、在淘汰赛中输掉的会略过，不完整的录音会被拒绝。既不是 mp3 也不是 wav 的录音用 lame 转成 mp3，没有 lame 时转成 wav；页面会超过 2 MB 时 wav 也转。不请求服务商，也不需要密钥。\n\n" +
		"已存在的其他文件会保留，退出码为 1；--replace 才会覆盖。",
	example: `  voicestudio audition export hello --out hello.html
  voicestudio audition export hello --out best.html --only-starred --kind rank --page-lang zh`,
}
