package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What makes a word long: its syllables, and the letters that are to be said in
// them, so that "the" is 1 and "strength" 2. Shares from .3 to .5 and .25 to .15 find
// words equally well (BenchmarkEstimates of player/align).
const (
	perSyllable = 0.4
	perLetter   = 0.2
	perSign     = 1.3
	perOther    = 0.6 // a letter of a script whose vowels are not written
)

// place is where the word is with which a sign is read.
type place int

const (
	alone place = iota
	before
	behind
)

// signs are those that are read out, and how long they take.
var signs = map[rune]struct {
	with   place
	weight float64
}{
	'$': {before, 2}, '€': {before, 2}, '£': {before, 1.2}, '¥': {before, 1}, '￥': {before, 1}, '₹': {before, 2},
	'%': {behind, 2}, '％': {behind, 2}, '‰': {behind, 3}, '°': {behind, 2}, '℃': {behind, 4},
	'&': {alone, 1}, '＆': {alone, 1}, '+': {alone, 1}, '＋': {alone, 1}, '=': {alone, 2}, '＝': {alone, 2}, '@': {alone, 0.8}, '×': {alone, 1}, '÷': {alone, 3},
}

// weigh is how long a word takes.
func weigh(word string, spelled, han bool) (sum float64) {
	for word != "" {
		r, _ := utf8.DecodeRuneInString(word)
		kind := kindOf(r)
		end := strings.IndexFunc(word, func(r rune) bool { return kindOf(r) != kind && kindOf(r) != mute })
		if end < 0 {
			end = len(word)
		}
		part := word[:end]
		word = word[end:]
		switch {
		case kind == figure:
			sum += readOut(part, han || strings.HasPrefix(word, "年"))
		case kind == alphabet && spelled:
			sum += float64(len(part)) + 2*float64(strings.Count(part, "W"))
		case kind == alphabet:
			sum += alphabetic(part)
		default:
			sum += perKind[kind] * float64(strings.Count(part, "")-1)
		}
	}
	return max(sum, perSyllable)
}

// kind is how what a letter takes can be told.
type kind int

const (
	other kind = iota
	mute
	figure
	alphabet
	ideograph
)

var perKind = [...]float64{other: perOther, ideograph: perSign, alphabet: 0}

func kindOf(r rune) kind {
	switch {
	case unicode.IsDigit(r):
		return figure
	case unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek):
		return alphabet
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return ideograph
	case !unicode.IsLetter(r):
		return mute
	}
	return other
}

const vowels = "aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýÿаеёиоуыэюяєіїαεηιουωάέήίόύώ"

// alphabetic weighs a word, or a part of one, by its syllables and letters.
func alphabetic(word string) float64 {
	word = strings.ToLower(word)
	n, letters, was := 0, 0, false
	for _, r := range word {
		vowel := strings.ContainsRune(vowels, r)
		if vowel && !was {
			n++
		}
		if was = vowel; unicode.IsLetter(r) {
			letters++
		}
	}
	// The e that English does not say: "where", "moved"; but "table", "waited".
	if n > 1 {
		stem, moved := strings.CutSuffix(word, "ed")
		if !moved {
			stem, _ = strings.CutSuffix(word, "e")
		}
		if stem != word && stem != "" {
			last := stem[len(stem)-1]
			silent := !strings.ContainsRune(vowels, rune(last)) && (moved && last != 't' && last != 'd' || !moved && last != 'l')
			if silent {
				n--
				letters--
			}
		}
	}
	if n == 0 { // Dr, km
		n = min(2, letters)
	}
	return perSyllable*float64(n) + perLetter*float64(letters)
}
