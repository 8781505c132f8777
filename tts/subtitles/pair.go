package subtitles

import "unicode"

const (
	// reach is how many letters may stand otherwise at one place: a long number that
	// is written as words.
	reach = 120
	// alike is how many letters in a row are the same place again; of a script that
	// writes words with a letter or two, alikeShort are.
	alike, alikeShort = 4, 2
)

// pair finds for each letter of a text the one that is heard, -1 for none. Both go
// on together as long as they are equal, and where they are not, from the nearest
// place on where they are again.
func pair(written []writtenLetter, heard []letter) []int {
	pairs := make([]int, len(written))
	for i := range pairs {
		pairs[i] = -1
	}
	for i, j := 0, 0; i < len(written) && j < len(heard); {
		if written[i].rune == heard[j].rune {
			pairs[i] = j
			i, j = i+1, j+1
			continue
		}
		skipI, skipJ, found := again(written[i:], heard[j:])
		if !found {
			break
		}
		i, j = i+skipI, j+skipJ
	}
	return pairs
}

// again is the nearest place where both go on alike.
func again(written []writtenLetter, heard []letter) (i, j int, found bool) {
	for sum := 1; sum <= 2*reach; sum++ {
		for i := max(0, sum-reach); i <= min(sum, reach); i++ {
			if same(written, heard, i, sum-i) {
				return i, sum - i, true
			}
		}
	}
	return 0, 0, false
}

func same(written []writtenLetter, heard []letter, i, j int) bool {
	if i >= len(written) || j >= len(heard) {
		return false
	}
	n := alike
	if unicode.In(written[i].rune, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
		n = alikeShort
	}
	for k := range n {
		if i+k == len(written) || j+k == len(heard) {
			return i+k == len(written) && j+k == len(heard)
		}
		if written[i+k].rune != heard[j+k].rune {
			return false
		}
	}
	return true
}
