package sandbox

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// longestTitle is the number of code points in an entry.
const longestTitle = 50

// title is one entry of a subtitle file: a sentence, or what of it fits. Times
// are milliseconds, places are code points in the text as written and as
// pronounced.
type title struct {
	Text               string  `json:"text"`
	PronounceText      string  `json:"pronounce_text"`
	TimeBegin          float64 `json:"time_begin"`
	TimeEnd            float64 `json:"time_end"`
	TextBegin          int     `json:"text_begin"`
	TextEnd            int     `json:"text_end"`
	PronounceTextBegin int     `json:"pronounce_text_begin"`
	PronounceTextEnd   int     `json:"pronounce_text_end"`
	IsFinalSegment     bool    `json:"is_final_segment"`
	TimestampedWords   []word  `json:"timestamped_words,omitempty"`
}

type word struct {
	Word               string  `json:"word"`
	WordBegin          int     `json:"word_begin"`
	WordEnd            int     `json:"word_end"`
	PronounceWord      string  `json:"pronounce_word"`
	PronounceWordBegin int     `json:"pronounce_word_begin"`
	PronounceWordEnd   int     `json:"pronounce_word_end"`
	TimeBegin          float64 `json:"time_begin"`
	TimeEnd            float64 `json:"time_end"`
}

// titles are the subtitles of a speech.
func titles(r tts.Request, made speech.Result) []title {
	t := typesetter{written: []rune(r.Text), length: made.Samples, rate: float64(made.SampleRate), words: r.SubtitleType == "word" || r.SubtitleType == "word_streaming"}
	for i, c := range made.Clauses {
		until := len(t.written)
		if i+1 < len(made.Clauses) {
			until = made.Clauses[i+1].Begin
		}
		t.follow(&c, until)
		// A pause that was asked for is not part of an entry.
		if t.last() != nil && strings.TrimSpace(string(t.written[t.last().End:c.Begin])) != "" || !t.fits(c.End) {
			t.end()
		}
		for _, w := range c.Words {
			if !t.fits(w.End) {
				t.end()
			}
			t.add(w)
		}
		if endsSentence(c.Pronounced) {
			t.end()
		}
	}
	t.end()
	if n := len(t.list); n > 0 {
		t.list[n-1].IsFinalSegment = true
	}
	if t.list == nil {
		return []title{}
	}
	return t.list
}

type typesetter struct {
	written []rune
	length  int64 // samples of the whole
	rate    float64
	words   bool
	line    []speech.Span
	list    []title
}

func (t *typesetter) last() *speech.Span {
	if len(t.line) == 0 {
		return nil
	}
	return &t.line[len(t.line)-1]
}

// fits reports whether the entry may reach to a place in the text.
func (t *typesetter) fits(end int) bool {
	return len(t.line) == 0 || end-t.line[0].Begin <= longestTitle
}

// follow adds the punctuation after a clause to it, such as the full stop
// after a sound.
func (t *typesetter) follow(c *speech.Clause, until int) {
	end := c.End
	for end < until && unicode.IsPunct(t.written[end]) {
		end++
	}
	signs := string(t.written[c.End:end])
	c.Pronounced += signs
	c.Words = slices.Clone(c.Words)
	last := &c.Words[len(c.Words)-1]
	last.Pronounced += signs
	c.End, last.End = end, end
}

// add adds a word; one that is too long for any entry is cut.
func (t *typesetter) add(w speech.Span) {
	for len(t.line) == 0 && w.End-w.Begin > longestTitle {
		share := float64(longestTitle) / float64(w.End-w.Begin)
		head := w
		head.End = w.Begin + longestTitle
		head.To = w.From + int64(share*float64(w.To-w.From))
		pronounced := []rune(w.Pronounced)
		cut := int(share * float64(len(pronounced)))
		head.Pronounced, w.Pronounced = string(pronounced[:cut]), string(pronounced[cut:])
		w.Begin, w.From, w.PronouncedBegin = head.End, head.To, w.PronouncedBegin+cut
		t.line = append(t.line, head)
		t.end()
	}
	if len(t.line) > 0 || strings.TrimSpace(w.Pronounced) != "" {
		t.line = append(t.line, w)
	}
}

func (t *typesetter) end() {
	for t.last() != nil && strings.TrimSpace(t.last().Pronounced) == "" {
		t.line = t.line[:len(t.line)-1]
	}
	if len(t.line) == 0 {
		return
	}
	first, last := t.line[0], *t.last()
	one := title{
		Text:      string(t.written[first.Begin:last.End]),
		TimeBegin: t.ms(first.From), TimeEnd: t.ms(last.To),
		TextBegin: first.Begin, TextEnd: last.End,
		PronounceTextBegin: first.PronouncedBegin,
	}
	for _, w := range t.line {
		one.PronounceText += w.Pronounced
		if t.words {
			one.TimestampedWords = append(one.TimestampedWords, word{
				string(t.written[w.Begin:w.End]), w.Begin, w.End,
				w.Pronounced, w.PronouncedBegin, w.PronouncedBegin + utf8.RuneCountInString(w.Pronounced),
				t.ms(w.From), t.ms(w.To),
			})
		}
	}
	one.PronounceTextEnd = one.PronounceTextBegin + utf8.RuneCountInString(one.PronounceText)
	t.list = append(t.list, one)
	t.line = nil
}

// ms is a place in the audio; the last clause's silence may have been cut.
func (t *typesetter) ms(samples int64) float64 {
	return float64(min(samples, t.length)) * 1000 / t.rate
}

func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \t\"'”’)）」』"))
	return strings.ContainsRune(".。｡!！?？؟।\n…", r)
}
