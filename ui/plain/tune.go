package plain

import (
	"errors"
	"io/fs"
	"strings"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/tts/tune"
	benching "voicestudio/ui/bench"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/tuning"
)

// tuner is tuning by ear: one question after the other, a setting a little lower, as
// it is, a little higher, and which is best. Its course is the studio's, too.
type tuner struct {
	lineup
	course   tuning.Course
	search   *tune.Search // nil: none is open
	question tune.Question
	asked    bool
	answers  bool // left, right and the others are about it, and not about a duel
	agreed   bool // to the price, for the rest of it
}

// tuneByEar goes on with the course that was left open, or begins one with the
// words and settings of now.
func tuneByEar(d *desk, rest string) error {
	if rest != "" {
		return wrong(say.tune.form)
	}
	t := &d.tuner
	if t.search == nil {
		last, broken, err := d.session.Tunings().Last()
		if err != nil {
			return tuning.Fault(err)
		}
		for _, b := range broken {
			d.say(b.Error())
		}
		if last == nil {
			r := request(d.doc())
			text := r.Text
			r.Text = ""
			c, err := tuning.Begin(tuning.Seed(), d.session.Host(), text, []tuning.Start{{Label: presets.VoicesInWords(r.Voices()), Request: r}})
			if err != nil {
				return err
			}
			last = &c
		} else {
			d.say(say.tune.goesOn(quoted(last.Text), len(last.Session.Answers)))
		}
		if err := t.open(*last); err != nil {
			return err
		}
	}
	return d.askTuning()
}

func (t *tuner) open(c tuning.Course) (err error) {
	t.course, t.agreed = c, false
	t.search, err = tune.Open(c.Session)
	return err
}

// askTuning makes the clips of the question and asks it.
func (d *desk) askTuning() error {
	t := &d.tuner
	t.answers = true
	if t.question, t.asked = t.search.Ask(); !t.asked {
		d.say(joined(append(tuning.Changes(t.search), say.tune.over)...))
		return nil
	}
	if err := d.lookTuning(); err != nil {
		return err
	}
	rows := t.missing()
	if len(rows) == 0 {
		d.tellQuestion()
		return nil
	}
	return d.pay(&t.lineup, rows, t.agreed, func(e benching.Event) {
		if e.Take != nil && e.Speech != nil {
			t.course.Paid(e.Speech)
		}
	}, func() {
		t.agreed = true
		if err := d.lookTuning(); err != nil {
			d.fail(err)
			return
		}
		d.tellQuestion()
	})
}

// lookTuning finds what there is of the question's clips.
func (d *desk) lookTuning() error {
	t := &d.tuner
	rows, err := benching.Look(d.ctx, d.session, audition.Audition{Text: t.course.Text, Candidates: tuning.Candidates(t.question, t.course.Session.Host)})
	if err != nil {
		return err
	}
	t.fill(rows)
	for _, row := range t.rows {
		if row.Take != nil {
			t.course.Heard(*row.Take)
		}
	}
	return nil
}

// tellQuestion says what is asked; a number lets a clip be heard.
func (d *desk) tellQuestion() {
	t := &d.tuner
	if t.question.Axis != "" {
		about, _ := t.search.Left()
		d.say(say.tune.asks(t.question.Axis.Words(t.search.Now()).Name, about))
	}
	hint := say.tune.hint
	if t.question.Axis == "" {
		d.say(say.tune.asksStart)
		hint = say.tune.hintStart
	}
	items := make([]item, len(t.question.Candidates))
	for i, c := range t.question.Candidates {
		items[i].text = t.course.Label(t.question, c)
	}
	d.after(d.offer(list{items: numbered(items), hint: hint, pick: d.hearClip, hears: d.hearClip}))
}

func (d *desk) hearClip(n int) error {
	t := &d.tuner
	if t.search == nil || n < 1 || n > len(t.rows) {
		return wrong(say.lists.out(n, len(t.rows)))
	}
	return d.hearOf(&t.lineup, t.rows[n-1], t.course.Label(t.question, t.question.Candidates[n-1]), nil)
}

