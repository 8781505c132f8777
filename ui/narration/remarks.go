package narration

import (
	"encoding/json"
	"slices"
	"unicode"

	"voicestudio/player/measure"
	"voicestudio/tts"
)

// Remark is what a listener would notice along a script.
type Remark struct {
	Line int // the line's place, from 0; of the whole, the first that it is about
	// Words say what it is of that line, "1.2 st higher than the rest", or of the
	// whole, "the script gets 0.9 st lower from line 1 to 40".
	Words string
	Whole bool
}

const (
	// shortMS is too little speech to say how a line sounds, in ms: a "Yes." is as
	// high as its question wants it.
	shortMS = 1000
	// fadesDB is where a voice is called fading, in dB, see measure's limits.
	fadesDB = -3.7
	// mostFade are so many lines that it is the voice that does.
	mostFade = 6
)

// Remarks tell which lines a listener would take for exceptions and where the script
// as a whole goes, from the measures of the takes that are in it; false where there
// are none. A line is compared with those that are wanted with the same settings and
// written in the same script, so that one with a speed of its own is not told as
// faster. They are in the order of the lines, those of the whole last.
func Remarks(rows []Row, measures func(i int) (measure.Measures, bool)) (all []Remark) {
	groups := map[string][]int{}
	sounds := make([]measure.Measures, len(rows))
	for i := range rows {
		m, known := measures(i)
		if rows[i].Take == nil || !known || m.SpeechMS == nil || *m.SpeechMS < shortMS {
			continue
		}
		if laughs(rows[i].Take.Request) { // which are no syllables
			m.RateSPS = nil
		}
		sounds[i] = m
		key := alike(&rows[i])
		groups[key] = append(groups[key], i)
	}
	var most []int // the largest group, which stands for the whole
	for _, group := range groups {
		if len(group) > len(most) || len(group) == len(most) && group[0] < most[0] {
			most = group
		}
		for n, i := range group {
			others := make([]measure.Measures, 0, len(group))
			for _, k := range slices.Concat(group[:n], group[n+1:]) {
				others = append(others, sounds[k])
			}
			if words := unlike(sounds[i], others); len(words) > 0 {
				all = append(all, Remark{Line: i, Words: tts.Listed(words...)})
			}
		}
	}
	slices.SortFunc(all, func(a, b Remark) int { return a.Line - b.Line })
	return append(all, along(most, sounds)...)
}

// laughs reports sounds that are no words.
func laughs(r tts.Request) bool {
	return slices.ContainsFunc(tts.Proofread(r.Text, r.Model).Marks, func(m tts.Mark) bool { return m.Kind == tts.SoundMark })
}

// alike is the same for lines that are to sound alike.
func alike(r *Row) string {
	wanted := wordless(r.Ask.Request)
	wanted.PronunciationDict.Tone = nil // of the words that the line has
	data, _ := json.Marshal(wanted)     // a request always has a JSON form
	return writing(r.Text) + string(data)
}

// writing is the script that most letters of a text are of, as far as it tells
// languages apart whose syllables are not alike.
func writing(text string) string {
	count := map[string]int{}
	most := ""
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		name := "alphabet"
		for _, of := range []string{"Han", "Hiragana", "Katakana", "Hangul", "Thai", "Arabic"} {
			if unicode.Is(unicode.Scripts[of], r) {
				name = of
			}
		}
		if count[name]++; count[name] > count[most] {
			most = name
		}
	}
	return most
}

// unlike says in what a sound is an exception.
func unlike(m measure.Measures, others []measure.Measures) (words []string) {
	var than []string
	for _, d := range measure.Unlike(m, others) {
		switch {
		case d.Measure != "fade_db":
			than = append(than, d.Words)
		case *m.FadeDB <= fadesDB:
			words = append(words, say.remarks.fades(-*m.FadeDB))
		}
	}
	if len(than) > 0 {
		words = append([]string{say.remarks.unlike(tts.Listed(than...))}, words...)
	}
	return words
}

// along says where lines that are to sound alike go, one after the other.
func along(lines []int, sounds []measure.Measures) (all []Remark) {
	if len(lines) == 0 {
		return nil
	}
	at, in := make([]float64, len(lines)), make([]measure.Measures, len(lines))
	var fades []float64
	for n, i := range lines {
		at[n], in[n] = float64(i), sounds[i]
		if db := sounds[i].FadeDB; db != nil {
			fades = append(fades, *db)
		}
	}
	first, last := lines[0], lines[len(lines)-1]
	for _, d := range measure.Trend(at, in) {
		all = append(all, Remark{Line: first, Whole: true, Words: say.remarks.trend(d.Words, first+1, last+1)})
	}
	slices.Sort(fades)
	if n := len(fades); n >= mostFade && fades[n/2] <= fadesDB {
		all = append(all, Remark{Line: first, Whole: true, Words: say.remarks.mostFade(-fades[n/2])})
	}
	return all
}
