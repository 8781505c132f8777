package cli

import (
	"fmt"

	"voicestudio/tts"
)

var chineseConfig = configWords{
	noEditor: func(file string) tts.Said {
		return tts.Said{What: "没有设置编辑器", Cure: "设置 EDITOR，例如 EDITOR=nano voicestudio config，或用任意编辑器打开 " + file}
	},
	made:  func(file string) string { return "已创建 " + file + "，其中说明了每项设置" },
	clean: func(file string) string { return file + "：没有错误" },
	noFile: func(file string) string {
		return file + " 不存在，也可以没有；voicestudio config 会创建它"
	},
	openAgain: "再打开一次？[Y/n] ",
	unset:     "未设置", noKeys: "没有按键",
	from: func(where, name string, line int) string {
		switch where {
		case "file":
			return fmt.Sprintf("文件第 %d 行", line)
		case "flag":
			return "选项 " + name
		case "environment":
			return "环境变量 " + name
		}
		return "默认"
	},
}

var chineseConfigHelp = struct{ config, path, show, check help }{
	config: help{
		short: "在编辑器里修改设置",
		long: "用 $VISUAL 或 $EDITOR 打开配置文件。第一次使用时创建它，其中说明了每项设置，以及可以指定按键的每个命令。\n" +
			"编辑器结束后检查文件。",
		example: "  voicestudio config\n  voicestudio config check\n  voicestudio config show --json",
	},
	path: help{short: "显示配置文件的位置", long: "显示配置文件的路径，不管它是否存在。"},
	show: help{
		short:   "显示生效的设置及其来源",
		long:    "显示每项生效的设置，以及它来自选项、环境变量、配置文件还是默认值。",
		example: "  voicestudio config show\n  voicestudio config show --commands",
	},
	check: help{
		short:   "检查配置文件",
		long:    "指出配置文件里的所有错误，每个都有行号和改正方法。没有错误时退出码是 0，否则是 1。",
		example: "  voicestudio config check --json",
	},
}
