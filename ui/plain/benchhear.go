package plain

import (
	"context"
	"errors"
	"strconv"
	"sync"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	benching "voicestudio/ui/bench"
	"voicestudio/ui/session"
)

// billed is what rows would cost.
func (d *desk) billed(rows []benching.Row) string { return d.priced(benching.Bills(rows)) }

func (d *desk) priced(bills []benching.Bill) string {
	var said []string
	for _, b := range bills {
		switch {
		case b.Host == tts.Sandbox:
			said = append(said, session.Cost(b.Host, nil))
		case b.Price == nil || b.Unpriced > 0:
			said = append(said, say.host.at(session.Cost(b.Host, nil), title(b.Host)))
		default:
			said = append(said, say.host.at(say.host.about(b.Price.String()), title(b.Host)))
		}
	}
	return joined(said...)
}

func costs(rows []benching.Row) bool { return cost(benching.Bills(rows)) }

func cost(bills []benching.Bill) bool {
	for _, b := range bills {
		if b.Host != tts.Sandbox {
			return true
		}
	}
	return false
}

// pay makes rows once somebody has agreed to the price, where there is one, and
// does something then.
func (d *desk) pay(l *lineup, rows []benching.Row, agreed bool, event func(benching.Event), then func()) error {
	return d.payBills(benching.Bills(rows), len(rows), agreed, func(consent session.Consent) { d.make(l, rows, consent, event, then) })
}

// payBills sends something once somebody has agreed to the price, where there is one.
func (d *desk) payBills(bills []benching.Bill, clips int, agreed bool, send func(session.Consent)) error {
	afford := func() error {
		for _, b := range bills {
			if b.Host == tts.Sandbox {
				continue
			}
			err := d.session.AffordsAt(b.Host, b.Price, b.Unpriced)
			if why, found := errors.AsType[*session.Costs](err); found {
				d.overCap(why, func(agreed session.Consent) error {
					send(agreed)
					return nil
				})
				return nil
			}
			if err != nil {
				return err
			}
		}
		send(session.WithinCap)
		return nil
	}
	if !cost(bills) || agreed {
		return afford()
	}
	d.ask(say.ask.rows(clips, d.priced(bills)), question{choices: []choice{{say.ask.yes, afford}, {say.ask.no, d.notSent}}})
	return nil
}

// make speaks rows beside the loop.
func (d *desk) make(l *lineup, rows []benching.Row, agreed session.Consent, event func(benching.Event), then func()) {
	ctx, cancel := context.WithCancel(d.ctx)
	l.cancel = cancel
	if d.Typed && len(rows) > 1 {
		d.say(say.bench.making(len(rows)))
	}
	d.later(func() func() {
		var mu sync.Mutex
		var faults []error
		var events []benching.Event
		benching.Make(ctx, d.session, rows, agreed, func(e benching.Event) {
			mu.Lock()
			defer mu.Unlock()
			if events = append(events, e); e.Err != nil {
				faults = append(faults, e.Err)
			}
		})
		return func() {
			stopped := ctx.Err() != nil
			cancel()
			l.cancel = nil
			for _, e := range events {
				if event != nil {
					event(e)
				}
			}
			if stopped {
				return
			}
			for _, err := range faults {
				if l == &d.bench.lineup && d.bench.a.Bench.Blind || l == &d.ladder.lineup && d.ladder.blind {
					err = tts.Lost(tts.Said{What: say.bench.oneFailed}, nil)
				}
				d.fail(err)
			}
			then()
		}
	})
}

// benchMake makes what is missing.
func benchMake(d *desk, _ string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	rows := d.bench.missing()
	if len(rows) == 0 {
		d.say(say.bench.allMade)
		return nil
	}
	return d.pay(&d.bench.lineup, rows, false, nil, func() {
		d.after(d.keepTakes())
		d.say(say.bench.made(len(rows)-len(d.bench.missing()), len(rows)))
		d.list = heardList(d.hearRow, 0)
	})
}

// keepTakes keeps in the file which takes answer, so that they are not pruned.
func (d *desk) keepTakes() error {
	if err := d.lookBench(); err != nil {
		return err
	}
	found := map[string]string{}
	for _, row := range d.bench.rows {
		if row.Take != nil && row.Candidate.Take != row.Take.ID {
			found[row.ID] = row.Take.ID
		}
	}
	if len(found) == 0 {
		return nil
	}
	text := d.bench.a.Text
	return d.editBench(func(a *audition.Audition) {
		for i, c := range a.Candidates {
			if id, made := found[c.ID]; made && a.Text == text {
				a.Candidates[i].Take = id
			}
		}
	})
}

// hearRow lets a candidate be heard, at the same word as the one that sounds. One
// of which there is nothing is made first, at its price.
func (d *desk) hearRow(n int) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	b := &d.bench
	row, err := b.number(n)
	if err != nil {
		return err
	}
	if row.Take != nil {
		return d.hearBench(row)
	}
	switch {
	case row.Refused() && b.a.Bench.Blind:
		return wrong(tts.Said{What: say.bench.cannot})
	case row.Refused():
		return row.Err
	}
	rows := []benching.Row{row.Row}
	if b.a.Bench.Blind { // its own price would tell which it is
		rows = b.missing()
	}
	return d.pay(&b.lineup, rows, false, nil, func() {
		if err := d.keepTakes(); err != nil {
			d.fail(err)
		} else if row, err := b.number(n); err == nil && row.Take != nil {
			d.after(d.hearBench(row))
		}
	})
}

func (d *desk) hearBench(row *clip) error {
	b := &d.bench
	if b.a.Bench.Blind {
		if b.heard == nil {
			b.heard = map[string]bool{}
		}
		b.heard[row.Take.ID] = true
	}
	label := b.called(row)
	return d.hearOf(&b.lineup, row, label, func(matched bool) {
		b.hearing.Begun(row.ID)
		d.say(say.bench.sounds(label, matched))
	})
}

func benchHear(d *desk, rest string) error {
	n, err := strconv.Atoi(rest)
	if err != nil {
		return wrong(say.bench.which)
	}
	return d.hearRow(n)
}
