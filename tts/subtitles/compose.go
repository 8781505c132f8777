package subtitles

import (
	"math"
	"strings"
	"time"
	"unicode"

	"voicestudio/tts/lines"
)

// The most that is shown at a time, in columns: two rows of 42 Latin letters, or of
// 16 characters of Chinese, which subtitles in those languages keep to.
const (
	row     = 42.0
	whole   = 2 * row
	wideRow = 16.0
)

// What makes a good cue, as costs: each cue; an end within a sentence, or within a
// clause; a sentence that ends inside it, and each second of silence; each second
// less than short; a cue that is nearly empty.
const (
	perCue       = 1.0
	afterClause  = 0.6
	afterWord    = 4.0
	endInside    = 0.9
	silentInside = 3.0
	short        = 1.0
	hollow       = 0.3
)

// Compose makes the cues of a text from its words (lines.Words) and when each is
// heard: without sound tags and pauses, in two rows at most, cut at the ends of
// sentences and clauses. The first begins with the first word and the last ends with
// the last. There are none without a word, or where words and spans are not as many.
func Compose(text string, words []lines.Word, spans []Span) []Cue {
	if len(words) == 0 || len(words) != len(spans) {
		return nil
	}
	pieces := piecesOf(text, words)
	var cues []Cue
	for _, c := range cuts(pieces, words, spans) {
		cues = append(cues, cueOf(pieces[c[0]:c[1]], spans[c[0]:c[1]]))
	}
	return cues
}

// piece is a word with the signs that belong to it and the blank behind it.
type piece struct {
	text  string
	width float64
}

// piecesOf divides a text into its words, each with what is written before and
// behind it.
func piecesOf(text string, words []lines.Word) []piece {
	plain := unmarked(text)
	pieces := make([]piece, len(words))
	from := 0
	for i := range words {
		to := len(text)
		if i+1 < len(words) {
			to = words[i].To + boundary(plain[words[i].To:words[i+1].From])
		}
		pieces[i].text = tidied(plain[from:to], text[from:to] != plain[from:to])
		if i == 0 {
			pieces[i].text = strings.TrimLeft(pieces[i].text, " ")
		}
		pieces[i].width = width(pieces[i].text)
		from = to
	}
	return pieces
}

// boundary is where what is between two words goes from the one to the other: behind
// the last blank, else before the quote or bracket that opens.
func boundary(between string) int {
	if at := strings.LastIndexFunc(between, unicode.IsSpace); at >= 0 {
		for at++; at < len(between) && between[at] >= 0x80 && between[at] < 0xc0; at++ { // a blank of several bytes
		}
		return at
	}
	return len(strings.TrimRightFunc(between, func(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }))
}

// tidied has one blank for several, and where a mark was taken away none before a
// sign or behind what is written without them.
func tidied(text string, marked bool) string {
	var b strings.Builder
	blank, last := false, rune(0)
	space := func(sign bool) {
		if blank && !(marked && (sign || wide(last) && !unicode.Is(unicode.Hangul, last))) {
			b.WriteByte(' ')
		}
		blank = false
	}
	for _, r := range text {
		if unicode.IsSpace(r) {
			blank = true
			continue
		}
		space(strings.ContainsRune(",.;:!?", r))
		b.WriteRune(r)
		last = r
	}
	space(false)
	return b.String()
}

// width in columns; a wide character is as much as a sixteenth of a row.
func width(text string) (columns float64) {
	for _, r := range text {
		switch {
		case wide(r):
			columns += row / wideRow
		case !unicode.IsMark(r):
			columns++
		}
	}
	return columns
}

func wide(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}

// cuts are the words of each cue, from the first to the one behind the last, so that
// all together cost least.
func cuts(pieces []piece, words []lines.Word, spans []Span) (list [][2]int) {
	n := len(pieces)
	least, from := make([]float64, n+1), make([]int, n+1)
	for end := 1; end <= n; end++ {
		least[end] = math.Inf(1)
		columns, inside := 0.0, 0.0
		for begin := end - 1; begin >= 0; begin-- {
			columns += pieces[begin].width
			if begin < end-1 {
				if columns > whole+1 || columns > whole && !strings.HasSuffix(pieces[end-1].text, " ") {
					break
				}
				inside += within(words[begin], spans[begin], spans[begin+1])
			}
			cost := least[begin] + perCue + inside + hollow*square(1-columns/whole)
			cost += max(0, short-(spans[end-1].End-spans[begin].Begin).Seconds())
			if end < n {
				cost += cutCost(words[end-1])
			}
			if cost < least[end] {
				least[end], from[end] = cost, begin
			}
		}
	}
	for end := n; end > 0; end = from[end] {
		list = append([][2]int{{from[end], end}}, list...)
	}
	return list
}

func square(v float64) float64 { return v * v }

func within(w lines.Word, span, next Span) (cost float64) {
	if w.Break >= lines.SentenceBreak {
		cost = endInside
	}
	return cost + silentInside*min(2, max(0, (next.Begin-span.End-time.Second/5).Seconds()))
}

func cutCost(w lines.Word) float64 {
	switch {
	case w.Break >= lines.SentenceBreak:
		return 0
	case w.Break > 0:
		return afterClause
	}
	return afterWord
}

// cueOf is a cue of some words, with a line break in its middle where it needs two
// rows.
func cueOf(pieces []piece, spans []Span) Cue {
	c := Cue{Begin: spans[0].Begin.Milliseconds(), End: spans[len(spans)-1].End.Milliseconds()}
	breaks := middle(pieces)
	var text strings.Builder
	for i, p := range pieces {
		said := p.text
		if i == breaks || i == len(pieces)-1 {
			said = strings.TrimRight(said, " ")
		}
		if i == breaks {
			said += "\n"
		}
		text.WriteString(said)
		c.Words = append(c.Words, Word{said, spans[i].Begin.Milliseconds(), spans[i].End.Milliseconds()})
	}
	c.Text = text.String()
	return c
}

// middle is the piece behind which the second row begins, where the first is nearest
// to a half and signs are preferred; -1 where one row is enough.
func middle(pieces []piece) (at int) {
	total := -1.0 // the last blank is not shown
	for _, p := range pieces {
		total += p.width
	}
	if at = -1; total <= row {
		return at
	}
	sum, least := 0.0, math.Inf(1)
	for i, p := range pieces[:len(pieces)-1] {
		sum += p.width
		off := math.Abs(sum - total/2)
		if text := strings.TrimRight(p.text, " "); strings.ContainsRune(",;:.!?，、；：。！？—", lastOf(text)) {
			off -= row / 3
		}
		if sum > row+1 || total-sum > row {
			off += whole
		}
		if off < least {
			at, least = i, off
		}
	}
	return at
}

func lastOf(text string) (last rune) {
	for _, r := range text {
		last = r
	}
	return last
}
