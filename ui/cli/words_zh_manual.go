package cli

var chineseManual = manualWords{
	name: "名称", synopsis: "用法", description: "说明", options: "选项", commands: "命令", examples: "示例",
	files: "文件", environment: "环境变量", exit: "退出码", seeAlso: "另见",
	kept: [][2]string{
		{"~/.config/voicestudio/config.json", "设置：服务商、团队、按键。其中从不存放 API 密钥。voicestudio config 会解释每一项。"},
		{"~/.config/voicestudio/presets", "自己的预设，每个一个 JSON 文件。"},
		{".voicestudio/presets", "项目的预设，从当前文件夹向上查找。"},
		{"~/.local/share/voicestudio/takes", "每条录音：原样的音频，以及合成时的设置。"},
		{"~/.local/share/voicestudio/auditions", "试听及其投票。"},
		{"~/.local/state/voicestudio", "草稿、稿子和日志。"},
	},
	reads: [][2]string{
		{"VOICESTUDIO_PRESETS", "代替自己预设的文件夹。"},
		{"XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "上述文件夹的位置，默认为 ~/.config、~/.local/share 和 ~/.local/state。"},
		{"VISUAL, EDITOR", "编辑预设、稿子和设置的编辑器。"},
		{"HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE", "连接服务商的代理，不经代理的地址，以及信任的证书。"},
		{"LC_ALL, LC_MESSAGES, LANG", "语言，--lang 和配置文件都没有指定时使用。"},
		{"NO_COLOR", "设置后不用颜色。"},
		{"PULSE_SERVER", "声音服务器。"},
	},
	keyOf: func(hosts string) string { return hosts + " 的 API 密钥，只发送给该服务商。" },
	codes: [][2]string{
		{"0", "完成。"},
		{"1", "本机的问题：缺少程序、文件不可写、端口被占用。"},
		{"2", "命令行或请求有误，缺少密钥或终端。没有发送任何内容。"},
		{"3", "服务商拒绝。"},
		{"4", "请求过于频繁，重试到底仍未成功。"},
		{"5", "网络问题，或应答不完整、为空、无法解码。"},
		{"130", "被中断。"},
	},
	stop:     "。",
	seeHelp:  "voicestudio COMMAND --help 显示某个命令的同样内容。voicestudio doctor 找出问题。voicestudio completion 用于在 shell 中补全命令。",
	ofOthers: func(page string) string { return page + "：文件、环境变量和退出码。" },
}
