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
// and after each answer. It returns the course as it is kept last, whose search has
// the best so far, and why it has ended. The error, an *tts.Error, is what ended it
// early: of the judge, of ctx, of a host, or of the session's cap; nil after Done,
// Clips, and Money where the price that was agreed on would be passed.
func (r Run) On(ctx context.Context, c tuning.Course) (tuning.Course, Stopped, error) {
	search, err := tune.Open(c.Session)
	if err != nil {
		return c, Failed, err
	}
	before := c
	for {
		q, asked := search.Ask()
		if !asked {
			return c, Done, nil
		}
		rows, err := r.look(ctx, c, q)
		if err != nil {
			return c, ended(ctx, Failed), stopped(ctx, err)
		}
		if r.Clips > 0 && len(c.Takes)+fresh(rows, c.Takes) > r.Clips {
			return c, Clips, nil
		}
		if r.dear(before, c, rows) {
			return c, Money, nil
		}
		clips, fault := r.make(ctx, &c, q, rows)
		if kept, err := r.Folder.Save(c); err != nil {
			return c, Failed, tuning.Fault(err)
		} else {
			c = kept
		}
		if fault != nil {
			why := Failed
			if _, cap := errors.AsType[*session.Costs](fault); cap {
				why = Money
			}
			return c, ended(ctx, why), stopped(ctx, fault)
		}
		turn := Turn{Asked: tuning.Asked{Question: q, Clips: clips}}
		if turn.Answer, err = r.Judge.Choose(ctx, turn.Asked); err == nil {
			err = search.Answer(turn.Answer)
		}
		if err != nil {
			return c, ended(ctx, ByJudge), stopped(ctx, err)
		}
		c.Session = search.Session()
		kept, err := r.Folder.Save(c)
		if err != nil {
			return c, Failed, tuning.Fault(err)
		}
		c = kept
		if r.Told != nil {
			r.Told(turn)
		}
	}
}

// ended is why, unless somebody has interrupted it.
func ended(ctx context.Context, why Stopped) Stopped {
	if ctx.Err() != nil {
		return Interrupted
	}
	return why
}

func stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return tts.Stopped(err)
	}
	return tts.AsError(err, tts.KindMachine)
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
