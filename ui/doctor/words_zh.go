package doctor

import (
	"fmt"
	"strings"
	"time"
)

var chinese = words{
	titles: map[Group]string{Programs: "程序", Sound: "声音", Hosts: "服务商", Asked: "已询问的服务商", Network: "网络",
		Terminal: "终端", Settings: "设置", Folders: "文件夹", Teams: "团队"},
	states:  map[State]string{OK: "正常", Warning: "提醒", Fault: "故障"},
	labels:  map[string]string{"editor": "编辑器", "device": "声音设备", "hosts": "服务商", "clock": "时钟", "proxy": "代理", "authorities": "证书", "terminal": "终端", "size": "大小", "colour": "颜色", "locale": "区域设置", "config": "配置文件", "presets": "预设", "takes": "录音", "drafts": "草稿、日志"},
	between: "：",
	none:    "无",

	programWords: programWords{
		speaks: "沙盒用它朗读", makesMP3: "沙盒用它编码 MP3", makesOpus: "沙盒用它编码 opus",
		playsMP3: "播放 MP3", playsOpus: "播放 opus", keepsTeams: "与团队共享文件夹",
		missing:   func(purpose string) string { return "没有安装；" + purpose },
		notNeeded: func(purpose, how string) string { return "没有安装，" + purpose + "；需要时：" + how },
		notEveryMP3: func(decoder string) string {
			return "没有安装；改由 " + decoder + " 播放，但不是所有 MP3 都能播放"
		},
		noEditor:   "没有选择；preset edit 和 config 要打开编辑器",
		setEditor:  "设置 EDITOR，例如 EDITOR=nano",
		editorGone: func(editor string) string { return "选择了 " + editor + "，但没有安装" },
		notLooked:  "未检查",
		noDevice:   "听不到声音",
		device:     map[string]string{"speaker": "扬声器"},
	},
	hostWords: hostWords{
		noHost:        "没有这个服务商",
		oneOf:         func(names []string) string { return "可选：" + strings.Join(names, "、") },
		needsNoKey:    "不需要密钥",
		isSet:         func(variable string) string { return "已设置 " + variable },
		notSet:        func(variable string) string { return "未设置 " + variable },
		badProxy:      "HTTPS_PROXY 不是地址：将直接连接服务商",
		noAuthorities: "读不出证书（PEM）",
		notRead:       func(variable string) string { return "不读取 " + variable },
		directlyTo:    func(names string) string { return "直接连接 " + names },
		setVariable: func(variable, example string) string {
			if example != "" {
				return "设置 " + variable + "，例如 " + variable + "=" + example
			}
			return "设置 " + variable
		},
		mendVariable: func(variable string) string { return "改正或取消 " + variable },
		sendsKey: func(host, variable, address string) string {
			return "正在向 " + host + " 询问音色列表：" + variable + " 中的密钥将发送到 " + address + "；不计费"
		},
		sendsNoKey: func(host, address string) string {
			return "正在询问 " + host + "（" + address + "）是否可达，不发送密钥；不计费"
		},
		answers:     "有应答；密钥是否有效，只有付费请求才能知道",
		takesKey:    func(voices int) string { return fmt.Sprintf("密钥有效，可用音色 %d 个", voices) },
		here:        "在本机合成，无需询问",
		noneAsked:   "没有设置密钥，所以没有询问任何服务商",
		setAKey:     "设置一个服务商的密钥，见上文",
		otherRegion: func(host string) string { return "这是另一个区域的密钥，属于 " + host },
		useHost: func(name string) string {
			return `使用 --host ` + name + `，或在配置文件中写 "host": "` + name + `"`
		},
		noDate:     "服务商没有给出时间",
		clockRight: "准确",
		clock: func(ahead time.Duration) string {
			if ahead < 0 {
				return fmt.Sprintf("比服务商慢 %v", (-ahead).Round(time.Second))
			}
			return fmt.Sprintf("比服务商快 %v", ahead.Round(time.Second))
		},
	},
	placeWords: placeWords{
		noPlace:    "位置未知：没有设置 HOME",
		notYet:     "需要时创建",
		notFolder:  func(dir string) string { return dir + " 不是文件夹" },
		notWritten: func(dir string) string { return dir + " 不可写" },
		mayWrite: func(dir, variable, chown string) string {
			if chown == "" {
				return "取得 " + dir + " 的写权限，或把 " + variable + " 设为别的文件夹"
			}
			return chown + "，或把 " + variable + " 设为别的文件夹"
		},
		moveAway:    func(file string) string { return "把 " + file + " 移走" },
		littleSpace: func(free uint64) string { return fmt.Sprintf("只剩 %d MB", free>>20) },
		makeRoom:    "voicestudio takes prune --budget 500MB，或腾出空间",
		notThere:    "不存在",
		noCheckout:  "不是 git 检出目录，无法拉取和推送",
		clone:       func(dir string) string { return "把团队的仓库 git clone 到 " + dir },
		mendTeam:    func(name string) string { return "改正配置文件中的 teams." + name },
	},
	terminalWords: terminalWords{
		noTerminal: "无",
		usePlain:   "换一个终端，或用 voicestudio --plain",
		dumb: func(name string) string {
			if name == "" {
				return "没有设置 TERM，无法绘制界面"
			}
			return "TERM=" + name + "：无法绘制界面"
		},
		size:     func(width, height int) string { return fmt.Sprintf("%d x %d", width, height) },
		larger:   func(width, height int) string { return fmt.Sprintf("放大窗口，最好有 %d x %d", width, height) },
		noColour: func(because string) string { return "无，因为 " + because },
		colours:  func(n string) string { return n },
		notUTF8:  func(locale string) string { return locale + "：ASCII 以外的文字可能显示不对" },
		inLine: func(file string, line int, message string) string {
			return fmt.Sprintf("%s:%d：%s", file, line, message)
		},
		mendConfig: func(cure string) string {
			return strings.TrimPrefix(cure+"；", "；") + "用 voicestudio config 打开文件"
		},
		nothingWrong: "没有错误",
	},
}
