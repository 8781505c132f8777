package subtitles

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/tts/lines"
)

// timed are cues as the tests write them: "0 One.|500 two 900" is a sentence of
// which each word begins at a time in ms and ends with the next; of one in brackets
// no word times are known.
func timed(all ...string) (cues []Cue) {
	for _, s := range all {
		bare := strings.HasPrefix(s, "[")
		s = strings.Trim(s, "[]")
		end := int64(0)
		s, last, _ := cutLast(s)
		fmt.Sscan(last, &end)
		c := Cue{End: end}
		for i, part := range strings.Split(s, "|") {
			at, text, _ := strings.Cut(part, " ")
			w := Word{Text: text}
			fmt.Sscan(at, &w.Begin)
			if i == 0 {
				c.Begin = w.Begin
			} else if !bare {
				c.Words[i-1].End = w.Begin
			}
			w.End = end
			c.Text += text
			if !bare {
				c.Words = append(c.Words, w)
			}
		}
		cues = append(cues, c)
	}
	return cues
}

func cutLast(s string) (before, after string, found bool) {
	at := strings.LastIndexByte(s, ' ')
	return s[:at], s[at+1:], true
}

func TestWordsAreFoundInAHostsSubtitles(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		cues []Cue
		want string // where each word begins and the last ends, in ms
	}{
		"word for word":           {"Hello there.", timed("0 Hello|400 there. 900"), "0 400 900"},
		"blanks of their own":     {"Hello  there, you.", timed("0 Hello|400  |420 there|700 , |710 you|900 . 950"), "0 420 710 900"},
		"no signs":                {"“Well-known,” she said.", timed("0 wellknown|800 SHE|1000 said 1200"), "0 356 800 1000 1200"},
		"two words in one":        {"Let us go.", timed("0 Let us|400 go. 600"), "0 240 400 600"},
		"a word in two":           {"He doesn’t know.", timed("100 He|200 doesn|400 't|500 know 800"), "100 200 500 800"},
		"a sound and a pause":     {"(laughs) One. <#0.5#>Two.", timed("0 (laughs) |700 One. 1000", "1500 Two. 1900"), "700 1500 1900"},
		"figures as words":        {"It was 42 dollars then.", timed("0 It|100 was|300 forty|600 two|900 dollars|1300 then 1600"), "0 100 300 900 1300 1600"},
		"figures left as words":   {"In 1984 we had 2 cats and 120 mice.", timed("0 In |100 nineteen |500 eighty |800 four |1100 we |1200 had |1400 two |1600 cats |1900 and |2000 one hundred and twenty |3000 mice. 3400"), "0 100 1100 1200 1400 1600 1900 2000 3000 3400"},
		"Chinese by words":        {"今天天气很好，走吧！", timed("0 今天|400 天气|800 很|1000 好， 1300", "1500 走|1700 吧 2000"), "0 200 400 600 800 1000 1500 1700 2000"},
		"Chinese with more words": {"你们也走，都好了", timed("0 你们|200 都|300 也|400 走|500 吗|600 都好了 900"), "0 100 300 400 600 700 800 900"},
		"wide letters":            {"ＡＢＣ ｱｲ 5", timed("0 abc|300 アイ|600 5 700"), "0 300 600 700"},
		"a word too many":         {"We go home now.", timed("0 We|200 will|400 go|600 home|900 now 1100"), "0 400 600 900 1100"},
		"a word left out":         {"We all go home now.", timed("0 We|200 go|600 home|900 now 1100"), "0 200 200 600 900 1100"},
		"sentences alone":         {"One two. Three.", timed("[0 One two. 900]", "[1000 Three. 1600]"), "0 400 1000 1600"},
		"a sentence with a comma": {"One, two.", timed("[0 One, two. 1200]"), "0 644 1200"},
	} {
		t.Run(name, func(t *testing.T) {
			spans, placed := Place(c.text, lines.Words(c.text), c.cues)
			if !placed {
				t.Fatal("not found")
			}
			var is []string
			for _, s := range spans {
				is = append(is, fmt.Sprint(s.Begin.Round(time.Millisecond).Milliseconds()))
			}
			is = append(is, fmt.Sprint(spans[len(spans)-1].End.Milliseconds()))
			if got := strings.Join(is, " "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestSubtitlesOfAnotherTextAreNotTaken(t *testing.T) {
	text := "We go home now, before it rains."
	for name, cues := range map[string][]Cue{
		"none":           nil,
		"another text":   timed("0 Nothing|400 of|600 the|800 kind 1000"),
		"another script": timed("0 今天|400 天气 1000"),
		"only signs":     timed("0 ...|400 ! 1000"),
		"the beginning":  timed("0 We|200 go 400"),
	} {
		if spans, placed := Place(text, lines.Words(text), cues); placed {
			t.Errorf("%s: %v", name, spans)
		}
	}
	if Worded(timed("[0 We go. 400]")) || !Worded(timed("[0 We go. 400]", "500 Go|700 on. 900")) {
		t.Error("whether there are words")
	}
	if _, placed := Place("", nil, timed("0 We|200 go 400")); placed {
		t.Error("a text without words was found")
	}
}

func FuzzPlace(f *testing.F) {
	f.Add("It was 42 dollars, (laughs) then <#1#> 今天。", "It|was|forty|two|dol|lars ,|今|天", int64(300), int64(120))
	f.Add("& 5 ½ 字", "5|字", int64(-7), int64(0))
	f.Fuzz(func(t *testing.T, text, said string, step, length int64) {
		text = strings.ToValidUTF8(text, "")
		var cues []Cue
		at := int64(0)
		step, length = step%100000, length%100000
		for i, part := range strings.Split(said, "|") {
			c := Cue{Text: part, Begin: at, End: at + length}
			if i%3 > 0 {
				c.Words = []Word{{part, at, at + length}}
			}
			cues = append(cues, c)
			at += step
		}
		words := lines.Words(text)
		spans, placed := Place(text, words, cues)
		if placed && len(spans) != len(words) {
			t.Fatalf("%d spans of %d words", len(spans), len(words))
		}
		last := Span{}
		for _, s := range spans {
			if s.Begin < last.Begin || s.End < s.Begin {
				t.Errorf("%v behind %v", s, last)
			}
			last = s
		}
		letters := func(s string) string { return strings.Join(strings.Fields(unmarked(s)), "") }
		composed := Compose(text, words, spans)
		shown := ""
		for _, c := range composed {
			shown += c.Text
			if c.End < c.Begin || width(c.Text) > whole+2 && len(c.Words) > 1 {
				t.Errorf("%d to %d: %q", c.Begin, c.End, c.Text)
			}
		}
		if placed && letters(shown) != letters(text) {
			t.Errorf("%q became %q", text, shown)
		}
		slices.Reverse(spans) // nonsense does no harm either
		Compose(text, words, spans)
	})
}
