package plain

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"time"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// duelsNow are the duels of the bench, with who has left it since; nil: none have
// begun.
func (b *bench) duelsNow() *audition.Duels {
	if b.a.Duels == nil {
		return nil
	}
	return present(b.a)
}

func present(a audition.Audition) *audition.Duels {
	ids := []string{}
	for _, c := range a.Candidates {
		ids = append(ids, c.ID)
	}
	d := a.Duels.Copy()
	d.Present(ids)
	return d
}

// duel begins duels or goes on with those that have begun: two at a time, their
// names hidden.
func duel(d *desk, _ string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	b := &d.bench
	if duels := b.duelsNow(); duels != nil && (duels.Text == "" || duels.Text == b.a.Text) {
		return d.nextDuel()
	}
	return d.beginDuels()
}

// duelAnew begins them anew; what was answered is lost, but undo brings it back.
func duelAnew(d *desk, _ string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	return d.beginDuels()
}

func (d *desk) beginDuels() error {
	b := &d.bench
	var ready []string
	for _, at := range b.shown {
		if row := b.rows[at]; row.Take != nil && session.Playable(row.Take.Request) {
			ready = append(ready, row.ID)
		}
	}
	if len(ready) < 2 {
		return wrong(say.duels.tooFew)
	}
	begun := audition.Begin(rand.Uint64(), 0, ready)
	begun.Text = b.a.Text
	hide, was, state := b.blindly(), b.a.Duels, b.a.Bench
	d.stopAll()
	b.now, b.hearing = nil, audition.Hearing{}
	if err := d.benchDeed(say.duels.deed, func(a *audition.Audition) { a.Duels = begun; hide(a) }, func(a *audition.Audition) { a.Duels, a.Bench = was, state }); err != nil {
		return err
	}
	d.say(say.duels.begun(len(ready)))
	return d.nextDuel()
}

// nextDuel says which duel it is and lets the left one be heard; how they ended
// where there is none.
func (d *desk) nextDuel() error {
	b := &d.bench
	s := b.duelsNow().Standing()
	letters := b.duelsNow().Letters()
	if s.Lot != "" {
		d.say(say.duels.lot(letters[s.Lot]))
	}
	if s.Asked == nil {
		return d.decided(s)
	}
	if s.Again {
		d.say(say.duels.again)
	}
	d.tuner.answers = false
	d.list = &list{pick: d.hearDuel, items: numbered(make([]item, 2)), told: 2}
	d.say(say.duels.asks(s.N, s.Of, s.Final != nil))
	return d.hearDuel(1)
}

// hearDuel lets the left one of the duel be heard, or the right one.
func (d *desk) hearDuel(n int) error {
	b := &d.bench
	if b.a.Duels == nil {
		return wrong(say.duels.none)
	}
	s := b.duelsNow().Standing()
	if s.Asked == nil {
		return wrong(say.duels.none)
	}
	if n < 1 || n > 2 {
		return wrong(say.lists.out(n, 2))
	}
	if b.hearing.Pair != *s.Asked { // it is another one since an answer was taken back, too
		b.hearing = audition.Hearing{Pair: *s.Asked}
	}
	id := []string{s.Asked.A, s.Asked.B}[n-1]
	for _, row := range b.rows {
		if row.ID == id {
			return d.hearOf(&b.lineup, row, say.duels.sides[n-1], func(bool) { b.hearing.Begun(id) })
		}
	}
	return wrong(say.bench.which)
}

// answerDuel takes in which one is better; 0: neither.
func (d *desk) answerDuel(side int) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	b := &d.bench
	if b.a.Duels == nil {
		return wrong(say.duels.none)
	}
	if b.duelsNow().Standing().Asked == nil {
		return wrong(say.duels.none)
	}
	h, at := b.hearing, d.Now().UTC().Truncate(time.Millisecond)
	won := []string{"", h.A, h.B}[side]
	if err := b.duelsNow().Answer(h, won, at); err != nil {
		return wrong(tts.Said{What: tts.InWords(err)})
	}
	blind := b.a.Bench.Blind
	err := d.benchDeed(say.duels.answer, func(a *audition.Audition) {
		now := present(*a)
		if now.Answer(h, won, at) != nil {
			return // another program has answered it
		}
		a.Duels = now
		if now.Standing().Stage == audition.Decided {
			a.Bench.Blind = false
		}
	}, func(a *audition.Audition) {
		now := present(*a)
		if n := len(now.Answers); n > 0 && now.Answers[n-1].At.Equal(at) {
			now.Undo()
			a.Duels, a.Bench.Blind = now, blind
		}
	})
	if err != nil {
		return err
	}
	d.Player.Stop()
	b.now = nil
	return d.nextDuel()
}

// label is what a candidate is called, also one that is on the bench no longer.
func (b *bench) label(id string) string {
	for _, row := range b.rows {
		if row.ID == id {
			return tts.Clean(row.Label)
		}
	}
	return say.duels.left
}

// decided says how the duels ended.
func (d *desk) decided(s audition.Standing) error {
	for _, line := range strings.Split(s.Report(d.bench.label), "\n") {
		d.say(line)
	}
	d.won(s)
	return nil
}

// won keeps that a preset has come out best, as the studio does.
func (d *desk) won(s audition.Standing) {
	b := &d.bench
	if s.Winner == "" || s.Final == nil || d.Draft == "" {
		return
	}
	for _, row := range b.rows {
		if n := len(b.a.Duels.Answers); row.ID == s.Winner && row.Kind == audition.Preset && n > 0 {
			win := document.Win{Won: s.Final.WonA, Of: s.Final.WonA + s.Final.WonB, At: b.a.Duels.Answers[n-1].At}
			if _, _, err := document.FavouritesIn(filepath.Dir(d.Draft)).Win(row.Preset, win, true); err != nil {
				d.fail(tts.Machine(tts.Said{What: reason(err)}, err))
			}
		}
	}
}

// standing says how the duels stand: while the names are hidden, by their letters
// alone.
func standing(d *desk, _ string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	b := &d.bench
	duels := b.duelsNow()
	if duels == nil {
		return wrong(say.duels.none)
	}
	s, letters := duels.Standing(), duels.Letters()
	if s.Stage == audition.Decided {
		return d.decided(s)
	}
	for _, score := range s.Scores {
		name := say.duels.letter(letters[score.ID])
		if !b.a.Bench.Blind {
			name = b.label(score.ID)
		}
		d.say(say.duels.score(name, score.Won, score.Of, score.Out))
	}
	d.say(say.duels.asks(s.N, s.Of, s.Final != nil))
	return nil
}

func answerLeft(d *desk, _ string) error   { return d.answerSide(1) }
func answerRight(d *desk, _ string) error  { return d.answerSide(2) }
func answerSame(d *desk, _ string) error   { return d.answerSide(0) }
func answerMiddle(d *desk, _ string) error { return d.answerSide(3) }

// answerSide answers what is asked: the tuning, or the duel.
func (d *desk) answerSide(side int) error {
	if d.tuner.answers {
		return d.answerTuning(side)
	}
	if side == 3 {
		return wrong(say.tune.none)
	}
	return d.answerDuel(side)
}
