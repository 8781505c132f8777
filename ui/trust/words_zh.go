package trust

import (
	"voicestudio/tts"
)

var chinese = words{
	stands: map[Standing]func(preset, host string) string{
		NoSample: func(preset, _ string) string { return preset + " 没有 sample_text，没有可以朗读的句子" },
		Untaken:  func(preset, host string) string { return preset + " 没有 " + host + " 的声音指纹" },
		OtherText: func(preset, _ string) string {
			return preset + " 的 sample_text 与采集声音指纹时的不同"
		},
		OtherEngine: func(preset, _ string) string {
			return preset + " 的声音指纹来自另一个版本的沙盒，或另一个程序"
		},
		OtherMeasures: func(preset, _ string) string {
			return preset + " 的声音指纹由另一个版本的 voicestudio 测量"
		},
	},
	damaged: func(take, why string) tts.Said {
		return tts.Said{What: "录音 " + take + " 不能听到结尾，没有作比较：" + why, Cure: "再试一次"}
	},
}
