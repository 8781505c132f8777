package host

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
)

var chineseNetwork = networkWords{
	host: func(name string) string { return strings.TrimSpace("服务商 " + name) },
	hostThrough: func(name, proxy string) string {
		return "代理 " + proxy + " 后面的服务商 " + name
	},
	proxy:        func(name string) string { return "代理 " + name },
	baseURL:      "base url",
	bothSettings: "base url 或 HTTPS_PROXY",

	noName: func(name, from string) tts.Said {
		return tts.Said{What: "找不到名为 " + name + " 的主机", Cure: "检查网络和 " + from}
	},
	noNames: func(name string) tts.Said {
		return tts.Said{What: "没有域名服务器能查到 " + name, Cure: "检查网络"}
	},
	closed: func(who, from string) tts.Said {
		return tts.Said{What: "连不上" + who + "：连接被拒绝", Cure: "检查 " + from}
	},
	noRoute: func(who string) tts.Said {
		return tts.Said{What: "连不上" + who + "：本机找不到通往那里的路径", Cure: "检查网络"}
	},
	late: func(who, from string) tts.Said {
		return tts.Said{What: "连不上" + who + "：没有回应", Cure: "检查网络和 " + from}
	},
	hungUp: func(who, from string) tts.Said {
		return tts.Said{What: who + " 没有回应就关闭了连接", Cure: "检查网络和 " + from}
	},
	unreached: func(who, why, from string) tts.Said {
		return tts.Said{What: "连不上" + who + "：" + why, Cure: "检查网络和 " + from}
	},
	notTLS: func(who, from string) tts.Said {
		return tts.Said{What: who + " 没有加密，而要求的是 https", Cure: "检查 " + from + "：端口是否正确，或该用 http 而不是 https"}
	},

	login: func(proxy, variable string) tts.Said {
		return tts.Said{What: "代理 " + proxy + " 需要登录", Cure: "在 " + variable + " 中写上用户名和密码，格式为 http://user:password@host:port"}
	},
	wrongLogin: func(proxy, variable string) tts.Said {
		return tts.Said{What: "代理 " + proxy + " 不接受这个用户名和密码", Cure: "检查 " + variable + "；其中 @ 写作 %40，: 写作 %3A，/ 写作 %2F，% 写作 %25"}
	},
	otherLogin: func(proxy string, ways []string) tts.Said {
		return tts.Said{What: "代理 " + proxy + " 要求的登录方式本程序不支持：" + strings.Join(ways, "、"), Cure: "请代理的管理员开通用户名和密码登录"}
	},
	forbidden: func(proxy, host string) tts.Said {
		return tts.Said{What: "代理 " + proxy + " 不允许连接 " + host, Cure: "请代理的管理员放行"}
	},
	proxyPage: func(proxy string) tts.Said {
		return tts.Said{What: "代理 " + proxy + " 没有建立连接，而是返回了网页", Cure: "用浏览器打开任意网页，登录网络"}
	},
	proxyFails: func(proxy, host string) tts.Said {
		return tts.Said{What: "代理 " + proxy + " 连不上 " + host, Cure: "检查 base url，稍等片刻，或询问代理的管理员"}
	},
	proxyRefuses: func(proxy, host, variable string) tts.Said {
		return tts.Said{What: "代理 " + proxy + " 拒绝连接 " + host, Cure: "确认 " + variable + " 写的是一个代理"}
	},

	unknownAuthority: func(who, issuer string) string {
		said := who + " 的证书由本机不认识的机构签发"
		if issuer != "" {
			said += fmt.Sprintf("（%s）", issuer)
		}
		return said
	},
	setFile: func(variable string) string {
		return "如果是公司的机构，把 " + variable + " 设为含有其证书的文件（PEM）；如果不是，不要信任这个网络"
	},
	mendFile: func(variable, file string) string {
		return "从 " + file + " 读不到证书（PEM）：把 " + variable + " 设为含有该机构证书的文件"
	},
	addToFile: func(variable, file string) string {
		return "如果是公司的机构，把它的证书加进 " + variable + " 所指的 " + file + "；如果不是，不要信任这个网络"
	},
	addToSystem: "如果是公司的机构，把它的证书加进系统信任的证书；如果不是，不要信任这个网络",
	otherName: func(who string, names []string, from string) tts.Said {
		of := "其他名称"
		if len(names) > 0 {
			of = strings.Join(names, "、")
		}
		return tts.Said{What: who + " 的证书属于 " + of, Cure: "用浏览器登录网络，或检查 " + from}
	},
	expired: func(who string, end, now time.Time) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s 的证书已于 %s 到期", who, day(end)), Cure: checkTheClock(now)}
	},
	notYet: func(who string, from, now time.Time) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s 的证书从 %s 起才有效", who, day(from)), Cure: checkTheClock(now)}
	},
	badCertificate: func(who, why string) tts.Said {
		return tts.Said{What: who + " 的证书不可信：" + why, Cure: "询问服务商"}
	},

	page: tts.Said{What: "返回的是网页，不是服务商的结果", Cure: "用浏览器登录网络，询问代理的管理员，或检查 base url"},

	pageOrKey: "用浏览器登录网络，询问代理的管理员，或检查 base url 和环境变量中的密钥",
}

func checkTheClock(now time.Time) string {
	return "检查本机时间，现在显示 " + now.Format("2006-01-02 15:04") + "；如果时间正确，请告知服务商"
}
