package measure

import (
	"strings"
	"unicode"
)

// Saying are the measures of a sound that says a text, without its marks: its
// rate is that of the text's syllables, so that takes of one text compare by how
// long they take for it. Where a text's syllables cannot be told, or are half or
// twice as many as were heard, the rate stays.
func (m Measures) Saying(text string) Measures {
	n, known := syllables(text)
	if !known || m.RateSPS == nil || m.SpeechMS == nil {
		return m
	}
	rate := float64(n) * 1000 / float64(*m.SpeechMS)
	if rate > *m.RateSPS/2 && rate < *m.RateSPS*2 {
		m.RateSPS = rounded(rate, 2)
	}
	return m
}

const vowels = "aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýÿаеёиоуыэюяєіїαεηιουωάέήίόύώ"

// syllables of a text as it is read out; false where it has what is read out
// otherwise than it is written: numbers, a script that is not known here.
func syllables(text string) (n int, known bool) {
	foreign := strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r)
	}) {
		here, before := 0, false
		spelled := false // with letters that are vowels or not
		for _, r := range word {
			vowel := strings.ContainsRune(vowels, r)
			switch {
			case unicode.In(r, unicode.Han, unicode.Hangul), unicode.In(r, unicode.Hiragana, unicode.Katakana) && !strings.ContainsRune("ゃゅょャュョーっッん", r):
				here++
			case unicode.In(r, unicode.Hiragana, unicode.Katakana), unicode.IsMark(r):
			case unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek):
				spelled = true
				if vowel && !before {
					here++
				}
			default:
				return 0, false
			}
			before = vowel
		}
		// The e that English does not say: "where", "moved"; but "table", "waited".
		stem, silent := strings.CutSuffix(strings.TrimSuffix(word, "d"), "e")
		if silent && !foreign && here > 1 && stem != "" {
			last := stem[len(stem)-1:]
			if word == stem+"e" && last != "l" || word == stem+"ed" && last != "t" && last != "d" {
				if !strings.ContainsAny(last, "aeiouy") {
					here--
				}
			}
		}
		if spelled {
			here = max(1, here)
		}
		n += here
	}
	return n, n > 0
}
