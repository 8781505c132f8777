package lineup

import (
	"fmt"
)

var english = words{
	sameWord: "at the same word",
	byLength: "same place by length",
	byTime:   "same time, while it comes",
	making: func(n int) string {
		if n == 1 {
			return "making it"
		}
		return fmt.Sprintf("making %d", n)
	},
	makingOf: func(at, of int) string { return fmt.Sprintf("making %d of %d", at, of) },
	stopped:  func(done, of int) string { return fmt.Sprintf("stopped: %d of %d are made, and stay", done, of) },
	someFailed: func(failed, of int) string {
		return fmt.Sprintf("%d of %d failed: why stands in its row, where it can be tried again", failed, of)
	},
	Free:         "free",
	about:        func(price, host string) string { return "≈ " + price + " at " + host },
	atLeast:      func(price, host string) string { return "more than ≈ " + price + " at " + host },
	unknownPrice: func(host string) string { return "price unknown at " + host },
}
