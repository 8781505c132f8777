package plain

import (
	"context"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/tune"
	benching "voicestudio/ui/bench"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
	"voicestudio/ui/tuning"
	"voicestudio/ui/tuning/reference"
	"voicestudio/ui/tuning/unattended"
)

// tuneTowards turns the knobs until the voice comes near a recording; nobody has to
// listen. Behind the file stands what is turned, else all.
func tuneTowards(d *desk, rest string) error {
	if d.tuner.search != nil {
		return wrong(say.tune.isOpen)
	}
	var axes []tune.Axis
	for {
		at := strings.LastIndexAny(rest, " ,")
		word := strings.ToLower(rest[at+1:])
		axis := tune.Axis(word)
		if at < 0 || !slices.Contains(append(slices.Clone(tune.Settings), tune.Weights), axis) {
			break
		}
		axes = append(axes, axis)
		rest = strings.TrimRight(rest[:at], " ,")
	}
	file := config.TypedPath(rest)
	if file == "" {
		return wrong(say.tune.towardsForm(reference.Endings))
	}
	r := request(d.doc())
	text := r.Text
	r.Text = ""
	c, err := tuning.Begin(tuning.Seed(), d.session.Host(), text, []tuning.Start{{Label: presets.VoicesInWords(r.Voices()), Request: r}})
	if err != nil {
		return err
	}
	search, err := tune.Open(c.Session)
	if err != nil {
		return err
	}
	if len(axes) > 0 {
		for _, s := range search.Axes() {
			if !slices.Contains(axes, s.Axis.Group()) {
				if err := search.Lock(s.Axis, true); err != nil {
					return err
				}
			}
		}
		c.Session = search.Session()
	}
	var open []tune.Axis
	for _, s := range search.Axes() {
		if !s.Out {
			open = append(open, s.Axis)
		}
	}
	if len(open) == 0 {
		return wrong(say.tune.noAxis)
	}
	ctx := d.ctx
	d.later(func() func() {
		recording, err := reference.Open(ctx, file)
		return func() {
			if err != nil {
				fault := *tts.AsError(err, tts.KindRequest)
				fault.Field = "" // that of the command's flag
				d.fail(&fault)
				return
			}
			for _, note := range recording.Notes {
				d.say(note)
			}
			d.seek(c, recording, reference.Clips(open), text)
		}
	})
	return nil
}

// seek runs it, once the price of all that it can take was agreed to.
func (d *desk) seek(c tuning.Course, recording *reference.Recording, most int, text string) {
	one := session.Price(c.Session.Host, c.Session.Starts[0])
	bill := benching.Bill{Host: c.Session.Host, Rows: most, Characters: most * tts.EstimateCharacters(text)}
	if one == nil {
		bill.Unpriced = most
	} else {
		bill.Price = &tts.Money{Amount: float64(most) * one.Amount, Currency: one.Currency}
	}
	d.say(say.tune.atMost(most))
	d.after(d.payBills([]benching.Bill{bill}, most, false, func(session.Consent) {
		ctx, cancel := context.WithCancel(d.ctx)
		d.listens = cancel
		judge := recording.Judge(nil)
		var steps []reference.Step
		judge.Heard = func(s reference.Step) {
			nearer := !slices.ContainsFunc(steps, func(o reference.Step) bool { return o.Distance <= s.Distance })
			steps = append(steps, s)
			n, same := len(steps), *judge.Same
			d.post(func() {
				if n == 1 {
					d.say(say.tune.words(same))
				}
				if nearer { // the others are no news
					d.say(say.tune.step(n, s.Distance))
				}
			})
		}
		folder, speaking := d.session.Tunings(), d.session
		d.later(func() func() {
			defer cancel()
			c, err := folder.Create(c)
			if err == nil {
				run := unattended.Run{Session: speaking, Folder: folder, Judge: judge, Clips: most, Price: bill.Price}
				c, _, err = run.On(ctx, c)
			}
			return func() {
				d.listens = nil
				if err != nil && ctx.Err() == nil {
					d.fail(err)
				}
				switch {
				case c.ID == "":
				case len(steps) == 0: // nothing goes on with it
					d.after(tuning.Fault(folder.End(c.ID)))
				default:
					d.after(d.cameNear(c, steps))
				}
			}
		})
	}))
}