// answerTuning takes in which one is best: 1 the lower, 2 the higher, 3 the one in
// the middle, 0 none.
func (d *desk) answerTuning(side int) error {
	t := &d.tuner
	if t.search == nil || !t.asked {
		return wrong(say.tune.none)
	}
	answer := []tune.Answer{tune.Same, tune.Left, tune.Right, tune.Middle}[side]
	if t.question.Axis == "" && answer != tune.Same { // of starts a number is the answer
		if t.now == nil {
			return wrong(say.tune.hearFirst)
		}
		for i, row := range t.rows {
			if row == t.now {
				answer = t.question.Candidates[i].Answer
			}
		}
	}
	return d.answerAxis(answer)
}

func (d *desk) answerAxis(answer tune.Answer) error {
	t := &d.tuner
	if err := t.search.Answer(answer); err != nil {
		return wrong(say.tune.noSide)
	}
	d.Player.Stop()
	t.now = nil
	if err := d.keepTuning(); err != nil {
		return err
	}
	return d.askTuning()
}

// keepTuning writes the course. Where another program has answered meanwhile, it
// goes on from there.
func (d *desk) keepTuning() error {
	t := &d.tuner
	t.course.Session = t.search.Session()
	folder := d.session.Tunings()
	write := folder.Save
	if t.course.ID == "" {
		write = folder.Create
	}
	c, err := write(t.course)
	if errors.Is(err, fs.ErrExist) {
		if c, err = folder.Load(t.course.ID); err == nil {
			d.say(say.tune.elsewhere)
			return t.open(c)
		}
	}
	if err != nil {
		return tuning.Fault(err)
	}
	t.course = c
	return nil
}

// tuneUse makes what the answers have led to the settings that are edited.
func tuneUse(d *desk, _ string) error {
	t := &d.tuner
	if t.search == nil {
		return wrong(say.tune.none)
	}
	r := t.search.Now()
	if len(r.Voices()) == 0 {
		r = t.course.From(t.search)
	}
	r.Text = ""
	before := d.doc()
	d.change(document.Of(r, before.Text), say.tune.deed)
	if d.doc().Equal(before) {
		d.say(say.takes.sameSettings)
	} else {
		d.say(d.changedFrom(before))
	}
	return tuneEnd(d, "")
}

// tuneEnd closes the course: nothing goes on with it.
func tuneEnd(d *desk, _ string) error {
	t := &d.tuner
	if t.search == nil {
		return wrong(say.tune.none)
	}
	id := t.course.ID
	d.stopAll()
	d.tuner = tuner{}
	if d.list = nil; id != "" {
		if err := d.session.Tunings().End(id); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return tuning.Fault(err)
		}
	}
	d.say(say.tune.ended)
	return nil
}

// tuneLock takes the setting that is asked about out of the questions, or another.
func tuneLock(d *desk, rest string) error {
	t := &d.tuner
	if t.search == nil {
		return wrong(say.tune.none)
	}
	axis := t.question.Axis
	if rest != "" {
		axis = tune.Axis(strings.ToLower(rest))
	}
	out := true
	for _, s := range t.search.Axes() {
		if s.Axis == axis {
			out = !s.Out
		}
	}
	if err := t.search.Lock(axis, out); err != nil {
		return err
	}
	d.say(say.tune.locked(axis.Words(t.search.Now()).Name, out))
	if err := d.keepTuning(); err != nil {
		return err
	}
	return d.askTuning()
}

// tuneBack takes the last answer back.
func tuneBack(d *desk, _ string) error {
	t := &d.tuner
	if t.search == nil || !t.search.TakeBack() {
		return wrong(say.tune.nothingSaid)
	}
	if err := d.keepTuning(); err != nil {
		return err
	}
	return d.askTuning()
}
