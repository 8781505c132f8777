package plain

import (
	"errors"
	"strconv"
	"strings"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
)

// makeLines makes all lines that are due, or some of them, in the order of the script.
func makeLines(d *desk, rest string) error {
	if err := d.lookLines(); err != nil {
		return err
	}
	s := &d.script
	rows := s.rows
	if rest != "" {
		some, err := d.lineNumbers(rest)
		if err != nil {
			return err
		}
		rows = nil
		for _, n := range some {
			rows = append(rows, s.rows[n-1])
		}
	}
	jobs := narration.Jobs(rows, false)
	for _, w := range s.waits { // other takes that were asked for and not made
		for _, row := range rows {
			if w.Again && row.ID == w.Line && row.State == narration.Current {
				jobs = append(jobs, narration.Job{Line: w.Line, Ask: row.Ask, Again: true})
			}
		}
	}
	stuck := 0
	for i, row := range rows {
		if row.State == narration.Refused {
			stuck++
			d.fail(d.atLine(i+1, row.Err))
		}
	}
	if len(jobs) == 0 {
		if stuck == 0 {
			d.say(say.script.allMade)
		}
		return nil
	}
	return d.payLines(jobs, false)
}

// lineNumbers are those of lines as people write several: "3", "3 5", "3 to 7", "3-7".
func (d *desk) lineNumbers(text string) (all []int, err error) {
	to := strings.Fields(say.script.to)
	words := strings.Fields(strings.NewReplacer(",", " ", "-", " "+to[0]+" ", "–", " "+to[0]+" ").Replace(text))
	for i := 0; i < len(words); i++ {
		n, is := strconv.Atoi(words[i])
		last := n
		if i+2 < len(words) && among(say.script.to, words[i+1]) {
			var also error
			if last, also = strconv.Atoi(words[i+2]); also != nil {
				is = also
			}
			i += 2
		}
		if is != nil {
			return nil, wrong(say.usage.notANumber(presentable(text)))
		}
		for ; n <= last; n++ {
			if n < 1 || n > len(d.script.rows) {
				return nil, wrong(say.script.out(n, len(d.script.rows)))
			}
			all = append(all, n)
		}
	}
	return all, nil
}

// atLine says of which line an error is.
func (d *desk) atLine(n int, err error) error {
	fault := *tts.AsError(err, tts.KindMachine)
	fault.Message = say.script.at(n, fault.Message)
	return &fault
}

// payLines makes lines once somebody has agreed to the price, where there is one.
func (d *desk) payLines(jobs []narration.Job, ahead bool) error {
	var rows []narration.Row
	again := false
	for _, j := range jobs {
		for _, row := range d.script.rows {
			if row.ID == j.Line {
				rows = append(rows, row)
			}
		}
		again = again || j.Again
	}
	b := narration.BillOf(rows, again)
	afford := func() error {
		err := d.session.Affords(b.Price, b.Unpriced)
		if why, found := errors.AsType[*session.Costs](err); found {
			d.overCap(why, func(agreed session.Consent) error { return d.beginLines(jobs, ahead, agreed) })
			return nil
		}
		if err != nil {
			return err
		}
		return d.beginLines(jobs, ahead, session.WithinCap)
	}
	if d.session.Host() == tts.Sandbox || b.Lines == 0 {
		return d.beginLines(jobs, ahead, session.WithinCap)
	}
	d.ask(say.script.price(len(jobs), b.Characters, d.billOf(b)), question{choices: []choice{{say.ask.yes, afford}, {say.ask.no, d.notSent}}})
	return nil
}

// beginLines has them made beside the loop.
func (d *desk) beginLines(jobs []narration.Job, ahead bool, agreed session.Consent) error {
	s := &d.script
	if s.queue == nil {
		q := narration.NewQueue(d.ctx, d.session)
		s.queue = q
		go func() {
			for {
				e, more := q.Next()
				if !more {
					return
				}
				d.post(func() { d.lineEvent(e) })
			}
		}()
	}
	if !s.makes {
		s.of, s.made, s.lost, s.heard = 0, 0, 0, false
	}
	s.makes, s.waits, s.touched = true, nil, true
	if s.of += len(jobs); s.of > 1 {
		s.heard = false
	}
	if d.Typed && len(jobs) > 1 {
		d.say(say.script.making(len(jobs)))
	}
	d.list = heardList(d.hearLine, 0)
	s.queue.Add(agreed, ahead, jobs...)
	return nil
}

// lineEvent takes in what becomes of a line.
func (d *desk) lineEvent(e narration.Event) {
	s := &d.script
	switch {
	case e.Idle:
		if s.makes = false; s.of > 0 && !s.heard {
			d.say(say.bench.made(s.made, s.of))
		}
	case e.Take != nil: // the sound tells of one that is heard
		s.kept[e.Line] = s.kept[e.Line].Made(e.Take.ID)
		s.touched = true
		s.made++
		d.numberOf(*e.Take)
		if s.plays == e.Line {
			s.plays, s.heard = "", true
			if n := d.work.Lines().Find(e.Line) + 1; n > 0 {
				d.after(d.hearLine(n))
			}
		}
	case e.Err != nil:
		d.lineLost(e)
	}
}

// lineLost says why a line could not be made; where every other would fail alike, they
// wait, and where that is the cap, somebody is asked.
func (d *desk) lineLost(e narration.Event) {
	s := &d.script
	if tts.AsError(e.Err, tts.KindMachine).Kind == tts.KindInterrupted {
		s.of--
		return
	}
	s.touched = true
	for _, j := range e.Halted {
		s.waits = append(s.waits, script.Wish{Line: j.Line, Again: j.Again})
	}
	s.of -= len(e.Halted)
	if why, found := errors.AsType[*session.Costs](e.Err); found && len(e.Halted) > 0 {
		jobs := e.Halted
		d.overCap(why, func(agreed session.Consent) error { return d.beginLines(jobs, false, agreed) })
		return
	}
	s.lost++
	d.fail(d.atLine(d.work.Lines().Find(e.Line)+1, e.Err))
	if len(e.Halted) > 0 {
		d.say(say.script.wait(len(e.Halted)))
	}
}

// stopLines lets nothing more be made; false where nothing is.
func (d *desk) stopLines() bool {
	s := &d.script
	if !s.makes {
		return false
	}
	for range 2 { // what waits, then what is spoken
		for _, j := range s.queue.Stop() {
			s.waits = append(s.waits, script.Wish{Line: j.Line, Again: j.Again})
			s.of--
		}
	}
	s.touched = true
	return true
}

// againLine makes another take of a line before all that waits, and lets it be heard.
func againLine(d *desk, rest string) error {
	n, _, err := d.lineOf(rest)
	if err != nil {
		return err
	}
	row := d.script.rows[n-1]
	if row.State == narration.Refused {
		return d.atLine(n, row.Err)
	}
	d.script.plays = row.ID
	return d.payLines([]narration.Job{{Line: row.ID, Ask: row.Ask, Again: row.State == narration.Current}}, true)
}
