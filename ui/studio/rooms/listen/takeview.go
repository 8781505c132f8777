package listen

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// Drawn draws the panel of takes and, where two are marked, what differs
// between them: in a panel of its own, or where there is little room, on a line.
func (r *Takes) Drawn(at rooms.Rect) string {
	l := r.TakeList
	l.sift()
	focused := r.Focus == rooms.TakesPanel && r.Top() == nil
	playing := r.Sound.take
	key := takesKey{l.Rev, l.sieve, at, r.Layout.Panels[rooms.SoundPanel], focused, l.Cursor(), r.Theme.Look, playing, playing != nil && r.Sound.Busy(),
		l.duration(playing), l.Side, l.a.heard() && l.b.heard(), daysSince(r.Now())}
	return l.drawn.Get(key, func() string {
		list, card, below := r.Parts(at)
		inner := list.Inner()
		lines := r.lines(focused, inner.W, inner.H)
		if below.H == 0 && r.a != nil && r.b != nil && inner.H >= 3 {
			lines = append(r.lines(focused, inner.W, inner.H-1), r.compareRule(inner.W))
		}
		title := rooms.Say.Panels[rooms.TakesPanel]
		drawn := r.Theme.Frame(title, l.filtered(at.W-6-paint.Width(title)), focused, list.W, list.H, lines)
		drawn = r.Theme.Scrolled(drawn, &l.List, 1, focused, list.W)
		if card.H > 0 {
			drawn = paint.Below(drawn, r.drawCard(card))
		}
		if below.H > 0 {
			drawn = paint.Below(drawn, r.drawCompare(below))
		}
		return drawn
	})
}

// takesKey is everything that the panel's drawing depends on.
type takesKey struct {
	rev     int
	sieve   sieve
	at      rooms.Rect
	beside  rooms.Rect // of Sound
	focused bool
	cursor  int
	look    paint.Look
	playing *takeRow
	busy    bool
	grown   time.Duration
	side    *takeRow
	levels  bool // of A and B are known
	today   int
}

// heard reports whether all of a take's sound is in memory.
func (r *takeRow) heard() bool { return r != nil && r.timeline != nil && r.timeline.Complete() }

func (l *TakeList) duration(row *takeRow) time.Duration {
	if row == nil || row.timeline == nil || row.AudioMS != nil {
		return 0
	}
	return row.timeline.Duration()
}

