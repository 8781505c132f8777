package lines

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// shown is how the tests write lines: ¶ opens a paragraph, a pause stands behind.
func shown(all []Line) (list []string) {
	for _, l := range all {
		s := l.Text
		if l.Opens {
			s = "¶ " + s
		}
		if l.Pause != nil {
			s += fmt.Sprintf(" [%g]", *l.Pause)
		}
		list = append(list, s)
	}
	return list
}

func expect(t *testing.T, got []Line, want ...string) {
	t.Helper()
	if is := shown(got); !slices.Equal(is, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(is, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestATextBecomesLines(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                 {},
		"Good morning.\nHow are you?":      {"¶ Good morning.", "How are you?"},
		"One.\r\n\r\n\r\n  Two. \n":        {"¶ One.", "¶ Two."},
		"Hello. <#0.6#>\n\nBye.":           {"¶ Hello. [0.6]", "¶ Bye."},
		"Hello.\n<#1#> Bye.":               {"¶ Hello. [1]", "Bye."},
		"Hello.\n<#1.5#>\nBye.":            {"¶ Hello. [1.5]", "Bye."},
		"A <#0.5#> B":                      {"¶ A <#0.5#> B"},
		"<#0.5#> first":                    {"¶ <#0.5#> first"},
		"One. <#0.2#>\n<#0.3#> Two.":       {"¶ One. [0.2]", "<#0.3#> Two."},
		"晚安。<#2#>\n谢谢大家。":                  {"¶ 晚安。 [2]", "谢谢大家。"},
		"\ufeff(laughs)\nNobody expected.": {"¶ (laughs)", "Nobody expected."},
	} {
		expect(t, Of(text), want...)
	}
}

func TestALineBecomesSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"Dr. Smith paid 3.50 dollars. He left at 5 p.m. on Monday!": {"¶ Dr. Smith paid 3.50 dollars.", "He left at 5 p.m. on Monday!"},
		`"Stop!" she said. "Now?" (laughs) Yes...`:                  {`¶ "Stop!" she said.`, `"Now?"`, "(laughs) Yes..."},
		"J. R. R. Tolkien wrote it, e.g. in Oxford. No. 5 is lost.": {"¶ J. R. R. Tolkien wrote it, e.g. in Oxford.", "No. 5 is lost."},
		"他来了。“真的吗？”她问！我不知道……也许吧。":                                   {"¶ 他来了。", "“真的吗？”", "她问！", "我不知道……也许吧。"},
		"One. <#0.5#> Two.":              {"¶ One. [0.5]", "Two."},
		"It was I. Then you came.":       {"¶ It was I.", "Then you came."},
		"No end here":                    {"¶ No end here"},
		"Really?! (sighs) !!! — And on.": {"¶ Really?!", "(sighs) !!! — And on."},
	} {
		expect(t, Sentences(Line{Text: text, Opens: true}), want...)
	}
	p := 0.7
	expect(t, Sentences(Line{Text: "One. Two.", Pause: &p}), "One.", "Two. [0.7]")
}

func TestLinesAreJoinedAndDivided(t *testing.T) {
	p := 0.4
	one, _ := Join(Line{Text: "Thank you,", Opens: true, Pause: &p}, Line{Text: "and good night."})
	expect(t, []Line{one}, "¶ Thank you, <#0.4#> and good night.")
	a, b, divided := Divide(one, strings.Index(one.Text, "and"))
	if !divided {
		t.Error("it is not divided again")
	}
	expect(t, []Line{a, b}, "¶ Thank you, [0.4]", "and good night.")
	one, _ = Join(Line{Text: "晚安，"}, Line{Text: "谢谢大家。"})
	expect(t, []Line{one}, "晚安，谢谢大家。")
	if _, _, divided := Divide(Line{Text: "Well <#1#>"}, 5); divided {
		t.Error("a line has nothing but a pause")
	}
	if _, _, divided := Divide(Line{Text: "晚安"}, 1); divided {
		t.Error("a letter was divided")
	}
	if _, joined := Join(Line{Text: strings.Repeat("字", Longest)}, Line{Text: "字"}); joined {
		t.Error("no host takes that")
	}
}

