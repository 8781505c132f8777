package lines

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// place is where a line stands in the queue.
type place int

const (
	spokenNow place = iota
	waiting
	stuck // nothing can be made of it as it is
	doubted
)

// queued is a line in the queue, or beside it.
type queued struct {
	script.Line
	at    int // in the script
	place place
	nth   int    // of those that wait
	why   string // of what is stuck or doubted
}

// queued are the lines that are spoken, those that wait, those that are stuck, and those
// that somebody should look at.
func (r *Lines) queued() (all []queued) {
	lines := r.Work.Lines()
	var rest []queued
	for i, l := range lines.Lines {
		q := queued{Line: l, at: i}
		row := r.row(l.ID)
		switch {
		case r.make.spoken[l.ID]:
			all = append(all, q)
			continue
		case row == nil:
			continue
		case r.make.failed[l.ID] != nil:
			q.place, q.why = stuck, sentence(inText(r.make.failed[l.ID]))
		case row.State == narration.Refused:
			q.place, q.why = stuck, sentence(inText(row.Err))
		default:
			if q.why = doubts(row); q.why == "" || tts.Plain(l.Text) != tts.Plain(row.Text) {
				continue
			}
			q.place = doubted
		}
		rest = append(rest, q)
	}
	for n, j := range r.waiting() {
		if i := lines.Find(j.Line); i >= 0 {
			all = append(all, queued{Line: lines.Lines[i], at: i, place: waiting, nth: n})
			rest = slices.DeleteFunc(rest, func(q queued) bool { return q.ID == j.Line })
		}
	}
	slices.SortStableFunc(rest, func(a, b queued) int { return int(a.place - b.place) })
	return append(all, rest...)
}

// doubts are what is probably meant otherwise in a line; empty: nothing.
func doubts(row *narration.Row) string {
	for _, p := range row.Problems {
		if p.Effect == tts.Doubtful && (p.Code == tts.LikeASound || p.Code == tts.LikeAPause) {
			return sentence(inText(p.Error()))
		}
	}
	return ""
}

// queueKey is what the drawing of the queue depends on.
type queueKey struct {
	at            rooms.Rect
	rev, cursor   int
	from          int // what is in sight
	work          uint64
	has           bool
	look          paint.Look
	waits, spoken int
}

// inText is an error without the field's name where that is the text: the line stands
// beside it.
func inText(err error) error {
	e := *tts.AsError(err, tts.KindMachine)
	if e.Field == "text" {
		e.Field = ""
	}
	return &e
}

// DrawQueue draws what is made, what waits and what is stuck, with its cure.
func (r *Lines) DrawQueue(at rooms.Rect) string {
	l := r.Beside(rooms.QueuePanel)
	from, _ := l.Sight()
	key := queueKey{at, r.drawn.rev, l.Cursor(), from, r.Work.Revision(), r.has(rooms.QueuePanel), r.Theme.Look, len(r.waiting()), len(r.make.spoken)}
	return r.queue.Get(key, func() string { return r.drawQueue(at) })
}

func (r *Lines) drawQueue(at rooms.Rect) string {
	w, all := at.Inner().W, r.queued()
	s := sheet{title: rooms.Say.Panels[rooms.QueuePanel], rows: len(all)}
	s.badge = paint.Phrases(Say.queueBadge(tally(all)), " · ", at.W-8-paint.Width(s.title))
	number := len(strconv.Itoa(len(r.Work.Lines().Lines)))
	drawn := make([][]string, len(all)) // only those in sight are drawn, and each once
	s.row = func(i int) []string {
		if drawn[i] == nil {
			drawn[i] = r.queueLines(all[i], i, number, w)
		}
		return drawn[i]
	}
	s.height = func(i int) int {
		if all[i].place < stuck {
			return 1
		}
		return len(s.row(i))
	}
	s.foot = r.queueFoot(all, w)
	if len(all) == 0 {
		s.head = r.dim(Say.emptyQueue(r.hasLines()), w, 3)
	}
	return r.sheet(rooms.QueuePanel, at, s)
}

func (r *Lines) hasLines() bool { return len(r.Work.Lines().Lines) > 0 }

// tally counts lines by where they stand.
func tally(all []queued) (n [doubted + 1]int) {
	for _, q := range all {
		n[q.place]++
	}
	return n
}

