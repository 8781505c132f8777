package audition

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
)

// lot draws a number for a purpose. Files live longer than programs, so it must
// be the same in every version: the standard library's shuffles promise that no
// more.
func (d Duels) lot(purpose string) uint64 {
	sum := sha256.Sum256(strconv.AppendQuote(strconv.AppendUint(nil, d.Seed, 10), purpose))
	return binary.BigEndian.Uint64(sum[:])
}

// drawn puts things into an order by lot.
func drawn[T comparable](d Duels, purpose string, list []T) []T {
	list = slices.Clone(list)
	lots := map[T]uint64{}
	for _, one := range list {
		lots[one] = d.lot(fmt.Sprint(purpose, " ", one))
	}
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(lots[a], lots[b]) })
	return list
}

// Letters are what the entrants are called while their names are hidden. They
// tell nothing of who duels first.
func (d Duels) Letters() map[string]string {
	letters := map[string]string{}
	for i, id := range drawn(d, "letter", d.entrants()) {
		letters[id] = letter(i)
	}
	return letters
}

func letter(i int) string {
	if i >= 26 {
		return letter(i/26-1) + letter(i%26)
	}
	return string(rune('A' + i))
}

// lefts says of each final duel whether the first of the two stands left: in half
// of them, by lot in which.
func (d Duels) lefts() []bool {
	duels := make([]int, d.Finals())
	for i := range duels {
		duels[i] = i
	}
	left := make([]bool, len(duels))
	for _, i := range drawn(d, "final", duels)[:len(duels)/2] {
		left[i] = true
	}
	return left
}
