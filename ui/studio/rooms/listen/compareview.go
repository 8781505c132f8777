package listen

import (
	"cmp"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// leastTakes is the height that the list of takes keeps beside Compare.
const leastTakes = 10

// Parts are the areas of the takes and, below them, of what is known of one and of
// what differs between two; a part has no height where there is no room for it, or
// nothing to say.
func (r *Takes) Parts(at rooms.Rect) (list, card, compare rooms.Rect) {
	list, compare = r.beside(at)
	card = r.card(at, list)
	list.H -= card.H
	return list, card, compare
}

// beside are the areas without that of the card.
func (r *Takes) beside(at rooms.Rect) (list, compare rooms.Rect) {
	if r.a == nil || r.b == nil {
		return at, rooms.Rect{}
	}
	h := len(r.compared(at.Inner().W, 0)) + 2
	if sound := r.Layout.Panels[rooms.SoundPanel]; sound.X != at.X && sound.H >= h { // so that both begin on one line
		h = sound.H
	}
	if at.H-h < leastTakes {
		return at, rooms.Rect{}
	}
	list, compare = at, at
	list.H -= h
	compare.Y, compare.H = at.Y+list.H, h
	return list, compare
}

func (r *Takes) drawCompare(at rooms.Rect) string {
	return r.Theme.Frame(Say.compare.title, r.levels(), false, at.W, at.H, r.compared(at.Inner().W, at.Inner().H))
}

func (r *Takes) levels() string {
	return LevelsOf(levelsMatched(r.a, r.b))
}

// compared draws what differs between the marked takes, a line each, with both
// values whole, how B sounds, and what can be done; in h lines, or more.
func (r *Takes) compared(w, h int) (lines []string) {
	lines, _ = r.comparison(w, h)
	return lines
}

// comparison is that, and which of the takes a cell of it is about; nil: neither.
func (r *Takes) comparison(w, h int) (lines []string, about func(x, y int) *takeRow) {
	t, alone := r.Theme, map[int]*takeRow{} // the lines that are about one only
	all := r.differences()
	if a, b := r.gains(); a != "" {
		all = append(all, presets.Difference{Name: Say.compare.levels, A: a, B: b})
	}
	side := func(row *takeRow, name string) string {
		said := fmt.Sprintf("%s (%d)", name, row.Number)
		now := " "
		if row == r.Sound.take {
			now = t.Accent.Render("♪")
		}
		if row == r.Side {
			return now + t.Marked.Render(said)
		}
		return now + t.Strong.Render(said)
	}
	a, b := side(r.a, "A"), side(r.b, "B") // with a mark that stands before the column
	name, first, second := 0, paint.Width(a)-1, paint.Width(b)-1
	for _, d := range all {
		name = max(name, paint.Width(d.Name))
		if x, y := paint.Width(orUnset(d.A)), paint.Width(orUnset(d.B)); x+y+4+leastName <= w {
			first, second = max(first, x), max(second, y)
		}
	}
	name = max(leastName, min(name, w-4-first-second))
	line := func(name, a, b string, wide int) string {
		return paint.Fit(name, wide) + "  " + paint.Fit(a, first) + "  " + b
	}
	lines = append(lines, paint.Blanks(name+1)+paint.Fit(a, first+1)+" "+b)
	for _, d := range all {
		x, y := orUnset(d.A), orUnset(d.B)
		if paint.Width(x) <= first && paint.Width(y) <= second && name+4+first+second <= w {
			lines = append(lines, line(t.Dim.Render(paint.Cut(d.Name, name)), t.Text.Render(x), t.Text.Render(y), name))
			continue
		}
		lines = append(lines, t.Dim.Render(d.Name))
		for k, value := range []string{x, y} {
			mark := t.Strong.Render("  "+"AB"[k:k+1]) + " "
			for _, part := range paint.Wrapped(value, w-4, 2, t.Text.Render) {
				alone[len(lines)] = []*takeRow{r.a, r.b}[k]
				lines = append(lines, mark+part)
				mark = paint.Blanks(4)
			}
		}
	}
	table, rest := len(lines), Say.compare.rest
	if len(r.differences()) == 0 {
		rest = Say.compare.same
	}
	keys := []string{t.Strong.Render(Say.compare.switchKey) + "  " + t.Dim.Render(Say.compare.switches)}
	if r.Side != nil {
		name := "A"
		if r.Side == r.b {
			name = "B"
		}
		keys = append(keys, t.Strong.Render(Say.compare.takeKey)+"  "+t.Dim.Render(Say.compare.takes(name)),
			t.Strong.Render(Say.compare.voteKey)+"  "+t.Dim.Render(Say.compare.votes(name)))
	}
	lines = append(lines, t.Dim.Render(rest))
	lines = append(lines, r.heardBeside(w, max(1, h-len(lines)-len(keys)))...)
	if lines[len(lines)-1] != "" && len(lines)+len(keys) < h {
		lines = append(lines, "")
	}
	lines = append(lines, keys...)
	return lines, func(x, y int) *takeRow {
		switch row := alone[y]; {
		case row != nil:
			return row
		case y < 0 || y >= table || x <= name:
			return nil
		case x <= name+2+first:
			return r.a
		}
		return r.b
	}
}

// orUnset is a value in its column, also of what is not set or not there.
func orUnset(value string) string { return cmp.Or(value, Say.compare.unset) }

// leastName is the room for the name of what differs.
const leastName = 8

// gains are by how much each side is changed for equal loudness; empty until
// both were heard, or where they sound as they are.
func (r *Takes) gains() (a, b string) {
	if !r.a.heard() || !r.b.heard() || !levelsMatched(r.a, r.b) {
		return "", ""
	}
	said := func(db float64) string {
		if text := fmt.Sprintf("%.1f", max(db, -db)); text != "0.0" {
			return map[bool]string{true: "−", false: "+"}[db < 0] + text + " dB"
		}
		return "0"
	}
	if a, b = said(r.gain(r.a)), said(r.gain(r.b)); a == b {
		return "", ""
	}
	return a, b
}

// compareRule is what differs on one line, as much of it as fits whole.
func (r *Takes) compareRule(w int) string {
	t := r.Theme
	sides := t.Dim.Render("A│B")
	switch r.Side {
	case r.a:
		sides = t.Marked.Render("[A]") + t.Dim.Render("│B")
	case r.b:
		sides = t.Dim.Render("A│") + t.Marked.Render("[B]")
	}
	left := t.Border.Render("─ ") + sides + t.Border.Render(" ─ ")
	room := w - paint.Width(left) - 2
	said := ""
	all := r.differences()
	for i, d := range all {
		more := ""
		if i < len(all)-1 {
			more = tts.Listed("", rooms.Say.Screen.More(len(all)-i-1))
		}
		next := d.Both
		if said == "" {
			next = about(d.Name, d.Both).cut(max(1, room-paint.Width(more)))
		}
		if said != "" {
			next = tts.Listed(said, next)
		}
		if paint.Width(next+more) > room && said != "" {
			said = tts.Listed(said, rooms.Say.Screen.More(len(all)-i))
			break
		}
		said = next
	}
	if len(all) == 0 {
		said = Say.compare.same
	}
	if how := inList(r.b.soundsBeside(r.a)); how != "" {
		if more := said + " · " + Say.compare.sideB + how; paint.Width(more) <= room {
			said = more
		}
	}
	said = paint.Cut(said, room)
	return left + t.Text.Render(said) + " " + t.Border.Render(paint.Repeat("─", room-paint.Width(said)+1))
}

// Pressed does what a press in the panel below the list does, or on the line that
// stands for it: a column is heard, the lines of the keys r and v restore and
// vote, all else switches.
func (r *Takes) Pressed(x, y int) (cmd tea.Cmd, here bool) {
	list, _, below := r.Parts(r.Layout.Panels[rooms.TakesPanel])
	if inner := list.Inner(); below.H == 0 && r.NotMarked() == "" && inner.H >= 3 && y == inner.Y+inner.H-1 {
		return r.Compare(), true
	}
	if !below.Contains(x, y) {
		return nil, false
	}
	inner := below.Inner()
	lines, about := r.comparison(inner.W, inner.H)
	if line := y - inner.Y - len(lines); r.Side != nil && line == -2 {
		return r.RestoreTake(), true
	} else if r.Side != nil && line == -1 {
		return r.Vote(), true
	}
	if side := about(x-inner.X, y-inner.Y); side != nil {
		return r.hearSide(side), true
	}
	return r.Compare(), true
}
