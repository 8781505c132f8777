package lines

import (
	"fmt"
	"strings"
	"testing"
)

// pointed is how the tests write words: / ends a clause, // a sentence, [1.5] is a
// pause, + a sound; sounds before the first word stand before it.
func pointed(text string) (list []string) {
	for _, w := range Words(text) {
		s := strings.Repeat("+", w.Lead) + text[w.From:w.To]
		switch w.Break {
		case 0:
		case ClauseBreak:
			s += "/"
		case SentenceBreak:
			s += "//"
		default:
			s += fmt.Sprintf("[%g]", w.Break)
		}
		list = append(list, s+strings.Repeat("+", w.Sounds))
	}
	return list
}

func TestTheWordsThatCanBePointedAt(t *testing.T) {
	for text, want := range map[string]string{
		"Our Q3 revenue was 1,248,300 dollars, up 14.5%.":                "Our Q3 revenue was 1,248,300 dollars/ up 14.5%//",
		"Dr. Smith's well-known e-mail: $3.50 — AT&T, 5 p.m. on Monday!": "Dr Smith's well known e mail/ $3.50/ AT & T/ 5 p.m on Monday//",
		`(laughs) "Nobody," he said. (coughs)(sighs)`:                    "+Nobody/ he said//++",
		"One.<#1.5#>Two (breath) three, <#0.8#> (pant) four":             "One[1.5] Two+ three[0.8]+ four",
		"他说：“好吧。”<#0.5#>2026年，AI很棒！(laughs)":                             "他 说/ 好 吧[0.5] 2026 年/ AI 很 棒//+",
		"こんにちは、東京タワーへいらっしゃい":                                             "こ ん に ち は/ 東 京 タワー へ い らっ しゃ い",
		"One two... three - four; don’t":                                 "One two/ three/ four/ don’t",
		"😀 yes 👍  no":                                                    "yes no",
		"<#1#> (laughs)":                                                 "",
		"":                                                               "",
	} {
		if is := strings.Join(pointed(text), " "); is != want {
			t.Errorf("%s\n got %s\nwant %s", text, is, want)
		}
	}
}

func TestALongerWordWeighsMore(t *testing.T) {
	for _, order := range []string{
		"a the that strength",
		"1 7 17 77 1984 177 1,248,300",
		"5 5% 5.5%",
		"mad banana",
		"nasa GTC",
		"字 7字 12字",
	} {
		last := 0.0
		for word := range strings.FieldsSeq(order) {
			weight := 0.0
			for _, w := range Words("so it is: " + word) {
				weight += w.Weight
			}
			if weight <= last {
				t.Errorf("%s: %s weighs %.1f, the one before %.1f", order, word, weight, last)
			}
			last = weight
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("Dr. Smith paid $3.50 (laughs), 14.5% — 他说：“好吧。”<#0.5#>らっしゃ ’n’ ٣٤٥ (chu3)")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for i, w := range Words(text) {
			if w.From < at || w.To <= w.From || w.To > len(text) || !(w.Weight > 0) || w.Break < 0 || w.Lead > 0 && i > 0 {
				t.Errorf("%+v behind %d in %q", w, at, text)
			}
			at = w.To
		}
	})
}
