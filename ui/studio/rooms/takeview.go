package rooms

import (
	"cmp"
	"fmt"
	"time"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

// Drawn draws the panel of takes and, where two are marked and there is
// room, what differs between them.
func (r *Takes) Drawn(at Rect) string {
	l, inner := r.TakeList, at.Inner()
	focused := r.Focus == TakesPanel && r.Top() == nil
	playing := r.Sound.take
	key := takesKey{l.rev, at, focused, l.Cursor(), r.Theme.Dark, playing != nil && r.Sound.Busy(), l.duration(playing)}
	return l.drawn.Get(key, func() string {
		var below []string
		if all := l.differences(); all != nil && inner.H >= 6 {
			below = r.drawDifferences(all, inner.W, inner.H/2)
		}
		lines := l.draw(r.Theme, r.Sound.take, focused, inner.W, inner.H-len(below))
		return r.Theme.Frame(Say.Panels[TakesPanel], r.badge(), focused, at.W, at.H, append(lines, below...))
	})
}

// takesKey is everything that the panel's drawing depends on.
type takesKey struct {
	rev     int
	at      Rect
	focused bool
	cursor  int
	dark    bool
	busy    bool
	grown   time.Duration
}

func (l *TakeList) duration(row *takeRow) time.Duration {
	if row == nil || row.timeline == nil || row.AudioMS != nil {
		return 0
	}
	return row.timeline.Duration()
}

func (r *Takes) badge() string {
	if n := len(r.rows); n > 0 {
		return fmt.Sprint(r.rows[0].number)
	}
	return ""
}

func (l *TakeList) draw(t paint.Theme, playing *takeRow, focused bool, w, h int) []string {
	lines := make([]string, 0, h)
	if len(l.rows) == 0 {
		return append(lines, t.Dim.Render(Say.takes.empty), t.Dim.Render(Say.takes.kept))
	}
	l.Fit(len(l.rows), h, nil)
	from, to := l.Sight()
	for i := from; i < to; i++ {
		lines = append(lines, l.line(t, i, playing, focused, w))
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines
}

func (l *TakeList) line(t paint.Theme, i int, playing *takeRow, focused bool, w int) string {
	row := l.rows[i]
	mark := " "
	switch row {
	case l.a:
		mark = t.Warning.Render("A")
	case l.b:
		mark = t.Warning.Render("B")
	}
	now := " "
	if row == playing {
		now = t.Accent.Render("♪")
	}
	style, number := t.Text, fmt.Sprintf("%3d", row.number)
	if i == l.Cursor() && focused {
		style, number = t.Accent.Bold(true), fmt.Sprintf("▸%2d", row.number)
	}
	right := ""
	if state := row.State(); row.Live {
		right = t.Dim.Render(" " + state)
	} else if state != "" {
		right = t.Warning.Render(" " + state)
	}
	if row.Note != "" {
		right += t.Dim.Render(" ✎")
	}
	if row.Starred {
		right += t.Warning.Render(" ★")
	}
	left := mark + now + style.Render(number) + " " + t.Dim.Render(paint.Fit(row.length(), 6)) + " "
	said := row.change
	if row.Note != "" && i == l.Cursor() && focused {
		said = Say.Screen.quoted(tts.Clean(row.Note))
	}
	room := w - paint.Width(left) - paint.Width(right)
	return left + style.Render(paint.Fit(said, room)) + right
}

// length is how long a take sounds.
func (r *takeRow) length() string {
	if said := session.Length(r.Take); said != "" || r.timeline == nil || !session.Playable(r.Request) {
		return cmp.Or(said, "?")
	}
	return session.Clock(r.timeline.Duration())
}

func (r *Takes) drawDifferences(all []string, w, most int) []string {
	t := r.Theme
	title := " " + Say.compare.title + " "
	levels := " " + Say.sound.unmatched + " "
	if levelsMatched(r.a, r.b) {
		levels = " " + Say.sound.matched + " "
	}
	rule := paint.Repeat("─", w-paint.Width(title+levels)-2)
	lines := []string{t.Border.Render("─") + title + t.Border.Render(rule) + t.Dim.Render(levels) + t.Border.Render("─")}
	sides := "A│B"
	switch r.Side {
	case r.a:
		sides = t.Marked.Render("A") + "│B"
	case r.b:
		sides = "A│" + t.Marked.Render("B")
	}
	lines = append(lines, sides+"  "+Say.compare.switches)
	for i, said := range all {
		if len(lines) == most {
			lines[most-1] = t.Dim.Render(Say.Screen.more(len(all) - i + 1))
			break
		}
		lines = append(lines, paint.Fit(t.Text.Render(said), w))
	}
	return lines
}
