package document

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"voicestudio/tts"
)

func TestALockedVoiceKeepsItsShareWhileAnotherMoves(t *testing.T) {
	d := Document{Voices: []Voice{{ID: "a", Weight: 50}, {ID: "b", Weight: 30, Locked: true}, {ID: "c", Weight: 20}, {ID: "d", Weight: 40}}}
	for weight, want := range map[int]string{
		50:  "[50 30 20 40]",
		20:  "[20 30 30 60]",
		80:  "[80 30 10 20]",
		100: "[100 30 3 7]",
		1:   "[1 30 36 73]",
	} {
		moved := d.Weigh(0, weight)
		if got := fmt.Sprint(weights(moved)); got != want {
			t.Errorf("to %d: %s, not %s", weight, got, want)
		}
		if by := moved.Share(1) - d.Share(1); by < -1 || by > 1 {
			t.Errorf("to %d: the locked share went from %d to %d", weight, d.Share(1), moved.Share(1))
		}
	}
	if got := fmt.Sprint(weights(d.Equalise())); got != "[37 30 37 36]" {
		t.Errorf("equal: %s", got)
	}
}

func weights(d Document) (all []int) {
	for _, v := range d.Voices {
		all = append(all, v.Weight)
	}
	return all
}

func TestSharesHoldWhateverIsMoved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		voices := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Voice {
			return Voice{ID: "v", Weight: rapid.IntRange(1, 100).Draw(t, "weight"), Locked: rapid.Bool().Draw(t, "locked"), Muted: rapid.IntRange(0, 3).Draw(t, "muted") == 0}
		}), 2, tts.MaxVoices).Draw(t, "voices")
		i := rapid.IntRange(0, len(voices)-1).Draw(t, "moved")
		voices[i].Muted, voices[i].Locked = false, false
		before := Document{Voices: voices}
		kept := fmt.Sprint(voices)
		after := before.Weigh(i, rapid.IntRange(1, 100).Draw(t, "to"))
		rest, held := before.besides(i)
		sum, had, has := 0, 0.0, 0.0
		for k, v := range after.Voices {
			sum += after.Share(k)
			if v.Weight < 1 || v.Weight > 100 {
				t.Fatalf("a weight of %d: %+v", v.Weight, after.Voices)
			}
		}
		if sum != 100 {
			t.Fatalf("the shares add up to %d", sum)
		}
		for _, k := range held {
			if by := after.Share(k) - before.Share(k); by < -1 || by > 1 {
				t.Fatalf("a locked share moved by %d: %+v", by, after.Voices)
			}
		}
		most := 0
		for _, k := range rest {
			had, has = had+float64(before.Voices[k].Weight), has+float64(after.Voices[k].Weight)
			most = max(most, after.Voices[k].Weight)
		}
		for _, k := range rest {
			exact := float64(before.Voices[k].Weight) * has / had
			// A weight under 1 takes from the others, and so does one over 100.
			if off := math.Abs(float64(after.Voices[k].Weight) - exact); off > 1 && exact >= 1 && most < 100 && !slim(before, rest, has/had) {
				t.Fatalf("the others lost their proportion: %+v became %+v", before.Voices, after.Voices)
			}
		}
		if fmt.Sprint(before.Voices) != kept {
			t.Fatal("what can be brought back was changed")
		}
	})
}

// slim reports weights that would be under 1 in their proportion.
func slim(d Document, rows []int, by float64) bool {
	for _, k := range rows {
		if float64(d.Voices[k].Weight)*by < 1 {
			return true
		}
	}
	return false
}
