package paint

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// What is drawn comes from anywhere: a script, a teammate's file, a host. All
// of it goes through pieces, which is the one place that knows what a terminal
// makes of a text. It must know for every text, since a line that is a cell
// longer than was thought shifts or breaks the screen.

// piece is what one cluster of a text (a letter with its accents) becomes on
// the screen.
type piece struct {
	drawn string // empty for what cannot be seen
	Cells int
	Bytes int // of the text
}

// clusterRunes bounds what is drawn of one cluster. Real ones have at most
// about ten runes; a letter can carry thousands of marks.
const clusterRunes = 16

// apart keeps two clusters from becoming one. Every terminal gives it no cell.
const apart = "\u200b"

// Pieces takes a text apart. Where styles is true, colours and the like
// (SGR) are pieces without cells; else they are cut to harmless letters.
func Pieces(s string, styles bool) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		last := ""  // what was drawn before
		gap := true // whether it stood elsewhere in the text, so that it could join
		for len(s) > 0 {
			var p piece
			p, s, gap = nextPiece(s, styles, last, gap)
			if p.Cells > 0 {
				last = p.drawn
			}
			if !yield(p) {
				return
			}
		}
	}
}

func nextPiece(s string, styles bool, last string, gap bool) (_ piece, rest string, nextGap bool) {
	r, n := utf8.DecodeRuneInString(s)
	if cells := known(r); cells > 0 {
		if after, _ := utf8.DecodeRuneInString(s[n:]); n == len(s) || after < 0x80 || known(after) > 0 {
			return piece{s[:n], cells, n}, s[n:], false
		}
	}
	switch c := s[0]; {
	case c == '\n' || c == '\t' || c == '\r':
		return piece{" ", 1, 1}, s[1:], false
	case styles && c == 0x1b:
		if n := sgr(s); n > 0 {
			return piece{s[:n], 0, n}, s[n:], true
		}
	}
	if r < ' ' || r == 0x7f || r == utf8.RuneError && n == 1 {
		return piece{"", 0, n}, s[n:], true
	}
	cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	n = max(n, len(cluster))
	drawn, cells := settle(s[:n])
	if gap && cells > 0 && join(last, drawn) {
		drawn = apart + drawn
	}
	return piece{drawn, cells, n}, s[n:], cells == 0 || drawn != s[:n]
}

// sgr is the length of the sequence of colours that s begins with, 0 if there
// is none.
func sgr(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < min(len(s), 64); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// known is how many cells a letter takes on every terminal, if it is of those
// most used and never part of another's cluster; 0 asks for a closer look.
func known(r rune) int {
	switch {
	case r >= ' ' && r < 0x7f, r >= 0xa1 && r < 0x300 && r != 0xad, r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x22ff, r >= 0x2500 && r <= 0x25fc, r >= 0x2800 && r <= 0x28ff:
		return 1
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3041 && r <= 0x3096, r >= 0x30a0 && r <= 0x30ff, r >= 0x3001 && r <= 0x3029, r >= 0xff01 && r <= 0xff60:
		return 2
	}
	return 0
}

// settle makes a cluster into something that takes the same cells whether a
// terminal counts clusters (mode 2027) or runes. Where the two differ, the
// cluster is drawn in parts: a family of emoji as its members, a keycap as its
// digit, a Thai or Devanagari vowel beside its letter.
func settle(cluster string) (drawn string, cells int) {
	var seen strings.Builder
	kept := 0
	for _, r := range cluster {
		if kept == clusterRunes {
			break
		}
		if !unseen(r) && !(kept > 0 && r >= 0x1f3fb && r <= 0x1f3ff) { // colours of skin
			seen.WriteRune(r)
			kept++
		}
	}
	last := " "
	for rest := seen.String(); rest != ""; {
		part, w := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		if w != ansi.StringWidthWc(part) {
			part, w = runePart(rest)
		}
		rest = rest[len(part):]
		if w != ansi.StringWidthWc(part) {
			part, w = "\ufffd", 1
		}
		if w == 0 {
			continue // a mark without a letter
		}
		if join(last, part) {
			drawn += apart
		}
		drawn, cells, last = drawn+part, cells+w, part
	}
	if drawn != "" && join(last, " ") {
		drawn += apart
	}
	return drawn, cells
}

// runePart is the first rune of s and the marks on it that take no cell.
func runePart(s string) (part string, w int) {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		_, more := utf8.DecodeRuneInString(s[n:])
		if ansi.StringWidthWc(s[n:n+more]) > 0 || ansi.StringWidth(s[n:n+more]) > 0 {
			break
		}
		n += more
	}
	return s[:n], ansi.StringWidth(s[:n])
}

// join reports whether a terminal would make one cluster of the end of a and
// the beginning of b.
func join(a, b string) bool {
	end := " "
	for a != "" {
		end, _ = ansi.FirstGraphemeCluster(a, ansi.GraphemeWidth)
		a = a[len(end):]
	}
	cluster, _ := ansi.FirstGraphemeCluster(end+b, ansi.GraphemeWidth)
	return len(cluster) > len(end)
}

// unseen reports runes that are instructions, not letters: controls, the
// direction of writing, joiners, selectors of another look.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// Clean is a text as it can be drawn, without any style of its own.
func Clean(s string) string {
	if simple(s) {
		return s
	}
	var b strings.Builder
	for p := range Pieces(s, false) {
		b.WriteString(p.drawn)
	}
	return b.String()
}

// simple reports a text that is drawn as it is, a cell for each byte.
func simple(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// Width is how many cells a text takes, styles not counted.
func Width(s string) int { return widthTo(s, int(^uint(0)>>1)) }

// widthTo counts no further than just above most.
func widthTo(s string, most int) (cells int) {
	if simple(s) {
		return len(s)
	}
	for p := range Pieces(s, true) {
		if cells += p.Cells; cells > most {
			break
		}
	}
	return cells
}
