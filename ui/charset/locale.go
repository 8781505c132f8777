package charset

import (
	"cmp"
	"strconv"
	"strings"
)

// Of is the charset of the terminal that the environment tells of. A locale that
// names no charset says nothing: over SSH it is often missing, and the terminal is
// as good as any. Windows has no such locale.
func Of(getenv func(string) string, goos string) Charset {
	locale := cmp.Or(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG"))
	_, set, named := strings.Cut(locale, ".")
	set, _, _ = strings.Cut(set, "@")
	set = strings.ReplaceAll(strings.ToLower(set), "-", "")
	switch wide, _ := strconv.ParseBool(getenv("RUNEWIDTH_EASTASIAN")); {
	case goos == "windows":
		return Unicode
	case named && set != "utf8", strings.HasSuffix(locale, "@euro") && !named:
		return Bare
	case locale == "C", locale == "POSIX":
		return ASCII
	case strings.HasPrefix(getenv("TERM"), "linux"):
		return Console
	case wide:
		return Narrow
	}
	return Unicode
}
