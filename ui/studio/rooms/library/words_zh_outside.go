package library

import (
	"fmt"
)

var chineseOutside = outsideWords{
	changed: func(preset, by string) string {
		if by != "" {
			return preset + " changed by " + by
		}
		return preset + " changed"
	},
	removed: func(preset string) string { return preset + " was removed" },
	others: func(n int) string {
		if n == 1 {
			return "1 preset changed"
		}
		return fmt.Sprintf("%d presets changed", n)
	},
	changedOutside: "changed outside",
	removedOutside: "removed outside",
	nothing:        "nothing was changed outside this studio",
	taken:          func(preset string) string { return preset + " is as it is on disk; alt+z brings your settings back" },
	merged:         func(preset string) string { return "both sides' changes are here; ctrl+s saves them in " + preset },
	kept:           func(preset string) string { return "your settings stay; ctrl+s saves them over " + preset },
	letGo:          "no preset is open; your settings stay",
	writtenAgain:   "it stays open; ctrl+s writes it again",
}
