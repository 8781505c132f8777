package cli

import (
	"fmt"
	"strings"
	"time"
)

var englishMade = madeWords{
	of:         func(what string, figures []string) string { return "made " + what + ": " + strings.Join(figures, ", ") },
	take:       func(id string) string { return "take " + id },
	rows:       func(n int) string { return count(n, "row", "rows") },
	lines:      func(n int) string { return count(n, "line", "lines") },
	takes:      func(n int) string { return count(n, "take", "takes") },
	clips:      func(n int) string { return count(n, "clip", "clips") },
	presets:    func(n int) string { return count(n, "preset", "presets") },
	pages:      func(n int) string { return count(n, "page", "pages") },
	characters: func(n int) string { return count(n, "character", "characters") },
	length:     func(d time.Duration) string { return fmt.Sprintf("%.1f s", d.Seconds()) },
	free:       "free",
	unpriced:   func(n int) string { return count(n, "request", "requests") + " at a price that is unknown" },
}
