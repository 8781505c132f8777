package sandbox

import (
	"fmt"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

var chinese = words{
	notListening: func(address, why string) tts.Said {
		return tts.Said{What: "沙盒无法监听 " + address + "：" + why, Cure: "换一个端口"}
	},
	noFault: func(name string, all []string) tts.Said {
		return tts.Said{What: fmt.Sprintf("没有名为 %q 的故障", name), Cure: "可用的故障：" + strings.Join(all, "、")}
	},
	noValue: func(fault string) tts.Said {
		return tts.Said{What: "故障 " + fault + " 不带值", Cure: "写 " + fault}
	},
	badValue: func(fault, value, example string) tts.Said {
		return tts.Said{What: fmt.Sprintf("故障 %s 不能是 %q", fault, value), Cure: "写成 " + fault + "=" + example}
	},
	missing: func(program, purpose string) string { return "没有安装 " + program + "，沙盒" + purpose },
	purposes: map[speech.Purpose]string{
		speech.Speaking:   "靠它发声",
		speech.MakingMP3:  "靠它编码 mp3",
		speech.MakingOpus: "靠它编码 opus",
	},
	faultHelp: `  latency=200ms      第一个字节之前的等待
  pace=1x            数据以实时的这个倍数到达
  chunk=100ms        每块数据中的音频长度
  rate_limit=2       拒绝接下来使用同一串故障的这么多次请求
  retry_after=3      秒数，写在上述拒绝的响应头里
  status=503         一个 HTTP 状态码，没有服务商的内容
  error=401          一个 HTTP 状态码，只带 {"error":"..."}；error=401@3000：这么多字节音频之后
  gateway=Arrearage  网关的错误；Arrearage@3000：这么多字节音频之后
  code=1026          base_resp 的错误；1026@3000：这么多字节音频之后
  cut=5000           这么多字节音频之后断开连接
  stall=500ms@20000  这么多字节音频之后停顿一次
  idle=2s            这么久没有收发时关闭 WebSocket（默认 120s）
  aggregate=on       on、off 或 always：结尾再发一遍完整音频
  extra_info=every   every 或 last：哪些帧带有它
  vary=7             重复的请求像真实服务商那样略有不同：音调、语速、
                     停顿和电平；同一个数字得到同一组变化
  odd_hex bad_hex garbage no_last empty odd_bytes id3
                     错误、缺失或少见的帧
  gzip crlf one_lf done comments trickle
                     同样的结果，换一种少见的形式
  json_label         把 DashScope 流中的错误标为 JSON`,
}
