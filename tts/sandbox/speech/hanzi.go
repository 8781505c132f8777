package speech

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed heteronyms.txt
var heteronymsFile string

// heteronyms maps words to their syllables; longest is the most characters of
// a word.
var heteronyms = sync.OnceValues(func() (words map[string][]string, longest int) {
	words = map[string][]string{}
	for line := range strings.Lines(heteronymsFile) {
		if line[0] == '#' {
			continue
		}
		fields := strings.Fields(line)
		words[fields[0]] = fields[1:]
		longest = max(longest, utf8.RuneCountInString(fields[0]))
	}
	return words, longest
})

//go:generate go run readings_make.go
//go:embed readings.txt
var readingsFile string

// readings are the characters that no word explains. They are read when the
// first is met: go-pinyin's own table is built at every start of the program,
// which takes longer than all other packages' together.
var readings = sync.OnceValue(func() map[rune]string {
	sounds := make(map[rune]string, len(readingsFile)/3)
	for line := range strings.Lines(readingsFile) {
		sound, chars, _ := strings.Cut(strings.TrimSpace(line), " ")
		if sound == "#" {
			continue
		}
		for _, char := range chars {
			sounds[char] = sound
		}
	}
	return sounds
})

// syllable is one character's reading, or punctuation.
type syllable struct {
	char  rune   // 0 for pinyin given in the text
	sound string // "shi4"; for punctuation what espeak-ng understands
	punct bool
}

func (s syllable) tone() byte {
	if s.punct || s.sound == "" {
		return 0
	}
	return s.sound[len(s.sound)-1]
}

// toPinyin spells Mandarin text for espeak-ng's cmn-latn-pinyin: syllables
// with tone numbers, digits as words, ASCII punctuation. A neutral tone is
// written 5: without a number the program takes tone 1.
func toPinyin(text string) string {
	list := syllables(numerals(text))
	sandhi(list)
	var b strings.Builder
	for i, s := range list {
		if i > 0 && !s.punct && !list[i-1].punct {
			b.WriteByte(' ')
		}
		b.WriteString(s.sound)
	}
	return b.String()
}

func syllables(text string) []syllable {
	words, longest := heteronyms()
	chars := []rune(text)
	var list []syllable
	for i := 0; i < len(chars); {
		if chars[i] == '(' {
			if m := inlineSyllable.FindString(string(chars[i:min(len(chars), i+maxInline)])); m != "" {
				list = append(list, syllable{sound: strings.ReplaceAll(m[1:len(m)-1], "ü", "v")})
				i += utf8.RuneCountInString(m)
				continue
			}
		}
		taken := 0
		for n := min(longest, len(chars)-i); n > 0 && taken == 0; n-- {
			if sounds, found := words[string(chars[i:i+n])]; found {
				for k, sound := range sounds {
					list = append(list, syllable{char: chars[i+k], sound: sound})
				}
				taken = n
			}
		}
		if taken == 0 {
			if s := single(chars[i], list); s.sound != "" {
				list = append(list, s)
			}
			taken = 1
		}
		i += taken
	}
	return list
}

// single reads one character that no word explains.
func single(r rune, before []syllable) syllable {
	if r == '々' && len(before) > 0 {
		return before[len(before)-1]
	}
	if s, known := readings()[r]; known {
		if !unicode.IsDigit(rune(s[len(s)-1])) {
			s += "5"
		}
		return syllable{char: r, sound: s}
	}
	return syllable{sound: plainRune(r), punct: true}
}

// sandhi applies the two changes of tone that espeak-ng does not know; a third
// tone before a third it changes itself.
func sandhi(list []syllable) {
	for i := range list {
		s := &list[i]
		next := syllable{}
		if i+1 < len(list) {
			next = list[i+1]
		}
		var before rune
		if i > 0 {
			before = list[i-1].char
		}
		switch tone := next.tone(); {
		case s.char == '不' && s.sound == "bu4" && tone == '4':
			s.sound = "bu2"
		case s.char != '一' || s.sound != "yi1":
		case before != 0 && before == next.char: // 看一看
			s.sound = "yi5"
		case strings.ContainsRune("第零〇一二三四五六七八九十点月初", before) && before != 0,
			strings.ContainsRune("零〇一二三四五六七八九十点月号", next.char) && next.char != 0:
		case tone == '4' || next.char == '个':
			s.sound = "yi2"
		case tone >= '1' && tone <= '3':
			s.sound = "yi4"
		}
	}
}
