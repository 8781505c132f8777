package player

import "fmt"

var chinese = words{
	off:     "声音已关闭",
	advised: func(what, cure string) string { return what + "；" + cure },
	what: whatWords{
		nothing:     "没有找到声音服务器，也没有声卡",
		noLibrary:   "没有声音服务器在运行，也没有安装 libasound2",
		noDevice:    "没有找到声音设备",
		overSSH:     "SSH 那一端还听不到声音",
		inWSL:       "Windows 没有给这个 Linux 提供声音",
		inContainer: "这个容器里没有声音服务器",
		underSudo:   "用 sudo 时连不上自己的声音服务器",
		unanswered:  func(server string) string { return "PULSE_SERVER=" + server + " 处没有声音服务器应答" },
		denied:      "声音服务器只允许它自己的用户连接",
		hangs:       "声音服务器没有应答",
		noOutput:    "声音服务器没有输出设备",
		serverGone:  "声音服务器不见了",
		deviceGone:  "声音设备不见了",
		notYet:      "声音设备还没有应答",
		unknown:     func(text string) string { return "没有声音：" + text },
	},
	cure: cureWords{
		start:   "请启动 PulseAudio 或 PipeWire",
		install: "请启动 PulseAudio 或 PipeWire，或安装 libasound2",
		connect: "请连接音箱或耳机",
		restart: "请重新启动它：systemctl --user restart pipewire-pulse，或 pulseaudio -k",
		waits:   "恢复后会自动继续出声",
		ssh:     "请用 ssh -R 24713:localhost:4713 连接，并设 PULSE_SERVER=tcp:localhost:24713",
		wsl:     "请在 Windows 中运行 wsl --update，再运行 wsl --shutdown",
		mount:   "请挂载主机的套接字，并把 PULSE_SERVER 设为 unix: 加它的路径",
		noSudo:  "请不用 sudo 运行 voicestudio",
		cookie:  "请以那个用户运行 voicestudio，或把 PULSE_COOKIE 设为其 ~/.config/pulse/cookie 的副本",
		set:     func(variable string) string { return "请设 " + variable },
		unset:   func(variable string) string { return "请在那里启动一个，或取消 " + variable },
	},
	source: sourceWords{
		brokeOff:    "声音中途断开",
		undecodable: "声音无法解码",
		tooLong:     "声音太长",
		notHeard:    "没有播放到结尾",
		longer: func(minutes float64) string {
			return fmt.Sprintf("声音超过 %.0f 分钟；其余部分不播放", minutes)
		},
		rate: func(hz int) string { return fmt.Sprintf("这段音频无法播放：采样率是 %d Hz", hz) },
		lost: func(why string) string { return "没有播放到结尾：" + why },
	},
}
