package benches

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/presets/audition/panel"
	"voicestudio/ui/studio/paint"
)

// The cells of a clip's row in the ranking: its digit on the bench at the left, its
// score and that one's bounds in percent.
const (
	digitCells  = 2
	scoreCells  = 6 // " 100 %"
	boundsCells = 8 // "  66–100"
	mostBar     = 18
	leastBar    = 6
)

// rankColumns are the widths of what stands in such a row.
type rankColumns struct {
	w, name, bar, bounds, tail int
	tall                       bool // the bar has a line of its own
}

// rankColumnsIn shares w cells: first names and scores, then bars and bounds.
func (r *Listeners) rankColumnsIn(l audition.Listened, w int, tall bool) rankColumns {
	c := rankColumns{w: w, tall: tall, tail: paint.Width(rankTail())}
	name := l.Test.Names()
	longest := 0
	for _, item := range l.Panel.Ranking {
		longest = max(longest, paint.Width(name(l.Test.Clips[item.Clip])))
		if item.Low != nil {
			c.bounds = boundsCells
		}
	}
	if tall {
		c.name = w - digitCells - c.tail
		c.bar = min(mostBar, w-digitCells-scoreCells-c.bounds)
		return c
	}
	const leastName = 10
	left := w - digitCells - scoreCells - c.tail
	if left < leastName+1+leastBar+c.bounds {
		c.bounds = 0
	}
	left -= c.bounds
	c.name = min(longest, max(leastName, left-leastBar-1))
	if c.bar = min(mostBar, left-c.name-1); c.bar < leastBar {
		c.name, c.bar = left, 0
	}
	return c
}

func rankTail() string { return " " + Say.duels.won + "  " + Say.duels.of + "  " }

// ranking draws how the clips stand, the best first: on a line each, or on two.
func (r *Listeners) ranking(l audition.Listened, w int, tall bool) (lines []told) {
	if l.Panel.Votes == 0 {
		return nil
	}
	t, c := r.Theme, r.rankColumnsIn(l, w, tall)
	head := t.Border.Render("─ ") + t.Text.Render(Say.duels.standing) + " "
	tail := t.Dim.Render(rankTail()[:c.tail-1]) + t.Border.Render("─")
	lines = linesOf(head + t.Border.Render(paint.Repeat("─", w-paint.Width(head)-c.tail)) + tail)
	for i, item := range l.Panel.Ranking {
		lines = append(lines, r.ranked(l, item, i == 0, c)...)
	}
	return lines
}

// ranked draws one of them. Its digit, or a press on it, lets it sound.
func (r *Listeners) ranked(l audition.Listened, item panel.Item, best bool, c rankColumns) []told {
	t, b, clip := r.Theme, r.Bench, l.Test.Clips[item.Clip]
	ink, fill, digit := t.Text, t.Dim, ""
	if best {
		fill = t.Accent
		if !l.Panel.NotYet {
			ink = t.Strong
		}
	}
	var hears *spot
	if at := b.place(b.Find(clip.ID)); at > 0 {
		if at > b.page*pageSize && at <= (b.page+1)*pageSize {
			digit = fmt.Sprint(at - b.page*pageSize)
		}
		hears = &spot{do: func() tea.Cmd {
			b.to(at - 1)
			return b.HearRow()
		}}
	}
	title := t.Dim.Render(paint.Fit(digit, digitCells)) + ink.Render(paint.Fit(l.Test.Names()(clip), c.name))
	figures := t.Text.Render(paint.FitLeft(fmt.Sprint(item.Won), paint.Width(Say.duels.won))+"  "+paint.FitLeft(fmt.Sprint(item.Of), paint.Width(Say.duels.of))) + "  "
	bar := fill.Render(paint.Fit(paint.Repeat("▮", int(item.Score*float64(c.bar)+.5)), c.bar))
	score := t.Text.Render(paint.FitLeft(Say.listeners.percent(item.Score), scoreCells))
	if item.Low != nil && item.High != nil {
		score += t.Dim.Render(paint.Cut(paint.FitLeft(Say.listeners.bounds(*item.Low, *item.High), boundsCells), c.bounds))
	}
	if c.tall {
		return []told{{paint.Sides(title, figures, c.w), hears}, {paint.Blanks(digitCells) + bar + score, hears}}
	}
	if c.bar > 0 {
		title += " "
	}
	return []told{{paint.Sides(title+bar+score, figures, c.w), hears}}
}
