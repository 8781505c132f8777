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
// vocal tract as a factor on the formants, near the means of Titze,
// "Principles of Voice Production" (men 120, women 210, children 250-300 Hz).
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

// trait is what one word of an id or a name says about a voice.
type trait struct {
	sex   string
	age   stage
	pitch float64 // semitones
	span  float64 // percent on the width of the intonation
	tract float64 // percent on the formants
	tilt  float64 // percent on the amplitude of the upper formants
	breath, roughness, flutter,
	voicing float64 // added
}

var (
	sweet   = trait{pitch: 0.6, tract: 2, span: 8, breath: 2}
	gentle  = trait{pitch: -0.3, span: -12, tilt: -14, breath: 4, voicing: -6}
	lively  = trait{pitch: 0.8, span: 28, tilt: 10}
	stern   = trait{pitch: -0.8, span: -28, tilt: 4, tract: -1}
	strong  = trait{pitch: -0.8, span: 10, tilt: 14, tract: -2, roughness: 1}
	low     = trait{pitch: -2.4, tract: -6, tilt: -8}
	wise    = trait{age: mature, span: -8}
	whisper = trait{breath: 24, voicing: -60, span: -20, tilt: -8}
	eerie   = trait{pitch: -2, breath: 14, voicing: -25, flutter: 9, tract: -4}
	machine = trait{span: -90, tilt: 18, flutter: -2, roughness: 2}
	clear   = trait{tilt: 14, breath: -2, span: 6}
	fragile = trait{pitch: 0.6, flutter: 6, breath: 6, voicing: -10}
)

func person(sex string, age stage) trait { return trait{sex: sex, age: age} }

// words are those of the catalogue's ids and English names. The last word that
// names an age wins, as the head of an English noun phrase does:
// "ElderSister" is a sister, "Young_Man" is young because "man" names no age.
var words = map[string]trait{
	"man": person("male", 0), "male": person("male", 0), "guy": person("male", young), "gentleman": person("male", adult), "bloke": person("male", adult),
	"boy": {sex: "male", age: child, pitch: -0.8, tract: -3}, "didi": person("male", teen), "xuedi": person("male", teen), "shaoye": person("male", young), "nanyou": person("male", young), "xiongzhang": person("male", young),
	"boyfriend": person("male", young), "playboy": person("male", young), "husband": person("male", adult), "knight": person("male", young), "butler": {sex: "male", age: mature, span: -15}, "godfather": {sex: "male", age: elder, pitch: -2.5, roughness: 1},
	"santa": {sex: "male", age: elder, pitch: -1.6, tract: -4, span: 20}, "grinch": {sex: "male", age: mature, roughness: 3, span: 25}, "arnold": {sex: "male", age: adult, pitch: -1.8, tract: -4}, "rudolph": {sex: "male", age: young, tract: 3}, "soldier": person("male", adult), "commander": person("male", mature), "bazong": {sex: "male", age: adult, pitch: -1}, "veteran": person("male", elder), "sorcerer": person("", mature),
	"woman": person("female", 0), "women": person("female", mature), "female": person("female", 0), "lady": person("female", adult), "miss": person("female", young), "girl": person("female", teen), "girlfriend": person("female", young), "schoolgirl": person("female", teen), "maiden": person("female", young), "sister": person("female", young), "bestie": person("female", young),
	"antie": person("female", mature), "princess": person("female", young), "queen": person("female", adult), "hostess": person("female", adult), "heroine": person("female", young), "belle": person("female", young), "abbess": {sex: "female", age: elder, span: -20}, "shaonv": person("female", teen), "yujie": {sex: "female", age: adult, pitch: -1}, "xuejie": person("female", young), "xuemei": person("female", teen), "mengmei": person("female", teen), "xiaoling": person("female", young), "nvxing": person("female", adult),
	"child": person("", child), "kid": person("", child), "baby": person("", child), "elf": {age: child, pitch: -1}, "spirit": {age: child, pitch: -2}, "pig": {age: child, roughness: 2, tract: -3},
	"teen": person("", teen), "student": person("", teen), "junior": person("", teen), "youth": person("", young), "young": person("", young), "daxuesheng": person("", young), "qn": person("male", young),
	"mature": person("", mature), "mentor": wise, "scholar": wise, "wise": wise, "teacher": {age: mature, tilt: 5}, "instructor": wise, "boss": {age: mature, pitch: -0.6, tilt: 8}, "executive": person("", mature), "leader": person("", adult), "advisor": wise, "chengshu": person("", mature),
	"elder": person("", elder), "elderly": person("", elder), "grandma": person("female", elder), "grandpa": person("male", elder), "old": person("", elder),
	"adult": person("", adult), "whisper": whisper, "whispering": whisper, "ghost": eerie, "reaper": {sex: "male", age: elder, pitch: -4, tract: -7, breath: 8}, "robot": machine, "armor": {sex: "male", span: -80, pitch: -3, tract: -5, roughness: 3},
	"deep": low, "magnetic": {pitch: -1.2, tract: -3, roughness: 1}, "dominant": strong, "badao": strong, "tough": strong, "angry": {span: 20, tilt: 16, roughness: 2}, "powerful": strong, "possessive": strong, "imposing": strong, "bossy": strong, "passionate": lively, "warrior": strong, "brave": clear,
	"cute": {pitch: 1, tract: 3, span: 12}, "sweet": sweet, "lovely": sweet, "charming": {span: 10, breath: 3}, "tianmei": sweet, "diadia": sweet, "airheaded": {pitch: 1, span: 20}, "anime": {pitch: 1.6, tract: 3, span: 25}, "cartoon": {pitch: 1, span: 25},
	"gentle": gentle, "soft": gentle, "soothing": gentle, "kind": gentle, "kindhearted": gentle, "caring": gentle, "calm": {span: -22, tilt: -8}, "serene": {span: -24, tilt: -10, breath: 3}, "tranquil": gentle, "warm": {tilt: -10, tract: -1}, "wenrou": gentle, "wenrounvxing": {sex: "female", age: adult, tilt: -14, breath: 5, span: -12}, "shy": {breath: 5, span: -15, voicing: -8}, "danya": gentle,
	"cheerful": lively, "lively": lively, "playful": lively, "energetic": lively, "exuberant": {pitch: 1.2, span: 38, tilt: 12}, "upbeat": lively, "optimistic": lively, "enthusiastic": lively, "chatty": lively, "jovial": lively, "whimsical": {pitch: 1, span: 35}, "comedian": lively, "humorous": lively, "radiant": lively, "qiaopi": lively, "friendly": {span: 12},
	"cold": stern, "serious": stern, "strict": stern, "lengdan": stern, "bad": {roughness: 1, span: 15}, "sad": {pitch: -0.8, span: -35, tilt: -12}, "upset": {span: 22, flutter: 4}, "lonely": {span: -25, breath: 4}, "pessimistic": {pitch: -1, span: -35}, "sentimental": {span: 12, breath: 5}, "stressed": {pitch: 0.8, flutter: 8}, "fragile": fragile, "bingjiao": fragile,
	"anchor": clear, "announcer": clear, "presenter": clear, "narrator": {span: -6, tilt: 6}, "host": clear, "storyteller": {span: 22}, "crisp": clear, "bright": clear, "robotic": machine,
}

