package plain

import (
	"strconv"
	"strings"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// rowOf is the row that a command names by its number, or the one that sounds, and
// what stands behind it.
func (d *desk) rowOf(rest string) (*clip, string, error) {
	if err := d.lookBench(); err != nil {
		return nil, "", err
	}
	word, behind := first(rest)
	if n, err := strconv.Atoi(word); err == nil {
		row, err := d.bench.number(n)
		return row, behind, err
	}
	if now := d.bench.now; now != nil && now.timeline == d.sound.timeline {
		return now, rest, nil
	}
	return nil, "", wrong(say.bench.which)
}

// judge changes what is said of a row.
func (d *desk) judge(row *clip, what string, do, back func(*audition.Candidate)) error {
	id, blind, was := row.ID, d.bench.a.Bench.Blind, false
	for _, j := range d.bench.a.Bench.Judged {
		was = was || j == id
	}
	set := func(do func(*audition.Candidate), judged bool) func(*audition.Audition) {
		return func(a *audition.Audition) {
			for i := range a.Candidates {
				if a.Candidates[i].ID == id {
					do(&a.Candidates[i])
				}
			}
			a.Bench.Judge(id, judged)
		}
	}
	return d.benchDeed(what, set(do, blind), set(back, was))
}

// benchStar gives a candidate one star more, or after three none.
func benchStar(d *desk, rest string) error {
	row, many, err := d.rowOf(rest)
	if err != nil {
		return err
	}
	was, now := row.Stars, (d.bench.stars(row)+1)%4
	if n, err := strconv.Atoi(many); err == nil && n >= 0 && n <= 3 {
		now = n
	}
	what := say.bench.starring(d.bench.called(row), now)
	if err := d.judge(row, what, func(c *audition.Candidate) { c.Stars = now }, func(c *audition.Candidate) { c.Stars = was }); err != nil {
		return err
	}
	d.say(what)
	return nil
}

func benchNote(d *desk, rest string) error {
	row, text, err := d.rowOf(rest)
	if err != nil {
		return err
	}
	was, what := row.Note, say.bench.noting(d.bench.called(row))
	if err := d.judge(row, what, func(c *audition.Candidate) { c.Note = tts.Plain(text) }, func(c *audition.Candidate) { c.Note = was }); err != nil {
		return err
	}
	d.say(what)
	return nil
}

// benchUse makes a candidate's settings those that are edited; where nobody knew
// which it is, that decides.
func benchUse(d *desk, rest string) error {
	row, _, err := d.rowOf(rest)
	if err != nil {
		return err
	}
	return d.useRow(row)
}

func (d *desk) useRow(row *clip) error {
	if d.bench.a.Bench.Blind {
		if err := benchReveal(d, ""); err != nil {
			return err
		}
	}
	r := row.Request
	if row.Take != nil {
		r = row.Take.Request
		r.Text = ""
	}
	before, label := d.doc(), tts.Clean(row.Label)
	d.change(document.Of(r, before.Text), say.bench.using(label))
	d.say(joined(say.bench.used(label), d.changedFrom(before)))
	return nil
}

// benchRemove takes a candidate off the bench.
func benchRemove(d *desk, rest string) error {
	if strings.TrimSpace(rest) == "" {
		return wrong(say.bench.which)
	}
	row, _, err := d.rowOf(rest)
	if err != nil {
		return err
	}
	c, called := row.Candidate, d.bench.called(row)
	at := 0
	for i, o := range d.bench.a.Candidates {
		if o.ID == c.ID {
			at = i
		}
	}
	err = d.benchDeed(say.bench.removing(called), func(a *audition.Audition) {
		for i, o := range a.Candidates {
			if o.ID == c.ID {
				a.Candidates = append(a.Candidates[:i:i], a.Candidates[i+1:]...)
				return
			}
		}
	}, func(a *audition.Audition) {
		at := min(at, len(a.Candidates))
		a.Candidates = append(a.Candidates[:at:at], append([]audition.Candidate{c}, a.Candidates[at:]...)...)
	})
	if err == nil {
		d.say(say.bench.removed(called))
	}
	return err
}
