package speech

import (
	"fmt"
	"math"
	"strings"
)

// timbre is one speaker in the terms of espeak-ng's voice variants.
type timbre struct {
	low, high   float64    // Hz: the pitch at the bottom and the top of the intonation
	freq        [9]float64 // percent of the language's own formant frequencies
	amp, width  [9]float64 // percent of their amplitudes and bandwidths
	flutter     float64    // 0 steady; the program's own default is 2
	roughness   float64    // 0 to 7: creak, every second period weaker
	voicing     float64    // percent of the voiced part's amplitude
	breath      [8]float64 // amplitude of the noise in each formant
	breathWidth [8]float64 // Hz
}

func neutralTimbre(mid float64) timbre {
	t := timbre{flutter: 2, roughness: 1, voicing: 100}
	t.setPitch(mid, defaultRange)
	for i := range t.freq {
		t.freq[i], t.amp[i], t.width[i] = 100, 100, 100
	}
	for i := range t.breathWidth {
		t.breathWidth[i] = 200
	}
	return t
}

// defaultRange is high/low of the program's own voice, 82 to 118 Hz.
const defaultRange = 118.0 / 82

// mid is the middle of the intonation in Hz; speech is heard some 5 % above.
func (t timbre) mid() float64 { return math.Sqrt(t.low * t.high) }

func (t *timbre) setPitch(mid, ratio float64) {
	t.low, t.high = mid/math.Sqrt(ratio), mid*math.Sqrt(ratio)
}

// scaleTract changes the length of the vocal tract: all formants by a factor.
func (t *timbre) scaleTract(factor float64) {
	for i := range t.freq {
		t.freq[i] *= factor
	}
}

// addBreath adds noise, most of it around the first formants: higher up the
// same amount drowns the voice.
func (t *timbre) addBreath(amount float64) {
	for i, share := range breathShares {
		t.breath[i] = max(0, t.breath[i]+amount*share)
	}
}

var breathShares = [8]float64{0.4, 1, 1, 0.8, 0.4, 0.25, 0.1, 0}

// lowestPitch in Hz: below it the program's voice falls apart into clicks.
const lowestPitch = 45

// variantFile is the speaker in the syntax of voices/!v. Nothing of it is the
// name of a file, so the same speaker is always the same text.
func (t timbre) variantFile() string {
	var b strings.Builder
	whole := func(x float64) int { return int(math.Round(x)) }
	low := max(whole(t.low), lowestPitch)
	fmt.Fprintf(&b, "language variant\nname studio\npitch %d %d\n", low, max(whole(t.high), low))
	fmt.Fprintf(&b, "flutter %d\nroughness %d\nvoicing %d\n", whole(t.flutter), min(whole(t.roughness), 7), whole(t.voicing))
	for i := range t.freq {
		fmt.Fprintf(&b, "formant %d %d %d %d\n", i, whole(t.freq[i]), whole(t.amp[i]), whole(t.width[i]))
	}
	breathes := false
	for _, x := range t.breath {
		breathes = breathes || whole(x) > 0
	}
	if breathes {
		row := func(key string, values [8]float64) {
			b.WriteString(key)
			for _, x := range values {
				fmt.Fprintf(&b, " %d", whole(x))
			}
			b.WriteByte('\n')
		}
		row("breath", t.breath)
		row("breathw", t.breathWidth)
	}
	return b.String()
}
