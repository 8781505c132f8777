package lines

import (
	"strconv"
	"time"

	"voicestudio/presets"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// drawn is what the last drawing has left for the mouse and the next one.
type drawn struct {
	rev     int // of what is drawn beside the work
	h       int
	columns columns
	ruled   bool   // paragraphs are told apart
	playing string // the line that sounds
	layout  layout
	sums    sums
}

// The columns of a line, in cells.
const (
	lengthCells = 6 // "0:07.1"
	mostRight   = 20
	leastRight  = 13
)

// columns share w cells.
type columns struct{ w, number, left, text, right int }

func columnsIn(w, lines int) columns {
	c := columns{w: w, number: len(strconv.Itoa(max(lines, 10)))}
	c.left = 2 + c.number + 3 + lengthCells + 2
	c.right = min(mostRight, max(leastRight, w/5))
	c.text = max(8, w-c.left-c.right-1)
	return c
}

// Draw draws the lines with their border.
func (r *Lines) Draw(at rooms.Rect) string {
	t, inner := r.Theme, at.Inner()
	focused := r.Focus == rooms.LinesPanel && r.Top() == nil
	all := r.Work.Lines()
	foot := r.foot(all, inner.W)
	h := max(1, inner.H-len(foot))
	r.drawn.h = h
	var lines []string
	if len(all.Lines) == 0 {
		for _, said := range Say.howTo {
			lines = append(lines, paint.Wrapped(said, inner.W, 3, t.Dim.Render)...)
		}
		lines = append([]string{""}, lines[:min(len(lines), h-1)]...)
	} else {
		lines = r.listed(all, inner.W, h)
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	frame := t.Frame("", "", focused, at.W, at.H, append(lines, foot...))
	frame = r.Tabbed(frame, r.badge(all), focused, at.W)
	return t.Barred(frame, &r.list, 1, focused, at.W)
}

// badge says how many lines there are, and how many are to be made.
func (r *Lines) badge(all script.Script) string {
	if len(all.Lines) == 0 {
		return ""
	}
	_, due, _, n := r.count()
	return Say.lines(n, due)
}

// listed draws the lines that are in sight.
func (r *Lines) listed(all script.Script, w, h int) (rows []string) {
	c := columnsIn(w, len(all.Lines))
	r.drawn.columns, r.drawn.ruled = c, ruled(all.Lines)
	waits := map[string]bool{}
	for _, j := range r.waiting() {
		waits[j.Line] = true
	}
	r.list.Count(len(all.Lines))
	at, part := r.inSight(all)
	r.list.To(at)
	r.list.Part(part)
	model := r.Work.Doc().Settings.Model
	r.list.Fit(len(all.Lines), h, func(i int) int {
		n := len(r.drawn.layout.of(all.Lines[i].Text, c.text, model).rows) + r.rules(all, i)
		if all.Lines[i].Pause != nil {
			n++
		}
		if r.was(all.Lines[i]) != "" {
			n++
		}
		if r.marks.lines[all.Lines[i].ID] != "" {
			n++
		}
		return n
	})
	from, to := r.list.Sight()
	r.drawn.playing, _, _, _ = r.sounds()
	first, line, found := r.list.At(0)
	if !found {
		return nil
	}
	for i, skip := first, line; i < len(all.Lines) && len(rows) < to-from; i, skip = i+1, 0 {
		rows = append(rows, r.block(all, i, skip, skip+to-from-len(rows), waits)...)
	}
	return rows
}

// inSight is the line that has to be in sight, and which of its rows: that of the
// cursor, or the one that sounds until the cursor is moved.
func (r *Lines) inSight(all script.Script) (at, part int) {
	at = r.at
	w, _, found := r.word()
	if line, _, _, sounds := r.sounds(); sounds && !r.plays.moved {
		if i := all.Find(line); i >= 0 {
			at = i
			w.From, _, found = r.soundsNow(all.Lines[i])
		}
	}
	if found {
		part, _ = r.cellOf(all.Lines[at].Text, w)
		part += r.rules(all, at)
	}
	return at, part
}

// rules is how many rows of a line are above its words.
func (r *Lines) rules(all script.Script, i int) int {
	if r.drawn.ruled && i > 0 && all.Lines[i].Opens {
		return 1
	}
	return 0
}

// ruled reports that paragraphs of several lines are told apart by rules.
func ruled(all []script.Line) bool {
	for i, l := range all {
		if i > 0 && !l.Opens {
			return true
		}
	}
	return false
}

// block are some rows of a line as it is drawn, from one to before another.
func (r *Lines) block(all script.Script, i, from, to int, waits map[string]bool) (rows []string) {
	t, l, c := r.Theme, all.Lines[i], r.drawn.columns
	at := 0
	put := func(row func() string) {
		if at >= from && at < to {
			rows = append(rows, row())
		}
		at++
	}
	for range r.rules(all, i) {
		put(func() string { return t.Border.Render(paint.Repeat("─", c.w)) })
	}
	sign, right, ink := r.standing(l, waits[l.ID])
	mark, note, own, number := " ", " ", " ", t.Dim
	if l.ID == r.cursor {
		mark, number = "▸", t.Strong
	}
	if l.ID == r.drawn.playing {
		note = "♪"
	}
	if !l.Own.None() {
		own = "*"
	}
	head := t.Accent.Render(mark+note) + number.Render(paint.FitLeft(strconv.Itoa(i+1), c.number)+own)
	head += ink.Render(sign) + " " + t.Dim.Render(paint.FitLeft(r.length(l.ID), lengthCells)) + "  "
	first := max(0, from-at)
	for n, text := range r.words(l, first, to-at) {
		before, behind := paint.Blanks(c.left), ""
		if first+n == 0 {
			before, behind = head, ink.Render(paint.FitLeft(right, c.right))
		}
		rows = append(rows, before+paint.Fit(text, c.text)+" "+behind)
	}
	at += len(r.laid(l.Text).rows)
	if l.Pause != nil {
		put(func() string { return paint.Blanks(c.left) + t.Sign.Render(Say.pause(*l.Pause)) })
	}
	if was := r.was(l); was != "" {
		put(func() string { return paint.Blanks(c.left) + t.Dim.Render(paint.Cut(Say.was+was, c.text)) })
	}
	if said := r.marks.lines[l.ID]; said != "" {
		rows = append(rows, paint.Blanks(c.left)+t.Warning.Render(paint.Cut(Say.sounds(said), c.text)))
	}
	return rows
}

// was is what the take of a line says where its words have changed.
func (r *Lines) was(l script.Line) string {
	row := r.row(l.ID)
	if row == nil || row.State != narration.Words || row.Take == nil {
		return ""
	}
	return tts.Clean(row.Take.Request.Text)
}

// standing is a line's sign, what is said of it at the right, and in which ink.
func (r *Lines) standing(l script.Line, waits bool) (sign, right string, ink paint.Ink) {
	t, row, m := r.Theme, r.row(l.ID), r.make
	switch {
	case m.coming[l.ID] != nil:
		return "◌", Say.coming, t.Accent
	case m.spoken[l.ID]:
		return "◌", Say.asked, t.Accent
	case waits:
		return "◌", Say.waits, t.Dim
	case m.failed[l.ID] != nil:
		return "✗", sentence(m.failed[l.ID]), t.Failure
	case row == nil:
		return "·", "", t.Dim
	}
	switch row.State {
	case narration.Current:
		return "●", r.taken(row), t.Good
	case narration.Refused:
		return "✗", tts.AsError(row.Err, tts.KindRequest).Message, t.Failure
	case narration.Words:
		return "✎", Say.state[row.State], t.Warning
	case narration.Settings:
		return "±", Say.changed(presets.Sentences(row.Changes)), t.Warning
	case narration.Elsewhere:
		return "⇄", Say.state[row.State], t.Warning
	default:
		return "○", Say.state[row.State], t.Dim
	}
}

// taken says which of the takes is in the whole.
func (r *Lines) taken(row *narration.Row) string {
	if len(row.Takes) < 2 {
		return Say.takes(len(row.Takes))
	}
	for i, take := range row.Takes {
		if take.ID == row.Take.ID {
			return Say.chosen(i+1, len(row.Takes))
		}
	}
	return ""
}

// length is how long a line sounds, as far as it is known.
func (r *Lines) length(id string) string {
	if speech := r.make.coming[id]; speech != nil {
		return ""
	}
	if row := r.row(id); row != nil && row.Take != nil && row.Take.AudioMS != nil {
		return session.Clock(time.Duration(*row.Take.AudioMS) * time.Millisecond)
	}
	return ""
}

// foot sums up the whole.
func (r *Lines) foot(all script.Script, w int) []string {
	if len(all.Lines) == 0 || !r.looks.once {
		return nil
	}
	current, _, stuck, n := r.count()
	length, complete := r.duration(all)
	said := []paint.Phrase{{Full: Say.length(length, complete)}, {Full: Say.current(current, n)}}
	if bill := r.bill(); bill.Lines+bill.Free > 0 {
		said = append(said, paint.Phrase{Full: Say.due(bill.Lines+bill.Free, bill.Characters, r.priced(bill))})
	}
	if stuck > 0 {
		said = append(said, paint.Phrase{Full: Say.stuckLines(stuck)})
	}
	if row := r.row(r.cursor); r.walk.on && row != nil && row.Take != nil {
		if by := r.timesBy(r.cursor, row.Take.ID); by != "" {
			said = append(said, paint.Phrase{Full: by})
		}
	}
	return []string{"", r.Theme.Dim.Render(paint.Phrases(said, "   ", w))}
}

// priced says what a bill comes to.
func (r *Lines) priced(b narration.Bill) string {
	switch {
	case r.free():
		return Say.free
	case b.Price == nil:
		return Say.unknown
	case b.Unpriced > 0:
		return Say.atLeast(b.Price.String())
	}
	return b.Price.String()
}

// duration is how long the whole is, as far as takes are there.
func (r *Lines) duration(all script.Script) (d time.Duration, complete bool) {
	complete = true
	for i, l := range all.Lines {
		if row := r.row(l.ID); row != nil && row.Take != nil && row.Take.AudioMS != nil {
			d += r.lengthInWhole(*row.Take, all.Whole) + time.Duration(all.Pause(i)*float64(time.Second))
		} else {
			complete = false
		}
	}
	return d, complete
}
