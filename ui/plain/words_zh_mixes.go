package plain

import (
	"fmt"

	"voicestudio/tts"
	benching "voicestudio/ui/bench"
)

var mixesChinese = mixWords{
	deed: "采用混合", whileBlind: "阶梯隐藏时不能这样做；ladder reveal 揭晓",
	share:     func(voice string, percent int) string { return fmt.Sprintf("%s %d", voice, percent) },
	taken:     func(shares string) string { return "混合音色：" + shares },
	gone:      tts.Said{What: "其中一个音色已不在混合中", Cure: "用 ladder 或 pad 重新开始"},
	sameVoice: tts.Said{What: "混合中有两行是同一个音色", Cure: "用 blend remove 去掉一个"},
}

var ladderChinese = ladderWords{
	hint:         "输入编号试听一级；ladder use 采用正在听的；help ladder 说明其余",
	hintBlind:    "各级已隐藏；输入编号试听，ladder use 采用正在听的，ladder reveal 揭晓",
	blind:        "各级已隐藏，顺序随机；输入编号试听",
	blindAlready: "各级已经隐藏；ladder reveal 揭晓",
	canZoom:      "ladder zoom 在两颗星之间细分",
	step:         func(n int, shares string) string { return fmt.Sprintf("第 %d 级，%s", n, shares) },
	mix:          func(n, of int) string { return fmt.Sprintf("混合 %d / %d", n, of) },
	missing: func(n int, price string) string {
		return fmt.Sprintf("还有 %d 级未合成，%s；ladder make 合成", n, price)
	},
	noZoom: func(why benching.Obstacle, stars int) tts.Said {
		switch why {
		case benching.WholeWay:
			return tts.Said{What: "两颗星正是阶梯的两端", Cure: "请给更近的两级加星"}
		case benching.Neighbour:
			return tts.Said{What: "两颗星之间已没有整数的百分比", Cure: "请给别的级加星"}
		case benching.NotTwo, benching.Free:
		}
		return tts.Said{What: fmt.Sprintf("细分需要两颗星，现在有 %d 颗", stars), Cure: "ladder star 加编号，加星或去掉"}
	},
	needsTwo:    tts.Said{What: "阶梯需要两个能听到的音色", Cure: "请写 blend 名字 50 名字 50，再写 ladder"},
	locked:      tts.Said{What: "阶梯需要两个未锁定的音色", Cure: "lock 加编号可以解锁"},
	nothingLeft: tts.Said{What: "其他音色没有给这两个留下份额", Cure: "mute 加编号可以去掉一个"},
	none:        tts.Said{What: "没有打开阶梯", Cure: "ladder 在混合的音色之间打开一个"},
	which:       tts.Said{What: "没有说明是哪一级", Cure: "请写编号；ladder 列出"},
	noZoomBlind: tts.Said{What: "这两颗星之间没有可细分的", Cure: "请给别的级加星"},
	wholeWay:    tts.Said{What: "已经列出全程"},
}

var padChinese = padWords{
	hint: "输入编号，向那个音色靠近一步；pad use 采用；help pad 说明其余",
	goes: "输入编号去那里", isFine: "每步已是 10%，不能更小", isCoarse: "每步已是 20%，不能更大",
	here: func(shares string, step int, starred bool) string {
		said := fmt.Sprintf("现在是 %s；每步 %d%%", shares, step)
		if starred {
			said += "；有星"
		}
		return said
	},
	nearer:     func(voice, shares string) string { return "靠近 " + voice + "：" + shares },
	nearest:    func(voice string) string { return voice + "：这里不能更近" },
	noNearer:   func(voice string) tts.Said { return tts.Said{What: "这里不能更靠近 " + voice} },
	needsThree: tts.Said{What: "混合板需要三个或四个能听到的音色", Cure: "blend add 加名字可以再加一个"},
	locked:     tts.Said{What: "混合板要移动所有音色，而有一个已锁定", Cure: "lock 加编号可以解锁"},
	noBack:     tts.Said{What: "前面没有别的位置"},
	mostStars:  tts.Said{What: "已经有九颗星", Cure: "在其中一个上用 pad star 去掉"},
	noStars:    tts.Said{What: "没有加星的混合", Cure: "pad star 加星"},
}

var helpMixesChinese = map[string]about{
	"ladder":        {"[编号]", "列出混合中两个音色之间的各级，或从某个到下一个；输入编号试听：同一个词，音量对齐。"},
	"ladder make":   {"", "合成缺少的各级；先说价格。"},
	"ladder use":    {"[编号]", "采用一级，或正在听的。"},
	"ladder star":   {"[编号]", "给一级加星，或去掉。"},
	"ladder zoom":   {"", "在两颗星之间细分。"},
	"ladder out":    {"", "回到之前的各级。"},
	"ladder blind":  {"", "隐藏各级，顺序随机。"},
	"ladder reveal": {"", "揭晓各级。"},
	"pad":           {"[编号]", "说明在三个或四个音色之间的位置；输入编号，向那个音色靠近一步并试听。"},
	"pad hear":      {"", "试听现在的混合。"},
	"pad back":      {"", "退回前一个混合。"},
	"pad use":       {"", "采用现在的混合。"},
	"pad finer":     {"", "步子更小。"},
	"pad coarser":   {"", "步子更大。"},
	"pad star":      {"", "给现在的混合加星，或去掉。"},
	"pad list":      {"", "列出加星的混合；输入编号去那里。"},
}
