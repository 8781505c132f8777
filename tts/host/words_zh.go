package host

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
)

var chinese = words{
	config: configWords{
		noHost: func(name string, hosts []string) tts.Said {
			return tts.Said{What: fmt.Sprintf("没有名为 %q 的服务商", name), Cure: "可选：" + strings.Join(hosts, "、")}
		},
		noAddress: func(address string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q 不是一个地址", address), Cure: "写成 https://主机/路径"}
		},
		moreThan: tts.Said{What: "地址里除了主机和路径还有别的内容", Cure: "写成 https://主机/路径"},
		noKey: func(host, variable string) tts.Said {
			return tts.Said{What: host + " 需要 API 密钥", Cure: "设置环境变量 " + variable}
		},
		badKey: func(host, variable string) tts.Said {
			return tts.Said{What: host + " 的 API 密钥里有空白或不该有的字符", Cure: "重新设置 " + variable}
		},
		inClear: tts.Said{What: "API 密钥会以明文发出", Cure: "使用 https，或本机的地址"},
		sentOn: func(to string) tts.Said {
			return tts.Said{What: "服务商要转到 " + to + "，而 API 密钥不能发到那里", Cure: "把 base url 改成正确的地址"}
		},
		redirects: "重定向次数太多",
		paced: func(host string, requests int) string {
			return fmt.Sprintf("%s 每分钟允许 %d 次请求", host, requests)
		},
		nothing: func(after time.Duration) tts.Said {
			return tts.Said{What: fmt.Sprintf("服务商已有 %s没有发来任何内容", waited(after)), Cure: "检查网络后重新合成"}
		},
		noAudioFor: func(after time.Duration) tts.Said {
			return tts.Said{What: fmt.Sprintf("服务商已有 %s没有发来音频", waited(after)), Cure: "检查网络后重新合成"}
		},
	},

	network: chineseNetwork,

	answer: answerWords{
		noHost:    tts.Said{What: "这个地址上的不是语音服务", Cure: "检查 base url"},
		noAudio:   tts.Said{What: "服务商的回应里没有音频", Cure: "重新合成"},
		notAFrame: tts.Said{What: "服务商发来的内容不是语音数据", Cure: "重新合成"},
		badHex:    tts.Said{What: "有一帧音频的十六进制数据不完整", Cure: "重新合成"},
		cutShort:  tts.Said{What: "结果在一帧中间断开，音频不完整", Cure: "重新合成"},
		tooLong:   tts.Said{What: "服务商发来的一行超过 256 MB", Cure: "把文本分成几段"},
		noLine:    tts.Said{What: "服务商发来的一行超过 1 MB，而且不是音频", Cure: "重新合成"},
		brokeOff:  tts.Said{What: "连接中断", Cure: "检查网络后重新合成"},
	},

	link: linkWords{
		audio: func(why, link string) tts.Said {
			return tts.Said{What: "无法从服务商的链接下载音频：" + why, Cure: "请在一天内自行下载：" + link}
		},
		subtitles: func(why, link string) tts.Said {
			return tts.Said{What: "无法下载字幕：" + why, Cure: "请在一天内自行下载：" + link}
		},
		noSubtitles: tts.Said{What: "服务商的字幕是空的", Cure: "音频是完整的；可以换一个模型"},
		noAddress:   "链接不是有效的地址",
		thisMachine: "链接指向本机",
		notHTTPS:    "链接不是 https",
		tooBig:      func(megabytes int64) string { return fmt.Sprintf("它超过 %d MB", megabytes) },
	},

	list: listWords{
		none: func(host string) tts.Said {
			return tts.Said{What: host + " 不提供账号的音色列表", Cure: "选择 minimax 或 minimax-cn"}
		},
		noList: tts.Said{What: "服务商发来的不是音色列表", Cure: "检查 base url"},
	},

	codes: codeWords{
		topics: map[topic]tts.Said{
			unknownError:    {What: "服务商遇到未知错误", Cure: "重新合成"},
			outOfTime:       {What: "服务商处理超时", Cure: "重新合成"},
			manyRequests:    {What: "一分钟内的请求太多", Cure: "稍等片刻"},
			keyOrGroup:      {What: "服务商不接受这个 API 密钥", Cure: "检查密钥；如果设置了 group id，也检查它"},
			noBalance:       {What: "账号余额已用完", Cure: "到服务商处充值"},
			internalError:   {What: "服务商内部出错", Cure: "重新合成"},
			sensitiveText:   {What: "服务商认为文本含敏感内容，拒绝合成", Cure: "修改文本"},
			sensitiveAudio:  {What: "服务商认为音频含敏感内容，拒绝返回", Cure: "修改文本"},
			noQuota:         {What: "账号额度已用完", Cure: "等待额度恢复，或到服务商处充值"},
			systemError:     {What: "服务商系统出错", Cure: "重新合成"},
			manyCharacters:  {What: "一分钟内的字符太多", Cure: "稍等片刻"},
			manyConnections: {What: "同时打开的连接太多", Cure: "稍等片刻"},
			invisibleText:   {What: "文本中超过十分之一是看不见的或非法的字符", Cure: "去掉这些字符"},
			checkSettings:   {Cure: "检查设置"},
			noEmotion:       {Cure: "取消情绪设置，或换一个模型"},
			wrongType:       {Cure: "取消它提到的设置，或逐个取消已设置的数值"},
			voiceDenied:     {What: "这个账号不能使用这个音色", Cure: "换一个音色"},
			fastGrowth:      {What: "请求增长太快", Cure: "稍等片刻"},
			keyElsewhere:    {What: "API 密钥在这里无效", Cure: "确认密钥属于这个服务商和地区"},
			noSuchVoice:     {What: "服务商没有这个音色", Cure: "检查拼写，或换一个音色"},
			planLimit:       {Cure: "等待额度恢复，或换一个模型或套餐"},
			overloaded:      {What: "服务商负载过高", Cure: "稍等片刻再合成"},
			modelNotInPlan:  {What: "账号的套餐不含这个模型", Cure: "换一个模型"},
			keyInvalid:      {What: "API 密钥无效", Cure: "检查环境变量中的密钥"},
			keyMissing:      {What: "服务商没有收到 API 密钥", Cure: "在环境变量中设置密钥"},
			arrears:         {What: "账号已欠费", Cure: "到服务商处充值"},
			noFreeQuota:     {What: "这个模型的免费额度已用完", Cure: "到服务商处关闭“仅用免费额度”模式"},
			noBilling:       {What: "服务商无法向账号计费", Cure: "查看账号的账单页面"},
			modelDenied:     {What: "账号不能使用这个模型", Cure: "到服务商处开通"},
			unverified:      {What: "账号尚未实名认证", Cure: "到服务商处认证账号"},
			noSuchModel:     {What: "服务商没有这个模型", Cure: "换一个模型"},
			fewerRequests:   {What: "服务商要求减少请求", Cure: "稍等片刻"},
			speakAgain:      {Cure: "重新合成"},
			unknownCode:     {Cure: "检查设置；服务商的文档对这个代码有说明"},
			noCode:          {Cure: "检查设置后重新合成"},
			otherAddress:    {What: "服务商从另一个地址回应", Cure: "检查 base url"},
			keyRefused:      {What: "服务商不接受这个 API 密钥", Cure: "检查环境变量中的密钥"},
			keyForbidden:    {What: "服务商不接受这个 API 密钥", Cure: "检查环境变量中的密钥，以及它的账号有哪些权限"},
			nothingThere:    {What: "服务商在这个地址上没有内容", Cure: "检查 base url 和模型"},
			outOfTimeLater:  {What: "服务商处理超时", Cure: "稍等片刻再合成"},
			requestTooLarge: {What: "请求太大", Cure: "缩短文本"},
		},
		says:   func(words string) string { return "服务商说：" + words },
		silent: "服务商拒绝了请求，没有说明原因",
		trouble: func(status string) tts.Said {
			return tts.Said{What: strings.TrimSuffix("服务商出现故障："+status, "："), Cure: "稍等片刻再合成"}
		},
		refused: func(status string) tts.Said {
			return tts.Said{What: strings.TrimSuffix("服务商拒绝了请求："+status, "："), Cure: "检查设置"}
		},
	},
}

// waited is a time in words, with what follows it joined.
func waited(d time.Duration) string {
	if d >= time.Minute && d%time.Minute == 0 {
		return fmt.Sprintf("%d 分钟", d/time.Minute)
	}
	return fmt.Sprintf("%g 秒", d.Seconds())
}
