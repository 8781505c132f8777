package align

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ttslines "voicestudio/tts/lines"
)

// script is a text, and as espeak-ng is given it: Chinese in pinyin, a syllable for a
// character.
type script struct{ language, text, spelling string }

var scripts = []script{
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
	words []ttslines.Word
	begin []float64
}

// tell speaks a script, perhaps with a pause of a second behind a word in its middle.
func tell(t testing.TB, s script, voice string, speed float64, pausing bool) told {
	text, spelling := s.text, s.spelling
	if pausing {
		words := ttslines.Words(text)
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
	made := told{take: say(t, s.language+"+"+voice, speed, given), words: ttslines.Words(text)}
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

func (f figures) String() string {
	first := slices.Sorted(slices.Values(f.first))
	return fmt.Sprintf("median %3.0f ms, p95 %3.0f ms, the word %.1f %%, it or its neighbour %.2f %%; first %+.0f to %+.0f ms (%d)", f.quantile(0.5), f.quantile(0.95),
		100*float64(f.lit)/float64(f.moments), 100*float64(f.near)/float64(f.moments), first[0], first[len(first)-1], len(f.off))
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

func TestExperiment(t *testing.T) {
	if os.Getenv("EXPERIMENT") == "" {
		return
	}
	var all, allProp figures
	var rows []string
	for i, s := range scripts {
		for _, pausing := range []bool{false, true} {
			var f, p figures
			for _, voice := range []string{"lady", "man", "girl", "m7"} {
				for _, speed := range []float64{0.8, 1, 1.25} {
					d := tell(t, s, voice, speed, pausing)
					spans, even := Estimate(d.take.Sound, d.units()), proportional(d)
					f.add(d, spans)
					p.add(d, even)
					all.add(d, spans)
					allProp.add(d, even)
					if os.Getenv("EXPERIMENT") == "2" && voice == "lady" && speed == 1 {
						for k, w := range d.words {
							rows = append(rows, fmt.Sprintf("%d %v %s weight %.2f break %.2f true %.0f est %.0f off %.0f", i, pausing, s.text[min(w.From, len(s.text)-1):min(w.To, len(s.text))], w.Weight, w.Break, 1000*d.begin[k], 1000*spans[k].Begin.Seconds(), 1000*(spans[k].Begin.Seconds()-d.begin[k])))
						}
					}
				}
			}
			t.Logf("%d %v\n   %v\n   %v", i, pausing, f, p)
		}
	}
	t.Logf("all\n   %v\n   %v\n%s", all, allProp, strings.Join(rows, "\n"))
}
