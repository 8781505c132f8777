package presets

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// values are both values of a change for people, of long texts where they differ.
func (c Change) values() (a, b string) {
	const long = 32
	if isVoice(c.Field) || json.Unmarshal(c.A, &a) != nil || json.Unmarshal(c.B, &b) != nil || a == "" || b == "" ||
		max(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) < long {
		return valueOf(c.Field, c.A), valueOf(c.Field, c.B)
	}
	a, b = Apart(a, b)
	return Quoted(a), Quoted(b)
}

// Apart shortens two texts to where they differ.
func Apart(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	from := 0
	for from < min(len(x), len(y)) && x[from] == y[from] {
		from++
	}
	end := 0
	for end < min(len(x), len(y))-from && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	for from > 0 && !mayBegin(x, from) { // back to a word's beginning
		from--
	}
	for end > 0 && !mayBegin(x, len(x)-end) {
		end--
	}
	if from >= min(len(x), len(y))-end { // one would have nothing: a word more
		for more := true; more && from > 0; more = !mayBegin(x, from) {
			from--
		}
		for more := from == 0; more && end > 0; more = !mayBegin(x, len(x)-end) {
			end--
		}
	}
	cut := func(r []rune) string {
		said := string(r[from : len(r)-end])
		if from > 0 {
			said = "…" + said
		}
		if end > 0 {
			said = strings.TrimRight(said, " ") + "…"
		}
		return said
	}
	return cut(x), cut(y)
}

// mayBegin reports whether a word may begin at a place: after a blank, and beside
// the letters of a script that has none.
func mayBegin(r []rune, at int) bool {
	const scripts = 0x2e80 // from here on, scripts without blanks
	return at <= 0 || at >= len(r) || r[at-1] == ' ' && r[at] != ' ' || r[at-1] >= scripts || r[at] >= scripts
}
