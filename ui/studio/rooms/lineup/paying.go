package lineup

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// Missing are the rows that can be made.
func (l *Lineup) Missing() (rows []*Row) {
	for _, row := range l.Rows {
		if s := row.State(); (s == Missing || s == Failed) && !row.Refused() && row.Looked() {
			rows = append(rows, row)
		}
	}
	return rows
}

// Bills are what rows would cost.
func Bills(rows []*Row) []bench.Bill {
	var all []bench.Row
	for _, row := range rows {
		all = append(all, row.Row)
	}
	return bench.Bills(all)
}

// Pay makes rows whose price was in sight, unless that would pass the session's
// cap.
func (l *Lineup) Pay(rows []*Row) tea.Cmd {
	l.asked = rows
	for _, b := range Bills(rows) {
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

// Price says what rows would cost, and whether that is nothing.
func Price(rows []*Row) (said string, free bool) {
	var parts []string
	for _, b := range Bills(rows) {
		host, _ := tts.HostAt(b.Host)
		switch {
		case b.Host == tts.Sandbox:
		case b.Price != nil && b.Unpriced > 0:
			parts = append(parts, Say.atLeast(b.Price.String(), host.Title))
		case b.Price != nil:
			parts = append(parts, Say.about(b.Price.String(), host.Title))
		default:
			parts = append(parts, Say.unknownPrice(host.Title))
		}
	}
	if len(parts) == 0 {
		return Say.Free, true
	}
	return tts.Listed(parts...), false
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
