package narration

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/sandbox"
	"voicestudio/ui/session"
)

func TestTheWordThatSoundsIsFoundByTheHostOrByAnEstimate(t *testing.T) {
	s := session.New(session.Config{Takes: filepath.Join(t.TempDir(), "takes")})
	defer s.Close()
	w := work("Nobody was waiting (laughs), or so it seemed to the 3 of them.", "雾还没有散，钟声响了三下。", "(laughs)")
	w.Request.SubtitleEnable, w.Request.SubtitleType = new(true), "word"
	made(t, s, &w, session.OnlyFree, nil, Jobs(look(t, s, &w), false)...)
	rows := look(t, s, &w)
	for i := range rows[:2] {
		take := *rows[i].Take
		said, err := SpokenIn(t.Context(), take)
		if err != nil || said.Estimated || len(said.Spans) != len(said.Words) || len(said.Words) < 11 {
			t.Fatalf("line %d: %+v %v", i+1, said, err)
		}
		for name, spoil := range map[string]func(){
			"of something else": func() { take.Subtitles[0].Text, take.Subtitles[0].Words = "Something quite different.", nil },
			"too late": func() {
				last := &take.Subtitles[len(take.Subtitles)-1]
				last.End, last.Words = last.End+60000, slices.Clone(last.Words)
				for k := range last.Words {
					last.Words[k].End += 60000
				}
			},
			"of sentences": func() {
				for k := range take.Subtitles {
					take.Subtitles[k].Words = nil
				}
			},
			"none": func() { take.Subtitles = nil },
		} {
			take.Subtitles = slices.Clone(rows[i].Take.Subtitles)
			spoil()
			guess, err := SpokenIn(t.Context(), take)
			if err != nil || !guess.Estimated || len(guess.Spans) != len(said.Spans) {
				t.Fatalf("line %d, subtitles %s: %+v %v", i+1, name, guess, err)
			}
			var off []time.Duration
			for k := range said.Spans {
				off = append(off, (guess.Spans[k].Begin - said.Spans[k].Begin).Abs())
			}
			if slices.Sort(off); off[len(off)/2] > 100*time.Millisecond {
				t.Errorf("line %d: the estimate is %v off", i+1, off)
			}
		}
		k := said.Find(strings.Index(said.Text, map[int]string{0: "seemed", 1: "钟"}[i]))
		if word := said.Words[k]; !strings.HasPrefix(said.Text[word.From:], map[int]string{0: "seemed", 1: "钟"}[i]) || said.At(said.Spans[k].Begin) != k || said.At(said.Spans[k+1].Begin-1) != k {
			t.Errorf("line %d: word %d of %+v", i+1, k, said)
		}
		if said.At(0) != -1 && said.Spans[0].Begin > 0 || said.At(time.Hour) != len(said.Words)-1 || said.Find(len(said.Text)) != -1 {
			t.Errorf("line %d: at the ends %d, %d, %d", i+1, said.At(0), said.At(time.Hour), said.Find(len(said.Text)))
		}
	}
	laugh, err := SpokenIn(t.Context(), *rows[2].Take)
	if err != nil || len(laugh.Spans) != 0 || laugh.At(time.Second) != -1 || laugh.Find(0) != -1 {
		t.Errorf("a laugh: %+v %v", laugh, err)
	}
	gone := *rows[0].Take
	gone.File = gone.File + ".gone"
	for k := range gone.Subtitles {
		gone.Subtitles[k].Words = nil
	}
	if said, err := SpokenIn(t.Context(), gone); err != nil || !said.Estimated || len(said.Spans) == 0 {
		t.Errorf("by sentences alone: %+v %v", said, err)
	}
	gone.Subtitles = nil
	if _, err := SpokenIn(t.Context(), gone); tts.AsError(err, "") == nil {
		t.Errorf("without audio: %v", err)
	}
	// What is not known of a line is shown with all of it.
	places := []Place{{Line: 0, Begin: time.Second, End: 3 * time.Second, From: 100 * time.Millisecond}, {Line: 2, Begin: 4 * time.Second, End: 5 * time.Second}}
	cues := Titles(places, rows, func(int) (Spoken, bool) { return Spoken{}, false })
	if len(cues) != 1 || cues[0].Begin != 1000 || cues[0].End != 3000 || cues[0].Text != "Nobody was waiting,\nor so it seemed to the 3 of them." {
		t.Errorf("%+v", cues)
	}
}

func TestWhatAWordThatIsPutRightMakesStaleIsToldWithItsPrice(t *testing.T) {
	s := serving(t, t.TempDir(), sandbox.Config{}, nil)
	w := work("The GTC is near.", "Nothing here.", "Come to the GTC!", "Another line.", "The gtc, again.")
	w.Request.PronunciationDict.Tone = []string{"near/nia"}
	w.Script = w.SetOwn(2, script.Own{Set: tts.Request{PronunciationDict: tts.PronunciationDict{Tone: []string{"GTC/old"}}}})
	jobs := Jobs(look(t, s, &w), false)
	made(t, s, &w, session.WithinCap, nil, slices.Delete(jobs, 3, 4)...) // one was due before
	right, err := Pronounced(w, " GTC", "G T C ")
	if err != nil || !slices.Equal(right.Request.PronunciationDict.Tone, []string{"near/nia", "GTC/G T C"}) || len(w.Request.PronunciationDict.Tone) != 1 {
		t.Fatalf("%v %v", right.Request.PronunciationDict, err)
	}
	other := w
	other.Script, _ = w.Replace("here", "there")
	same, _ := Pronounced(w, "nowhere", "x")
	for name, c := range map[string]struct {
		after Work
		lines []int
		words int // characters
	}{
		"a word of the dictionary":   {right, []int{0, 2, 4}, 16 + 16 + 15},
		"other words in their place": {other, []int{1}, 14},
		"a word that is in no line":  {same, nil, 0},
		"nothing":                    {w, nil, 0},
	} {
		lines, bill, err := Consequences(t.Context(), s, w, c.after)
		if err != nil || !slices.Equal(lines, c.lines) || bill.Lines != len(c.lines) || bill.Characters != c.words || (bill.Price == nil) != (c.words == 0) {
			t.Errorf("%s: %v, %+v, %v", name, lines, bill, err)
		}
	}
	for _, entry := range [][2]string{{"", "x"}, {"x", " "}, {"a/b", "c"}} {
		if _, err := Pronounced(w, entry[0], entry[1]); tts.AsError(err, "") == nil || tts.AsError(err, "").Field != Dictionary {
			t.Errorf("%v: %v", entry, err)
		}
	}
}