// cameNear says how near it came, and what that took; tune use takes it over.
func (d *desk) cameNear(c tuning.Course, steps []reference.Step) error {
	if err := d.tuner.open(c); err != nil {
		return err
	}
	d.tuner.question, d.tuner.asked, d.tuner.answers = tune.Question{}, false, false
	now := d.tuner.search.Now()
	if changes := presets.Sentences(presets.DiffRequests(c.From(d.tuner.search), now)); len(changes) > 0 {
		d.say(joined(changes...))
	} else {
		d.say(say.tune.unmoved)
	}
	if len(steps) > 0 {
		last := steps[len(steps)-1]
		for _, s := range steps {
			if s.Request.Equal(now) {
				last = s
			}
		}
		var words []string
		for _, diff := range last.Differences {
			words = append(words, diff.Words)
		}
		d.say(say.tune.distance(steps[0].Distance, last.Distance))
		if len(words) > 0 {
			d.say(say.tune.beside(joined(words...)))
		}
	}
	d.say(say.tune.takes)
	return nil
}

// tuneFrom begins with the settings of now and some presets, of which the best is tuned.
func tuneFrom(d *desk, rest string) error {
	if d.tuner.search != nil {
		return wrong(say.tune.isOpen)
	}
	if rest == "" {
		return wrong(say.presets.which)
	}
	r := request(d.doc())
	text := r.Text
	r.Text = ""
	starts := []tuning.Start{{Label: say.tune.now, Request: r}}
	for _, name := range strings.Split(rest, ",") {
		e, err := d.findPreset(name)
		if err != nil {
			return err
		}
		starts = append(starts, tuning.Start{Label: e.Name, Request: d.work.Preview(e.Preset).Request()})
	}
	if len(starts) > tune.MostStarts {
		return wrong(say.tune.manyStarts(tune.MostStarts - 1))
	}
	c, err := tuning.Begin(tuning.Seed(), d.session.Host(), text, starts)
	if err != nil {
		return err
	}
	if err := d.tuner.open(c); err != nil {
		return err
	}
	return d.askTuning()
}

// tuneText lets other words be heard; the answers stay.
func tuneText(d *desk, rest string) error {
	t := &d.tuner
	text := strings.TrimSpace(tts.Plain(rest))
	switch {
	case t.search == nil:
		return wrong(say.tune.none)
	case text == "":
		return wrong(say.text.nothing("text"))
	}
	s := t.search.Session()
	for i := range s.Starts {
		s.Starts[i].Text = text
	}
	search, err := tune.Open(s)
	if err != nil {
		return err
	}
	d.stopAll()
	t.search, t.course.Text, t.agreed, t.now = search, text, false, nil
	if err := d.keepTuning(); err != nil {
		return err
	}
	return d.askTuning()
}

// answerBest says that the one that was heard last is the best: of tuning, or of a duel.
func answerBest(d *desk, _ string) error {
	if t := &d.tuner; t.answers {
		if t.search == nil || !t.asked {
			return wrong(say.tune.none)
		}
		for i, row := range t.rows {
			if row == t.now && i < len(t.question.Candidates) {
				return d.answerAxis(t.question.Candidates[i].Answer)
			}
		}
		return wrong(say.tune.hearFirst)
	}
	b := &d.bench
	if b.a.Duels == nil || b.now == nil || b.duelsNow().Standing().Asked == nil {
		return wrong(say.duels.none)
	}
	switch asked := b.duelsNow().Standing().Asked; b.now.ID {
	case asked.A:
		return d.answerDuel(1)
	case asked.B:
		return d.answerDuel(2)
	}
	return wrong(say.duels.none)
}
