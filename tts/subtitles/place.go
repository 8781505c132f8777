package subtitles

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"voicestudio/tts"
	"voicestudio/tts/lines"
)

// Span is when a word is heard, from the beginning of the audio. It may be empty.
type Span struct{ Begin, End time.Duration }

// leastFound is the least part of a text's letters that its subtitles must have, in
// the same order, to be about it at all.
const leastFound = 0.6

// Place says when each word of a text (lines.Words) is heard, by a host's subtitles:
// by the times of their words where they have any, however they divide, write or
// leave out words; else within each sentence by what the words weigh. The spans are
// in order; what stands otherwise in the subtitles, such as a number, lies between
// what is around it. It is false where they are not those of the text.
func Place(text string, words []lines.Word, cues []Cue) (spans []Span, placed bool) {
	written, heard := writtenLetters(text, words), heardLetters(cues)
	pairs := pair(written, heard)
	if !enough(written, pairs) {
		return nil, false
	}
	times := timesOf(written, heard, pairs)
	spans = make([]Span, len(words))
	for i, l := range written {
		s := &spans[l.word]
		if i == 0 || written[i-1].word != l.word {
			s.Begin = milliseconds64(times[i].begin)
		}
		s.End = milliseconds64(times[i].end)
	}
	return spans, true
}

// Worded reports that subtitles have the times of words. By those of sentences alone
// a word is found less exactly than from the sound: 90 ms off against 20, where a
// sentence has no pause in it.
func Worded(cues []Cue) bool {
	return slices.ContainsFunc(cues, func(c Cue) bool { return len(c.Words) > 0 })
}

func milliseconds64(ms float64) time.Duration { return time.Duration(ms * float64(time.Millisecond)) }

// letter is one that is heard, and when, in ms.
type letter struct {
	rune
	begin, end float64
}

// writtenLetter is one of a text; weight is its part of its word's.
type writtenLetter struct {
	rune
	word   int
	weight float64
}

// unwritten stands for a word without letters, such as &, which nothing is equal to.
const unwritten = 0

func writtenLetters(text string, words []lines.Word) (all []writtenLetter) {
	for i, w := range words {
		letters := lettersOf(text[w.From:w.To])
		if len(letters) == 0 {
			letters = []rune{unwritten}
		}
		for _, r := range letters {
			all = append(all, writtenLetter{r, i, w.Weight / float64(len(letters))})
		}
	}
	return all
}

// lettersOf are the letters and figures of a text, in the form in which those that
// mean the same are equal.
func lettersOf(text string) (letters []rune) {
	for _, r := range norm.NFKC.String(strings.ToLower(text)) {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			letters = append(letters, r)
		}
	}
	return letters
}

// heardLetters are those of subtitles, in order of time.
func heardLetters(cues []Cue) (all []letter) {
	at := 0.0
	add := func(text string, begin, end float64) {
		letters := lettersOf(text)
		begin = max(begin, at)
		end = max(end, begin)
		for i, r := range letters {
			part := func(i int) float64 { return begin + (end-begin)*float64(i)/float64(len(letters)) }
			all = append(all, letter{r, part(i), part(i + 1)})
		}
		if len(letters) > 0 {
			at = end
		}
	}
	for _, c := range cues {
		whole := ""
		for _, w := range c.Words {
			whole += w.Text
		}
		if len(lettersOf(whole)) == 0 {
			sentence(c, add)
			continue
		}
		for _, w := range c.Words {
			add(w.Text, float64(w.Begin), float64(w.End))
		}
	}
	return all
}

// unmarked has blanks in the place of sound tags and pauses.
func unmarked(text string) string {
	b := []byte(text)
	for _, m := range tts.Proofread(text, "").Marks {
		for i := m.From; m.Kind != tts.WrongMark && i < m.To; i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

// sentence adds the words of a cue that has no times of them.
func sentence(c Cue, add func(text string, begin, end float64)) {
	words := lines.Words(c.Text)
	weights, rests := 0.0, 0.0 // rests in ms
	for i, w := range words {
		weights += w.Weight
		if i < len(words)-1 {
			rests += 1000 * w.Break
		}
	}
	length := float64(max(0, c.End-c.Begin))
	shrink := 1.0 // of the rests, which are never more than a half
	if rests > length/2 {
		shrink = length / 2 / rests
	}
	ms := (length - shrink*rests) / weights
	at := float64(c.Begin)
	for _, w := range words {
		add(c.Text[w.From:w.To], at, at+ms*w.Weight)
		at += ms*w.Weight + shrink*1000*w.Break
	}
}

// enough reports that subtitles are those of a text. Figures do not count beside
// letters, since hosts write them as words.
func enough(written []writtenLetter, pairs []int) bool {
	var all, found [2]int
	for i, l := range written {
		kind := 0
		if unicode.IsNumber(l.rune) || l.rune == unwritten {
			kind = 1
		}
		if all[kind]++; pairs[i] >= 0 {
			found[kind]++
		}
	}
	kind := 0
	if all[0] == 0 {
		kind = 1
	}
	return found[kind] > 0 && float64(found[kind]) >= leastFound*float64(all[kind])
}

// timesOf are those of the letters of a text: of each that is paired the other's, of
// those between by their weights what is between.
func timesOf(written []writtenLetter, heard []letter, pairs []int) []letter {
	times := make([]letter, len(written))
	for i := 0; i < len(written); {
		if pairs[i] >= 0 {
			times[i] = heard[pairs[i]]
			i++
			continue
		}
		const least = 1e-9 // words that weigh nothing have no time
		end, total := i, 0.0
		for end < len(written) && pairs[end] < 0 {
			total += written[end].weight
			end++
		}
		first, next := 0, len(heard) // of what is heard between
		if i > 0 {
			first = pairs[i-1] + 1
		}
		if end < len(written) {
			next = pairs[end]
		}
		from, to := between(heard, first, next)
		sum := 0.0
		for ; i < end; i++ {
			times[i].begin = from + (to-from)*sum/max(total, least)
			sum += written[i].weight
			times[i].end = from + (to-from)*min(1, sum/max(total, least))
		}
	}
	return times
}

// between is when the letters from first to next are heard, or what lies between
// their neighbours where there are none.
func between(heard []letter, first, next int) (from, to float64) {
	switch {
	case first < next:
		return heard[first].begin, heard[next-1].end
	case first == 0:
		return heard[0].begin, heard[0].begin
	case next == len(heard):
		return heard[next-1].end, heard[next-1].end
	}
	return heard[first-1].end, heard[next].begin
}
