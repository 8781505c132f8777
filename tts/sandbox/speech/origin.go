package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voicestudio/tts"
)

// rewriting is a text made from another that knows where its bytes come from,
// so that what is heard can be found in what was written.
type rewriting struct {
	text string
	from []int // offset in the other text, of every byte and of the end
}

// rewrite makes a text from s: step looks at the rest of s and says what
// stands for how many of its bytes.
func rewrite(s string, step func(rest string) (string, int)) rewriting {
	var b strings.Builder
	var from []int
	for at := 0; at < len(s); {
		put, size := step(s[at:])
		b.WriteString(put)
		for i := range len(put) {
			if len(put) == size {
				from = append(from, at+i)
			} else {
				from = append(from, at)
			}
		}
		at += size
	}
	return rewriting{b.String(), append(from, len(s))}
}

// tidy takes out what is not text: broken UTF-8, and control characters, which
// espeak-ng takes for commands.
func tidy(s string) rewriting {
	return rewrite(s, func(rest string) (string, int) {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case strings.HasPrefix(rest, "\r\n"):
			return "\n", 2
		case r == utf8.RuneError && size == 1, unicode.IsControl(r) && r != '\n':
			return " ", size
		}
		return rest[:size], size
	})
}

// substitute applies pronunciation_dict: "original/replacement" entries, the
// earlier first. One that is not of that form is left out, as the rules refuse
// it before.
func substitute(s string, d tts.PronunciationDict) rewriting {
	var pairs [][2]string
	for _, entry := range d.Tone {
		if original, replacement, found := strings.Cut(entry, "/"); found && original != "" {
			pairs = append(pairs, [2]string{original, replacement})
		}
	}
	return rewrite(s, func(rest string) (string, int) {
		for _, p := range pairs {
			if strings.HasPrefix(rest, p[0]) {
				return p[1], len(p[0])
			}
		}
		_, size := utf8.DecodeRuneInString(rest)
		return rest[:size], size
	})
}

// manuscript is a request's text on its way to the synthesizer: as written, and as
// pronounced after pronunciation_dict.
type manuscript struct {
	written    string
	tidied     rewriting
	pronounced rewriting
}

func newManuscript(r tts.Request) manuscript {
	m := manuscript{written: r.Text, tidied: tidy(r.Text)}
	m.pronounced = substitute(m.tidied.text, r.PronunciationDict)
	return m
}

// span says where a stretch of the pronounced text, in bytes, comes from.
func (m manuscript) span(begin, end int) Span {
	written := func(at int) int {
		return utf8.RuneCountInString(m.written[:m.tidied.from[m.pronounced.from[at]]])
	}
	return Span{
		Begin: written(begin), End: written(end),
		Pronounced: m.pronounced.text[begin:end], PronouncedBegin: utf8.RuneCountInString(m.pronounced.text[:begin]),
	}
}

// clause is a piece that was heard from one sample to another.
func (m manuscript) clause(p piece, from, to int64) Clause {
	c := Clause{Span: m.span(p.begin, p.end)}
	c.From, c.To = from, to
	var weights []float64
	total := 0.0
	for begin := p.begin; begin < p.end; {
		end := p.end
		if p.sound == "" {
			end = m.wordEnd(begin, p.end)
		}
		word := m.span(begin, end)
		weight := lengthOf(word.Pronounced)
		c.Words, weights = append(c.Words, word), append(weights, weight)
		total += weight
		begin = end
	}
	said := 0.0
	for i := range c.Words {
		at := func() int64 { return from + int64(float64(to-from)*said/max(total, 1)) }
		c.Words[i].From = at()
		said += weights[i]
		c.Words[i].To = at()
	}
	return c
}

// wordEnd is where the word ends that begins at a byte of the pronounced text.
// What replaces one original is one word, however many it has.
func (m manuscript) wordEnd(begin, limit int) int {
	text := m.pronounced.text
	kind := func(at int) int {
		r, _ := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsSpace(r):
			return 0
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			return -1 // a word of its own, with the signs behind it
		case isWord(r):
			return 1
		}
		return 2 // signs go with the word before them
	}
	before := kind(begin)
	end := begin
	for {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
		if end >= limit {
			return limit
		}
		now := kind(end)
		replaced := m.pronounced.from[end] == m.pronounced.from[end-1]
		joined := before == now && now != -1 || now == 2 && before != 0 || before == 2 && now == 1
		if !replaced && !joined {
			return end
		}
		before = now
	}
}

// lengthOf weighs a word by its letters; a syllable written as one sign is as
// long as two and a half.
func lengthOf(word string) (n float64) {
	for _, r := range word {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			n += 2.5
		case unicode.IsLetter(r):
			n++
		case unicode.IsNumber(r):
			n += 3
		}
	}
	return n
}
