package plain

import (
	"context"
	"strconv"

	"voicestudio/player/measure"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
)

// whole is several lines as one sound.
type whole struct {
	*narration.Whole
	cancel context.CancelFunc
}

// hearLine lets a line be heard alone; one that is not made yet is made first, at its
// price.
func (d *desk) hearLine(n int) error {
	row, err := d.lineRow(n)
	switch {
	case err != nil:
		return err
	case row.Take == nil && row.State == narration.Refused:
		return d.atLine(n, row.Err)
	case row.Take == nil:
		return againLine(d, strconv.Itoa(n))
	}
	return d.hearTakeOf(n, *row.Take)
}

// hearTakeOf plays a take of a line.
func (d *desk) hearTakeOf(n int, t takes.Take) error {
	if !session.Playable(t.Request) {
		return wrong(say.sound.unplayable(t.Request.AudioFormat()))
	}
	file, format, err := session.OpenTake(t)
	if err != nil {
		return err
	}
	d.stopAll()
	d.session.Takes().Heard(t.ID)
	d.sound = sounding{timeline: d.Player.Play(d.ctx, file, format), id: t.ID, label: say.script.name(n), line: n}
	d.list = heardList(d.hearLine, n)
	d.say(say.script.name(n))
	return nil
}

func playLine(d *desk, rest string) error {
	n, _, err := d.lineOf(rest)
	if err != nil {
		return err
	}
	return d.hearLine(n)
}

// playLines plays the lines from one on as one sound, as far as they are made.
func playLines(d *desk, rest string) error {
	if err := d.lookLines(); err != nil {
		return err
	}
	from := 1
	if rest != "" {
		var err error
		if from, _, err = d.lineOf(rest); err != nil {
			return err
		}
	}
	ctx, cancel := context.WithCancel(d.ctx)
	w := narration.NewWhole(ctx, d.script.rows, d.work.Lines(), from-1, 0)
	if len(w.Lines) == 0 {
		cancel()
		return wrong(say.script.noneMade)
	}
	d.stopAll()
	if was := d.script.whole; was != nil {
		was.cancel()
	}
	d.script.whole = &whole{w, cancel}
	d.sound = sounding{timeline: d.Player.Play(ctx, w, w.Format()), label: say.script.from(w.Lines[0] + 1), whole: d.script.whole}
	d.say(say.script.from(w.Lines[0] + 1))
	missing := 0
	for _, i := range w.Missing {
		if i >= from-1 {
			missing++
		}
	}
	if missing > 0 {
		d.say(say.script.leftOut(missing))
	}
	return nil
}

// lineSounding is the number of the line that sounds, or did last; 0: none does.
func (d *desk) lineSounding() int {
	switch {
	case d.sound.timeline == nil:
		return 0
	case d.sound.whole == nil:
		return d.sound.line
	}
	if m, known := d.sound.whole.At(d.Player.Status().Position); known {
		return m.Line + 1
	}
	return 0
}

// lineTakes lists the takes of a line, the oldest first; a number lets one be heard.
func lineTakes(d *desk, rest string) error {
	n, _, err := d.lineOf(rest)
	if err != nil {
		return err
	}
	row := d.script.rows[n-1]
	if len(row.Takes) == 0 {
		return wrong(say.script.noTake(n))
	}
	items := make([]item, len(row.Takes))
	for i, t := range row.Takes {
		chosen, text := "", ""
		if row.Take != nil && row.Take.ID == t.ID {
			chosen = say.script.chosen
		}
		if t.Request.Text != row.Text {
			text = quoted(session.Beginning(tts.Clean(t.Request.Text)))
		}
		items[i].text = joined(chosen, session.Lately(t.Time, d.Now()), length(t), text, changes(row.Ask.Request, t.Request))
	}
	return d.offer(list{items: numbered(items), hint: say.script.takesHint(n), pick: func(k int) error {
		if k < 1 || k > len(row.Takes) {
			return wrong(say.lists.out(k, len(row.Takes)))
		}
		again := d.list
		if err := d.hearTakeOf(n, row.Takes[k-1]); err != nil {
			return err
		}
		d.list = again
		return nil
	}})
}

// chooseTake puts one of a line's takes into the whole, whatever else is wanted of it.
func chooseTake(d *desk, rest string) error {
	n, behind, err := d.lineOf(rest)
	if err != nil {
		return err
	}
	row := d.script.rows[n-1]
	k, err := strconv.Atoi(behind)
	if err != nil || k < 1 || k > len(row.Takes) {
		return wrong(say.script.chooseForm(n, len(row.Takes)))
	}
	was, now := d.script.kept[row.ID], d.script.kept[row.ID].Choose(row.Takes[k-1].ID, row.Wanted)
	put := func(k script.Takes) func() error {
		return func() error { // others may have been made since
			now := d.script.kept[row.ID]
			now.Chosen, now.For = k.Chosen, k.For
			d.script.kept[row.ID], d.script.touched = now, true
			return nil
		}
	}
	put(now)()
	d.did(say.script.choosing(n), put(was), put(now))
	d.say(say.script.isChosen(k, n))
	return nil
}

// remarks says which lines a listener would take for exceptions.
func remarks(d *desk, _ string) error {
	if err := d.lookLines(); err != nil {
		return err
	}
	rows, ctx, folder := d.script.rows, d.ctx, d.session.Takes()
	d.later(func() func() {
		known := map[int]measure.Measures{}
		for i, row := range rows {
			if row.Take == nil || !session.Playable(row.Take.Request) {
				continue
			}
			if m, err := session.Measure(ctx, folder, *row.Take); err == nil || m.AudioMS != 0 {
				known[i] = m
			}
		}
		all := narration.Remarks(rows, func(i int) (measure.Measures, bool) {
			m, found := known[i]
			return m, found
		})
		return func() {
			if len(all) == 0 {
				d.say(say.script.noRemarks)
			}
			for _, r := range all {
				if r.Whole {
					d.say(r.Words)
				} else {
					d.say(say.script.at(r.Line+1, r.Words))
				}
			}
			d.list = heardList(d.hearLine, 0)
		}
	})
	return nil
}
