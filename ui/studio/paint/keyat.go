package paint

import (
	"strings"
	"unicode/utf8"
)

// KeyAt is the key of which a hint says at a byte of it what it does: of "enter
// saves; tab chooses the folder" it is enter up to the semicolon, and tab behind
// it. It is the first word there, be that a key or not.
func KeyAt(hint string, at int) string {
	at = min(max(at, 0), len(hint))
	from, to := 0, len(hint)
	if i := strings.LastIndexAny(hint[:at], parting); i >= 0 {
		_, n := utf8.DecodeRuneInString(hint[i:])
		from = i + n
	}
	if i := strings.IndexAny(hint[from:], parting); i >= 0 {
		to = from + i
	}
	key, _, _ := strings.Cut(strings.TrimSpace(hint[from:to]), " ")
	return strings.TrimRight(key, ":：")
}

// parting are the signs between what a hint says of two keys.
const parting = ";,；，。·│─━"