// queueLines draws a line of the queue.
func (r *Lines) queueLines(q queued, i, number, w int) (lines []string) {
	t := r.Theme
	mark, ink := t.Row(r.has(rooms.QueuePanel) && i == r.Beside(rooms.QueuePanel).Cursor())
	head := mark + ink.Render(paint.FitLeft(strconv.Itoa(q.at+1), number)) + " "
	if q.place < stuck {
		said, style := Say.turn(q.nth), t.Dim
		if q.place == spokenNow {
			said, style = "◌ "+Say.speaking, t.Accent
		}
		return []string{paint.Sides(head+ink.Render(tts.Clean(q.Text)), style.Render(said), w)}
	}
	sign, style := t.Failure.Render("✗ "), t.Failure
	if q.place == doubted {
		sign, style = t.Warning.Render("! "), t.Warning
	}
	indent := paint.Width(head)
	for n, said := range paint.Wrapped(q.why, w-indent-2, 8, t.Text.Render) {
		before := paint.Blanks(indent + 2)
		if n == 0 {
			before = head + sign
		}
		lines = append(lines, before+said)
	}
	if cure := r.cureOf(q); cure.said != "" {
		for _, said := range paint.Wrapped(cure.said, w-indent-2, 2, style.Render) {
			lines = append(lines, paint.Blanks(indent+2)+said)
		}
	}
	return lines
}

// queueFoot says what can be done, and what all that waits costs.
func (r *Lines) queueFoot(all []queued, w int) (foot []string) {
	n := tally(all)
	if n[waiting] > 0 {
		var rows []narration.Row
		again := false
		for _, j := range r.waiting() {
			if row := r.row(j.Line); row != nil {
				rows, again = append(rows, *row), again || j.Again
			}
		}
		bill := narration.BillOf(rows, again)
		foot = append(foot, r.dim(Say.queueBill(bill.Characters, r.priced(bill), r.Session.PerMinute()), w, 2)...)
	} else if bill := r.bill(); n[spokenNow] == 0 && r.looks.once && bill.Lines+bill.Free > 0 {
		foot = append(foot, r.dim(Say.dueBill(bill.Lines+bill.Free, bill.Characters, r.priced(bill)), w, 2)...)
	}
	var keys []paint.Phrase
	if n[waiting]+n[spokenNow] > 0 {
		keys = append(keys, Say.stopsKey)
	}
	if len(all) > 0 {
		keys = append(keys, Say.lineKey)
	}
	if n[waiting] > 0 {
		keys = append(keys, Say.dropKey)
	}
	if len(keys) == 0 {
		return foot
	}
	return append(foot, r.keys(keys, w))
}

// underQueue is the line of the queue that keys are about; false where there is none.
func (r *Lines) underQueue() (q queued, found bool) {
	all := r.queued()
	at := r.Beside(rooms.QueuePanel).Cursor()
	if len(all) == 0 {
		return q, false
	}
	return all[min(at, len(all)-1)], true
}

// EmptyQueue says why nothing can be done with a line of the queue.
func (r *Lines) EmptyQueue() string {
	if _, found := r.underQueue(); !found {
		return Say.emptyQueue(r.hasLines())
	}
	return ""
}

// Cure corrects what is known to be wrong with the line under the cursor of the queue,
// or goes to it.
func (r *Lines) Cure() tea.Cmd {
	q, _ := r.underQueue()
	if cure := r.cureOf(q); cure.does != nil {
		return cure.does()
	}
	r.To(q.at)
	r.FocusOn(rooms.LinesPanel)
	return nil
}

// NotWaiting says why the line under the cursor of the queue cannot be taken out.
func (r *Lines) NotWaiting() string {
	if q, found := r.underQueue(); !found || q.place != waiting {
		return Say.notWaiting
	}
	return ""
}

// Drop takes the line under the cursor out of those that wait.
func (r *Lines) Drop() tea.Cmd {
	q, _ := r.underQueue()
	r.make.queue.Drop(q.ID)
	r.make.of = max(r.make.of-1, r.make.done+len(r.make.spoken))
	r.file.touch()
	r.drawn.rev++
	return r.Say(rooms.Note, Say.dropped(q.at+1))
}