func TestALineThatNoHostTakesIsDivided(t *testing.T) {
	sentence := "The quick brown fox jumps over the lazy dog again. "
	for name, text := range map[string]string{
		"sentences": strings.Repeat(sentence, 500),
		"words":     strings.Repeat("word ", 5000),
		"one word":  strings.Repeat("x", 25000),
		"Chinese":   strings.Repeat("今天天气很好，", 4000),
	} {
		all := Fit(Line{Text: strings.TrimSpace(text), Opens: true})
		said := ""
		for i, l := range all {
			if n := utf8.RuneCountInString(l.Text); n > Longest || l.Opens != (i == 0) {
				t.Errorf("%s: line %d of %d", name, i, n)
			}
			said += l.Text
		}
		squeezed := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if squeezed(said) != squeezed(text) || len(all) > 4 {
			t.Errorf("%s: %d lines", name, len(all))
		}
	}
}

func TestFilesBecomeLines(t *testing.T) {
	wrapped := "It was the best of times, it was\nthe worst of times, it was the age\nof wisdom, it was the age of\nfoolishness, it was the epoch of\nbelief.\n\nIt was the season of Light.\n"
	for name, c := range map[string]struct {
		file, data string
		want       []string
	}{
		"plain":   {"a.txt", "Roses are red,\nviolets are blue.", []string{"¶ Roses are red,", "violets are blue."}},
		"wrapped": {"a.txt", wrapped, []string{"¶ It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, it was the epoch of belief.", "¶ It was the season of Light."}},
		"as long": {"a.txt", "One is a line of prompts.\nTwo is a line of prompts.\nSix is a line of prompts!\nTen is a line of prompts.\n“And a line of prompts.”\n", []string{"¶ One is a line of prompts.", "Two is a line of prompts.", "Six is a line of prompts!", "Ten is a line of prompts.", "“And a line of prompts.”"}},
		"UTF-16":  {"a.txt", "\xff\xfeH\x00i\x00", []string{"¶ Hi"}},
		"markdown": {"a.md", "---\ntitle: no\n---\n# The *big* day\n\nIt is [here](http://x.y) &amp; now\\!\nAnd `so` on.\n\n```go\ncode\n```\n\n- one\n- **two**\n\n![picture](a.png)\n\n> Quoted. <#0.5#>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", []string{
			"¶ The big day", "¶ It is here & now! And so on.", "¶ one", "two", "¶ Quoted. [0.5]", "¶ a, b", "1, 2"}},
		"markdown zh": {"a.md", "今天\n很好。\n", []string{"¶ 今天很好。"}},
		"srt":         {"a.srt", "1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i>\nthere.\n\n2\n00:00:02,100 --> 00:00:03,000\n- Bye.\n\n3\n00:00:09,000 --> 00:00:10,000\n{\\an8}晚安\n，谢谢\n", []string{"¶ Hello there.", "Bye.", "¶ 晚安，谢谢"}},
		"vtt":         {"a.vtt", "WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:02.000\n<v Anna>Hi.\n", []string{"¶ Hi."}},
		"srt by hand": {"a.srt", "1\n00:00:01,000 --> 00:00:02,000\nOne & two < 3.\n2\n00:00:02,000 --> 00:00:03,000\nAt once.\n \t\n3\n-00:00:04.000-->00:00:03,500\nNo blanks.\n", []string{"¶ One & two < 3.", "At once.", "No blanks."}},
		"vtt marks":   {"a.vtt", "WEBVTT\nKind: x\n\nNOTE\n00:00.000 --> 00:01.000\nNot said.\n\na\n00:01.000 --> 00:02.000 align:start\n<v Anna>Q&amp;A, <00:01.500><c>2 &lt; 3</c>\n", []string{"¶ Q&A, 2 < 3"}},
		"rules":       {"a.md", "---\n\nOne: a.\n\n---\n\nTwo.\n", []string{"¶ One: a.", "¶ Two."}},
		"TOML":        {"a.md", "+++\nt = 1\n+++\n\nOne.\n", []string{"¶ One."}},
		"line breaks": {"a.md", "One<br>two <b>three</b>.\n\n| a<br/>b | c |\n|---|---|\n", []string{"¶ One", "two three.", "¶ a b, c"}},
		"footnotes":   {"a.md", "One[^1] day.\n\n[^1]: Long ago.\n\nTwo.\n", []string{"¶ One day.", "¶ Two.", "¶ Long ago."}},
		"tabs":        {"a.tsv", "text\tpause\nHello, you\t0.5\n\"Two\ttabs\"\t\n", []string{"¶ Hello, you [0.5]", "Two tabs"}},
		"tabs UTF-16": {"a.csv", "\xff\xfei\x00d\x00\t\x00t\x00e\x00x\x00t\x00\r\x00\n\x001\x00\t\x00H\x00i\x00", []string{"¶ Hi"}},
		"csv":         {"a.csv", "id,text,pause\n1,\"Hello, you\",0.5\n2,,\n3,Bye,\n", []string{"¶ Hello, you [0.5]", "¶ Bye"}},
		"semicolons":  {"a.csv", "Text;Pause\nHallo, du;0,5\n", []string{"¶ Hallo, du [0.5]"}},
		"one column":  {"a.csv", "Hello\nBye\n", []string{"¶ Hello", "Bye"}},
	} {
		t.Run(name, func(t *testing.T) {
			all, err := Read(c.file, []byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			expect(t, all, c.want...)
		})
	}
}

func TestFilesThatAreNone(t *testing.T) {
	for name, c := range map[string]struct{ file, data, says string }{
		"empty":      {"a.txt", "", "nothing in the file"},
		"blank":      {"a.md", "\n \n---\n", "nothing in the file"},
		"no cue":     {"a.srt", "just words", "no subtitles"},
		"no column":  {"a.csv", "a,b\n1,2\n", "no column called text"},
		"quotes":     {"a.csv", "text\nok\n\"open\n", "row 3"},
		"not a text": {"a.txt", "\x00\x01", "text"},
	} {
		if _, err := Read(c.file, []byte(c.data)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLinesKeepWhatTheyWere(t *testing.T) {
	of := func(s string) (all []Line) {
		for _, text := range strings.Fields(s) {
			all = append(all, Line{Text: text})
		}
		return all
	}
	for _, c := range []struct {
		before, now string
		want        []int
	}{
		{"a b c", "a b c", []int{0, 1, 2}},
		{"a b c", "a X c", []int{0, 1, 2}},
		{"a b c", "a c", []int{0, 2}},
		{"a b c", "a b X c", []int{0, 1, -1, 2}},
		{"a b c d", "d a b c", []int{-1, 0, 1, 2}},
		{"a b c d", "a X Y d", []int{0, 1, 2, 3}},
		{"a b c d", "a X d", []int{0, -1, 3}},
		{"", "a", []int{-1}},
	} {
		if got := Follow(of(c.before), of(c.now)); !slices.Equal(got, c.want) {
			t.Errorf("%s → %s: %v, not %v", c.before, c.now, got, c.want)
		}
	}
}

func TestATextOfLinesIsTheSameLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`([a-zA-Z.,!?“”()]{1,6}|晚安。|<#0\.5#>|\(laughs\)|Dr\.|\n|\n\n)`)
		text := strings.Join(rapid.SliceOfN(word, 0, 30).Draw(t, "words"), " ")
		all := Of(text)
		if again := Of(Text(all)); !slices.Equal(shown(again), shown(all)) {
			t.Fatalf("%q\n%v\n%v", text, shown(all), shown(again))
		}
		letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
		for _, l := range all {
			said := ""
			parts := Sentences(l)
			for _, s := range parts {
				said += Text([]Line{s})
			}
			if letters(said) != letters(Text([]Line{l})) {
				t.Fatalf("%q became %q", l.Text, shown(parts))
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"a.md", "a.srt", "a.csv", "a.txt"} {
		f.Add(name, []byte("# One\n\n00:00:01,000 --> 00:00:02,000\ntext,pause\n\"Two\",1\n"))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		all, err := Read(name, data)
		if err == nil && len(all) == 0 {
			t.Error("no lines and no error")
		}
		for _, l := range all {
			if n := utf8.RuneCountInString(l.Text); n == 0 || n > Longest || strings.Contains(l.Text, "\n") {
				t.Errorf("a line of %d: %q", n, l.Text)
			}
		}
	})
}

func BenchmarkAChapter(b *testing.B) {
	text := strings.Repeat("The quick brown fox jumps over the lazy dog. It does so again!\n\n", 800)
	for b.Loop() {
		for _, l := range Of(text) {
			Sentences(l)
		}
	}
}

func TestAChapterInMarkdownIsFortyLinesWithoutItsMarks(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "chapter.md"))
	if err != nil {
		t.Fatal(err)
	}
	all, err := Read("chapter.md", data)
	if err != nil || len(all) != 40 {
		t.Fatalf("%d lines, %v", len(all), err)
	}
	for i, want := range map[int]string{0: "Chapter One: The Lamp in the Harbour", 11: "We waited. <#1.2#> The clock of St. Anne's struck ten, and then the half hour.", 16: "The Visitor", 17: "他穿着一件深色的长袍，手里提着一盏小灯。", 39: "I always wave."} {
		if all[i].Text != want || !all[i].Opens {
			t.Errorf("line %d: %+v", i+1, all[i])
		}
	}
	if n := len(Sentences(all[3-1])); n != 3 {
		t.Errorf("the third has %d sentences", n)
	}
}
