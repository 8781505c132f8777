package cli

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/trust"
)

var chineseTrust = trustWords{
	repeat: func(most int) tts.Said {
		return tts.Said{What: "预设不能合成这么多次", Cure: fmt.Sprintf("请给 1 到 %d", most)}
	},
	count: func(all int) string { return fmt.Sprintf("%d 个预设", all) },
	kept: func(name string, f presets.Fingerprint) string {
		said := []string{fmt.Sprintf("%.1f 秒", float64(f.AudioMS)/1000)}
		if hz := f.Measures.F0MedianHz; hz != nil {
			said = append(said, fmt.Sprintf("%.0f Hz", *hz))
		}
		if lufs := f.Measures.LUFS; lufs != nil {
			said = append(said, fmt.Sprintf("%.1f LUFS", *lufs))
		}
		if n := f.Spread.Takes; n > 0 {
			said = append(said, fmt.Sprintf("取 %d 条录音的中间值", n))
			if st, percent := f.Spread.F0ST, f.Spread.DurationPercent; st != nil && percent != nil {
				said = append(said, fmt.Sprintf("彼此相差 %.2f 半音、%.1f%%", *st, *percent))
			}
		}
		return name + " 记下了在 " + f.Host + " 的声音：" + strings.Join(said, "，")
	},
	onDay: func(at time.Time, thisYear bool) string {
		if thisYear {
			return at.Format("1月2日")
		}
		return at.Format("2006年1月2日")
	},
	same: func(name string, _ []string, day string) string { return name + "：和" + day + "一样" },
	drifted: func(name string, words []string, day string) string {
		return name + "：与" + day + "相比，" + strings.Join(words, "，")
	},
	changed: func(name string, words []string, day string) string {
		if len(words) == 0 {
			return name + "：设置与" + day + "不同，声音一样"
		}
		return name + "：设置与" + day + "不同，" + strings.Join(words, "，")
	},
	notCompared: func(name, why string) string { return name + " 没有比较：" + why },
	cure: func(of trust.Standing, shell, host string, others []string) string {
		take := "用 voicestudio preset fingerprint " + shell + " --host " + host + " 记一份"
		switch {
		case of == trust.NoSample:
			return "用 voicestudio preset edit " + shell + " --sample-text TEXT 补上"
		case of == trust.Untaken && len(others) > 0:
			return "在有指纹的服务商比较：--host " + strings.Join(others, " 或 --host ") + "；或" + take
		case of == trust.Untaken:
			return take
		}
		return "用 voicestudio preset fingerprint " + shell + " --host " + host + " 重新记一份"
	},
}

var chineseTrustHelp = struct{ fingerprint, verify help }{
	fingerprint: help{
		takes: "NAME...",
		short: "记下预设的声音，以后可以核对",
		long: "让预设在服务商那里合成 sample_text，测量，并把数值记在预设里，每个服务商一份：音高、时长、响度、音质。preset verify 用它来比较。总是重新合成，不改设置，也不改最近改动的时间。\n" +
			"服务商两次合成不会完全一样。--repeat N 合成 N 次：记下中间值，以及各次相差多少（标准差），这样 verify 不会把服务商的习惯当成变化。5 次比较合适；只有一次时，像沙盒 --fault vary=1 那样变化的服务商，25 次里会有一次误报。\n" +
			"费用会先说明，不免费时会先询问。",
		example: `  voicestudio preset fingerprint "Warm narrator" --repeat 5
  voicestudio preset fingerprint "Warm narrator" Storyline --host minimax --yes`,
	},
	verify: help{
		takes: "NAME...",
		short: "核对预设的声音是否还和当初一样",
		long: "让预设在服务商那里重新合成 sample_text，与 preset fingerprint 记下的比较：\n" +
			"  same          没有超出限度\n" +
			"  drifted       没人改设置，声音却变了\n" +
			"  changed       设置已改；声音的不同会说明\n" +
			"  uncomparable  没有这个服务商的指纹，或指纹属于别的文本、别的沙盒版本\n" +
			"  error         无法合成或测量\n" +
			"限度是半个半音、说话时长的 3%（不含停顿）、1 LU、每倍频程 1.5 dB 的明亮度；--repeat 测得更大时，取服务商自身标准差的三倍。\n" +
			"全部一样时退出码为 0，有走样或改动时为 1，否则有无法比较的为 2。\n" +
			"--json 输出 [{name, host, state, differences: [{measure, was, is, limit, unit, words}]}]；was 和 is 用测量的单位，limit 用 unit。",
		example: `  voicestudio preset verify "Warm narrator"
  voicestudio preset verify --host minimax --yes --json "Warm narrator" Storyline`,
	},
}
