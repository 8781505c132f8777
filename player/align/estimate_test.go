package align

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"voicestudio/player/measure"
	"voicestudio/tts"
	script "voicestudio/tts/lines"
	"voicestudio/tts/sandbox/speech"
)

// passage is a text, and as espeak-ng is given it: Chinese in pinyin, a syllable for a
// character.
type passage struct{ language, text, spelling string }

var passages = []passage{
	{english, "The harbour was quiet that morning. Two gulls sat on the wall, watching a boat that nobody had repaired in years, and the old keeper came down the stairs with his lamp still burning.", ""},
	{english, "Welcome back. Let us pick up where we left off, because there is a lot to do; the first chapter alone has eleven pages, and we have not even begun!", ""},
	{english, "Our revenue was 1,248,300 dollars, up 14.5% on the year before. Nobody expected that, least of all Dr. Smith, who had promised 12.", ""},
	{english, "She asked whether the strange instrument could be tuned at all. He laughed, took it from the shelf and played three notes: each of them clear as water.", ""},
	{english, "It is a truth which few people will dispute that a house without books is cold in winter, and that a house with too many of them is cold in a different manner, for there is no room left in it for a stove.", ""},
	{chinese, "今天的天气很好，我们一起去公园散步吧。", "jin1 tian1 de5 tian1 qi4 hen3 hao3, wo3 men5 yi4 qi3 qu4 gong1 yuan2 san4 bu4 ba5."},
	{chinese, "这本书很有意思，我已经看了三遍。如果你喜欢，我可以借给你。", "zhe4 ben3 shu1 hen3 you3 yi4 si5, wo3 yi3 jing1 kan4 le5 san1 bian4. ru2 guo3 ni3 xi3 huan1, wo3 ke3 yi3 jie4 gei3 ni3."},
	{chinese, "他说下个月要去上海看朋友，可是还没买票。", "ta1 shuo1 xia4 ge4 yue4 yao4 qu4 shang4 hai3 kan4 peng2 you5, ke3 shi4 hai2 mei2 mai3 piao4."},
}

// told is a take of a text, its words and when each is heard, NaN where nobody told.
type told struct {
	take  take
	words []script.Word
	begin []float64
}

// tell speaks a passage, perhaps with a pause of a second behind a word in its middle.
func tell(t testing.TB, s passage, voice string, speed float64, pausing bool) told {
	text, spelling := s.text, s.spelling
	if pausing {
		words := script.Words(text)
		to := words[len(words)*3/5].To
		text = text[:to] + " <#1.0#>" + text[to:]
		if spelling != "" {
			all := strings.Fields(spelling)
			n := len(words)*3/5 + 1
			spelling = strings.Join(all[:n], " ") + " <#1.0#>" + strings.Join(all[n:], " ")
		}
	}
	given := text
	if spelling != "" {
		given = spelling
	}
	made := told{take: utter(t, s.language+"+"+voice, speed, given), words: script.Words(text)}
	made.begin = make([]float64, len(made.words))
	for i := range made.begin {
		made.begin[i] = math.NaN()
	}
	if spelling != "" {
		if len(made.take.words) != len(made.words) {
			t.Fatalf("%d and %d: %s", len(made.take.words), len(made.words), text)
		}
		for i, w := range made.take.words {
			made.begin[i] = w.from
		}
		return made
	}
	for _, w := range made.take.words {
		for i, word := range made.words {
			if from := utf8.RuneCountInString(text[:word.From]); w.at == from {
				made.begin[i] = w.from
			}
		}
	}
	return made
}

func (d told) units() (units []Unit) {
	for _, w := range d.words {
		units = append(units, Unit{w.Weight, w.Break, w.Lead, w.Sounds})
	}
	return units
}

// figures of how well words are found.
type figures struct {
	off                []float64 // ms
	lit, near, moments int
	first              []float64 // ms, signed
}

