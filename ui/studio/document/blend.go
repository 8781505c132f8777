package document

import (
	"math"
	"slices"
)

const mostWeight = 100

// Weigh moves a voice's weight. Where no other voice is locked the others keep
// their weights, and so their proportion. Where one is, the sum of the weights
// stays as it is: a locked voice keeps its weight, and its share but for the
// point that rounding to 100 may move, and the unlocked others share what the moved voice leaves in their own
// proportion, in whole weights from 1 to 100; the moved one stops where they
// could not. A muted voice has no share: it moves alone.
func (d Document) Weigh(i, weight int) Document {
	rest, held := d.besides(i)
	if d.Voices[i].Muted || len(held) == 0 {
		return d.With(i, func(v *Voice) { v.Weight = weight })
	}
	free := d.Voices[i].Weight
	var weights []int
	for _, k := range rest {
		weights = append(weights, d.Voices[k].Weight)
		free += d.Voices[k].Weight
	}
	if len(rest) == 0 || free <= len(rest) {
		return d
	}
	weight = min(max(weight, 1, free-mostWeight*len(rest)), mostWeight, free-len(rest))
	d.Voices = slices.Clone(d.Voices)
	d.Voices[i].Weight = weight
	for n, w := range divide(free-weight, weights) {
		d.Voices[rest[n]].Weight = w
	}
	return d
}

// Movable reports whether a voice's weight can be moved: neither is it locked,
// nor are all of the others with a share.
func (d Document) Movable(i int) bool {
	rest, held := d.besides(i)
	return !d.Voices[i].Locked && (d.Voices[i].Muted || len(held) == 0 || len(rest) > 0)
}

// besides are the other voices with a share, where none is alone: those that
// are free to move, and those that are locked.
func (d Document) besides(i int) (rest, held []int) {
	for k, v := range d.Voices {
		switch {
		case k == i || v.Muted:
		case v.Locked:
			held = append(held, k)
		default:
			rest = append(rest, k)
		}
	}
	return rest, held
}

// divide shares a sum in a proportion, in whole numbers from 1 to mostWeight;
// the sum must allow that.
func divide(sum int, proportion []int) []int {
	of := 0.0
	for _, w := range proportion {
		of += math.Max(1, float64(w))
	}
	parts, exact, left := make([]int, len(proportion)), make([]float64, len(proportion)), sum
	for i, w := range proportion {
		exact[i] = float64(sum) * math.Max(1, float64(w)) / of
		parts[i] = min(max(1, int(exact[i])), mostWeight)
		left -= parts[i]
	}
	for ; left != 0; left -= sign(left) { // to the one that is furthest from its part
		furthest := -1
		for i := range parts {
			next := parts[i] + sign(left)
			if next < 1 || next > mostWeight {
				continue
			}
			if furthest < 0 || float64(sign(left))*(exact[i]-float64(parts[i])) > float64(sign(left))*(exact[furthest]-float64(parts[furthest])) {
				furthest = i
			}
		}
		if furthest < 0 {
			return parts
		}
		parts[furthest] += sign(left)
	}
	return parts
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// Equalise gives the voices that are not locked the same weight. Where one with
// a share is locked, the others with one divide what it leaves, within 1.
func (d Document) Equalise() Document {
	free, held := d.besides(-1)
	d.Voices = slices.Clone(d.Voices)
	if len(held) == 0 {
		for i := range d.Voices {
			if !d.Voices[i].Locked {
				d.Voices[i].Weight = evenWeight
			}
		}
		return d
	}
	sum := 0
	for _, i := range free {
		sum += d.Voices[i].Weight
	}
	if sum < len(free) {
		return d
	}
	for n, w := range divide(sum, make([]int, len(free))) {
		d.Voices[free[n]].Weight = w
	}
	return d
}

// Swap exchanges the weights of two voices: who stood behind now leads. Their
// places, and whether they are muted or alone, stay.
func (d Document) Swap(i, k int) Document {
	d.Voices = slices.Clone(d.Voices)
	d.Voices[i].Weight, d.Voices[k].Weight = d.Voices[k].Weight, d.Voices[i].Weight
	return d
}

// Mix gives voices their shares of the blend, in percent, and lets nothing else be
// heard: a voice without a share is muted and keeps its weight. False where one of
// them is not in the blend any more.
func (d Document) Mix(voices []string, shares []int) (Document, bool) {
	d.Voices = slices.Clone(d.Voices)
	for i := range d.Voices {
		d.Voices[i].Muted, d.Voices[i].Solo = true, false
	}
	for n, id := range voices {
		i := slices.IndexFunc(d.Voices, func(v Voice) bool { return v.ID == id })
		switch {
		case i < 0:
			return d, false
		case shares[n] > 0:
			d.Voices[i].Weight, d.Voices[i].Muted = shares[n], false
		}
	}
	return d, true
}
