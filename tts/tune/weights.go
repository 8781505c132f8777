package tune

import (
	"slices"

	"voicestudio/tts"
)

// reweigh gives the voice at i a share in percent and the others the rest, in the
// proportions that they have.
func reweigh(voices []tts.TimbreWeight, i, share int) []tts.TimbreWeight {
	others := slices.Delete(slices.Clone(voices), i, i+1)
	rest := divide(100-share, others)
	voices = slices.Clone(voices)
	for j := range voices {
		switch {
		case j == i:
			voices[j].Weight = share
		case j > i:
			voices[j].Weight = rest[j-1]
		default:
			voices[j].Weight = rest[j]
		}
	}
	return voices
}

// divide gives each voice a part of a whole, 1 at least, as near to its weight
// as that allows. There must be one for each.
func divide(whole int, voices []tts.TimbreWeight) []int {
	sum, left := 0, whole
	for _, v := range voices {
		sum += v.Weight
	}
	parts, lacks := make([]int, len(voices)), make([]float64, len(voices))
	for i, v := range voices {
		ideal := float64(whole*v.Weight) / float64(max(1, sum))
		parts[i] = max(1, int(ideal))
		lacks[i] = ideal - float64(parts[i])
		left -= parts[i]
	}
	for ; left > 0; left-- {
		give(parts, lacks, 1)
	}
	for ; left < 0; left++ {
		give(parts, lacks, -1)
	}
	return parts
}

// give adds n to the part that is furthest from its ideal on that side.
func give(parts []int, lacks []float64, n int) {
	most := -1
	for i := range parts {
		if parts[i]+n >= 1 && (most < 0 || float64(n)*lacks[i] > float64(n)*lacks[most]) {
			most = i
		}
	}
	parts[most] += n
	lacks[most] -= float64(n)
}
