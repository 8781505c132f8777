package tuning

import (
	"fmt"
)

var chinese = words{
	folder: folderWords{
		empty:     "nothing was tuned yet",
		elsewhere: "another program goes on with this tuning; what was answered here is not kept",
		none:      func(id string) string { return "there is no tuning " + id },
	},
	asItIs:  "as it is",
	blend:   func(a, b int) string { return fmt.Sprintf("%d/%d", a, b) },
	share:   func(voice, percent string) string { return voice + " " + percent },
	percent: func(n int) string { return fmt.Sprintf("%d %%", n) },
	label:   func(what, value string) string { return what + ", " + value },
	start:   func(n int) string { return fmt.Sprintf("start %d", n) },
}
