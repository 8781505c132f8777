package speech

import "math"

// burst is one stroke of a sound that is not speech: a tone of the speaker's
// own pitch and noise, both through one resonance.
type burst struct {
	repeat      int
	length, gap float64 // seconds
	from, to    float64 // pitch as a factor on the speaker's; 0 has no tone
	tone, noise float64 // amplitude
	hz, q       float64 // the resonance, for a speaker of 100 % formants
	attack      float64 // share of the length
}

// sounds are the 22 sound tags of the API: 19 of MiniMax's current list and
// three of older ones (whistles, crying, applause). They are sketches: enough
// to hear where a tag acts, and never its name read aloud.
var sounds = map[string][]burst{
	"laughs":       {{4, 0.11, 0.06, 1.5, 1.15, 0.5, 0.25, 850, 1.2, 0.15}},
	"chuckle":      {{3, 0.08, 0.06, 1.15, 0.95, 0.3, 0.2, 600, 1.2, 0.2}},
	"coughs":       {{2, 0.13, 0.1, 0.8, 0.6, 0.25, 0.9, 950, 0.9, 0.04}},
	"clear-throat": {{2, 0.17, 0.05, 0.6, 0.5, 0.4, 0.5, 550, 1, 0.15}},
	"groans":       {{1, 0.6, 0, 0.85, 0.6, 0.6, 0.1, 480, 1.5, 0.25}},
	"breath":       {{1, 0.3, 0.08, 0, 0, 0, 0.3, 1900, 0.8, 0.5}, {1, 0.35, 0, 0, 0, 0, 0.3, 1100, 0.8, 0.3}},
	"pant":         {{4, 0.12, 0.07, 0, 0, 0, 0.45, 1300, 0.9, 0.35}},
	"inhale":       {{1, 0.45, 0, 0, 0, 0, 0.35, 2100, 0.8, 0.7}},
	"exhale":       {{1, 0.55, 0, 0, 0, 0, 0.35, 1000, 0.8, 0.2}},
	"gasps":        {{1, 0.22, 0, 1.6, 1.9, 0.12, 0.6, 2300, 0.9, 0.6}},
	"sniffs":       {{2, 0.11, 0.09, 0, 0, 0, 0.45, 3600, 1.2, 0.6}},
	"sighs":        {{1, 0.7, 0, 1.05, 0.65, 0.2, 0.35, 800, 0.9, 0.15}},
	"snorts":       {{1, 0.25, 0, 0.5, 0.4, 0.3, 0.7, 700, 0.8, 0.1}},
	"burps":        {{1, 0.32, 0, 0.5, 0.42, 0.8, 0.3, 420, 1.5, 0.06}},
	"lip-smacking": {{2, 0.025, 0.12, 0, 0, 0, 1, 1900, 1.5, 0.05}},
	"humming":      {{1, 0.75, 0, 1, 1.12, 0.7, 0, 280, 2, 0.2}},
	"hissing":      {{1, 0.7, 0, 0, 0, 0, 0.5, 6200, 1.2, 0.15}},
	"emm":          {{1, 0.45, 0, 1, 0.88, 0.65, 0.03, 330, 2, 0.12}},
	"sneezes":      {{1, 0.25, 0.06, 0, 0, 0, 0.35, 2100, 0.8, 0.8}, {1, 0.2, 0, 1.4, 0.9, 0.2, 1, 3000, 0.7, 0.03}},
	"whistles":     {{1, 0.5, 0, 12, 16, 0.5, 0.02, 1800, 1, 0.15}},
	"crying":       {{3, 0.24, 0.07, 1.6, 1.2, 0.45, 0.3, 750, 1.2, 0.3}},
	"applause":     {{36, 0.02, 0.013, 0, 0, 0, 0.9, 1500, 0.8, 0.05}},
}

// renderSound makes a sound in the voice of a speaker, at the level of what
// the synthesizer gives.
func renderSound(name string, t timbre) []float32 {
	const level = 0.5
	tract := t.freq[2] / 100
	pitch := t.mid()
	var all []float32
	random := noise(len(name))
	phase := 0.0
	for _, b := range sounds[name] {
		for range b.repeat {
			n := int(b.length * engineRate)
			stroke := make([]float32, n)
			// Strokes that are all alike sound like a machine.
			loud := 1 - 0.35*math.Abs(random.next())
			for i := range stroke {
				at := float64(i) / float64(n)
				hz := pitch * b.from * math.Pow(b.to/max(b.from, 1e-9), at)
				if b.from == 0 {
					hz = 0
				}
				phase = math.Mod(phase+hz/engineRate, 1)
				wave := b.tone * (2*phase - 1)
				if b.from > 4 { // a whistle has no overtones
					wave = b.tone * math.Sin(2*math.Pi*phase)
				}
				stroke[i] = float32(level * loud * swell(at, b.attack) * (wave + b.noise*random.next()))
			}
			bandPass(min(b.hz*tract, 0.45*engineRate), b.q).process(stroke)
			all = append(all, stroke...)
			all = append(all, make([]float32, int(b.gap*engineRate*(1+0.3*random.next())))...)
		}
	}
	return all
}

// swell rises during the attack and falls to nothing at the end.
func swell(at, attack float64) float64 {
	if at < attack {
		return math.Sin(math.Pi / 2 * at / attack)
	}
	return math.Cos(math.Pi / 2 * (at - attack) / (1 - attack))
}