// characters are looked for anywhere in a Chinese or Japanese name; the first
// that names an age or a sex settles it.
var characters = []struct {
	part string
	trait
}{
	{"男童", person("male", child)}, {"女童", person("female", child)}, {"童", person("", child)}, {"萌兽", trait{age: child, pitch: -3}}, {"猪", trait{age: child, pitch: -1, roughness: 2, tract: -3}},
	{"奶奶", person("female", elder)}, {"爷", person("male", elder)}, {"老", person("", elder)}, {"花甲", person("", elder)}, {"大婶", person("female", mature)}, {"阿姨", person("female", mature)}, {"大叔", person("male", mature)},
	{"少女", person("female", teen)}, {"女孩", person("female", teen)}, {"萌妹", person("female", teen)}, {"学妹", person("female", teen)}, {"弟弟", person("male", teen)}, {"学弟", person("male", teen)},
	{"御姐", trait{sex: "female", age: adult, pitch: -1}}, {"姐", person("female", young)}, {"闺蜜", person("female", young)}, {"甜心", sweet}, {"大学生", person("", young)}, {"青年", person("male", young)}, {"男友", person("male", young)}, {"学长", person("male", young)}, {"少爷", person("male", young)}, {"小哥", person("male", young)}, {"竹马", person("male", young)},
	{"高管", person("", mature)}, {"成熟", person("", mature)}, {"女", person("female", 0)}, {"男", person("male", 0)},
	{"温柔", gentle}, {"温润", gentle}, {"温暖", gentle}, {"软", gentle}, {"甜", sweet}, {"萌", sweet}, {"可爱", sweet}, {"嗲", sweet}, {"霸道", strong}, {"冷淡", stern}, {"沉稳", stern}, {"精英", clear}, {"清脆", clear}, {"播报", clear}, {"新闻", clear}, {"主播", clear}, {"主持", clear}, {"活泼", lively}, {"俏皮", lively}, {"搞笑", lively}, {"机械", machine}, {"病娇", fragile}, {"低沉", low},
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
