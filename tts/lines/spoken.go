package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	uax29 "github.com/clipperhouse/uax29/v2/words"

	"voicestudio/tts"
)

// Word is what one can point at in a text and hear: a word by Unicode's rules
// (UAX 29) with the signs that are read out with it, as 14.5% and $3; of scripts
// without blanks a character, as hosts time them.
type Word struct {
	From, To int // bytes of the text
	// Weight is how long it takes by the text alone; a short syllable is 1.
	Weight float64
	// Break is the silence to be expected behind it in seconds: 0 is none,
	// ClauseBreak, SentenceBreak, or what a pause in the text asks for.
	Break float64
	// Sounds are the tags as (laughs) between it and the next word, or the end;
	// Lead are those before the first word.
	Lead, Sounds int
}

// What is to be expected behind a comma or a dash, and behind a sentence, in
// seconds: hosts make 0.1 to 0.4 and 0.3 to 0.8.
const (
	ClauseBreak   = 0.2
	SentenceBreak = 0.4
)

// Words are the words of a text in their order, without sound tags, pauses and what
// is not read out.
func Words(text string) []Word {
	w := finder{text: text, capitals: !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsUpper(r) })}
	from := 0
	for _, m := range tts.Proofread(text, "").Marks {
		if m.Kind == tts.WrongMark {
			continue // hosts read it out, or refuse it
		}
		w.read(from, m.From)
		from = m.To
		switch n := len(w.list); {
		case m.Kind == tts.PauseMark && n > 0:
			seconds, _, _ := leading(text[m.From:m.To])
			w.pause += seconds
		case m.Kind == tts.SoundMark && n > 0:
			w.list[n-1].Sounds++
		case m.Kind == tts.SoundMark:
			w.lead++
		}
	}
	w.read(from, len(text))
	w.rest(len(text))
	return w.list
}

// finder is a text on the way to its words.
type finder struct {
	text     string
	capitals bool // all of it, so that a word in capitals is a word
	list     []Word
	lead     int
	sign     int     // where a sign begins that goes with the next word; 0 is none, since 1 is added
	pause    float64 // asked for behind the last word
}

// read finds the words of a part that has no marks in it.
func (w *finder) read(from, to int) {
	for tokens := uax29.FromString(w.text[from:to]); tokens.Next(); {
		end := from + len(tokens.Value())
		w.token(from, end)
		from = end
	}
	w.sign = 0
}

// token takes what Unicode's rules do not divide.
func (w *finder) token(from, to int) {
	token := w.text[from:to]
	first, _ := utf8.DecodeRuneInString(token)
	last := len(w.list) - 1
	touches := last >= 0 && w.list[last].To == from
	s, read := signs[first]
	switch {
	case read && s.with == before:
		w.sign = from + 1
		return
	case read && s.with == behind && touches:
		w.list[last].To = to
		w.list[last].Weight += s.weight
	case read && s.with == alone:
		w.add(from, to, s.weight)
	case !worded(token):
	case touches && strings.ContainsRune(small, first):
		w.list[last].To = to
	case w.sign > 0:
		w.add(w.sign-1, to, weigh(token, w.spelled(token), w.han(from, to))+signs['$'].weight)
	default:
		w.add(from, to, weigh(token, w.spelled(token), w.han(from, to)))
	}
	w.sign = 0
}

// small are the letters that are part of the syllable before them.
const small = "ぁぃぅぇぉゃゅょゎっーァィゥェォャュョヮッ々"

func (w *finder) add(from, to int, weight float64) {
	w.rest(from)
	w.list = append(w.list, Word{From: from, To: to, Weight: weight, Lead: w.lead})
	w.lead = 0
}

// rest is what stands between the last word and the next, which begins at a byte.
func (w *finder) rest(next int) {
	if len(w.list) == 0 {
		return
	}
	last := &w.list[len(w.list)-1]
	between := w.text[last.To:next]
	for at, r := range between {
		seconds := silences[r]
		switch {
		case r == '.' && strings.Contains(between, ".."):
			seconds = ClauseBreak // a sentence may end there, or go on
		case r == '.' && goesOn(w.text[:last.To+at+1], w.text[next:]):
			continue
		case r == '-' && !strings.Contains(between, " -"):
			continue
		}
		last.Break = max(last.Break, seconds)
	}
	last.Break = max(last.Break, w.pause)
	w.pause = 0
}

// silences are those of signs.
var silences = map[rune]float64{'\n': SentenceBreak}

func init() {
	for _, r := range ",，、､،;；:：—–-…" {
		silences[r] = ClauseBreak
	}
	for _, r := range ".。｡!！?？؟।" {
		silences[r] = SentenceBreak
	}
}

// spelled reports a word in capitals that is read letter by letter: GTC and AI, but
// not NASA.
func (w *finder) spelled(word string) bool {
	if w.capitals || len(word) < 2 || strings.ContainsFunc(word, func(r rune) bool { return r < 'A' || r > 'Z' }) {
		return false
	}
	return len(word) <= 3 || !strings.ContainsAny(word, "AEIOUY")
}

// han reports that the letter next to a word is of a script in which its number
// would be read otherwise than in English.
func (w *finder) han(from, to int) bool {
	ideographic := func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }
	before, after := strings.TrimRight(w.text[:from], " "), strings.TrimLeft(w.text[to:], " %％")
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return ideographic(last) || ideographic(first)
}