func (f *figures) add(d told, spans []Span) {
	for i, at := range d.begin {
		if !math.IsNaN(at) {
			f.off = append(f.off, 1000*math.Abs(spans[i].Begin.Seconds()-at))
		}
	}
	f.first = append(f.first, 1000*(spans[0].Begin.Seconds()-d.begin[0]))
	for at := d.take.words[0].from; at < d.take.words[len(d.take.words)-1].to; at += 0.02 {
		is, lit := -1, -1
		for i := range d.words {
			if d.begin[i] <= at {
				is = i
			}
			if spans[i].Begin.Seconds() <= at {
				lit = i
			}
		}
		f.moments++
		// A word whose time nobody told belongs to the one before.
		same := is == lit || lit > is && !slices.ContainsFunc(d.begin[is+1:lit+1], func(v float64) bool { return !math.IsNaN(v) })
		if same {
			f.lit++
		}
		if same || lit-is == 1 || is-lit == 1 {
			f.near++
		}
	}
}

func (f figures) quantile(q float64) float64 {
	s := slices.Sorted(slices.Values(f.off))
	return s[int(q*float64(len(s)-1))]
}

// part of the moments.
func (f figures) part(n int) float64 { return float64(n) / float64(f.moments) }

func (f figures) String() string {
	first := slices.Sorted(slices.Values(f.first))
	return fmt.Sprintf("median %3.0f ms, p95 %3.0f ms, the word %.1f %%, it or its neighbour %.2f %%; first %+.0f to %+.0f ms (%d)", f.quantile(0.5), f.quantile(0.95),
		100*f.part(f.lit), 100*f.part(f.near), first[0], first[len(first)-1], len(f.off))
}

// proportional is by the weights alone, from the first sound to the last.
func proportional(d told) []Span {
	h := hush(d.take.Sound)
	parts := partsOf(d.units())
	at := (&way{hushed: h, parts: parts}).evenly()
	spans := make([]Span, len(at))
	for i := range at {
		spans[i] = Span{time.Duration(at[i][0]) * hop, time.Duration(at[i][1]) * hop}
	}
	return spans
}

// telling is how a passage is told.
type telling struct {
	voice string
	speed float64
}

// compared are the figures of all passages told in all ways, and those of the
// weights alone.
func compared(t testing.TB, all []passage, ways []telling, pausing bool) (found, even figures) {
	for _, p := range all {
		for _, way := range ways {
			d := tell(t, p, way.voice, way.speed, pausing)
			found.add(d, Estimate(d.take.Sound, d.units()))
			even.add(d, proportional(d))
		}
	}
	return found, even
}

func TestWordsAreFoundBySoundAndText(t *testing.T) {
	for language, of := range map[string][]passage{"English": passages[1:3], "Chinese": passages[5:7]} {
		for _, pausing := range []bool{false, true} {
			found, even := compared(t, of, []telling{{"lady", 0.8}, {"man", 1.25}}, pausing)
			told := fmt.Sprintf("%s, pause %v: %v\nby the weights alone: %v", language, pausing, found, even)
			t.Log(told)
			if found.quantile(0.5) > 40 || found.quantile(0.95) > 250 || found.part(found.lit) < 0.78 || found.part(found.near) < 0.96 {
				t.Error(told)
			}
			if found.part(found.lit) < even.part(even.lit)+0.1 {
				t.Error("hardly better:", told)
			}
			for _, off := range found.first {
				if math.Abs(off) > 60 {
					t.Errorf("%s: the first word is %+.0f ms off", language, off)
				}
			}
		}
	}
}

// What is heard beside words is none of them.
func TestASoundIsNoWord(t *testing.T) {
	engine, err := speech.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	for _, text := range []string{
		"(laughs) Nobody expected that at all. (sighs)",
		"Thank you. (coughs)(groans) Now we go on, <#0.8#> with what was said before.",
		"晚安，谢谢大家。(laughs)我们明天见！",
	} {
		r := tts.Request{Text: text, VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}
		r.AudioSetting.Format = "pcm"
		var b bytes.Buffer
		made, err := engine.Speak(t.Context(), r, &b)
		if err != nil {
			t.Fatal(err)
		}
		s := measure.Sound{Channels: 1, Rate: made.SampleRate}
		for pcm := b.Bytes(); len(pcm) > 1; pcm = pcm[2:] {
			s.Samples = append(s.Samples, float32(int16(binary.LittleEndian.Uint16(pcm)))/32768)
		}
		d := told{words: script.Words(text)}
		spans := Estimate(s, d.units())
		for _, c := range made.Clauses {
			begin, end := len(string([]rune(text)[:c.Begin])), len(string([]rune(text)[:c.End]))
			first, last := -1, -1
			for i, w := range d.words {
				if w.From >= begin && w.To <= end {
					if last = i; first < 0 {
						first = i
					}
				}
			}
			at := func(sample int64) time.Duration { return seconds(float64(sample) / float64(made.SampleRate)) }
			if first >= 0 && ((spans[first].Begin-at(c.From)).Abs() > 50*time.Millisecond || (spans[last].End-at(c.To)).Abs() > 50*time.Millisecond) {
				t.Errorf("%s: %q is at %v to %v, found at %v to %v", text, text[begin:end], at(c.From), at(c.To), spans[first].Begin, spans[last].End)
			}
		}
	}
}

