package studio

import (
	"cmp"
	"strings"
)

// noBraille reports a terminal that cannot show braille, as far as the
// environment tells: the Linux console, whose fonts have 512 letters at most,
// and one whose locale names another charset than UTF-8. A locale that names
// none says nothing: over SSH it is often missing, and the terminal is as good
// as any.
func noBraille(getenv func(string) string) bool {
	locale := cmp.Or(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG"))
	_, charset, named := strings.Cut(locale, ".")
	charset = strings.ReplaceAll(strings.ToLower(charset), "-", "")
	return named && !strings.HasPrefix(charset, "utf8") || strings.HasPrefix(getenv("TERM"), "linux")
}
