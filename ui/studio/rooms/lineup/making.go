package lineup

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/speak"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms"
)

// made is how a row is being made.
type made struct {
	runs   bool
	speech *speak.Speech // nil until the host begins to answer
	by     *deed         // the last that makes it
}

// deed is rows that are being made.
type deed struct {
	of     *Lineup
	rows   [][]*Row // those of a group want the same
	cancel context.CancelFunc
	events chan bench.Event // closed when nothing more comes

	done, failed int
	dropped      bool // nobody asks for it any more
}

// eventsPerRow is the most that is told of one: it comes, it is whole or has
// failed.
const eventsPerRow = 3

// Make speaks rows of which there is nothing yet.
func (l *Lineup) Make(rows []*Row, agreed session.Consent) tea.Cmd {
	l.join(rows)
	rows = slices.DeleteFunc(slices.Clone(rows), func(r *Row) bool { return r.Take != nil || r.made.runs })
	if len(rows) == 0 {
		return nil
	}
	ctx, cancel := context.WithCancel(l.Ctx)
	d := &deed{of: l, cancel: cancel, events: make(chan bench.Event, eventsPerRow*len(rows))}
	asks := make([]bench.Row, len(rows))
	for i, row := range rows {
		d.rows = append(d.rows, []*Row{row})
		row.Err = nil
		row.made = made{runs: true, by: d}
		row.Timeline = nil
		asks[i] = row.Row
		l.Sound.Ours(row.Ask.Request)
	}
	l.deeds = append(l.deeds, d)
	speaking := l.Session
	return tea.Batch(l.OnErrand(Say.making(len(rows)), func() tea.Msg {
		defer close(d.events)
		bench.Make(ctx, speaking, asks, agreed, func(e bench.Event) { d.events <- e })
		return nil
	}), d.wait)
}

// join lets rows wait for what is being made for others: it is not paid twice.
func (l *Lineup) join(rows []*Row) {
	for _, row := range rows {
		for _, d := range l.deeds {
			for i, group := range d.rows {
				is := group[0]
				if row.Take != nil || row.made.runs || !is.made.runs || is.made.by != d || row.Ask.To.Host != is.Ask.To.Host || !row.Ask.Request.Equal(is.Ask.Request) {
					continue
				}
				row.Err, row.made, row.Timeline, row.Clip = nil, is.made, is.Timeline, is.Clip
				d.rows[i] = append(group, row)
			}
		}
	}
}

// wait waits for what comes next.
func (d *deed) wait() tea.Msg {
	if e, more := <-d.events; more {
		return eventMsg{d, e}
	}
	return madeMsg{d}
}

// eventMsg tells what becomes of a row.
type eventMsg struct {
	deed *deed
	bench.Event
}

// TakeIn shows it; what begins to come can be heard.
func (m eventMsg) TakeIn() tea.Cmd {
	d, l, rows := m.deed, m.deed.of, m.deed.rows[m.Row]
	cmds := []tea.Cmd{d.wait}
	if m.Speech != nil && rows[0].made.speech == nil {
		sound := l.Player.Load(l.Ctx, m.Speech.Reader(), session.FormatOf(m.Speech.Request))
		for _, row := range rows {
			row.made.speech = m.Speech
			cmds = append(cmds, l.load(row, sound))
		}
		cmds = append(cmds, l.satisfy())
	}
	switch {
	case m.Take != nil:
		d.done++
	case m.Err != nil:
		d.failed++
	}
	if m.Take != nil || m.Err != nil {
		if l.Ended != nil && m.Speech != nil {
			l.Ended(m.Speech)
		}
		for _, row := range rows {
			if row.Take, row.Err, row.made.runs = m.Take, m.Err, false; d.dropped {
				row.Err = nil // nobody waits for it, but somebody may again
			}
		}
	}
	return tea.Batch(append(cmds, l.changed())...)
}

// madeMsg tells that nothing more comes.
type madeMsg struct{ deed *deed }

// TakeIn says what has come about.
func (m madeMsg) TakeIn() tea.Cmd {
	d, l := m.deed, m.deed.of
	d.cancel()
	l.deeds = slices.DeleteFunc(l.deeds, func(other *deed) bool { return other == d })
	stopped := false
	for _, row := range slices.Concat(d.rows...) {
		if row.made.by == d { // else it is made once more already
			stopped = stopped || row.made.runs
			row.made.runs = false
		}
	}
	reread := l.Sound.Reread()
	switch {
	case d.dropped:
		return tea.Batch(reread, l.changed())
	case stopped:
		return tea.Batch(reread, l.Say(rooms.Note, Say.stopped(d.done, len(d.rows))))
	case d.failed > 0:
		return tea.Batch(reread, l.Say(rooms.Caution, Say.someFailed(d.failed, len(d.rows))))
	}
	return reread
}

// BeingMade are the rows that are made now.
func (l *Lineup) BeingMade() (rows []*Row) {
	for _, d := range l.deeds {
		rows = append(rows, slices.Concat(d.rows...)...)
	}
	return rows
}

// Working says how far it is; empty where nothing is made.
func (l *Lineup) Working() string {
	of, at := 0, 0
	for _, d := range l.deeds {
		of += len(d.rows)
		at += d.done + d.failed
	}
	if of == 0 {
		return ""
	}
	return rooms.Say.Screen.EscStops(Say.makingOf(min(at+1, of), of))
}

// Drop makes nothing any more but what some rows are of, and says nothing of it.
func (l *Lineup) Drop(but ...*Row) {
	for _, d := range l.deeds {
		if !slices.ContainsFunc(slices.Concat(d.rows...), func(r *Row) bool { return slices.Contains(but, r) }) {
			d.dropped = true
			d.cancel()
		}
	}
}

// StopMaking makes no more; what has come stays. False where nothing is made, or
// a dialog has the keys.
func (l *Lineup) StopMaking() bool {
	stopped := false
	for _, d := range l.deeds {
		if l.Top() == nil && slices.ContainsFunc(slices.Concat(d.rows...), func(r *Row) bool { return r.State() == Waiting || r.State() == Coming }) {
			d.cancel()
			stopped = true
		}
	}
	return stopped
}
