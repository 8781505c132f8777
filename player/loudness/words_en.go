package loudness

import "fmt"

var english = words{
	tooQuiet:     "it would be too quiet to be measured",
	unmeasurable: "it is silent, or shorter than 0.4 s, and has no loudness to change",
	tooLoud: func(ceiling, most, limiting float64) string {
		return fmt.Sprintf("at %g dBTP it can be made no louder than %.1f LUFS without more than %g dB of limiting", ceiling, most, limiting)
	},
}
