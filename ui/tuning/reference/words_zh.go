package reference

import (
	"fmt"
	"strconv"
	"strings"

	"voicestudio/tts"
)

const anotherInChinese = "换一段有人说话的录音"

var chinese = words{
	noFile: func(file string) tts.Said {
		return tts.Said{What: "没有文件 " + file, Cure: "给出参考录音的路径"}
	},
	directory: func(file string) tts.Said {
		return tts.Said{What: file + " 是文件夹", Cure: "给出其中一段录音的路径"}
	},
	noRegular: func(file string) tts.Said {
		return tts.Said{What: file + " 不是普通文件", Cure: "给出参考录音的路径"}
	},
	cannotRead: func(file, why string) tts.Said { return tts.Said{What: file + " 无法读取：" + why} },
	undecoded: func(file, why string) tts.Said {
		return tts.Said{What: file + " 读不出来：" + why, Cure: "换成单声道或双声道的 wav、mp3 或 flac"}
	},
	noEnding: func(file string, endings []string) tts.Said {
		return tts.Said{What: "从名称看，" + file + " 不是录音", Cure: "给出以 " + strings.Join(endings[:len(endings)-1], "、") + " 或 " + endings[len(endings)-1] + " 结尾的文件"}
	},
	noAudio: func(file string) tts.Said {
		return tts.Said{What: file + " 里没有与扩展名相符的音频", Cure: anotherInChinese}
	},
	silent: func(file string) tts.Said { return tts.Said{What: file + " 没有声音", Cure: anotherInChinese} },
	noSpeech: func(file string) tts.Said {
		return tts.Said{What: file + " 里没有人说话：是音乐、噪声或单音", Cure: anotherInChinese}
	},
	short: func(file string, seconds, least float64) tts.Said {
		return tts.Said{What: fmt.Sprintf("%[2]s 里只有 %.1[1]f 秒语音", seconds, file), Cure: fmt.Sprintf("换一段 %.0f 秒以上的录音，最好有几句话", least)}
	},
	long: func(file string, minutes int) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s 超过 %d 分钟", file, minutes), Cure: "截取一段；半分钟就够"}
	},
	perhaps: func(file string) string {
		return file + " 可能是音乐，或语音里混有音乐或噪声；测量的是全部声音"
	},
	whispers: func(file string) string {
		return file + " 里听不出音高，像是低语；无法从中得知音调"
	},
	narrow: func(file string, hz int) string {
		khz := strconv.FormatFloat(float64(hz)/2000, 'f', -1, 64)
		return fmt.Sprintf("%s 只到 %s kHz，音色只比较到这里", file, khz)
	},
	damaged: func(file, why string) string {
		return file + " 有损坏，采用能读出的部分：" + why
	},
	changes: "它的采样率或声道中途变化",
	notHeard: func(take, why string) tts.Said {
		return tts.Said{What: "片段 " + take + " 无法测量：" + why}
	},
}
