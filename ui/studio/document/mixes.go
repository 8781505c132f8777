package document

import (
	"slices"

	"voicestudio/tts"
)

// Unmixed is why there is no ladder, or no pad, of the voices of a blend.
type Unmixed int

// What stands in the way; Mixed is where nothing does.
const (
	Mixed     Unmixed = iota
	TooFew            // voices sound
	SameTwice         // one voice has two rows
	Held              // voices are locked that would have to move
)

// Sounding are the places of the voices that sound.
func (d Document) Sounding() (rows []int) {
	for i := range d.Voices {
		if d.Audible(i) {
			rows = append(rows, i)
		}
	}
	return rows
}

// Steps is what a ladder leads through: the voices that sound, with their weights, and
// the places of the two among them between which it leads. Of those that are not locked
// these are the one in a row of the blend and the next; row is −1 for the first.
func (d Document) Steps(row int) (blend []tts.TimbreWeight, from, to int, why Unmixed) {
	heard := d.Sounding()
	var free []int
	for n, i := range heard {
		blend = append(blend, tts.TimbreWeight{VoiceID: d.Voices[i].ID, Weight: d.Voices[i].Weight})
		if !d.Voices[i].Locked {
			free = append(free, n)
		}
	}
	switch {
	case len(heard) < 2:
		return nil, 0, 0, TooFew
	case d.twice(heard):
		return nil, 0, 0, SameTwice
	case len(free) < 2:
		return nil, 0, 0, Held
	}
	at := max(0, slices.Index(free, slices.Index(heard, row)))
	two := []int{free[at], free[(at+1)%len(free)]}
	slices.Sort(two)
	return blend, two[0], two[1], Mixed
}

// Corners are the voices of a pad: all that sound.
func (d Document) Corners() (voices []string, why Unmixed) {
	heard := d.Sounding()
	for _, i := range heard {
		if d.Voices[i].Locked {
			return nil, Held
		}
		voices = append(voices, d.Voices[i].ID)
	}
	switch {
	case len(heard) < 3:
		return nil, TooFew
	case d.twice(heard):
		return nil, SameTwice
	}
	return voices, Mixed
}

// twice reports whether one voice has two of some rows.
func (d Document) twice(rows []int) bool {
	seen := map[string]bool{}
	for _, i := range rows {
		if seen[d.Voices[i].ID] {
			return true
		}
		seen[d.Voices[i].ID] = true
	}
	return false
}

// Has reports whether all of some voices are in the blend, be they muted.
func (d Document) Has(voices []string) bool {
	_, all := d.Mix(voices, make([]int, len(voices)))
	return all
}

// SharesOf are those of some voices in the blend as it is, in percent.
func (d Document) SharesOf(voices []string) []int {
	shares := make([]int, len(voices))
	for n, id := range voices {
		for i, v := range d.Voices {
			if v.ID == id {
				shares[n] = d.Share(i)
			}
		}
	}
	return shares
}
