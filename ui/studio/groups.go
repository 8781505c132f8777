package studio

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// groups asks which parts of a preset to take over, and says of each what it
// would change.
type groups struct {
	entry   presets.Entry
	rows    []groupRow
	cursor  int
	clicked bool
}

type groupRow struct {
	group   presets.Group
	chosen  bool
	changes []string
}

var groupTitles = map[presets.Group]string{
	presets.GroupVoice: "Voice", presets.GroupBlend: "Blend", presets.GroupEffects: "Effects", presets.GroupOutput: "Output",
}

func (m *Model) applyGroups() tea.Cmd {
	e := *m.browser().current()
	g := &groups{entry: e, cursor: -1}
	now := m.doc.request()
	for i, group := range presets.Groups {
		changes := presets.Sentences(presets.DiffRequests(now, presets.Apply(now, e.Request, group)))
		g.rows = append(g.rows, groupRow{group, m.groups[group] && len(changes) > 0, changes})
		if g.cursor < 0 && len(changes) > 0 {
			g.cursor = i
		}
	}
	if g.cursor < 0 {
		return m.say(note, e.Name+" has exactly the settings of now")
	}
	m.push(g)
	return nil
}

func (g *groups) key(m *Model, msg tea.Msg) tea.Cmd {
	k, pressed := msg.(tea.KeyPressMsg)
	if !pressed {
		return nil
	}
	switch key := k.String(); key {
	case "up", "k":
		g.cursor = max(g.cursor-1, 0)
	case "down", "j":
		g.cursor = min(g.cursor+1, len(g.rows)-1)
	case "space", "x":
		g.toggle(g.cursor)
	case "enter":
		return g.apply(m)
	default:
		for i, row := range g.rows {
			if key == string(row.group)[:1] {
				g.cursor = i
				g.toggle(i)
			}
		}
	}
	return nil
}

func (g *groups) toggle(i int) {
	if len(g.rows[i].changes) > 0 {
		g.rows[i].chosen = !g.rows[i].chosen
	}
}

// apply takes over the chosen groups; where none is chosen, the one under the
// cursor.
func (g *groups) apply(m *Model) tea.Cmd {
	m.groups = map[presets.Group]bool{}
	var chosen []presets.Group
	var names []string
	for _, row := range g.rows {
		if row.chosen {
			m.groups[row.group] = true
			chosen, names = append(chosen, row.group), append(names, groupTitles[row.group])
		}
	}
	if row := g.rows[g.cursor]; len(chosen) == 0 {
		if len(row.changes) == 0 {
			return m.say(note, groupTitles[row.group]+" would change nothing")
		}
		chosen, names = []presets.Group{row.group}, []string{groupTitles[row.group]}
	}
	m.pop()
	m.pop() // the list
	what := strings.Join(names, ", ") + " of " + g.entry.Name
	m.change(m.apply(g.entry.Request, chosen), what)
	m.arrange()
	return m.say(note, "applied "+what+"; alt+z takes it back")
}

// click chooses a group by its line.
func (g *groups) click(m *Model, _, y int) tea.Cmd {
	if i := (y - 1) / 2; y >= 1 && i < len(g.rows) {
		g.cursor = i
		g.toggle(i)
	} else if y == 2*len(g.rows)+2 {
		return g.apply(m)
	}
	return nil
}

func (g *groups) wheel(lines int) { g.cursor = min(max(g.cursor+lines, 0), len(g.rows)-1) }

func (g *groups) draw(t paint.Theme, w, _ int) (string, *tea.Cursor) {
	width := min(w-4, 84)
	inner := width - 4
	var lines []string
	for i, row := range g.rows {
		mark, style, box := "  ", t.Text, "[ ] "
		if row.chosen {
			box = "[x] "
		}
		if len(row.changes) == 0 {
			style, box = t.Dim, "    "
		}
		if i == g.cursor {
			mark, style = t.Accent.Bold(true).Render("▸ "), t.Accent.Bold(true)
		}
		changes := "changes nothing"
		if len(row.changes) > 0 {
			changes = tts.Clean(strings.Join(row.changes, " · "))
		}
		lines = append(lines, mark+style.Render(box+groupTitles[row.group]), "      "+t.Dim.Render(paint.Cut(changes, inner-6)))
	}
	lines = append(lines, t.Border.Render(paint.Repeat("─", inner)), t.Dim.Render(paint.Fit("space chooses, enter applies what is chosen, or the one under ▸", inner)))
	return t.Frame("Apply parts of "+tts.Clean(g.entry.Name), "esc closes", true, width, len(lines)+2, lines), nil
}
