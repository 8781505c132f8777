// Package unattended runs a course of tuning to its end with a judge in the place of
// a person: it has the clips of each question made, asks, answers and keeps.
package unattended

import (
	"context"
	"errors"
	"slices"
	"sync"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/tts/tune"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/tuning"
)

// Stopped is why a run has ended.
type Stopped string

const (
	Done        Stopped = "done"  // no axis is left
	Clips       Stopped = "clips" // as many were heard as was said
	Money       Stopped = "money" // what was agreed on, or the session's cap
	ByJudge     Stopped = "judge"
	Interrupted Stopped = "interrupted"
	Failed      Stopped = "error" // a clip could not be made, or nothing be kept
)

// Run is how a course is run.
type Run struct {
	Session *session.Session
	Folder  tuning.Folder
	Judge   tuning.Judge
	// Clips is how many are heard at most, those of earlier runs included, made or
	// found on disk; 0: as many as it takes.
	Clips int
	// Price is what the clips of this run may cost, as it was agreed; nil: nobody
	// has agreed on any.
	Price *tts.Money
	// Made is told each clip that has been made, by several goroutines; Told each
	// question with its answer. Both may be nil.
	Made func(label string)
	Told func(Turn)
}

// Turn is a question that was answered.
type Turn struct {
	tuning.Asked
	Answer tune.Answer
}

// On asks from where a kept course is to its end, and keeps it before each question
// and after each answer; a tuning.Seeker has its turn before the first. It returns
// the course as it is kept last, whose search has the best so far, and why it has
// ended. The error, an *tts.Error, is what ended it early: of the judge, of ctx, of a
// host, or of the session's cap; nil after Done, Clips, and Money where the price that
// was agreed on would be passed.
func (r Run) On(ctx context.Context, c tuning.Course) (tuning.Course, Stopped, error) {
	d := &drive{Run: r, c: c, before: c}
	var err error
	for err == nil {
		if err = d.seek(ctx); err == nil {
			err = d.turn(ctx)
		}
	}
	why, fault := stopped(ctx, err)
	return d.c, why, fault
}

// drive is a course that runs.
type drive struct {
	Run
	c, before tuning.Course
}

// stop is an error that ends a run, and why it does.
type stop struct {
	why   Stopped
	fault error // nil: as was agreed
}

func (s *stop) Error() string { return string(s.why) }

// stopped is why an error ends a run, and what is wrong, if anything.
func stopped(ctx context.Context, err error) (Stopped, error) {
	why, fault := Failed, err
	if s, is := errors.AsType[*stop](err); is {
		why, fault = s.why, s.fault
	}
	switch _, cap := errors.AsType[*session.Costs](fault); {
	case fault == nil:
		return why, nil
	case ctx.Err() != nil:
		return Interrupted, tts.Stopped(fault)
	case cap:
		why = Money
	}
	return why, tts.AsError(fault, tts.KindMachine)
}

// turn is one question with its answer.
func (d *drive) turn(ctx context.Context) error {
	search, err := tune.Open(d.c.Session)
	if err != nil {
		return err
	}
	q, asked := search.Ask()
	if !asked {
		return &stop{why: Done}
	}
	clips, err := d.hear(ctx, q)
	if err != nil {
		return err
	}
	turn := Turn{Asked: tuning.Asked{Question: q, Clips: clips}}
	if turn.Answer, err = d.Judge.Choose(ctx, turn.Asked); err == nil {
		err = search.Answer(turn.Answer)
	}
	if err != nil {
		return &stop{ByJudge, err}
	}
	d.c.Session = search.Session()
	if err := d.keep(); err != nil {
		return err
	}
	if d.Told != nil {
		d.Told(turn)
	}
	return nil
}

