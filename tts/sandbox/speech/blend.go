package speech

import (
	"math"

	"voicestudio/tts"
)

// geometric are the parameters heard on a logarithmic scale: pitch, and the
// formants as the length of the vocal tract.
func (t *timbre) geometric() []*float64 {
	list := []*float64{&t.low, &t.high}
	for i := range t.freq {
		list = append(list, &t.freq[i])
	}
	return list
}

func (t *timbre) linear() []*float64 {
	list := []*float64{&t.flutter, &t.roughness, &t.voicing}
	for i := range t.amp {
		list = append(list, &t.amp[i], &t.width[i])
	}
	for i := range t.breath {
		list = append(list, &t.breath[i], &t.breathWidth[i])
	}
	return list
}

// speaker is the one voice that a request's list of voices makes: its timbre
// is interpolated between theirs, never a mixture of their sounds. Weights are
// relative. Every parameter stays within the range of the voices' own.
func speaker(voices []tts.TimbreWeight) timbre {
	switch len(voices) {
	case 0:
		return cast("")
	case 1:
		return cast(voices[0].VoiceID)
	}
	total := 0.0
	for _, v := range voices {
		total += float64(v.Weight)
	}
	var sum timbre
	for _, v := range voices {
		t, share := cast(v.VoiceID), float64(v.Weight)/total
		for i, p := range t.geometric() {
			*sum.geometric()[i] += share * math.Log(*p)
		}
		for i, p := range t.linear() {
			*sum.linear()[i] += share * *p
		}
	}
	for _, p := range sum.geometric() {
		*p = math.Exp(*p)
	}
	return sum
}
