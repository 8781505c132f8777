package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// Groups asks which parts of a preset to take over, and says of each what it
// would change.
type Groups struct {
	paint.List
	entry presets.Entry
	rows  []groupRow
	foot  hint
}

type groupRow struct {
	group   presets.Group
	chosen  bool
	changes []string
}

// Apply takes over some groups of a preset's settings. Names says which in
// words; Chosen are those to choose beforehand the next time.
type Apply struct {
	Entry  presets.Entry
	Groups []presets.Group
	Names  string
	Chosen map[presets.Group]bool
}

// NewGroups asks about a preset beside the settings of now. It is nil where
// the preset would change nothing.
func NewGroups(e presets.Entry, now tts.Request, chosen map[presets.Group]bool) *Groups {
	g := &Groups{entry: e}
	first := -1
	for i, group := range presets.Groups {
		changes := presets.Sentences(presets.DiffRequests(now, presets.Apply(now, e.Request, group)))
		g.rows = append(g.rows, groupRow{group, chosen[group] && len(changes) > 0, changes})
		if first < 0 && len(changes) > 0 {
			first = i
		}
	}
	if first < 0 {
		return nil
	}
	g.fit()
	g.To(first)
	return g
}

func (g *Groups) fit() { g.Fit(len(g.rows), 2*len(g.rows), func(int) int { return 2 }) }

// Toggle chooses the group under the cursor, or not any more.
func (g *Groups) Toggle() {
	if row := &g.rows[g.Cursor()]; len(row.changes) > 0 {
		row.chosen = !row.chosen
	}
}

// ToggleGroup does so with a group by its name.
func (g *Groups) ToggleGroup(group presets.Group) {
	for i, row := range g.rows {
		if row.group == group {
			g.To(i)
			g.Toggle()
		}
	}
}

// Accept takes over the chosen groups; where none is chosen, the one under the
// cursor.
func (g *Groups) Accept() Action {
	a := Apply{Entry: g.entry, Chosen: map[presets.Group]bool{}}
	var names []string
	for _, row := range g.rows {
		if row.chosen {
			a.Chosen[row.group] = true
			a.Groups, names = append(a.Groups, row.group), append(names, say.groups[row.group])
		}
	}
	if row := g.rows[g.Cursor()]; len(a.Groups) == 0 {
		if len(row.changes) == 0 {
			return Say{Text: say.parts.nothingOf(say.groups[row.group])}
		}
		a.Groups, names = []presets.Group{row.group}, []string{say.groups[row.group]}
	}
	a.Names = tts.Listed(names...)
	return a
}

// Type takes no text.
func (g *Groups) Type(tea.Msg) Action { return nil }

// Click chooses a group by its line.
func (g *Groups) Click(x, y int, _ bool) Action {
	row, _, found := g.At(y - 1)
	if !found {
		return g.foot.at(x, y)
	}
	g.To(row)
	g.Toggle()
	return nil
}

// Wheel moves the cursor.
func (g *Groups) Wheel(lines int) { g.Move(lines) }

// Draw draws the box.
func (g *Groups) Draw(t paint.Theme, w, _ int) (string, *tea.Cursor) {
	g.fit()
	width := min(w-4, 84)
	inner := width - 4
	var lines []string
	for i, row := range g.rows {
		box := "[ ] "
		if row.chosen {
			box = "[x] "
		}
		mark, style := t.Row(i == g.Cursor())
		changes := strings.Join(row.changes, " · ")
		if len(row.changes) == 0 {
			box, changes = "    ", say.parts.changesNothing
			if i != g.Cursor() {
				style = t.Dim
			}
		}
		lines = append(lines, mark+style.Render(box+say.groups[row.group]), "      "+t.Dim.Render(paint.Cut(changes, inner-6)))
	}
	lines = append(lines, t.Rule(inner))
	lines = append(lines, g.foot.draw(say.parts.hint, inner, 2, len(lines)+1, t.Dim)...)
	return t.Frame(say.parts.title(tts.Clean(g.entry.Name)), say.escCloses, true, width, len(lines)+2, lines), nil
}
