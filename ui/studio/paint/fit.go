package paint

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// What is drawn with these is exactly as wide as was asked for, for every text
// and every width, be it negative.

// Repeat is s n times, nothing where n is negative.
func Repeat(s string, n int) string { return strings.Repeat(s, max(0, n)) }

// Blanks is n blanks.
func Blanks(n int) string { return Repeat(" ", n) }

// Cut takes off what does not fit into w cells; the last of them says so.
func Cut(s string, w int) string {
	s, _ = cutTo(s, w)
	return s
}

func cutTo(s string, w int) (_ string, cells int) {
	if w <= 0 {
		return "", 0
	}
	if len(s) <= w && simple(s) {
		return s, len(s)
	}
	var b strings.Builder
	room := w
	if widthTo(s, w) > w {
		room--
	}
	full := false
	for p := range Pieces(s, true) {
		switch {
		case p.Cells == 0: // a style; what follows the cut are ends of them
			b.WriteString(p.drawn)
		case full:
		case cells+p.Cells <= room:
			b.WriteString(p.drawn)
			cells += p.Cells
		default:
			b.WriteString("…")
			cells, full = cells+1, true
		}
	}
	return b.String(), cells
}

// Fit cuts or pads a line to exactly w cells.
func Fit(s string, w int) string {
	s, cells := cutTo(s, w)
	return s + Blanks(w-cells)
}

// FitLeft is fit with the text at the right edge.
func FitLeft(s string, w int) string {
	s, cells := cutTo(s, w)
	return Blanks(w-cells) + s
}

// Sides puts one text at each edge of a line of w cells; where both do not
// fit, the left one is cut.
func Sides(left, right string, w int) string {
	room := w - widthTo(right, w)
	if room < 1 {
		return Fit(left, w)
	}
	if widthTo(left, room) >= room && right != "" {
		return Fit(left, room-1) + " " + Cut(right, w)
	}
	return Fit(left, room) + Cut(right, w)
}

// Widest is how many cells a column of these names takes, within bounds.
func Widest(least, most int, names ...string) int {
	for _, name := range names {
		least = max(least, min(widthTo(name, most+1), most))
	}
	return least
}

// Fold breaks a paragraph into lines of w cells, given as their beginnings and
// ends: after blanks, which may hang over the edge, beside wide letters, and
// within a word only where it is too long for a line.
func Fold(s string, w int) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		var (
			from, at   int // the line's beginning, the piece's
			used       int // cells of the line so far
			may, upTo  int // where the line may end, and its cells up to there
			wide, free bool
			opening    bool
			closed     bool // a pause ended: ⟨0.6 s⟩
		)
		for p := range Pieces(s, false) {
			r, _ := utf8.DecodeRuneInString(s[at:])
			blank, isWide := r == ' ' || r == '\t' || r == '\u3000', r >= 0x2e80 && p.Cells > 1
			if p.Cells > 0 && used > 0 && at > from && !blank && (free || (wide || isWide || closed) && !opening && !strings.ContainsRune(noStart, r)) {
				may, upTo = at, used
			}
			for !blank && p.Cells > 0 && used+p.Cells > max(1, w) && at > from && used > 0 {
				if may <= from {
					may, upTo = at, used
				}
				if !yield(from, may) {
					return
				}
				from, used = may, used-upTo
			}
			if p.Cells > 0 {
				wide, free, opening, closed = isWide, blank, strings.ContainsRune(noEnd, r), r == '⟩'
			}
			used += p.Cells
			at += p.Bytes
		}
		yield(from, len(s))
	}
}

// Punctuation that Chinese and Japanese lines do not begin or end with.
const (
	noStart = "，。、；：？！）》」』】〉〕｝］’”…—～·・ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％‰℃,.;:?!)]}%⟩"
	noEnd   = "（《「『【〈〔｛［‘“＄￥￡([{$¥£€⟨"
)

// Wrapped breaks a text into at most h lines of w cells.
func Wrapped(text string, w, h int, style func(string) string) (lines []string) {
	if text == "" || w <= 0 || h <= 0 {
		return nil
	}
	for from, to := range Fold(text, w) {
		if len(lines) == h-1 && to < len(text) {
			return append(lines, style(Cut(text[from:], w)))
		}
		lines = append(lines, style(Cut(strings.TrimRight(text[from:to], " "), w)))
	}
	return lines
}
