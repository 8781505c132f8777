package lines

import "voicestudio/tts/lines"

// sameWord is which word of another text the i-th of a text is: that of the same
// place where both begin, or end, with the same words up to there; false where it is
// none of them.
func sameWord(text string, words []lines.Word, other string, others []lines.Word, i int) (int, bool) {
	if text == other {
		return i, i < len(others)
	}
	same := func(i, j int) bool {
		return j >= 0 && j < len(others) && text[words[i].From:words[i].To] == other[others[j].From:others[j].To]
	}
	begins := 0
	for begins <= i && same(begins, begins) {
		begins++
	}
	if begins > i {
		return i, true
	}
	shift := len(others) - len(words)
	for k := i; k < len(words); k++ {
		if !same(k, k+shift) {
			return 0, false
		}
	}
	return i + shift, true
}
