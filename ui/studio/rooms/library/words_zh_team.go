package library

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/presets/team"
)

var chineseTeam = teamWords{
	chooseFolder: "用 tab{next-folder} 选团队共享的文件夹；现在的都不是 git 仓库",
	pulling:      func(folder string) string { return "正在拉取 " + folder },
	pushing:      func(folder string) string { return "正在推送 " + folder },
	looking:      func(folder string) string { return "正在查看 " + folder + " 有什么新内容" },
	goingOn: func(what string, passed time.Duration) string {
		return fmt.Sprintf("%s，%.0f 秒", what, passed.Seconds())
	},
	gaveUp:        func(folder string) string { return "已停止；" + folder + " 里还没做的保持原样" },
	nothingNew:    func(folder string) string { return folder + " 没有新内容" },
	nothingToPush: func(folder string) string { return folder + " 的内容别人都已经有了" },
	pushed: func(folder string, names []string) string {
		if len(names) == 0 {
			return "已推送 " + folder + "：别人下次拉取就会得到"
		}
		return "已推送 " + fewChinese(names) + "：别人下次拉取就会得到"
	},
	pulled: func(names []string) string { return "已拉取 " + fewChinese(names) },
	leftBehind: func(done, why string, more int) string {
		if more > 0 {
			why += fmt.Sprintf("，还有 %d 个", more)
		}
		return done + "；留下的：" + why
	},
	refused: func(why string) string {
		return why + "；如果 git 要密码或口令，先在终端里拉取一次"
	},
	deeds: map[team.Deed]string{team.Added: "新增", team.Edited: "改动", team.Renamed: "改名", team.Deleted: "删除"},
	did: map[team.Deed]func(who, preset string) string{
		team.Added:   func(who, preset string) string { return who + " 新增了 " + preset },
		team.Edited:  func(who, preset string) string { return who + " 改了 " + preset },
		team.Renamed: func(who, preset string) string { return who + " 重命名了 " + preset },
		team.Deleted: func(who, preset string) string { return who + " 删除了 " + preset },
	},
	calledBefore: func(name string) string { return "原名 " + name },
	clip:         "它的参考录音",
	staysBehind:  "留下",
	pushTitle:    func(folder string) string { return "推送 " + folder + "：别人会得到什么" },
	newsTitle:    func(folder string) string { return folder + " 的新内容" },
	stopped:      func(folder string) string { return "已停止：双方改了 " + folder + " 里同样的地方" },
	notPulled: func(folder string) string {
		return "还没有拉取：你在 " + folder + " 的改动还没有推送"
	},
	pushHint: func(n int) string {
		return fmt.Sprintf("enter{accept} 先拉取新内容，再提交并推送这 %d 个", n)
	},
	newsHint:     "enter{accept} 前往这个预设",
	conflictHint: "两边都没有被覆盖；只有一方改过的内容，无论怎么选都会合并",
	bothChanged:  "双方",
	uncommitted:  "你改了还没推送；别人也改了它",
	pushYours:    "推送你的：合并双方的改动",
	keepYours:    "双方都改过的，保留你的",
	takeTheirs:   "双方都改过的，采用对方的",
	notNow:       "以后再说：先改动你的，或把它改名",
	asBefore:     "一切保持原样",
	importTitle:  func(folder string) string { return "导入预设到 " + folder },
	importHint:   "导出的预设文件；tab{complete-path} 补全，enter{accept} 先看会导入什么",
	noPath:       "输入文件路径",
	importsHint: func(n int, folder string) string {
		return fmt.Sprintf("enter{accept} 导入 %d 个到 %s；按 alt+z 撤回", n, folder)
	},
	allThere: func(n int, folder string) string { return fmt.Sprintf("%d 个都已在 %s，内容相同", n, folder) },
	outcomes: map[presets.Outcome]string{presets.ImportNew: "新增", presets.ImportSame: "相同", presets.ImportClip: "参考录音", presets.ImportCollides: "不同"},
	replaces: func(names []string) string { return "再按一次 enter{accept} 替换你的：" + fewChinese(names) },
	imported: func(n int, folder string) string {
		return fmt.Sprintf("已导入 %d 个到 %s；按 alt+z 撤回", n, folder)
	},
	takenBack: func(folder string) string { return folder + " 已恢复到导入之前" },
	exportTitle: func(n int, first string) string {
		if n == 1 {
			return "导出 " + first
		}
		return fmt.Sprintf("把 %d 个预设导出到一个文件", n)
	},
	exportHint: "enter{accept} 写入；tab{complete-path} 补全；队友用 alt+i 导入",
	fileThere:  func(file string) string { return file + " 已存在：再按一次 enter{accept} 替换" },
	exported: func(n int, file string) string {
		return fmt.Sprintf("已导出 %d 个预设到 %s", n, file)
	},
	levels:    map[presets.Level]string{presets.LintError: "有错", presets.LintWarning: "存疑"},
	lintTitle: func(folder, host string) string { return folder + " 里的问题，服务商：" + host },
	lintHint:  "enter{accept} 前往这个预设",
	anyHost:   "任意",
	nothingWrong: func(folder string, n int, host string) string {
		return fmt.Sprintf("%s 里没有问题：%d 个预设，服务商：%s", folder, n, host)
	},
}

// fewChinese names the first few.
func fewChinese(names []string) string {
	const most = 4
	if len(names) > most {
		return strings.Join(names[:most], "、") + fmt.Sprintf(" 等 %d 个", len(names))
	}
	return strings.Join(names, "、")
}
