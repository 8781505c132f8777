package align

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	script "voicestudio/tts/lines"
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

// languages are the passages of each; what espeak-ng says differs a little with what
// it has said before, so that the order is always the same.
var languages = []struct {
	name     string
	passages []passage
}{{"English", passages[:5]}, {"Chinese", passages[5:]}}

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
