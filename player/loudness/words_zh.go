package loudness

import "fmt"

var chinese = words{
	tooQuiet:     "太轻，无法测量",
	unmeasurable: "它没有声音，或短于 0.4 秒，没有可以调整的响度",
	tooLoud: func(ceiling, most, limiting float64) string {
		return fmt.Sprintf("在 %g dBTP 处，限幅不超过 %[3]g dB 时最响只能到 %.1[2]f LUFS", ceiling, most, limiting)
	},
}
