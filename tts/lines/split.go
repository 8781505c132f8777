package lines

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"voicestudio/tts"
)

// Of makes a line of each line of a text that has anything in it. A blank line
// begins a paragraph. A pause at the end of a line is that line's, one at its start
// the one's before.
func Of(text string) (all []Line) {
	opens := true
	for row := range strings.SplitSeq(tts.Plain(text), "\n") {
		row = strings.TrimSpace(row)
		if row == "" {
			opens = true
			continue
		}
		add(&all, Line{Text: row, Opens: opens})
		opens = false
	}
	return all
}

// add appends a line, with the pauses at its ends where they belong.
func add(all *[]Line, l Line) {
	if p, rest, found := leading(l.Text); found && len(*all) > 0 {
		if before := &(*all)[len(*all)-1]; before.Pause == nil {
			before.Pause, l.Text = &p, rest
		}
	}
	if l.Text == "" {
		return
	}
	if p, rest, found := trailing(l.Text); found && rest != "" && l.Pause == nil {
		l.Pause, l.Text = &p, rest
	}
	*all = append(*all, l)
}

var (
	pauseFirst = regexp.MustCompile(`^<#(\d{1,2}(?:\.\d{1,2})?)#>\s*`)
	pauseLast  = regexp.MustCompile(`\s*<#(\d{1,2}(?:\.\d{1,2})?)#>$`)
)

func leading(text string) (seconds float64, rest string, found bool) {
	return cutPause(text, pauseFirst)
}

func trailing(text string) (seconds float64, rest string, found bool) {
	return cutPause(text, pauseLast)
}

// cutPause takes a pause off an end of a text.
func cutPause(text string, at *regexp.Regexp) (seconds float64, rest string, found bool) {
	m := at.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, text, false
	}
	seconds, err := strconv.ParseFloat(text[m[2]:m[3]], 64)
	return seconds, text[:m[0]] + text[m[1]:], err == nil
}

// mark is a pause as it is written in a text.
func mark(seconds float64) string {
	return "<#" + strconv.FormatFloat(seconds, 'f', -1, 64) + "#>"
}

// Divide makes two lines of one, at a byte of its text; false where one of them
// would have nothing to say.
func Divide(l Line, at int) (a, b Line, divided bool) {
	if at <= 0 || at >= len(l.Text) || !utf8.RuneStart(l.Text[at]) {
		return l, Line{}, false
	}
	var two []Line
	add(&two, Line{Text: strings.TrimSpace(l.Text[:at]), Opens: l.Opens})
	add(&two, Line{Text: strings.TrimSpace(l.Text[at:]), Pause: l.Pause})
	if len(two) < 2 || silent(two[0].Text) || silent(two[1].Text) {
		return l, Line{}, false
	}
	return two[0], two[1], true
}

// Join makes one line of two, with the pause between them in its text; false where
// that would be longer than hosts take.
func Join(a, b Line) (one Line, joined bool) {
	glue := ""
	switch {
	case a.Pause != nil:
		glue = " " + mark(*a.Pause) + " "
	case !unspaced(a.Text, b.Text):
		glue = " "
	}
	one = Line{Text: a.Text + glue + b.Text, Opens: a.Opens, Pause: b.Pause}
	if utf8.RuneCountInString(one.Text) > Longest {
		return a, false
	}
	return one, true
}

// unspaced reports that no blank is written between two texts: the one ends and the
// other begins in a script without them.
func unspaced(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return together(last) && together(first)
}

func together(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65 || strings.ContainsRune("“”‘’…—", r)
}

// silent reports that there is nothing in a text to be read out: marks, signs.
func silent(text string) bool {
	proof := tts.Proofread(text, "")
	from := 0
	for _, m := range proof.Marks {
		if worded(text[from:m.From]) || m.Kind == tts.SoundMark {
			return false
		}
		from = m.To
	}
	return !worded(text[from:])
}

func worded(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}