func TestAnySoundAndAnyTextDoNoHarm(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 16))
	nan := float32(math.NaN())
	take := utter(t, "en+lady", 1, lines[0].text)
	sounds := map[string]measure.Sound{
		"nothing":      {},
		"no channels":  {Samples: take.Samples, Rate: espeakRate},
		"a huge rate":  {Samples: take.Samples, Channels: 1, Rate: math.MaxInt32},
		"half a frame": {Samples: take.Samples[:9], Channels: 2, Rate: 8000},
		"silence":      sound(1, func(int) float32 { return 0 }),
		"no numbers":   sound(1, func(int) float32 { return nan }),
		"the largest":  sound(1, func(i int) float32 { return math.MaxFloat32 * float32(1-i%2*2) }),
		"a click":      sound(1, func(i int) float32 { return float32(max(0, 1-(i-4000)*(i-4000))) }),
		"a tone":       sound(1, func(i int) float32 { return float32(math.Sin(float64(i) * 0.2)) }),
		"noise":        sound(2, func(int) float32 { return rnd.Float32() - 0.5 }),
		"clicks":       sound(20, func(i int) float32 { return float32(max(0, 1-i%3000)) }),
		"speech":       take.Sound,
		"a moment":     {Samples: take.Samples[:espeakRate/5], Channels: 1, Rate: espeakRate},
	}
	texts := map[string][]Unit{
		"nothing":      nil,
		"one":          {{Weight: 1}},
		"weightless":   make([]Unit, 30),
		"no numbers":   {{Weight: math.NaN(), Break: math.NaN()}, {Weight: math.Inf(1), Break: math.Inf(1)}, {Weight: -1, Break: -1, Sounds: -1}},
		"sounds":       {{Weight: 1, Lead: 1 << 40, Sounds: 1 << 40}, {Weight: 1}},
		"a whole book": slices.Repeat([]Unit{{Weight: 1.5}, {Weight: 0.5, Break: 0.4}}, 2000),
	}
	for name, s := range sounds {
		length := time.Duration(0)
		if s.Channels > 0 && s.Rate > 0 {
			length = seconds(float64(len(s.Samples)/s.Channels) / float64(s.Rate))
		}
		for text, units := range texts {
			spans := Estimate(s, units)
			if spans != nil && len(spans) != len(units) || spans == nil && name == "speech" && units != nil {
				t.Fatalf("%s, %s: %d spans of %d", name, text, len(spans), len(units))
			}
			last := Span{}
			for _, sp := range spans {
				if sp.Begin < last.End || sp.End < sp.Begin || sp.End > length {
					t.Fatalf("%s of %v, %s: %v behind %v", name, length, text, sp, last)
				}
				last = sp
			}
		}
	}
	if spans := Estimate(sounds["silence"], texts["one"]); spans != nil {
		t.Errorf("in silence: %v", spans)
	}
}

// BenchmarkEstimates tells how well words are found, beside what the weights alone
// tell, in all passages by voices of the sandbox's and espeak-ng's.
func BenchmarkEstimates(b *testing.B) {
	var ways []telling
	for _, voice := range []string{"lady", "man", "girl", "m7"} {
		for _, speed := range []float64{0.8, 1, 1.25} {
			ways = append(ways, telling{voice, speed})
		}
	}
	for b.Loop() {
		for language, of := range map[string][]passage{"English": passages[:5], "Chinese": passages[5:]} {
			for _, pausing := range []bool{false, true} {
				found, even := compared(b, of, ways, pausing)
				b.Logf("%s, pause %v\n  %v\n  by the weights alone: %v", language, pausing, found, even)
			}
		}
	}
}
