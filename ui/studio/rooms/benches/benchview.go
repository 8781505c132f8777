package benches

import (
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/studio/rooms/script"
)

// The columns of a row, in cells: marks and stars at the left, the length and the
// level at the right.
const (
	leftCells   = 9 // "▸♪1 ★★★  "
	lengthCells = 7 // " 12:06.6"
	levelCells  = 6
	leastWave   = 8
	mostWhat    = 16 // "Cantonese female"
)

// columns are the widths of what stands between.
type columns struct{ w, label, what, wave int }

// columnsIn shares w cells: names get what they need, waveforms what is left.
func (r *Bench) columnsIn(w int) columns {
	c := columns{w: w}
	for _, row := range r.onPage() {
		c.label = max(c.label, paint.Width(r.labelOf(row)))
		c.what = max(c.what, paint.Width(r.whatOf(row)))
	}
	room := w - leftCells - lengthCells - levelCells
	c.label = min(max(c.label, paint.Width(Say.columns.label)), max(12, room*2/5))
	c.what = min(max(c.what, paint.Width(Say.columns.what)), max(mostWhat, room/5))
	if c.wave = room - c.label - c.what - 4; c.wave < leastWave {
		c.what, c.wave = 0, max(0, room-c.label-2)
	}
	return c
}

// Draw draws it with its border.
func (r *Bench) Draw(at rooms.Rect) string {
	t, inner := r.Theme, at.Inner()
	foot := r.foot(inner.W, inner.H)
	lines := r.rows(inner.W, inner.H-len(foot))
	lines = append(lines, foot...)
	title := rooms.Say.Panels[rooms.BenchPanel]
	return t.Frame(title, r.badge(at.W-8-paint.Width(title)), r.Focus == rooms.BenchPanel, at.W, at.H, lines)
}

// badge says how far the bench is, as far as w cells allow.
func (r *Bench) badge(w int) string {
	if len(r.Rows) == 0 {
		return ""
	}
	ready := 0
	for _, row := range r.Rows {
		if row.State() == lineup.Ready {
			ready++
		}
	}
	said := []paint.Phrase{{Full: Say.ready(ready, len(r.Rows))}}
	switch {
	case r.Blind:
		said = append(said, paint.Phrase{Full: Say.byLot})
	case r.a.Bench.Sort != "":
		said = append(said, paint.Phrase{Full: Say.sortedBy[r.a.Bench.Sort]})
	}
	if r.a.Bench.OnlyStarred {
		said = append(said, paint.Phrase{Full: Say.only})
	}
	if pages := (len(r.shown) + pageSize - 1) / pageSize; pages > 1 {
		said = append(said, paint.Phrase{Full: Say.page(r.page+1, pages)})
	}
	return paint.Phrases(said, " · ", w)
}

// headed is the height from which the columns have names and a line above them.
const headed = 11

