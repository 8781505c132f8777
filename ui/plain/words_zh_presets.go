package plain

import (
	"fmt"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/trust"
)

var presetsChinese = presetWords{
	as: "as 为", to: "to as 为", hint: "输入编号即可打开；hear 加编号试听", isOpen: "已打开", same: "设置没有差别", list: "presets 列出预设",
	opened:   func(name string) string { return "已打开 " + name },
	deleting: func(name string) string { return "删除预设 " + name },
	deleted:  func(name string) string { return "已删除 " + name + "；undo 取回" },
	renaming: func(name string) string { return "重命名 " + name },
	renamed:  func(name string) string { return "现在叫 " + name },
	saved:    func(name, file string) string { return "已保存 " + name + "，文件 " + file },
	replace: func(name, diff string) string {
		if diff == "" {
			return name + " 已存在，设置相同；yes 替换，no 保留"
		}
		return name + " 已存在，差别：" + diff + "；yes 替换，no 保留"
	},
	open: func(name string, dirty bool) string {
		if dirty {
			return "预设 " + name + "，已改动"
		}
		return "预设 " + name
	},
	gone: func(name string) string { return name + " 已被别人删除；yes 重新保存，no 不保存" },
	clash: func(name, changes string, merges bool) string {
		said := "别人改过 " + name + "：" + changes + "；mine 保留你的，theirs 采用对方的"
		if merges {
			said += "，both 合并"
		}
		return said + "，no 不写入"
	},
	none: func(words string) tts.Said {
		return tts.Said{What: fmt.Sprintf("没有符合 %q 的预设", words), Cure: "presets 列出全部"}
	},
	readOnly: func(name string) tts.Said {
		return tts.Said{What: name + " 不能更改", Cure: "请用别的名字保存"}
	},
	which:      tts.Said{What: "没有说明是哪个预设", Cure: "请写名字或列表中的编号"},
	noneOpen:   tts.Said{What: "没有打开预设", Cure: "请写 diff 加预设的名字"},
	starter:    tts.Said{What: "程序自带的预设不能更改", Cure: "请用别的名字保存"},
	renameForm: tts.Said{What: "rename 需要新名字", Cure: "请写 rename 旧名 to 新名"},
	saveForm:   tts.Said{What: "save 需要名字", Cure: "请写 save 温暖的旁白"},
	of:         "of from 取自", parts: [4]string{"voice settings 设置", "blend voices 混合", "effects effect 音效", "output 输出"},
	noting:   func(name string) string { return name + " 的备注" },
	noNotes:  func(name string) string { return name + " 没有备注" },
	copying:  func(name string) string { return "复制 " + name },
	applying: func(name string) string { return name + " 的一部分" },
	allFine:  func(host string) string { return "预设在 " + host + " 没有问题" },
	tagged: func(name string, tags []string) string {
		if len(tags) == 0 {
			return name + " 没有标签"
		}
		return name + " 的标签：" + strings.Join(tags, " ")
	},
	copied:     func(name, as string) string { return "已把 " + name + " 复制为 " + as },
	exported:   func(n int, file string) string { return fmt.Sprintf("已把 %d 个预设写入 %s", n, file) },
	imported:   func(n int) string { return fmt.Sprintf("已导入 %d 个预设", n) },
	collides:   func(n int) string { return fmt.Sprintf("%d 个预设会被替换；yes 替换，no 都不导入", n) },
	outcomes:   map[presets.Outcome]string{presets.ImportNew: "新的", presets.ImportSame: "已有相同的", presets.ImportClip: "已有，缺少试听片段", presets.ImportCollides: "已有同名的"},
	copyForm:   tts.Said{What: "复制需要名字", Cure: "请写 presets copy 旧名 to 新名"},
	partForm:   tts.Said{What: "没有说明取哪个预设的哪一部分", Cure: "请写 presets take voice、blend、effects 或 output of 名字"},
	exportForm: tts.Said{What: "需要文件和预设", Cure: "请写 presets export voices.json Fox, Storyteller"},
	importForm: tts.Said{What: "需要一个文件", Cure: "请写 presets import voices.json"},
}

var trustChinese = trustWords{
	times: "times 次数",
	cure: func(of trust.Standing, name string) string {
		switch of {
		case trust.NoSample:
			return "打开它，写上文本再保存，文本即成为示例"
		case trust.Fresh, trust.Reset, trust.Untaken, trust.OtherText, trust.OtherEngine, trust.OtherMeasures:
		}
		return fmt.Sprintf("presets fingerprint %s 记下它的声音", name)
	},
	timesForm: func(most int) tts.Said {
		return tts.Said{What: "要说多少次", Cure: fmt.Sprintf("请写 times 1 到 %d", most)}
	},
	kept: func(name, host string, seconds float64) string {
		return fmt.Sprintf("已记下 %s 在 %s 的声音，%.1f 秒；presets verify 与它比较", name, host, seconds)
	},
	verdict: func(name string, state trust.State, words []string, when string) string {
		apart := strings.Join(words, "，")
		switch state {
		case trust.Drifted:
			return name + " 与" + when + "相比：" + apart
		case trust.Changed:
			if apart == "" {
				return name + " 的设置与" + when + "不同，听起来一样"
			}
			return name + " 的设置与" + when + "不同：" + apart
		case trust.Same, trust.Uncomparable, trust.Failed:
		}
		return name + " 听起来与 " + when + " 时一样"
	},
}

var helpPresetsChinese = map[string]about{
	"presets tag":         {"[名字 as] 标签", "给打开的预设或别的预设加标签；none 去掉。"},
	"presets note":        {"[名字 as] 文字", "给预设写备注，或显示备注。"},
	"presets copy":        {"[旧名 to] 新名", "把预设复制到自己的文件夹。"},
	"presets take":        {"voice、blend、effects 或 output of 名字", "只采用预设的这些部分。"},
	"presets fingerprint": {"[名字] [times 次数]", "记下预设在这个服务商的声音；先说价格。服务商每次说得不完全一样：times 5 量出差多少。"},
	"presets verify":      {"[名字]", "检查听起来是否还一样；先说价格。"},
	"presets check":       {"[文件夹]", "检查预设在这个服务商有什么问题。"},
	"presets export":      {"文件 名字", "把预设写入一个文件，交给别人。"},
	"presets import":      {"文件", "从这样的文件导入预设。"},
}
