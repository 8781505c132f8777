package measure

import (
	"math"
	"slices"
)

// Spread is by how much takes of the same words at one host differ from their
// mean: standard deviations by the name of a measure, each in the unit of a
// Difference. Three of them hold 99.7 % of the takes of a host that does not
// change, so that is what a drift has to be above.
type Spread map[string]float64

// spreads is how many of its standard deviations a host may be off.
const spreads = 3

// Drift is one thing in which a later take sounds otherwise than what was agreed
// on. Was and Is are in the measure's own unit, Limit in Unit.
type Drift struct {
	Measure string   `json:"measure"` // the name in Measures' JSON
	Was     *float64 `json:"was"`
	Is      *float64 `json:"is"`
	Limit   float64  `json:"limit"`
	Unit    string   `json:"unit"`
	// Words say what Is is, "1.8 st higher".
	Words string `json:"words"`
}

// duration is the name under which the time for the same words is told: that of
// speech alone, since the pauses of hosts wander.
const duration = "speech_ms"

// kept are the measures by which a voice is the same, and how far apart two takes
// of the same words are in each. Their limits are those of noticed.
var kept = []struct {
	measure, noticed string
	of               func(Measures) *float64
	apart            func(a, b float64) float64
}{
	{"f0_median_hz", "f0_median_hz", func(m Measures) *float64 { return m.F0MedianHz }, semitones},
	{duration, "rate_sps", speechTime, func(a, b float64) float64 { return faster(1/a, 1/b) }},
	{"lufs", "lufs", func(m Measures) *float64 { return m.LUFS }, minus},
	{"slope_db_oct", "slope_db_oct", func(m Measures) *float64 { return m.SlopeDBOct }, minus},
}

func speechTime(m Measures) *float64 {
	if !spoke(m) {
		return nil
	}
	return new(float64(*m.SpeechMS))
}

// Drifted tells in what a take sounds otherwise than what was kept of the same
// words; never nil. A limit is the least that is noticed, or three times the
// spread where that is more. What one of them has and the other has not, such as
// a pitch, is told as well.
func Drifted(was, is Measures, by Spread) []Drift {
	all := []Drift{}
	for _, k := range kept {
		n := noticed[slices.IndexFunc(noticed, func(n notice) bool { return n.measure == k.noticed })]
		x, y := k.of(was), k.of(is)
		limit := max(n.least, math.Round(1000*spreads*by[k.measure])/1000)
		switch {
		case x == nil && y == nil:
		case x == nil || y == nil:
			all = append(all, Drift{k.measure, x, y, limit, n.unit, say.gone(k.measure, y == nil)})
		default:
			if delta := k.apart(*x, *y); math.Abs(delta) > limit {
				all = append(all, Drift{k.measure, x, y, limit, n.unit, n.words(delta)})
			}
		}
	}
	return all
}

// Mean is what takes of the same words sound like together, and by how much they
// differ; of one take nobody knows. A measure that one of them lacks has no mean.
func Mean(all []Measures) (mean Measures, by Spread) {
	mean.Version, by = Version, Spread{}
	var ms, speech float64
	spoken := true
	for _, m := range all {
		ms += float64(m.AudioMS) / float64(len(all))
		if spoken = spoken && m.SpeechMS != nil; spoken {
			speech += float64(*m.SpeechMS) / float64(len(all))
		}
	}
	mean.AudioMS = int64(math.Round(ms))
	if spoken && len(all) > 0 {
		mean.SpeechMS = new(int64(math.Round(speech)))
	}
	for _, f := range figures {
		sum := 0.0
		for i := range all {
			if x := *f.of(&all[i]); x != nil {
				sum += *x
			} else {
				sum = math.NaN()
			}
		}
		*f.of(&mean) = rounded(sum/float64(len(all)), f.digits)
	}
	for _, k := range kept {
		if middle := k.of(mean); middle != nil && len(all) > 1 {
			squares := 0.0
			for _, m := range all {
				if x := k.of(m); x != nil {
					squares += math.Pow(k.apart(*middle, *x), 2)
				}
			}
			by[k.measure] = math.Round(1000*math.Sqrt(squares/float64(len(all)-1))) / 1000
		}
	}
	return mean, by
}

// figures are those of Measures that may be missing, as finely as they are kept.
var figures = []struct {
	of     func(*Measures) **float64
	digits int
}{
	{func(m *Measures) **float64 { return &m.F0MedianHz }, 1},
	{func(m *Measures) **float64 { return &m.F0RangeST }, 2},
	{func(m *Measures) **float64 { return &m.RateSPS }, 2},
	{func(m *Measures) **float64 { return &m.PauseRatio }, 3},
	{func(m *Measures) **float64 { return &m.LUFS }, 2},
	{func(m *Measures) **float64 { return &m.TruePeakDB }, 2},
	{func(m *Measures) **float64 { return &m.CentroidHz }, 0},
	{func(m *Measures) **float64 { return &m.SlopeDBOct }, 2},
	{func(m *Measures) **float64 { return &m.FadeDB }, 1},
}