// daysSince numbers the days of the person's own calendar.
func daysSince(t time.Time) int {
	y, m, d := t.Local().Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// day is the rule over the first take of a day; empty over any other, and
// over today's.
func (r *Takes) day(i int) string {
	row := r.shown[i]
	if i > 0 && daysSince(r.shown[i-1].Time) == daysSince(row.Time) {
		return ""
	}
	ago := daysSince(r.Now()) - daysSince(row.Time)
	if i == 0 && ago == 0 {
		return ""
	}
	return Say.Takes.day(ago, row.Time.Local())
}

// note is what somebody said of a take, its tags included; empty where nobody
// did.
func (r *takeRow) note() string {
	var said []string
	if r.Note != "" {
		said = append(said, rooms.Say.Screen.Quoted(tts.Clean(strings.ReplaceAll(r.Note, "\n", " "))))
	}
	for _, tag := range r.Tags {
		said = append(said, "#"+tts.Clean(tag))
	}
	return strings.Join(said, " ")
}

// roomForNotes is the height from which notes stand below their takes, also
// where not all takes fit.
const roomForNotes = 10

// lines draws the takes that are in sight.
func (r *Takes) lines(focused bool, w, h int) []string {
	t, l := r.Theme, r.TakeList
	if len(l.shown) == 0 {
		said := []string{Say.Takes.empty, Say.Takes.kept}
		if len(l.Rows) > 0 {
			said = []string{l.noneFits()}
		}
		var lines []string
		for _, s := range said {
			lines = append(lines, paint.Wrapped(s, w, 2, t.Dim.Render)...)
		}
		return append(lines, make([]string, max(0, h-len(lines)))...)[:h]
	}
	heights, noted := make([]int, len(l.shown)), []int{}
	all, length := 0, 4
	for i, row := range l.shown {
		heights[i] = 1
		if r.day(i) != "" {
			heights[i]++
		}
		if row.note() != "" {
			noted = append(noted, i)
		}
		all += heights[i]
		length = max(length, len(row.length()))
	}
	notes := h >= roomForNotes || all+len(noted) <= h
	if notes {
		for _, i := range noted {
			heights[i]++
		}
	}
	l.Fit(len(l.shown), h, func(i int) int { return heights[i] })
	from, to := l.Sight()
	lines := make([]string, 0, h)
	at := 0
	for i := 0; i < len(l.shown) && at < to; at, i = at+heights[i], i+1 {
		if at+heights[i] <= from {
			continue
		}
		for k, line := range r.row(i, heights[i], columns{w, length, len(fmt.Sprint(l.Rows[0].Number)), notes}, focused) {
			if at+k >= from && at+k < to {
				lines = append(lines, line)
			}
		}
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines
}

// columns are the widths of a take's line, and whether notes have lines.
type columns struct {
	w, length, number int
	notes             bool
}

// row draws a take in so many lines: the rule of its day, itself, its note. All
// marks stand before its number, each in a column of its own.
func (r *Takes) row(i, height int, c columns, focused bool) (lines []string) {
	t, row := r.Theme, r.shown[i]
	if day := r.day(i); day != "" {
		lines = append(lines, t.Border.Render("─ ")+t.Dim.Render(day)+" "+t.Border.Render(paint.Repeat("─", c.w-3-paint.Width(day))))
	}
	mark := " "
	switch row {
	case r.a:
		mark = t.Warning.Render("A")
	case r.b:
		mark = t.Warning.Render("B")
	}
	now := " "
	if row == r.Sound.take {
		now = t.Accent.Render("♪")
	}
	style, here := t.Text, " "
	if i == r.Cursor() && focused {
		style = t.Accent.Bold(true)
		here = style.Render("▸")
	}
	star := " "
	if row.Starred {
		star = t.Warning.Render("★")
	}
	number := fmt.Sprintf("%*d", c.number, row.Number)
	right := ""
	if state := row.State(); row.Live {
		right = t.Dim.Render(" " + state)
	} else if state != "" {
		right = t.Warning.Render(" " + state)
	}
	if row.note() != "" && !c.notes {
		right += t.Dim.Render(" ✎")
	}
	left := here + mark + now + star + " " + style.Render(number) + " " + t.Dim.Render(paint.FitLeft(row.length(), c.length)) + "  "
	var before *takeRow
	if i+1 < len(r.shown) && daysSince(r.shown[i+1].Time) == daysSince(row.Time) {
		before = r.shown[i+1]
	}
	indent := paint.Width(left)
	room := c.w - indent - paint.Width(right)
	lines = append(lines, left+style.Render(paint.Fit(toldIn(row.changedFrom(before), room), room))+right)
	if len(lines) < height {
		lines = append(lines, paint.Blanks(indent)+t.Dim.Render(paint.Cut(row.note(), c.w-indent)))
	}
	return lines
}

// length is how long a take sounds, to the second.
func (r *takeRow) length() string {
	var d time.Duration
	switch {
	case r.AudioMS != nil:
		d = time.Duration(*r.AudioMS) * time.Millisecond
	case r.timeline == nil || !session.Playable(r.Request):
		return "?"
	default:
		d = r.timeline.Duration()
	}
	seconds := int(d.Round(time.Second).Seconds())
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}

// PressedTitle does what a press on the panel's title line does: on the filter,
// the next one is chosen.
func (r *Takes) PressedTitle(x int) bool {
	at := r.Layout.Panels[rooms.TakesPanel]
	title := rooms.Say.Panels[rooms.TakesPanel]
	return OnBadge(at, r.filtered(at.W-6-paint.Width(title)), x)
}
