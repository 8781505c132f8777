package speech

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// rests are the pauses of punctuation in seconds, as espeak-ng makes them
// itself at its normal speed: 150 ms at a comma, 300 at a full stop (measured).
var rests = map[string]float64{
	",，、､،": 0.15, "—–…": 0.2, ";；:：": 0.23, ".。｡!！?？؟।": 0.3, "\n": 0.5,
}

func restOf(r rune) float64 {
	for signs, seconds := range rests {
		if strings.ContainsRune(signs, r) {
			return seconds
		}
	}
	return 0
}

// restAfter is the pause that the end of s asks for.
func restAfter(s string) float64 {
	rest := 0.0
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if isWord(r) {
			break
		}
		rest = max(rest, restOf(r))
		s = s[:len(s)-size]
	}
	return rest
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// clauses cuts a run after punctuation, for espeak-ng's own pauses do not
// follow its speed: at twice the speed 300 ms become 38 instead of 150. Each
// clause keeps its punctuation, and with it its intonation.
func clauses(s string) []string {
	var list []string
	start := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if restOf(r) == 0 {
			continue
		}
		next := i + len(s[i:]) - len(strings.TrimLeftFunc(s[i:], func(r rune) bool { return !isWord(r) && r != '(' && r != '-' }))
		if next == len(s) {
			break // no further word
		}
		if !ends(r, s[start:i-size], s[i:next], s[next:]) {
			continue
		}
		list = append(list, s[start:next])
		start, i = next, next
	}
	return append(list, s[start:])
}

// ends reports whether a sign ends a clause, given the clause, what stands
// between it and the next word, and what follows. ASCII's signs need a blank
// behind them, as they stand inside numbers and times too.
func ends(sign rune, clause, between, rest string) bool {
	if sign >= utf8.RuneSelf && sign != '–' {
		return true
	}
	if !strings.ContainsFunc(string(sign)+between, unicode.IsSpace) {
		return false
	}
	if sign != '.' {
		return true
	}
	if next, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(next) {
		return false // e.g. this
	}
	word := clause[strings.LastIndexFunc(clause, unicode.IsSpace)+1:]
	return utf8.RuneCountInString(word) > 1 && !slices.Contains(abbreviations, strings.ToLower(word))
}

// abbreviations are those before a capital or a number; espeak-ng knows them.
var abbreviations = []string{
	"mr", "mrs", "ms", "dr", "st", "prof", "no", "vs", "fig", "vol", "jr", "sr", "e.g", "i.e", "sra", "dra", "mme", "mlle", "nr", "hr", "art", "cf", "ca",
}