// seek has a judge that can do so move the start, before any question about an axis.
func (d *drive) seek(ctx context.Context) error {
	seeker, can := d.Judge.(tuning.Seeker)
	if !can || slices.ContainsFunc(d.c.Session.Answers, func(a tune.Answered) bool { return a.Axis != "" }) {
		return nil
	}
	search, err := tune.Open(d.c.Session)
	if err != nil {
		return err
	}
	var axes []tune.Axis
	for _, a := range search.Axes() { // none as long as there are several starts
		if !a.Out {
			axes = append(axes, a.Axis)
		}
	}
	if len(axes) == 0 {
		return nil
	}
	from := search.Now()
	found, settled, err := seeker.Seek(ctx, from, axes, func(ctx context.Context, r tts.Request) (takes.Take, error) {
		clips, err := d.hear(ctx, tune.Question{Candidates: []tune.Candidate{{Request: r}}})
		if err != nil {
			return takes.Take{}, err
		}
		return clips[0].Take, nil
	})
	if d.c.Origin == nil {
		d.c.Origin = &from
	}
	session := &d.c.Session
	d.c.Labels = []string{d.c.Label(tune.Question{}, tune.Candidate{Request: from})}
	session.Starts, session.Answers = []tts.Request{found}, nil
	for i := range session.Locks {
		session.Locks[i].After = 0
	}
	for _, a := range settled {
		session.Locks = append(session.Locks, tune.Lock{Axis: a, Out: true})
	}
	if kept := d.keep(); err == nil {
		err = kept
	}
	if _, ours := errors.AsType[*stop](err); err != nil && !ours && tts.AsError(err, "").Kind == tts.KindMachine {
		err = &stop{ByJudge, err}
	}
	return err
}

// hear has the clips of a question made, within what was agreed on, and keeps that.
func (d *drive) hear(ctx context.Context, q tune.Question) ([]tuning.Clip, error) {
	rows, err := d.look(ctx, d.c, q)
	switch {
	case err != nil:
		return nil, err
	case d.Clips > 0 && len(d.c.Takes)+fresh(rows, d.c.Takes) > d.Clips:
		return nil, &stop{why: Clips}
	case d.dear(d.before, d.c, rows):
		return nil, &stop{why: Money}
	}
	clips, fault := d.make(ctx, &d.c, q, rows)
	if err := d.keep(); err != nil {
		return nil, err
	}
	return clips, fault
}

func (d *drive) keep() error {
	kept, err := d.Folder.Save(d.c)
	if err == nil {
		d.c = kept
	}
	return tuning.Fault(err)
}

// look finds the question's clips on disk; what the host refuses is an error.
func (r Run) look(ctx context.Context, c tuning.Course, q tune.Question) ([]bench.Row, error) {
	rows, err := bench.Look(ctx, r.Session, audition.Audition{Text: c.Text, Candidates: tuning.Candidates(q, c.Session.Host)})
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if row.Refused() {
			return nil, row.Err
		}
	}
	return rows, nil
}

// fresh counts the rows that were not heard yet.
func fresh(rows []bench.Row, heard []string) (n int) {
	for _, row := range rows {
		if row.Take == nil || !slices.Contains(heard, row.Take.ID) {
			n++
		}
	}
	return n
}

// dear reports whether the next clips would cost more than was agreed on.
func (r Run) dear(before, c tuning.Course, rows []bench.Row) bool {
	if r.Price == nil {
		return false
	}
	bill := -amount(before.Spent, r.Price.Currency) + amount(c.Spent, r.Price.Currency)
	for _, b := range bench.Bills(rows) {
		if b.Price != nil && b.Price.Currency == r.Price.Currency {
			bill += b.Price.Amount
		}
	}
	const rounding = 1e-9
	return bill > r.Price.Amount+rounding
}

func amount(sums []tts.Money, currency string) float64 {
	for _, m := range sums {
		if m.Currency == currency {
			return m.Amount
		}
	}
	return 0
}

// make has what is missing made, counts it, and returns the clips. The error is the
// first row's that has failed.
func (r Run) make(ctx context.Context, c *tuning.Course, q tune.Question, rows []bench.Row) ([]tuning.Clip, error) {
	var mu sync.Mutex
	var fault error
	paid := map[*speak.Speech]bool{}
	bench.Make(ctx, r.Session, rows, session.WithinCap, func(e bench.Event) {
		if e.Take == nil && e.Err == nil {
			return // it only begins
		}
		mu.Lock()
		defer mu.Unlock()
		if e.Speech != nil && !paid[e.Speech] {
			paid[e.Speech] = true
			c.Paid(e.Speech)
		}
		if rows[e.Row].Take = e.Take; e.Err != nil && fault == nil {
			fault = e.Err
		}
		if r.Made != nil && e.Err == nil {
			r.Made(c.Label(q, q.Candidates[e.Row]))
		}
	})
	clips := make([]tuning.Clip, len(rows))
	for i, row := range rows {
		if row.Take == nil {
			if fault == nil {
				fault = tts.Stopped(ctx.Err()) // it had not begun
			}
			continue
		}
		c.Heard(*row.Take)
		clips[i] = tuning.Clip{Candidate: q.Candidates[i], Label: c.Label(q, q.Candidates[i]), Take: *row.Take}
	}
	return clips, fault
}
