package studio

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// ink is a style for words. Whoever wrote them, they cannot move the caret,
// change colours or turn a line around: what is written with ink is clean.
type ink struct {
	style lipgloss.Style
	// line goes under or through the words. Lip Gloss would write them rune by
	// rune then, and so take clusters apart.
	line ansi.Attr
}

func (k ink) Render(words string) string {
	drawn := k.style.Render(clean(words))
	if k.line != 0 && drawn != "" {
		return ansi.SGR(k.line) + drawn + ansi.ResetStyle
	}
	return drawn
}

func (k ink) Bold(on bool) ink    { return ink{k.style.Bold(on), k.line} }
func (k ink) Reverse(on bool) ink { return ink{k.style.Reverse(on), k.line} }
func (k ink) under() ink          { return ink{k.style, ansi.AttrUnderline} }
func (k ink) struck() ink         { return ink{k.style, ansi.AttrStrikethrough} }

// theme is every style of the screen. Nothing is told by colour alone.
type theme struct {
	dark    bool
	text    ink
	strong  ink
	dim     ink
	accent  ink
	marked  ink // the chosen one of several
	border  ink
	focus   ink // the border of the panel that has the keys
	good    ink
	warning ink
	failure ink
}

func newTheme(dark bool) theme {
	pick := lipgloss.LightDark(dark)
	colour := func(light, dark string) ink {
		return ink{style: lipgloss.NewStyle().Foreground(pick(lipgloss.Color(light), lipgloss.Color(dark)))}
	}
	return theme{
		dark:    dark,
		text:    ink{style: lipgloss.NewStyle()},
		strong:  ink{style: lipgloss.NewStyle().Bold(true)},
		dim:     colour("#6c6c6c", "#9e9e9e"),
		accent:  colour("#0f766e", "#5eead4"),
		marked:  colour("#0f766e", "#5eead4").Bold(true).under(),
		border:  colour("#bcbcbc", "#585858"),
		focus:   colour("#0f766e", "#5eead4"),
		good:    colour("#15803d", "#86efac"),
		warning: colour("#b45309", "#fbbf24"),
		failure: colour("#b91c1c", "#fca5a5").Bold(true),
	}
}

type edges struct{ nw, n, ne, w, e, sw, s, se string }

var (
	calmEdges  = edges{"╭", "─", "╮", "│", "│", "╰", "─", "╯"}
	focusEdges = edges{"┏", "━", "┓", "┃", "┃", "┗", "━", "┛"}
)

// frame draws a panel: a border of exactly w by h cells, a title in it, a
// badge at its right end, and the lines inside. A height of 1 draws the title
// alone.
func (t theme) frame(title, badge string, focused bool, w, h int, lines []string) string {
	e, style, name := calmEdges, t.border, t.text
	if focused {
		e, style, name = focusEdges, t.focus, t.focus.Bold(true)
	}
	title = " " + cut(clean(title), w-6) + " "
	room := w - 4 - width(title)
	if badge = " " + clean(badge) + " "; badge == "  " || width(badge) > room {
		badge = ""
	}
	fill := repeat(e.n, room-width(badge))
	top := style.Render(e.nw+e.n) + name.Render(title) + style.Render(fill) + t.dim.Render(badge) + style.Render(e.n+e.ne)
	out := make([]string, 0, max(1, h))
	add := func(line string) {
		if w < 6 { // where the border alone is too wide
			line = fit(line, w)
		}
		out = append(out, line)
	}
	add(top)
	for i := range h - 2 {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		add(style.Render(e.w) + " " + fit(line, w-4) + " " + style.Render(e.e))
	}
	if h > 1 {
		add(style.Render(e.sw + repeat(e.s, w-2) + e.se))
	}
	return strings.Join(out, "\n")
}

// memo keeps a drawing until its key changes.
type memo struct {
	key   any
	drawn string
}

func (c *memo) get(key any, draw func() string) string {
	if c.key != key {
		c.key, c.drawn = key, draw()
	}
	return c.drawn
}
