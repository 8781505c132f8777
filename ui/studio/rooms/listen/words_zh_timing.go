package listen

// chineseTiming is what is said of a take's time in Chinese.
var chineseTiming = timingWords{
	title:      func(take string) string { return take + " 的时间花在哪里" },
	lookup:     "域名解析",
	connect:    "建立连接",
	tls:        "TLS",
	firstByte:  "首字节",
	firstAudio: "首段音频",
	audible:    "听到首个声音",
	made:       "新建的连接",
	reused:     "已有的连接",
	resumed:    "新建的连接，沿用 TLS 会话",
	foot: func(host, http, how string) string {
		return host + "，" + http + "，" + how
	},
	none: "不知道它的时间花在哪里",
}
