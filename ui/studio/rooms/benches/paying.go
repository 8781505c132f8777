package benches

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// missing are the rows that can be made.
func (l *Lineup) missing() (rows []*Row) {
	for _, row := range l.Rows {
		if s := row.State(); (s == Missing || s == Failed) && !row.Refused() && row.looked() {
			rows = append(rows, row)
		}
	}
	return rows
}

// bills are what rows would cost.
func bills(rows []*Row) []bench.Bill {
	var all []bench.Row
	for _, row := range rows {
		all = append(all, row.Row)
	}
	return bench.Bills(all)
}

// pay makes rows whose price was in sight, unless that would pass the session's
// cap.
func (l *Lineup) pay(rows []*Row) tea.Cmd {
	l.asked = rows
	for _, b := range bills(rows) {
		if b.Host == tts.Sandbox {
			continue
		}
		err := l.Session.AffordsAt(b.Host, b.Price, b.Unpriced)
		if why, found := errors.AsType[*session.Costs](err); found {
			l.Push(dialog.NewOverCap(why, l.Payer), rooms.InList)
			return nil
		}
		if err != nil {
			return l.Fail(err)
		}
	}
	return l.Make(rows, session.WithinCap)
}

// PayOnce makes what would pass the session's cap, and leaves the cap.
func (l *Lineup) PayOnce() tea.Cmd { return l.Make(l.asked, session.BeyondCap) }

// RaiseCap lets the session cost more, and makes them.
func (l *Lineup) RaiseCap(to tts.Money) tea.Cmd {
	l.Session.RaiseCap(to)
	return l.Make(l.asked, session.WithinCap)
}

// SendUnpriced lets the session send what has no known price, and makes them.
func (l *Lineup) SendUnpriced() tea.Cmd {
	l.Session.SendUnpriced()
	return l.Make(l.asked, session.WithinCap)
}
