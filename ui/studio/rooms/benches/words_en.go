package benches

import "fmt"

var english = words{
	mix: englishMix, ladder: englishLadder, pad: englishPad,

	how: func(aligned bool) string {
		if aligned {
			return "at the same word"
		}
		return "same place by length"
	},
	making: func(n int) string {
		if n == 1 {
			return "making it"
		}
		return fmt.Sprintf("making %d", n)
	},
	makingOf: func(at, of int) string { return fmt.Sprintf("making %d of %d", at, of) },
	stopped:  func(done, of int) string { return fmt.Sprintf("stopped: %d of %d are made, and stay", done, of) },
	someFailed: func(failed, of int) string {
		return fmt.Sprintf("%d of %d failed: why stands in the row, enter there tries again", failed, of)
	},
}
