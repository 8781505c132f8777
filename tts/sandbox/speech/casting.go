package speech

import (
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"voicestudio/tts"
)

// stage is a time of life.
type stage int

const (
	unknownAge stage = iota
	child
	teen
	young
	adult
	mature
	elder
)

// body is what age and sex make of a voice: pitch in Hz and the length of the
// vocal tract as a factor on the formants, near the usual means of
// speech (men 120, women 210, children 250 to 300 Hz; women's tracts a sixth
// shorter than men's).
type body struct {
	pitch, tract               float64
	flutter, roughness, breath float64
}

var bodies = map[string]map[stage]body{
	"female": {
		child: {300, 1.28, 3, 0, 1}, teen: {236, 1.19, 2, 0, 2}, young: {218, 1.17, 2, 0, 2},
		adult: {205, 1.15, 2, 0, 2}, mature: {190, 1.13, 2, 1, 3}, elder: {184, 1.10, 12, 4, 6},
	},
	"male": {
		child: {268, 1.26, 3, 0, 1}, teen: {136, 1.07, 2, 1, 1}, young: {125, 1.03, 2, 1, 0},
		adult: {113, 1.00, 2, 1, 0}, mature: {102, 0.97, 2, 2, 0}, elder: {110, 0.96, 13, 5, 6},
	},
}

// suffixes are heads of compounds written as one word: "Wiselady".
var suffixes = []string{"woman", "lady", "girl", "boy", "hostess", "instructor", "mentor", "man"}

// cast makes the speaker of a voice id, in the catalogue or not: words of the
// id and the name say age, sex and manner, and a hash of the id moves
// everything a little, so that no two ids sound the same and one always does.
func cast(id string) timbre {
	v, found := tts.FindVoice(id)
	if !found {
		v = tts.Voice{ID: id}
	}
	traits := traitsOf(v)
	h := newHash(id)

	sex, age := v.Gender, unknownAge
	for _, t := range traits {
		if sex == "" {
			sex = t.sex
		}
		if t.age != unknownAge {
			age = t.age
		}
	}
	if sex == "" {
		sex = []string{"female", "male"}[h.choose(2)]
	}
	if age == unknownAge {
		age = []stage{young, adult, adult, mature}[h.choose(4)]
	}
	b := bodies[sex][age]

	var sum trait
	for _, t := range traits {
		sum.pitch += t.pitch
		sum.span += t.span
		sum.tract += t.tract
		sum.tilt += t.tilt
		sum.breath += t.breath
		sum.roughness += t.roughness
		sum.flutter += t.flutter
		sum.voicing += t.voicing
	}
	return shape(b, sum, h)
}

// smallTract parts men from women and children: formants above it are theirs.
const smallTract = 1.08

// shape applies a manner and the hash to a body. Manners are held within what
// keeps a man a man and a child a child.
func shape(b body, m trait, h *hash) timbre {
	t := neutralTimbre(b.pitch)
	lowest, highest := -4.0, 0.8
	if b.tract > smallTract {
		lowest, highest = -1.2, 1.4
	}
	pitch := b.pitch * math.Exp2((min(max(m.pitch, lowest), highest)+0.7*h.next())/12)
	span := max(0.08, 1+m.span/100) * (1 + 0.12*h.next())
	t.setPitch(pitch, math.Pow(defaultRange, span))

	t.scaleTract(b.tract * (1 + m.tract/100) * (1 + 0.015*h.next()))
	t.freq[0] = 100 // the nasal formant is of the nose, which is no longer or shorter
	for i := 1; i <= 5; i++ {
		t.freq[i] *= 1 + 0.025*h.next()
		t.amp[i] += 8 * h.next()
		t.width[i] += 12 * h.next()
	}
	for i := 2; i < len(t.amp); i++ {
		t.amp[i] = max(40, t.amp[i]+m.tilt)
	}
	if b.tract > smallTract { // wider and weaker first formants: the glottis of women and children
		t.width[1], t.width[2], t.width[3] = t.width[1]+20, t.width[2]+20, t.width[3]+20
		t.amp[1] -= 12
	}
	t.flutter = max(0, b.flutter+m.flutter+1.5*math.Abs(h.next()))
	t.roughness = max(0, b.roughness+m.roughness)
	t.voicing = max(25, t.voicing+m.voicing-5*math.Abs(h.next()))
	t.addBreath(max(0, b.breath+m.breath+h.next()))
	return t
}

func traitsOf(v tts.Voice) []trait {
	var list []trait
	said := map[string]bool{} // the name mostly repeats the id
	for _, word := range slices.Concat(split(v.ID), split(v.Name)) {
		if said[word] {
			continue
		}
		said[word] = true
		t, known := words[word]
		if known {
			list = append(list, t)
			continue
		}
		for _, suffix := range suffixes {
			if head, found := strings.CutSuffix(word, suffix); found && head != "" {
				list = append(list, words[head], words[suffix])
				break
			}
		}
	}
	settled := false
	for _, c := range characters {
		if !strings.Contains(v.Name, c.part) && !strings.Contains(v.ID, c.part) {
			continue
		}
		t := c.trait
		if t.age != unknownAge {
			if settled {
				t.age = unknownAge
			}
			settled = true
		}
		list = append(list, t)
	}
	return list
}

// nationalities end in letters that mean something else: "German" is no man.
var nationalities = []string{"german", "roman", "norman", "mandarin", "romanian"}

// split cuts an id or a name into lower-case words, at capitals too.
func split(s string) []string {
	var list []string
	word := ""
	end := func() {
		if word != "" && !slices.Contains(nationalities, word) {
			list = append(list, word)
		}
		word = ""
	}
	var before rune
	for _, r := range s {
		if !unicode.IsLetter(r) || r >= utf8.RuneSelf {
			end()
		} else {
			if unicode.IsUpper(r) && unicode.IsLower(before) {
				end()
			}
			word += string(unicode.ToLower(r))
		}
		before = r
	}
	end()
	return list
}

// hash is a stream of numbers that depends on an id alone (splitmix64).
type hash uint64

func newHash(id string) *hash {
	f := fnv.New64a()
	f.Write([]byte(id))
	h := hash(f.Sum64())
	return &h
}

func (h *hash) bits() uint64 {
	*h += 0x9e3779b97f4a7c15
	z := uint64(*h)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// next is in -1..1.
func (h *hash) next() float64 { return float64(h.bits()>>11)/(1<<52) - 1 }

func (h *hash) choose(n int) int { return int(h.bits() % uint64(n)) }
