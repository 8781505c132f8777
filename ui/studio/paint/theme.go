package paint

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Ink is a style for words. Whoever wrote them, they cannot move the caret,
// change colours or turn a line around: what is written with Ink is clean.
type Ink struct {
	style lipgloss.Style
	// open and shut stand before and after the words. They are taken from the
	// style once: rendering with it for every word of every frame took most of
	// the time of drawing.
	open, shut string
}

// inkOf makes a style an ink. line goes under or through the words: Lip Gloss
// would write them rune by rune then, and so take clusters apart.
func inkOf(style lipgloss.Style, line ...ansi.Attr) Ink {
	open, shut, _ := strings.Cut(style.Render("x"), "x")
	if len(line) > 0 {
		open, shut = ansi.SGR(line...)+open, shut+ansi.ResetStyle
	}
	return Ink{style, open, shut}
}

// Render writes words.
func (k Ink) Render(words string) string {
	if words = Clean(words); words == "" {
		return ""
	}
	return k.open + words + k.shut
}

// Bold, Italic, Reverse, Under and Struck are the same ink, written so.
func (k Ink) Bold(on bool) Ink    { return inkOf(k.style.Bold(on)) }
func (k Ink) Italic(on bool) Ink  { return inkOf(k.style.Italic(on)) }
func (k Ink) Reverse(on bool) Ink { return inkOf(k.style.Reverse(on)) }
func (k Ink) Under() Ink          { return inkOf(k.style, ansi.AttrUnderline) }
func (k Ink) Struck() Ink         { return inkOf(k.style, ansi.AttrStrikethrough) }

// Theme is every style of the screen. Nothing is told by colour alone.
type Theme struct {
	Look
	Text    Ink
	Strong  Ink
	Dim     Ink
	Accent  Ink
	Marked  Ink // the chosen one of several
	Border  Ink
	Ahead   Ink  // of a waveform, what has not been heard
	focus   Ink  // the border of the panel that has the keys
	behind  bool // something is open over it, which has the keys
	Good    Ink
	Warning Ink
	Failure Ink
	Sign    Ink // of a text, what is not read out
	Wrong   Ink // of a text, what is wrong in it
}

// Folded draws what is left of a panel that has no room: its title, and what is
// in it in short, on one line of w cells.
func (t Theme) Folded(title, summary string, w int) string {
	line := t.Border.Render("╶─") + t.Text.Render(" "+Cut(Clean(title), w-6)+" ")
	if room := w - Width(line) - 5; summary != "" && room > 2 {
		line += t.Border.Render("─") + t.Dim.Render(" "+Cut(Clean(summary), room)+" ")
	}
	return Fit(line+t.Border.Render(Repeat("─", w-1-Width(line))+"╴"), w)
}

type edges struct{ nw, n, ne, w, e, sw, s, se string }

var (
	calmEdges  = edges{"╭", "─", "╮", "│", "│", "╰", "─", "╯"}
	focusEdges = edges{"┏", "━", "┓", "┃", "┃", "┗", "━", "┛"}
)

// Behind is the theme of what lies under a dialog: its frame is calm, and says
// nothing of keys that are not its own.
func (t Theme) Behind() Theme {
	t.behind = true
	return t
}

// Frame draws a panel: a border of exactly w by h cells, a title in it, a
// badge at its right end, and the lines inside. A height of 1 draws the title
// alone.
func (t Theme) Frame(title, badge string, focused bool, w, h int, lines []string) string {
	e, style, name := calmEdges, t.Border, t.Text
	if t.behind {
		badge = ""
	} else if focused {
		e, style, name = focusEdges, t.focus, t.focus.Bold(true)
	}
	title = " " + Cut(Clean(title), w-6) + " "
	room := w - 4 - Width(title)
	if badge = " " + Clean(badge) + " "; badge == "  " || Width(badge) > room {
		badge = ""
	}
	fill := Repeat(e.n, room-Width(badge))
	top := style.Render(e.nw+e.n) + name.Render(title) + style.Render(fill) + t.Dim.Render(badge) + style.Render(e.n+e.ne)
	out := make([]string, 0, max(1, h))
	add := func(line string) {
		if w < 6 { // where the border alone is too wide
			line = Fit(line, w)
		}
		out = append(out, line)
	}
	add(top)
	for i := range h - 2 {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		add(style.Render(e.w) + " " + Fit(line, w-4) + " " + style.Render(e.e))
	}
	if h > 1 {
		add(style.Render(e.sw + Repeat(e.s, w-2) + e.se))
	}
	return strings.Join(out, "\n")
}
