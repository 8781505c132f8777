package measure

import "math"

// Difference is one thing in which a second take sounds otherwise than a first,
// as a person would notice it. A and B are in the measure's own unit, Delta in
// Unit: what B has more than A. A and B are nil where the rate of a whisper is
// known by its length only.
type Difference struct {
	Measure string   `json:"measure"` // the name in Measures' JSON
	A       *float64 `json:"a"`
	B       *float64 `json:"b"`
	Delta   float64  `json:"delta"`
	Unit    string   `json:"unit"`
	// Words say what B is, "1.8 st higher".
	Words string `json:"words"`
}

// notice is one thing that people hear.
type notice struct {
	measure, unit string
	// least is the smallest delta, up or down, that is noticed.
	least float64
	of    func(Measures) *float64
	apart func(a, b float64) float64
	words func(delta float64) string
}

// noticed are the differences that people hear, in the order in which they are
// told.
var noticed = []notice{
	// Half a semitone, 3 % in hertz: where a preset's voice is called another one.
	{"f0_median_hz", "st", 0.5, func(m Measures) *float64 { return m.F0MedianHz }, semitones,
		func(st float64) string { return say.pitch(math.Abs(st), st > 0) }},
	// 3 %: a little below the 5 that listeners notice who do not listen for it
	// (Quené 2007, doi 10.1016/j.wocn.2006.09.001).
	{"rate_sps", "%", 3, func(m Measures) *float64 { return m.RateSPS }, faster,
		func(percent float64) string { return say.rate(math.Abs(percent), percent > 0) }},
	// 1.5 dB per octave: 6 dB between the first formant and the s.
	{"slope_db_oct", "dB/octave", 1.5, func(m Measures) *float64 { return m.SlopeDBOct }, minus,
		func(db float64) string { return say.brightness(db > 0) }},
	// 1 LU: EBU R 128's tolerance for a programme.
	{"lufs", "LU", 1, func(m Measures) *float64 { return m.LUFS }, minus,
		func(lu float64) string { return say.loudness(math.Abs(lu), lu > 0) }},
	// 2 semitones of 't Hart 1981 (doi 10.1121/1.385592): below, one movement
	// of the pitch is hardly told from another.
	{"f0_range_st", "st", 2, func(m Measures) *float64 { return m.F0RangeST }, minus,
		func(st float64) string { return say.liveliness(st > 0) }},
	// 5 % of the time: a pause of 0.5 s in a take of ten seconds.
	{"pause_ratio", "", 0.05, func(m Measures) *float64 { return m.PauseRatio }, minus,
		func(more float64) string { return say.pauses(more > 0) }},
	// 3 dB: half the power; voices that are called fading lose 3.7 to 6.1.
	{"fade_db", "dB", 3, func(m Measures) *float64 { return m.FadeDB }, minus,
		func(db float64) string { return say.fade(db > 0) }},
}

func minus(a, b float64) float64     { return b - a }
func semitones(a, b float64) float64 { return 12 * math.Log2(b/a) }
func faster(a, b float64) float64    { return 100 * (b/a - 1) } // percent

// countsApart is how far apart two counts of syllables of different words may be
// by chance, in percent: twice what the count is off for voices whose syllables
// are known.
const countsApart = 8

// Compare tells in what b sounds otherwise than a; never nil. Of two takes that
// say the same words the rates are compared by how long they take for them,
// which is far more exact than counting their syllables.
func Compare(a, b Measures, sameWords bool) []Difference {
	all := []Difference{}
	if sameWords {
		a, b = asOne(a, b)
	}
	for _, n := range noticed {
		x, y := n.of(a), n.of(b)
		var delta float64
		least := n.least
		switch rate := n.measure == "rate_sps"; {
		case rate && sameWords && spoke(a) && spoke(b):
			delta = n.apart(1/float64(*a.SpeechMS), 1/float64(*b.SpeechMS))
		case x == nil || y == nil:
			continue
		case rate:
			least = countsApart
			fallthrough
		default:
			delta = n.apart(*x, *y)
		}
		told := rounded(delta, 3)
		if told == nil || math.Abs(delta) < least {
			continue
		}
		all = append(all, Difference{n.measure, x, y, *told, n.unit, n.words(delta)})
	}
	return all
}

// spoke reports that there is enough speech for a rate.
func spoke(m Measures) bool { return m.SpeechMS != nil && *m.SpeechMS >= leastSpeech*1000/hop }

// asOne gives two takes of the same words as many syllables: as many as were
// counted in both, in the middle.
func asOne(a, b Measures) (Measures, Measures) {
	if a.RateSPS == nil || b.RateSPS == nil || !spoke(a) || !spoke(b) {
		a.RateSPS, b.RateSPS = nil, nil
		return a, b
	}
	x, y := float64(*a.SpeechMS), float64(*b.SpeechMS)
	syllables := (*a.RateSPS*x + *b.RateSPS*y) / 2
	a.RateSPS, b.RateSPS = rounded(syllables/x, 2), rounded(syllables/y, 2)
	return a, b
}
