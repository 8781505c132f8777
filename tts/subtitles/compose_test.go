package subtitles

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"voicestudio/tts/lines"
)

// evenly are the words of a text and spans for them, 150 ms for what weighs 1 and
// the breaks of the text.
func evenly(text string) (words []lines.Word, spans []Span) {
	words = lines.Words(text)
	at := 200 * time.Millisecond
	for _, w := range words {
		end := at + time.Duration(w.Weight*150)*time.Millisecond
		spans = append(spans, Span{at, end})
		at = end + time.Duration(w.Break*float64(time.Second))
	}
	return words, spans
}

// cuesOf are the texts of the cues of a text, their rows divided by a /.
func cuesOf(text string) (list []string) {
	words, spans := evenly(text)
	for _, c := range Compose(text, words, spans) {
		list = append(list, strings.ReplaceAll(c.Text, "\n", "/"))
	}
	return list
}

func TestSubtitlesWithoutSoundsAndPauses(t *testing.T) {
	for text, want := range map[string]string{
		"(laughs) Nobody expected that at all. (sighs)": "Nobody expected that at all.",
		"Well <#0.5#>, yes (breath) and no.":            "Well, yes and no.",
		"“Stop!” (gasps) “Now,” she said – twice.":      "“Stop!” “Now,” she said – twice.",
		"晚安，<#0.4#>谢谢大家。(laughs)":                       "晚安，谢谢大家。",
		"(laughs)": "",
		"The chapter begins on a cold morning in the harbour of a small town, where an old keeper counts his lamps. He has eleven of them. One is missing, and he knows who took it; yet he waits until the fog has gone before he walks down to the water.": "The chapter begins on a cold morning/in the harbour of a small town,|where an old keeper counts his lamps.|He has eleven of them.|One is missing, and he knows who took it;|yet he waits until the fog has gone/before he walks down to the water.",
		"那天早上港口很安静，两只海鸥站在墙上，望着一艘多年无人修理的小船，老看守人提着还在燃烧的灯，慢慢走下了长长的石阶。":                                                                                                                                                                                          "那天早上港口很安静，/两只海鸥站在墙上，|望着一艘多年无人修理的小船，|老看守人提着还在燃烧的灯，/慢慢走下了长长的石阶。",
	} {
		if is := strings.Join(cuesOf(text), "|"); is != want {
			t.Errorf("%s\n got %s\nwant %s", text, is, want)
		}
	}
}

func TestNoCueIsTooLongAndTheirTimesAreThoseOfTheWords(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("and so they went on without an end ", 40),
		strings.Repeat("海鸥站在墙上望着小船", 30),
		"See " + strings.Repeat("Donaudampfschifffahrtsgesellschaft", 4) + " now. " + strings.Repeat("Yes. No. ", 20),
	} {
		words, spans := evenly(text)
		cues := Compose(text, words, spans)
		if cues[0].Begin != 200 || cues[len(cues)-1].End != spans[len(spans)-1].End.Milliseconds() {
			t.Errorf("%v to %v", cues[0].Begin, cues[len(cues)-1].End)
		}
		said := 0
		for i, c := range cues {
			for shown := range strings.SplitSeq(c.Text, "\n") {
				if width(shown) > row+1 && len(strings.Fields(shown)) > 1 {
					t.Errorf("%.0f columns: %s", width(shown), shown)
				}
			}
			if c.Words[0].Begin != c.Begin || c.Words[len(c.Words)-1].End != c.End || i > 0 && c.Begin < cues[i-1].End {
				t.Errorf("%+v", c)
			}
			said += len(c.Words)
		}
		if said != len(words) {
			t.Errorf("%d words of %d", said, len(words))
		}
	}
}

func TestCuesOfALineStandWhereItIsInTheWhole(t *testing.T) {
	text := "One two. <#1#>Three."
	words, spans := evenly(text)
	cues := Shift(Compose(text, words, spans), 10*time.Second)
	var b bytes.Buffer
	Write(&b, VTT, cues)
	want := "WEBVTT\n\n00:00:10.200 --> 00:00:10.470\nOne <00:00:10.320>two.\n\n00:00:11.470 --> 00:00:11.680\nThree.\n\n"
	if b.String() != want {
		t.Errorf("%s", b.String())
	}
	if back := Shift(cues, -11*time.Second); back[0].Begin != 0 || back[0].Words[1].Begin != 0 || cues[0].Begin != 10200 {
		t.Errorf("%+v", back)
	}
}
