package lines

import (
	"context"
	"errors"
	"maps"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/rooms"
)

// looking is how far what is known of the lines is of now. One look at a time: what
// changes meanwhile has another one follow.
type looking struct {
	runs     bool
	stale    bool // something besides the work has changed
	revision uint64
	host     tts.HostName
	cancel   context.CancelFunc
	once     bool // one has come
	// then is done once they are known as they are now.
	then func() tea.Cmd
	// since are the takes that were made after it began.
	since []narration.Event
}

// lookedMsg brings the lines as they stand.
type lookedMsg struct {
	of   *Lines
	rows []narration.Row
	err  error
}

// work is the script as narration takes it, in the background too.
func (r *Lines) work() narration.Work {
	return narration.Work{Script: r.Work.Lines(), Kept: maps.Clone(r.kept), Request: r.Work.Requested(), Host: r.host(), Preset: r.Work.Opened().Name}
}

// look finds out how the lines stand, where that may have changed.
func (r *Lines) look() tea.Cmd {
	l := &r.looks
	if l.runs || !r.outdated() {
		return nil
	}
	l.runs, l.stale, l.revision, l.host, l.since = true, false, r.Work.Revision(), r.host(), nil
	ctx, cancel := context.WithCancel(r.Ctx)
	l.cancel = cancel
	work, speaking := r.work(), r.Session
	return func() tea.Msg {
		defer cancel()
		rows, err := narration.Look(ctx, speaking, work)
		return lookedMsg{r, rows, err}
	}
}

// outdated reports that the lines were looked at before something changed.
func (r *Lines) outdated() bool {
	l := &r.looks
	return l.stale || l.revision != r.Work.Revision() || l.host != r.host()
}

// once does something about the lines when it is known how they stand now: a change
// and the key after it are faster than the disk.
func (r *Lines) once(do func() tea.Cmd) tea.Cmd {
	if r.looks.runs || r.outdated() {
		r.looks.then = do
		return r.look()
	}
	return do()
}

// TakeIn shows them.
func (m lookedMsg) TakeIn() tea.Cmd {
	r := m.of
	r.looks.runs = false
	if m.err != nil {
		r.looks.then = nil // nobody waits for it any more when the next one comes
		if errors.Is(m.err, context.Canceled) {
			return nil
		}
		return r.Fail(m.err)
	}
	r.looks.once = true
	clear(r.rows)
	for i := range m.rows {
		r.rows[m.rows[i].ID] = &m.rows[i]
	}
	for _, e := range r.looks.since {
		if row := r.row(e.Line); row != nil {
			r.landed(row, e.Take)
		}
	}
	r.drawn.rev++
	if r.outdated() {
		return nil // of what was chosen meanwhile they know nothing
	}
	if now, found := narration.Adopt(m.rows, r.kept); found {
		r.kept = now
		r.file.touch()
	}
	cmd := r.renew()
	if then := r.looks.then; then != nil {
		r.looks.then = nil
		return tea.Batch(cmd, then())
	}
	return cmd
}

// sums is what making all that is due would cost, as it was added up last.
type sums struct {
	rev      int
	revision uint64
	bill     narration.Bill
}

// bill is what making all that is due would cost.
func (r *Lines) bill() narration.Bill {
	if s := &r.drawn.sums; s.rev != r.drawn.rev || s.revision != r.Work.Revision() {
		*s = sums{r.drawn.rev, r.Work.Revision(), narration.BillOf(r.ordered(), false)}
	}
	return r.drawn.sums.bill
}

// Due is what making all that is due would be billed: the characters, and the price
// where it is known.
func (r *Lines) Due() (characters int, price *tts.Money) {
	b := r.bill()
	return b.Characters, b.Price
}

// count says how many lines are current, due, stuck, and how many there are.
func (r *Lines) count() (current, due, stuck, all int) {
	all = len(r.Work.Lines().Lines)
	for id, row := range r.rows {
		switch {
		case row.State == narration.Current:
			current++
		case row.State == narration.Refused, r.make.failed[id] != nil && !r.make.spoken[id]:
			stuck++
		default:
			due++
		}
	}
	return current, due, stuck, all
}

// NotLooked says why nothing is known of the lines yet.
func (r *Lines) NotLooked() string {
	if why := r.None(); why != "" {
		return why
	}
	if !r.looks.once {
		return rooms.Say.Screen.Reading(Say.theLines)
	}
	return ""
}
