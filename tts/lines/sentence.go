package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences makes a line of each sentence of one. What says nothing, such as a
// closing quote or dots, stays with what is before it.
func Sentences(l Line) (all []Line) {
	for _, part := range divided(l.Text) {
		add(&all, Line{Text: part})
	}
	return withEnds(all, l)
}

// withEnds gives lines that were made of one what it had at its ends.
func withEnds(all []Line, of Line) []Line {
	if len(all) == 0 {
		return []Line{of}
	}
	all[0].Opens = of.Opens
	if last := &all[len(all)-1]; of.Pause != nil {
		if last.Pause != nil {
			last.Text += " " + mark(*last.Pause)
		}
		last.Pause = of.Pause
	}
	return all
}

// divided is a text's sentences, by Unicode's rules (UAX 29) and the abbreviations
// that they do not know.
func divided(text string) (parts []string) {
	held := ""
	for tokens := sentences.FromString(text); tokens.Next(); {
		next := tokens.Value()
		if held != "" && !goesOn(held, next) {
			said := strings.TrimRight(held, opening)
			parts, held = append(parts, said), held[len(said):]
		}
		held += next
	}
	parts = append(parts, held)
	var whole []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if n := len(whole); n > 0 && silent(p) {
			if _, rest, pause := leading(p); !pause || rest != "" {
				whole[n-1] += glueOf(whole[n-1], p) + p
				continue
			}
			whole[n-1] += " " + p
			continue
		}
		whole = append(whole, p)
	}
	return whole
}

func glueOf(a, b string) string {
	if unspaced(a, b) {
		return ""
	}
	return " "
}

// shortened are words that end in a full stop in the middle of a sentence.
var shortened = map[string]bool{}

func init() {
	for word := range strings.FieldsSeq("mr mrs ms mx dr prof st rev hon gen col sgt capt lt jr sr vs no nos fig vol ch pp ed approx dept est inc ltd co corp bros mt e.g i.e cf al z.b d.h bzw usw ca nr hr fr mme mlle sra") {
		shortened[word] = true
	}
}

// opening are the quotes that Unicode's rules leave with what is before them.
const opening = "“‘「『《〈（([{"

// goesOn reports that a text ends in an abbreviation, in somebody's initial, or in
// what was said before it is told by whom.
func goesOn(text, next string) bool {
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
		return true
	}
	text = strings.TrimSpace(text)
	before, dotted := strings.CutSuffix(text, ".")
	if !dotted {
		return false
	}
	at := strings.LastIndexFunc(before, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("(（[\"“'‘", r) })
	word := before[at+1:]
	if at >= 0 {
		_, n := utf8.DecodeRuneInString(before[at:])
		word = before[at+n:]
	}
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && unicode.IsUpper(r) && r != 'I' {
		return true
	}
	return shortened[strings.ToLower(word)]
}

// Fit makes lines of one that are short enough for a host: as many sentences as go
// into each, a sentence that is longer at a blank, and where there is none anywhere.
func Fit(l Line) (all []Line) {
	if utf8.RuneCountInString(l.Text) <= Longest {
		return []Line{l}
	}
	for _, s := range Sentences(Line{Text: l.Text}) {
		for _, part := range cut(s) {
			if n := len(all); n > 0 {
				if one, joined := Join(all[n-1], part); joined {
					all[n-1] = one
					continue
				}
			}
			all = append(all, part)
		}
	}
	return withEnds(all, l)
}

// cut divides a sentence that no host takes.
func cut(l Line) (parts []Line) {
	rest := l.Text
	for utf8.RuneCountInString(rest) > Longest {
		most := 0 // bytes
		for range Longest {
			_, n := utf8.DecodeRuneInString(rest[most:])
			most += n
		}
		at := most
		if blank := strings.LastIndexFunc(rest[:most], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("，、；", r) }); blank > 0 {
			_, n := utf8.DecodeRuneInString(rest[blank:])
			at = blank + n
		}
		parts = append(parts, Line{Text: strings.TrimSpace(rest[:at])})
		rest = strings.TrimSpace(rest[at:])
	}
	return append(parts, Line{Text: rest, Pause: l.Pause})
}
