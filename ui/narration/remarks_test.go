package narration

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"voicestudio/player/measure"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// sounding are lines that have a take each, and what they sound like: all of one
// voice, as by chance, and then as change says.
func sounding(n int, change func(i int, r *Row, m *measure.Measures)) ([]Row, func(int) (measure.Measures, bool)) {
	rnd := rand.New(rand.NewPCG(7, 8))
	rows, sounds := make([]Row, n), make([]measure.Measures, n)
	off := func(by float64) float64 { return by * rnd.NormFloat64() }
	for i := range rows {
		r := Row{Line: script.Line{ID: fmt.Sprint(i)}, Take: &takes.Take{}}
		r.Text = "Some words."
		hz, rate, lufs, slope, fade := 200*math.Pow(2, off(0.3)/12), 5*(1+off(0.04)), -20+off(0.5), -9+off(0.4), -1+off(0.8)
		m := measure.Measures{SpeechMS: new(int64(4000)), F0MedianHz: &hz, RateSPS: &rate, LUFS: &lufs, SlopeDBOct: &slope, FadeDB: &fade}
		change(i, &r, &m)
		rows[i], sounds[i] = r, m
	}
	return rows, func(i int) (measure.Measures, bool) { return sounds[i], sounds[i].SpeechMS != nil }
}

func remarks(all []Remark) string {
	var said []string
	for _, r := range all {
		if r.Whole {
			said = append(said, r.Words)
		} else {
			said = append(said, fmt.Sprintf("%d %s", r.Line+1, r.Words))
		}
	}
	return strings.Join(said, "; ")
}

func TestWhatAListenerWouldNoticeAlongAScriptIsTold(t *testing.T) {
	higher := func(hz *float64, st float64) *float64 { return new(*hz * math.Pow(2, st/12)) }
	for name, c := range map[string]struct {
		change func(i int, r *Row, m *measure.Measures)
		want   string
	}{
		"forty lines that are alike": {func(int, *Row, *measure.Measures) {}, ""},
		"one that is higher and louder": {func(i int, _ *Row, m *measure.Measures) {
			if i == 13 {
				m.F0MedianHz, m.LUFS = new(220.0), new(-14.0)
			}
		}, "14 1.7 st higher, 6.1 dB louder than the rest"},
		"one that is wanted so": {func(i int, r *Row, m *measure.Measures) {
			if i == 13 {
				m.RateSPS = new(7.0)
				r.Ask.Request.VoiceSetting.Speed = new(1.4)
			}
		}, ""},
		"words of the dictionary are no setting": {func(i int, r *Row, m *measure.Measures) {
			r.Ask.Request.PronunciationDict.Tone = []string{fmt.Sprintf("w%d/x", i)}
			if i == 13 {
				m.SlopeDBOct = new(-4.0)
			}
		}, "14 brighter than the rest"},
		"another language": {func(i int, r *Row, m *measure.Measures) {
			if i%4 == 1 {
				r.Text, m.F0MedianHz, m.RateSPS = "晚安，谢谢大家。", higher(m.F0MedianHz, -3), new(*m.RateSPS*0.7)
			}
		}, ""},
		"a yes, and a laugh": {func(i int, r *Row, m *measure.Measures) {
			switch i {
			case 3:
				m.SpeechMS, m.F0MedianHz = new(int64(300)), new(260.0)
			case 4:
				r.Take.Request.Text, m.RateSPS = "Well (laughs), yes.", new(3.0)
			case 5:
				*m = measure.Measures{}
			case 6:
				r.Take = nil
				m.LUFS = new(-40.0)
			}
		}, ""},
		"a voice that goes down": {func(i int, _ *Row, m *measure.Measures) {
			m.F0MedianHz = higher(m.F0MedianHz, -1.2*float64(i)/39)
		}, "the script gets 1.4 st lower from line 1 to 40"},
		"one that fades": {func(i int, _ *Row, m *measure.Measures) {
			if i == 9 {
				m.FadeDB = new(-7.2)
			}
		}, "10 fades by 7 dB towards its end"},
		"one that does not fade where all do": {func(i int, _ *Row, m *measure.Measures) {
			if m.FadeDB = new(*m.FadeDB - 4); i == 9 {
				m.FadeDB = new(2.0)
			}
		}, "most lines fade by 5 dB towards their ends"},
	} {
		rows, sounds := sounding(40, c.change)
		if got := remarks(Remarks(rows, sounds)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := Remarks(nil, nil); len(got) != 0 {
		t.Errorf("of no line: %v", got)
	}
}

// remarked listens to the lines, of which one is spoken higher then.
func (c *told) remarked(t *testing.T) {
	remarks := func() []Remark {
		return Remarks(c.rows, func(i int) (measure.Measures, bool) {
			m, err := session.Measure(t.Context(), c.Takes(), *c.rows[i].Take)
			return m, err == nil
		})
	}
	if all := remarks(); len(all) != 0 {
		t.Errorf("of lines that are alike: %+v", all)
	}
	const line = 9
	was, kept := c.Script, c.Kept
	c.Script = c.SetOwn(line, script.Own{Set: tts.Request{VoiceSetting: tts.VoiceSetting{Pitch: new(2)}}})
	c.make(t)
	if all := remarks(); len(all) != 0 {
		t.Errorf("of one that is wanted so: %+v", all)
	}
	higher := *c.rows[line].Take
	c.Script = was
	c.rows = look(t, c.Session, &c.Work)
	c.rows[line].Take = &higher
	if all := remarks(); len(all) != 1 || all[0].Line != line || all[0].Whole || !strings.HasSuffix(all[0].Words, " st higher than the rest") {
		t.Errorf("of one that is two semitones higher: %+v", all)
	}
	c.Kept = kept
	c.rows = look(t, c.Session, &c.Work)
}
