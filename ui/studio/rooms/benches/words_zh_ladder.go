package benches

import (
	"fmt"
	"strings"

	"voicestudio/ui/bench"
)

var chineseMix = mixWords{
	about: func(price string) string { return "≈ " + price },
	costs: func(chars int, price string) string { return fmt.Sprintf("%d 字符，%s", chars, price) },
	notYet: func(digit int, costs string) string {
		return fmt.Sprintf("%d 未合成；enter{rung-enter} 合成：%s", digit, costs)
	},
	asking:  "正在请求服务商",
	failed:  "失败；enter{rung-enter} 重试",
	gone:    "其中一个音色已不在混合音色里；按 esc，再按 t{ladder} 或 p{pad} 重新开始",
	isBlend: "混合音色的权重已是这样",
	taken: func(shares []string) string {
		return "混合音色已设为 " + strings.Join(shares, "、") + "；alt+z 撤销"
	},
	share:     func(voice string, percent int) string { return fmt.Sprintf("%s %d", voice, percent) },
	deed:      "采用这个混合",
	beingMade: "正在合成",
	allThere:  "都已合成",
	sameVoice: "混合音色里有两行是同一个音色",
	together: func(matched bool) string {
		if matched {
			return "同一处，响度已匹配"
		}
		return "同一处，响度保持原样"
	},
}

var chineseLadder = ladderWords{
	needsTwo: func(sound int) string {
		return fmt.Sprintf("阶梯需要两个发声的音色，现在有 %d 个；+{add-voice} 添加，m{mute} 恢复发声", sound)
	},
	locked:      "阶梯需要两个未锁定的音色；o{lock} 解锁一个",
	nothingLeft: "其他音色占满了，这两个没有可分的；m{mute} 静音一个",
	onlyRungs:   func(n int) string { return fmt.Sprintf("只有 %d 级", n) },
	noZoom: func(why bench.Obstacle, stars int) string {
		switch why {
		case bench.NotTwo:
			return fmt.Sprintf("放大要有两颗星标，现在有 %d 颗；s{star-rung} 加上或去掉", stars)
		case bench.WholeWay:
			return "两颗星标正好在两端；请给更靠近的两级加星标"
		case bench.Neighbour:
			return "两颗星标之间不足 1%"
		case bench.Free:
		}
		return ""
	},
	noZoomBlind: "这两颗星标之间没有可以放大的；请给别的加星标",
	wholeWay:    "已显示全程",
	hidden:      "已隐藏哪个是哪个，顺序随机；按 b{blind-rungs} 或采用其中一个就会揭晓",
	seen:        "已重新显示哪个是哪个",
	voices:      func(sound, steps int) string { return fmt.Sprintf("%d 个音色 · %d 级", sound, steps) },
	keeps:       func(voices []string) string { return "另有 " + strings.Join(voices, "、") },
	all: func(n int, costs string) string {
		if n == 1 {
			return "1 个待合成：" + costs + "；a{make-rungs} 合成"
		}
		return fmt.Sprintf("%d 个待合成：%s；a{make-rungs} 全部合成", n, costs)
	},
	zoomIn: func(from, to string) string {
		return "+{zoom} 放大两个 ★ 之间（" + from + " … " + to + "）"
	},
	starTwo:  "s{star-rung} 给两级加星标，+{zoom} 放大两者之间",
	zoomOut:  "-{zoom-out} 缩小",
	hideName: "b{blind-rungs} 隐藏名称", showName: "b{blind-rungs} 显示名称",
	mix:  func(digit, of int) string { return fmt.Sprintf("混合 %d/%d", digit, of) },
	step: func(digit int, weights string) string { return fmt.Sprintf("第 %d 级，%s", digit, weights) },
}

var chinesePad = padWords{
	needsThree: func(sound int) string {
		return fmt.Sprintf("混音板需要三到四个发声的音色，现在有 %d 个；+{add-voice} 添加，m{mute} 恢复发声", sound)
	},
	locked: "混音板要调整所有发声的音色，其中一个已锁定；o{lock} 解锁",
	title:  func(voices, step int) string { return fmt.Sprintf("%d 个音色 · 每格 %d%%", voices, step) },
	here:   "当前",
	onDisk: "已有",
	notYet: "未合成",
	walk:   "←{dot-left} ↑{dot-up} ↓{dot-down} →{dot-right} 移动并试听", finer: "+{finer} 更细，10%", coarser: "-{coarser} 更粗，20%",
	square: "四个音色时为正方形",
	isFine: "每格已是 10%，不能更细", isCoarse: "每格已是 20%，不能更粗",
	mostStars: "已有九颗星标",
}