// rows draws those of the page in h lines.
func (r *Bench) rows(w, h int) (lines []string) {
	t := r.Theme
	page := r.onPage()
	r.top = 0
	if len(page) == 0 {
		lines = r.nothing(w, h)
		return lines
	}
	c := r.columnsIn(w)
	if h >= headed {
		lines = append(lines, t.Dim.Render(r.head(c)), "")
	} else if h > pageSize {
		lines = append(lines, t.Dim.Render(r.head(c)))
	}
	r.top = len(lines)
	room := h - len(lines)
	r.tall = min(max((room-1)/pageSize, 1), mostTall)
	r.list.Fit(len(page), room, func(int) int { return r.tall })
	from, to := r.list.Sight()
	for i, row := range page {
		for k, line := range r.row(i, row, c) {
			if n := i*r.tall + k; n >= from && n < to {
				lines = append(lines, line)
			}
		}
	}
	if len(lines) < h && r.page == (len(r.shown)-1)/pageSize {
		lines = append(lines, t.Dim.Render(paint.Cut(paint.Blanks(2)+"+"+paint.Blanks(leftCells-3)+Say.addMore, w)))
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines
}

// nothing is said where there is no row.
func (r *Bench) nothing(w, h int) (lines []string) {
	said := []string{Say.empty, Say.howToPut}
	switch {
	case r.fault != nil:
		said = []string{tts.Clean(r.fault.Error()), Say.faultCure}
	case len(r.Rows) > 0:
		said = []string{Say.noneStarred}
	}
	for _, s := range said {
		lines = append(lines, paint.Wrapped(s, w, 3, r.Theme.Dim.Render)...)
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines[:h]
}

func (r *Bench) head(c columns) string {
	n := Say.columns
	line := paint.Blanks(4) + "★" + paint.Blanks(leftCells-5) + paint.Fit(n.label, c.label) + "  "
	if c.what > 0 {
		line += paint.Fit(n.what, c.what) + "  "
	}
	return paint.Cut(line+paint.Fit(n.sound, c.wave)+paint.FitLeft(n.length, lengthCells)+paint.FitLeft(n.level, levelCells), c.w)
}

// foot is what stands below the rows: the line, and how they compare; for a row
// that has failed, why in full.
func (r *Bench) foot(w, h int) (lines []string) {
	t := r.Theme
	const label = 9
	most, gap := 2, h > headed+4
	if h < 12 {
		most = 1
	}
	text := tts.Clean(script.Shown(r.a.Text))
	if len(r.Rows) > 0 && paint.Width(text) > 0 {
		hint := Say.lineKey(len(r.Rows))
		said := paint.Wrapped(text, w-label, most, t.Text.Render)
		for i, line := range said {
			name := ""
			if i == 0 {
				name = Say.line
			}
			lines = append(lines, t.Dim.Render(paint.Fit(name, label))+line)
		}
		if last := len(lines) - 1; paint.Width(lines[last])+2+paint.Width(hint) <= w && h >= 12 {
			lines[last] = paint.Sides(lines[last], t.Dim.Render(hint), w)
		}
		for gap && len(lines) < most {
			lines = append(lines, "")
		}
	}
	if gap && len(lines) > 0 {
		lines = append(append([]string{""}, lines...), "")
	}
	row := r.current()
	if row == nil || row.State() != lineup.Failed {
		return append(lines, t.Dim.Render(paint.Phrases(r.compares(), Say.between(), w)))
	}
	why := r.failure(row, w, gap)
	for spare := len(why) - 1; gap && spare > 0 && lines[len(lines)-1] == ""; spare-- {
		lines = lines[:len(lines)-1]
	}
	return append(lines, why...)
}

// failure says what is wrong with a row and what trying again would cost; in full
// where it may take several lines.
func (r *Bench) failure(row *lineup.Row, w int, inFull bool) (lines []string) {
	t, price := r.Theme, ""
	if !row.Refused() && !r.Blind {
		if one, free := lineup.Price([]*lineup.Row{row}); !free {
			price = " · " + Say.againFor(one)
		}
	}
	const most = 3
	why := r.why(row)
	if !inFull || paint.Width(why+price) <= w {
		return []string{t.Failure.Render(paint.Cut(why, w-paint.Width(price))) + t.Dim.Render(price)}
	}
	lines = paint.Wrapped(why, w, most, t.Failure.Render)
	if price != "" {
		lines = append(lines, t.Dim.Render(paint.Cut(strings.TrimPrefix(price, " · "), w)))
	}
	return lines
}

// compares says how fair the comparison is, or what it would take to be one.
func (r *Bench) compares() (said []paint.Phrase) {
	missing := r.Missing()
	switch row := r.current(); {
	case len(r.Rows) == 0:
		return nil
	case row != nil && row.State() == lineup.Missing && !row.Refused() && len(missing) > 0:
		price, _ := lineup.Price(missing)
		if len(missing) == 1 || r.Blind {
			return []paint.Phrase{{Full: Say.makes(len(missing), price)}}
		}
		one, _ := lineup.Price([]*lineup.Row{row})
		return []paint.Phrase{{Full: Say.notMadeYet(one)}, {Full: Say.makesAll(len(missing), price)}}
	case !r.Matched:
		return []paint.Phrase{{Full: Say.unmatched, Short: Say.unmatchedShort}}
	}
	return []paint.Phrase{{Full: Say.matched}, {Full: Say.digits}}
}

// Press hears the row at a cell of the screen, and takes it by a double click.
func (r *Bench) pressed(y int) (row int, add bool) {
	inner := r.Layout.Panels[rooms.BenchPanel].Inner()
	line := y - inner.Y - r.top
	if i, _, found := r.list.At(line); found {
		return i, false
	}
	return -1, len(r.onPage()) > 0 && line == len(r.onPage())*r.tall && r.page == (len(r.shown)-1)/pageSize
}
