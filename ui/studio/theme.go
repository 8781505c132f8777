package studio

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// theme is every style of the screen. Nothing is told by colour alone.
type theme struct {
	dark    bool
	text    lipgloss.Style
	strong  lipgloss.Style
	dim     lipgloss.Style
	accent  lipgloss.Style
	marked  lipgloss.Style // the chosen one of several
	border  lipgloss.Style
	focus   lipgloss.Style // the border of the panel that has the keys
	good    lipgloss.Style
	warning lipgloss.Style
	failure lipgloss.Style
}

func newTheme(dark bool) theme {
	pick := lipgloss.LightDark(dark)
	colour := func(light, dark string) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(pick(lipgloss.Color(light), lipgloss.Color(dark)))
	}
	return theme{
		dark:    dark,
		text:    lipgloss.NewStyle(),
		strong:  lipgloss.NewStyle().Bold(true),
		dim:     colour("#6c6c6c", "#9e9e9e"),
		accent:  colour("#0f766e", "#5eead4"),
		marked:  colour("#0f766e", "#5eead4").Bold(true).Underline(true),
		border:  colour("#bcbcbc", "#585858"),
		focus:   colour("#0f766e", "#5eead4"),
		good:    colour("#15803d", "#86efac"),
		warning: colour("#b45309", "#fbbf24"),
		failure: colour("#b91c1c", "#fca5a5").Bold(true),
	}
}

// fit cuts or pads a line to exactly w cells.
func fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	width := ansi.StringWidth(s)
	if width > w {
		s = ansi.Truncate(s, w, "…")
		width = ansi.StringWidth(s)
	}
	return s + strings.Repeat(" ", w-width)
}

// fitLeft is fit with the text at the right edge.
func fitLeft(s string, w int) string {
	if width := ansi.StringWidth(s); width < w {
		return strings.Repeat(" ", w-width) + s
	}
	return fit(s, w)
}

// sides puts one text at each edge of a line of w cells; where both do not
// fit, the left one is cut.
func sides(left, right string, w int) string {
	room := w - ansi.StringWidth(right)
	if room < 1 {
		return fit(left, w)
	}
	if ansi.StringWidth(left) >= room && right != "" {
		return fit(left, room-1) + " " + right
	}
	return fit(left, room) + right
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
	if badge != "" {
		badge = " " + badge + " "
	}
	title = " " + ansi.Truncate(title, w-6, "…") + " "
	room := w - 4 - ansi.StringWidth(title)
	if ansi.StringWidth(badge) > room {
		badge = ""
	}
	fill := strings.Repeat(e.n, room-ansi.StringWidth(badge))
	top := style.Render(e.nw+e.n) + name.Render(title) + style.Render(fill) + t.dim.Render(badge) + style.Render(e.n+e.ne)
	if h == 1 {
		return top
	}
	out := make([]string, 0, h)
	out = append(out, top)
	for i := range h - 2 {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		out = append(out, style.Render(e.w)+" "+fit(line, w-4)+" "+style.Render(e.e))
	}
	return strings.Join(append(out, style.Render(e.sw+strings.Repeat(e.s, w-2)+e.se)), "\n")
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
