// Package charset is what a terminal can show: the one table that says which sign
// of ours becomes which letter of ASCII, and what becomes of other people's letters
// where they cannot be shown. A sign and its stand-in take the same cells.
package charset

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Charset says which letters reach a terminal.
type Charset uint8

const (
	// Unicode is all of them.
	Unicode Charset = iota
	// Narrow is for terminals that draw ambiguous letters (─ · “ é) two cells wide,
	// as those made for Chinese and Japanese can: none of them is sent.
	Narrow
	// Console is the Linux console: its fonts have plain lines and half blocks, but
	// no braille, no rounded corners and no signs.
	Console
	// ASCII draws our own signs with ASCII; what a person or a host wrote stays.
	ASCII
	// Bare is ASCII alone, for a locale that is not UTF-8: others' letters become
	// the nearest one of ASCII, or a question mark.
	Bare
)

// Blocks reports whether waveforms have to do without braille, Letters whether
// without half blocks, too.
func (c Charset) Blocks() bool  { return c == Console }
func (c Charset) Letters() bool { return c == ASCII || c == Bare }

// Others reports whether letters of any script can be shown.
func (c Charset) Others() bool { return c != Bare }

// Map is s as it is sent to a terminal. Colours and the like pass.
func (c Charset) Map(s string) string {
	if c == Unicode {
		return s
	}
	from, b := 0, strings.Builder{}
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if is, stays := c.of(r, s[i:i+n]); !stays {
			b.WriteString(s[from:i])
			b.WriteString(is)
			from = i + n
		}
		i += n
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// of is what is sent for a letter, or that it stays.
func (c Charset) of(r rune, as string) (is string, stays bool) {
	if r >= keptFrom && r <= keptTo {
		if r = kept[r-keptFrom]; c == ASCII {
			return string(r), false
		}
		as = string(r)
	}
	letter, ours := signs[r]
	if dots := r - 0x2800; dots > 0 && dots < 256 {
		letter, ours = Dots(uint8(dots)), true
	}
	switch {
	case c == Narrow && !ambiguous(r), c == Console && (plain(r) || !ours):
		return "", true
	case c == Console && consoleSigns[r] != 0:
		return string(consoleSigns[r]), false
	case ours:
		return string(letter), false
	case c == ASCII:
		return "", true
	}
	return nearest(r, as), false
}

// Kept is a text of somebody's in which Map changes nothing where the terminal can
// show it: it is for the script, in which a dash is a dash.
func (c Charset) Kept(s string) string {
	if c != ASCII {
		return s
	}
	return strings.Map(func(r rune) rune {
		if at, ours := keptAt[r]; ours {
			return keptFrom + at
		}
		return r
	}, s)
}

func ambiguous(r rune) bool { return width.LookupRune(r).Kind() == width.EastAsianAmbiguous }

// plain reports what every font of the Linux console has.
func plain(r rune) bool {
	return r < 0x180 || strings.ContainsRune("─│┌┐└┘├┤┬┴┼▀▄█", r)
}

// nearest is the nearest letter of ASCII: é is e, ， a comma and a blank; else
// question marks.
func nearest(r rune, as string) string {
	cells := ansi.StringWidthWc(as)
	if cells == 0 {
		return ""
	}
	if r < 0x300 { // whatever the environment says of ambiguous ones
		cells = 1
	}
	base := norm.NFKD.String(as)
	if letter, also := punctuation[r]; also {
		base = string(letter)
	}
	if base[0] >= ' ' && base[0] < 0x7f {
		return (base[:1] + " ")[:cells]
	}
	return "??"[:cells]
}
