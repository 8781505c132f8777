package library

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/trust"
)

var chineseTrust = trustWords{
	looking: "正在查看能合成什么",
	times:   func(takes int) string { return fmt.Sprintf("%d 条录音", takes) },
	why: func(takes int) string {
		if takes == 1 {
			return "声音是什么样"
		}
		return "以及服务商自己的录音之间差多少"
	},
	keepTitle: func(preset string, n int, host string) string {
		if n > 1 {
			return fmt.Sprintf("留存 %d 个预设在 %s 上的声音", n, host)
		}
		return "留存 " + preset + " 在 " + host + " 上的声音"
	},
	keepHint: "enter{accept} 合成例句，把声音的数据存进预设",
	checkTitle: func(preset string, n int, host string) string {
		if n > 1 {
			return fmt.Sprintf("检查 %d 个预设在 %s 上的声音是否还一样", n, host)
		}
		return "检查 " + preset + " 在 " + host + " 上的声音是否还一样"
	},
	checkHint: func(presets, characters int, price string) string {
		return fmt.Sprintf("enter{accept} 合成 %d 个：约 %d 字符，%s", presets, characters, price)
	},
	andUnknown: func(price string) string { return price + "，另有价格未知的" },
	speaks:     "会合成",
	listens: func(preset string, at, of int) string {
		if of == 1 {
			return "正在测量 " + preset
		}
		return fmt.Sprintf("正在测量 %s，%d/%d", preset, at, of)
	},
	of: func(preset, fault string) string { return preset + "：" + fault },
	kept: func(preset string, f presets.Fingerprint) string {
		said := fmt.Sprintf("已留存 %s 的声音：%.1f 秒", named(preset), float64(f.AudioMS)/1000)
		if hz := f.Measures.F0MedianHz; hz != nil {
			said += fmt.Sprintf("，%.0f Hz", *hz)
		}
		if lufs := f.Measures.LUFS; lufs != nil {
			said += strings.Replace(fmt.Sprintf("，%.1f LUFS", *lufs), "-", "−", 1)
		}
		return said + "；在预设里按 alt+v 检查"
	},
	keptAll: func(presets int) string {
		return fmt.Sprintf("已留存 %d 个预设的声音；alt+v 检查", presets)
	},
	keptBefore: func(presets int) string {
		if presets == 0 {
			return "已停止；没有留存"
		}
		return fmt.Sprintf("已停止；留存了其中 %d 个的声音", presets)
	},
	keptBack:      func(preset string) string { return preset + " 恢复了原来的声音指纹" },
	keptAgain:     func(preset string) string { return preset + " 又用上了新的声音指纹" },
	checkedBefore: func(presets, of int) string { return fmt.Sprintf("已停止；检查了 %d/%d", presets, of) },
	stoppedBefore: "已停止",
	otherByNow: func(preset string) string {
		return preset + " 这时被改了，没有留存它的声音；alt+t 重新留存"
	},
	notRemembered: func(why string) string { return "检查结果没能记下：" + why },
	verdict: func(preset string, state trust.State, words []string, since, now time.Time) string {
		return named(preset) + "：" + soundsChinese(state, words, since, now)
	},
	sounds: soundsChinese,
	marks: map[trust.State]string{
		trust.Same: "一样", trust.Drifted: "≠ 走样", trust.Changed: "? 设置已改", trust.Uncomparable: "无法比较", trust.Failed: "失败",
	},
	inTheWay: map[trust.Standing]func(preset, host string) string{
		trust.NoSample: func(preset, _ string) string {
			return preset + " 没有可合成的例句：打开它，在稿子里写一句，再保存"
		},
		trust.Untaken: func(preset, host string) string {
			return "还没有留存 " + preset + " 在 " + host + " 上的声音；alt+t 留存"
		},
		trust.OtherText: func(preset, _ string) string {
			return preset + " 的例句之后有改动；alt+t 重新留存声音指纹"
		},
		trust.OtherEngine: func(preset, _ string) string {
			return preset + " 的声音指纹来自另一个版本的沙盒；alt+t 重新留存"
		},
		trust.OtherMeasures: func(preset, _ string) string {
			return preset + " 的声音指纹由另一个版本的工作室测量；alt+t 重新留存"
		},
	},
	reportTitle: "与声音指纹相比",
	reportHint:  "enter{accept} 前往这个预设",
	inShort: func(presets, apart int) string {
		return fmt.Sprintf("检查了 %d 个，%d 个声音不同", presets, apart)
	},
	took: func(host string, again bool, apart []string) string {
		switch {
		case len(apart) > 0:
			return "在 " + host + " 上声音不同：" + strings.Join(apart, "，")
		case again:
			return "在 " + host + " 上重新留存了声音指纹"
		}
		return "在 " + host + " 上留存了声音指纹"
	},
	whoTook: func(who, preset string, hosts []string) string {
		return who + " 留存了 " + preset + " 在 " + strings.Join(hosts, "、") + " 上的声音指纹"
	},
	gone:   func(host string) string { return "在 " + host + " 上不再有声音指纹" },
	before: func(preset string) string { return "之前 · " + preset },
	now:    func(preset string) string { return "现在 · " + preset },
	switches: func(preset string) string {
		return "1 是之前的 " + named(preset) + "，2 是现在的；esc 返回"
	},
	then:       func(preset string) string { return "当时 · " + preset },
	thenAndNow: func(preset string) string { return preset + "：当时与现在" },
	switchesThen: func(preset string) string {
		return "1 是留存时的 " + named(preset) + "，2 是检查时的；esc 返回"
	},
	checkFirst:   "先按 alt+v 检查；然后就能与当时的声音一起听",
	goneFromDisk: "当时的录音不在这台电脑上：是别人留存的，或已清理",
	notKeptNow: func(preset, said string) string {
		return "没有留存 " + preset + " 的声音，因为" + said + "；之后可在预设里按 alt+t"
	},
	newsHint: "enter{accept} 前往这个预设，ctrl+k 播放前后对比",
	beside:   func(preset string) string { return preset + "：之前与现在" },
}

func soundsChinese(state trust.State, words []string, since, now time.Time) string {
	day := dialog.Since(since, now)
	switch apart := strings.Join(words, "，"); {
	case state == trust.Changed && apart == "":
		return "设置与" + day + "不同，声音一样"
	case state == trust.Changed:
		return "设置与" + day + "不同，声音：" + apart
	case apart == "":
		return "声音与" + day + "一样"
	default:
		return "与" + day + "相比：" + apart
	}
}
