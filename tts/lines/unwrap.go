package lines

import (
	"strings"
	"unicode/utf8"
)

// What tells that a text was broken to fit a width: so many line breaks inside its
// paragraphs, of which nearly all stand where the next word would not have fitted.
const (
	leastBreaks  = 4
	leastWrapped = .9
	widestWrap   = 120 // code points
	narrowWrap   = 20
)

// unwrap joins the lines of each paragraph, where they were broken to fit a width.
func unwrap(text string) string {
	rows := strings.Split(text, "\n")
	for i := range rows {
		rows[i] = strings.TrimSpace(rows[i])
	}
	width := 0
	for _, row := range rows {
		width = max(width, utf8.RuneCountInString(row))
	}
	breaks, forced, ended := 0, 0, 0
	for i := range rows[1:] {
		if row, next := rows[i], rows[i+1]; row != "" && next != "" {
			if breaks++; !fits(row, next, width) {
				forced++
			}
			if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(row, `"'”’»)」』`)); silences[last] == SentenceBreak {
				ended++
			}
		}
	}
	if ended > breaks/2 { // somebody wrote a line for each
		return text
	}
	if width > widestWrap || width < narrowWrap || breaks < leastBreaks || float64(forced) < leastWrapped*float64(breaks) {
		return text
	}
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			switch before := rows[i-1]; {
			case row == "" || before == "":
				b.WriteString("\n")
			case !unspaced(before, row):
				b.WriteString(" ")
			}
		}
		b.WriteString(row)
	}
	return b.String()
}

// fits reports that the first word of the next row would have fitted on one.
func fits(row, next string, width int) bool {
	word, _, _ := strings.Cut(next, " ")
	if unspaced(row, next) {
		_, n := utf8.DecodeRuneInString(next)
		return utf8.RuneCountInString(row)+utf8.RuneCountInString(next[:n])+1 <= width // a sign goes with what is before it
	}
	return utf8.RuneCountInString(row)+1+utf8.RuneCountInString(word) <= width
}
