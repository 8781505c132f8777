package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// jyutping is not a writing system of its own, but espeak-ng needs another
// language for it than for Cantonese characters.
const jyutping script = "jyutping"

const jyutpingCode = "yue-latn-jyutping"

// runs cuts text where its writing system changes. What belongs to none goes
// with the run before it, and a number with the unit that follows it.
func (t tongues) runs(text string) []piece {
	cantonese := t.code(han, "") == cantoneseCode
	origin := func(at int) int { return at }
	if t.japanese(text) {
		kana := readKanji(text)
		text, origin = kana.text, func(at int) int { return kana.from[at] }
	}
	at := 0 // where the run stands in text
	var list []piece
	var run strings.Builder
	current := script("")
	end := func() {
		s := run.String()
		if speakable(s) {
			if current == "" {
				current = t.main()
			}
			language := t.code(current, s)
			begin := at
			for _, c := range clauses(s) {
				list = append(list, piece{text: c, language: language, begin: origin(begin), end: origin(begin + len(c)), pause: restAfter(c), rest: true})
				begin += len(c)
			}
		} else if n := len(list); n > 0 {
			list[n-1].pause = max(list[n-1].pause, restAfter(s))
		}
		at += len(s)
		run.Reset()
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		s := scriptOf(r)
		if r == '(' {
			if m := inlineSyllable.FindString(text[i:]); m != "" {
				size = len(m)
				if s = han; cantonese {
					s = jyutping
				}
			}
		}
		if s != "" && s != current {
			if current != "" {
				number := ""
				if s == han || s == kana || s == "hangul" {
					number = looseNumber(run.String())
				}
				whole := run.String()
				run.Reset()
				run.WriteString(strings.TrimSuffix(whole, number))
				end()
				run.WriteString(number)
			}
			current = s
		}
		run.WriteString(text[i : i+size])
		i += size
	}
	end()
	if n := len(list); n > 0 {
		list[n-1].pause = 0 // what follows is the end, a sound or a pause of its own
	}
	return list
}

// looseNumber is the number at the end of s that no letter touches: in
// "costs 100元" it is Chinese, in "iPhone15手机" it is not.
func looseNumber(s string) string {
	head := strings.TrimRight(s, "0123456789.,%")
	tail := s[len(head):]
	tail = strings.TrimLeft(tail, ".,%")
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-len(tail)])
	if isWord(before) {
		return ""
	}
	return tail
}

// speakable reports whether there is anything to say in s: espeak-ng would
// read a lone "!" by its name.
func speakable(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// japanese reports whether Han characters are kanji.
func (t tongues) japanese(text string) bool {
	for _, l := range t {
		switch l.script {
		case kana:
			return true
		case han:
			return false
		default: // says nothing about Han characters
		}
	}
	return strings.ContainsFunc(text, func(r rune) bool { return scriptOf(r) == kana })
}

// spelling is a run's text as espeak-ng has to be given it.
func spelling(p piece) string {
	if p.language == pinyinCode {
		return toPinyin(p.text)
	}
	var b strings.Builder
	jyut := p.language == jyutpingCode
	for _, r := range p.text {
		if jyut && (r == '(' || r == ')') {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(plainRune(r))
	}
	return b.String()
}

// plain are signs that espeak-ng reads by name or as "Chinese letter" in the
// words of those it takes for punctuation.
var plain = map[rune]string{
	'，': ", ", '、': ", ", '､': ", ", '。': ". ", '｡': ". ", '！': "! ", '？': "? ", '；': "; ", '：': ": ",
	'…': "... ", '—': ", ", '～': ", ", '〜': ", ", '·': " ", '・': " ", '（': " (", '）': ") ",
	'[': " ", ']': " ", // two of them would begin phonemes
	'\n': "\n\n", // a new line is a paragraph in the API, a blank to espeak-ng
}

// plainRune keeps letters, accents, digits and ASCII, maps full-width forms to
// ASCII and drops pictures and ornament, whose names nobody wants read.
func plainRune(r rune) string {
	if s, found := plain[r]; found {
		return s
	}
	switch {
	case r < 0x80:
		return string(r)
	case r >= '！' && r <= '～': // the full-width forms of ASCII, in its order
		return string(r - '！' + '!')
	case unicode.In(r, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf, unicode.Zs):
		if r == '’' {
			return "'"
		}
		return " "
	case r == '°':
		return string(r)
	case unicode.In(r, unicode.So, unicode.Sk, unicode.Co, unicode.Variation_Selector):
		return " "
	}
	return string(r)
}
