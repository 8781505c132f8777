package studio

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// What is drawn with these is exactly as wide as was asked for, for every text
// and every width, be it negative.

// repeat is s n times, nothing where n is negative.
func repeat(s string, n int) string { return strings.Repeat(s, max(0, n)) }

func blanks(n int) string { return repeat(" ", n) }

// cut takes off what does not fit into w cells; the last of them says so.
func cut(s string, w int) string {
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
	for p := range pieces(s, true) {
		switch {
		case p.cells == 0: // a style; what follows the cut are ends of them
			b.WriteString(p.drawn)
		case full:
		case cells+p.cells <= room:
			b.WriteString(p.drawn)
			cells += p.cells
		default:
			b.WriteString("…")
			cells, full = cells+1, true
		}
	}
	return b.String(), cells
}

// fit cuts or pads a line to exactly w cells.
func fit(s string, w int) string {
	s, cells := cutTo(s, w)
	return s + blanks(w-cells)
}

// fitLeft is fit with the text at the right edge.
func fitLeft(s string, w int) string {
	s, cells := cutTo(s, w)
	return blanks(w-cells) + s
}

// sides puts one text at each edge of a line of w cells; where both do not
// fit, the left one is cut.
func sides(left, right string, w int) string {
	room := w - widthTo(right, w)
	if room < 1 {
		return fit(left, w)
	}
	if widthTo(left, room) >= room && right != "" {
		return fit(left, room-1) + " " + cut(right, w)
	}
	return fit(left, room) + cut(right, w)
}

// fold breaks a paragraph into lines of w cells, given as their beginnings and
// ends: after blanks, which may hang over the edge, beside wide letters, and
// within a word only where it is too long for a line.
func fold(s string, w int) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		var (
			from, at   int // the line's beginning, the piece's
			used       int // cells of the line so far
			may, upTo  int // where the line may end, and its cells up to there
			wide, free bool
			opening    bool
		)
		for p := range pieces(s, false) {
			r, _ := utf8.DecodeRuneInString(s[at:])
			blank, isWide := r == ' ' || r == '\t' || r == '\u3000', r >= 0x2e80 && p.cells > 1
			if p.cells > 0 && at > from && !blank && (free || (wide || isWide) && !opening && !strings.ContainsRune(noStart, r)) {
				may, upTo = at, used
			}
			for !blank && p.cells > 0 && used+p.cells > max(1, w) && at > from && used > 0 {
				if may <= from {
					may, upTo = at, used
				}
				if !yield(from, may) {
					return
				}
				from, used = may, used-upTo
			}
			if p.cells > 0 {
				wide, free, opening = isWide, blank, strings.ContainsRune(noEnd, r)
			}
			used += p.cells
			at += p.bytes
		}
		yield(from, len(s))
	}
}

// Punctuation that Chinese and Japanese lines do not begin or end with.
const (
	noStart = "，。、；：？！）》」』】〉〕’”…"
	noEnd   = "（《「『【〈〔‘“"
)

// wrapped breaks a text into at most h lines of w cells.
func wrapped(text string, w, h int, style func(string) string) (lines []string) {
	if text == "" || w <= 0 || h <= 0 {
		return nil
	}
	for from, to := range fold(text, w) {
		if len(lines) == h-1 && to < len(text) {
			return append(lines, style(cut(text[from:], w)))
		}
		lines = append(lines, style(cut(strings.TrimRight(text[from:to], " "), w)))
	}
	return lines
}
