package library

import "strconv"

// chineseLibrary is what the presets and what others change say in Chinese.
var chineseLibrary = words{Presets: chinesePresets, team: chineseTeam, outside: chineseOutside, trust: chineseTrust,
	NothingBeside: "前后的设置相同，或其中一个不在"}

var chinesePresets = presetWords{
	ChooseFor:      func(key, what string) string { return "先选一个预设，再按 " + key + "：" + what },
	OneMoment:      "请稍候：上一次改动还在写入",
	nothingWritten: "没有写入任何内容",
	openAlready:    "预设列表已经打开",
	openFirst:      "先打开预设列表：ctrl+o",
	none:           "这里没有预设",
	starter:        "内置预设不能改；ctrl+d 复制到自己的文件夹",
	readOnly:       func(preset string) string { return preset + " 只读；ctrl+d 复制到自己的文件夹" },
	opened:         func(preset string) string { return "已打开 " + preset + "；ctrl+r 合成，alt+z 返回" },
	saved:          func(preset string) string { return "已保存 " + preset },
	same:           func(preset string) string { return preset + " 与现在的设置完全相同" },
	partsOf:        func(parts, preset string) string { return preset + " 的" + parts },
	applied:        func(parts string) string { return "已应用" + parts + "；按 alt+z 撤回" },
	speaks:         func(preset, what string) string { return preset + " 合成" + what + "；enter{open-preset} 打开" },
	script:         "稿子",
	sample:         "它的例句",
	noFolder:       func(preset string) string { return preset + " 不在列表的任何文件夹里" },
	deleted:        func(preset string) string { return "已删除 " + preset + "；按 alt+z 找回" },
	back:           func(preset string) string { return preset + " 已找回" },
	renamed:        func(to string) string { return "已改名为 " + to },
	rename:         "重命名预设",
	renameHint:     "enter{accept} 确认",
	tags:           func(preset string) string { return preset + " 的标签" },
	tagsHint:       "标签用空格或逗号隔开，enter{accept} 保存",
	tagsHintUsed:   func(tags string) string { return "用空格或逗号隔开，enter{accept} 保存；已有：" + tags },
	notes:          func(preset string) string { return preset + " 的备注" },
	notedBefore:    func(preset string) string { return preset + " 的备注里已经有了" },
	copy:           "预设复制为",
	copyHint:       func(dir string) string { return "enter{accept} 复制到 " + dir },
	copied:         func(preset, dir string) string { return "已复制为 " + preset + "，在 " + dir },
	saveHint:       "enter{accept} 保存",
	savedIn:        func(preset, file string) string { return "已保存 " + preset + "，文件 " + file },
	savedOfAll: func(preset string, line int) string {
		return "已保存 " + preset + "，用的是全部行的设置；第 " + strconv.Itoa(line) + " 行自己的设置留在那一行"
	},
}
