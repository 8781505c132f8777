package decode

import (
	"fmt"
	"strings"
)

var chinese = words{
	format:  "这段音频无法播放",
	noAudio: "没有音频",
	damaged: "音频有损坏",
	madeUp:  "已用等长的声音补上",
	fault: func(codec, kind, what string) string {
		if codec != "" {
			codec += "："
		}
		return codec + kind + "：" + what
	},
	and: func(what, more string) string { return what + "；" + more },

	needs: func(what, library, how string) string {
		return fmt.Sprintf("%s 需要 %s，而它没有安装；%s", what, library, how)
	},
	mp3Rate:   func(hz int) string { return fmt.Sprintf("%d Hz 的 MP3", hz) },
	mp3Bits:   func(hz, kbit int) string { return fmt.Sprintf("%d Hz、%d kbit/s 的 MP3", hz, kbit) },
	intensity: "强度立体声的 MP3",

	codec: func(name string, playable []string) string {
		return fmt.Sprintf("编码是 %q；可播放：%s", name, strings.Join(playable, "、"))
	},
	rate:     func(hz, most int) string { return fmt.Sprintf("采样率 %d Hz 不在 1000 到 %d 之间", hz, most) },
	channels: func(n int) string { return fmt.Sprintf("有 %d 个声道；只能播放 1 或 2 个", n) },
	noByte:   "一个字节也没有收到",
	noSample: "在第一个采样之前就结束了",
	noFrame:  "没有能解码的帧",
	undecoded: func(bytes int64, places, of int) string {
		return fmt.Sprintf("%[2]d 处共 %[1]d 字节和 %[3]d 帧无法解码", bytes, places, of)
	},
	packets: func(bytes int64, places, of int) string {
		return fmt.Sprintf("%[2]d 处共 %[1]d 字节和 %[3]d 个数据包无法解码", bytes, places, of)
	},
	inFrame:        "在一帧中间结束",
	inTag:          "在标签中间结束",
	inPage:         "在一页中间结束",
	bytesMissing:   func(n int64) string { return fmt.Sprintf("缺少末尾 %d 字节采样", n) },
	partMissing:    func(n, of int) string { return fmt.Sprintf("一帧 %[2]d 字节，缺少末尾 %[1]d 字节", n, of) },
	partOnly:       func(n, of int) string { return fmt.Sprintf("一帧 %[2]d 字节，只收到 %[1]d 字节", n, of) },
	samplesMissing: func(n, of uint64) string { return fmt.Sprintf("共 %[2]d 个采样，缺少末尾 %[1]d 个", n, of) },
	restLeft:       "其余部分不播放",
	header:         func(bytes int) string { return fmt.Sprintf("fmt 块有 %d 字节", bytes) },
	headShort: func(bytes, of int) string {
		return fmt.Sprintf("文件头应有 %[2]d 字节，只有 %[1]d 字节", bytes, of)
	},
	notBare:   func(like string) string { return "不是裸采样，开头像 " + like },
	noRIFF:    "开头不是 RIFF",
	otherRIFF: "是另一种 RIFF 文件",
	big:       "数字是大端序（RIFX）",
	unordered: "采样出现在格式说明之前",
	chunks:    "数据块无法读取",
	unknown:   "采样类型未知（extensible）",
	validBits: func(n, of int) string { return fmt.Sprintf("声称 %[2]d 位中有 %[1]d 位有效", n, of) },
	samplesAre: func(kind string) string {
		return "采样是 " + kind + "；可播放 8 到 32 位、浮点、A-law 和 mu-law"
	},
	samplesOf: func(kind int) string {
		return fmt.Sprintf("采样类型是 %d；可播放 8 到 32 位、浮点、A-law 和 mu-law", kind)
	},
	contradicts: func(kind, bits, align, channels int) string {
		return fmt.Sprintf("文件头不对：类型 %d，%d 位，每帧 %d 字节，%d 个声道", kind, bits, align, channels)
	},
	behind: func(bytes int64) string { return fmt.Sprintf("采样之后有 %d 字节无法读取", bytes) },

	noFLAC:      "开头不是 fLaC",
	noInfo:      "缺少流信息",
	endless:     "有一帧没有结尾",
	foreign:     "有一帧格式不同",
	hollow:      "有一帧没有采样",
	manyDamaged: func(most int) string { return fmt.Sprintf("损坏的帧超过 %d 个", most) },
	places: func(bytes int64, places int, why string) string {
		return fmt.Sprintf("%[2]d 处共 %[1]d 字节无法解码（%[3]s）", bytes, places, why)
	},
	inOgg:        func(what string) string { return "Ogg 里不是 Opus，而是 " + what },
	elseInOgg:    "其他内容",
	noOpus:       "没有找到 Ogg 里 Opus 的开头",
	noPacket:     "没有能解码的数据包",
	pagesMissing: func(places int) string { return fmt.Sprintf("有 %d 处缺页", places) },
	version:      func(n int) string { return fmt.Sprintf("版本是 %d；只认识 0 到 15", n) },
	family:       func(n int) string { return fmt.Sprintf("声道映射方式是 %d；只能播放 0", n) },
}
