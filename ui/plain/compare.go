package plain

import (
	"cmp"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// pair is A and B.
type pair struct {
	lineup
	told bool // how loud they are heard: it need not be said over each of them
}

// marked are the takes A and B, as the draft keeps them.
func (d *desk) marked() (marks [2]string) {
	marks[0], marks[1] = d.work.Marks()
	return marks
}

// side marks a take as A or B, or lets that side be heard.
func (d *desk) side(i int, rest string) error {
	marks := d.marked()
	if rest == "" {
		return d.hearSide(i)
	}
	t, err := d.findTake(rest)
	if err != nil {
		return err
	}
	marks[i] = t.ID
	if marks[1-i] == t.ID {
		marks[1-i] = ""
	}
	d.work.Mark(marks[0], marks[1])
	d.pair = pair{}
	d.say(say.compare.marked(d.numbers[t.ID], say.compare.sides[i], marks[1-i] != ""))
	return nil
}

// sides are the takes A and B, or why there are none.
func (d *desk) sides() (both [2]takes.Take, err error) {
	for i, id := range d.marked() {
		if id == "" {
			return both, wrong(say.compare.mark(say.compare.sides[i]))
		}
		t, err := d.session.Takes().Load(id)
		if err != nil {
			return both, wrong(say.compare.gone(say.compare.sides[i]))
		}
		if d.veiled() && d.masked(t) {
			return both, wrong(tts.Said{What: d.whileBlind()})
		}
		both[i] = t
	}
	return both, nil
}

// hearSide lets A or B be heard, where the other one is and as loud.
func (d *desk) hearSide(i int) error {
	both, err := d.sides()
	if err != nil {
		return err
	}
	if p := &d.pair.lineup; len(p.rows) != 2 || p.rows[0].Take.ID != both[0].ID || p.rows[1].Take.ID != both[1].ID {
		d.pair.told = false
		p.rows, p.now = []*clip{taken(both[0]), taken(both[1])}, nil
	}
	name := say.compare.sides[i]
	return d.hearOf(&d.pair.lineup, d.pair.rows[i], name, func(matched bool) {
		d.say(say.compare.sounds(name, d.numberOf(both[i]), matched, d.pair.told))
		d.pair.told = true
	})
}

// switchSides lets the one be heard that does not sound.
func switchSides(d *desk, _ string) error {
	i := 0
	if now := d.pair.now; now != nil && len(d.pair.rows) == 2 && now == d.pair.rows[0] || d.pair.now == nil && d.marked()[0] == d.sound.id {
		i = 1
	}
	return d.hearSide(i)
}

// difference says in what A and B, or two other takes, differ: what was set, and
// what is heard.
func difference(d *desk, rest string) error {
	both, err := [2]takes.Take{}, error(nil)
	if words := wordsOf(rest); len(words) == 2 {
		for i, w := range words {
			if both[i], err = d.findTake(w); err != nil {
				return err
			}
		}
	} else if both, err = d.sides(); err != nil {
		return err
	}
	a, b := both[0], both[1]
	for _, said := range takesApart(a, b) {
		d.say(said)
	}
	folder, ctx := d.session.Takes(), d.ctx
	d.later(func() func() {
		x, err := session.Measure(ctx, folder, a)
		y, also := session.Measure(ctx, folder, b)
		return func() {
			if err := cmp.Or(err, also); err != nil {
				d.fail(err)
				return
			}
			heard := measure.Compare(x, y, a.Request.Text == b.Request.Text)
			if len(heard) == 0 {
				d.say(say.compare.soundsSame)
				return
			}
			var words []string
			for _, h := range heard {
				words = append(words, h.Words)
			}
			d.say(say.compare.secondIs(joined(words...)))
		}
	})
	return nil
}

// takesApart says what two takes do not have in common: what is heard most first.
func takesApart(a, b takes.Take) (said []string) {
	was, now := a.Request, b.Request
	was.Model, now.Model = cmp.Or(a.Model, was.Model), cmp.Or(b.Model, now.Model)
	for _, diff := range presets.Differences(presets.DiffRequests(was, now)) {
		if diff.B == "" {
			said = append(said, say.compare.onlyFirst(diff.Name, diff.A))
		} else if diff.Sentence != "" {
			said = append(said, diff.Sentence)
		}
	}
	if a.Host != b.Host {
		said = append(said, say.compare.hosts(title(a.Host), title(b.Host)))
	}
	if a.Request.Text != b.Request.Text {
		x, y := presets.Apart(tts.Clean(a.Request.Text), tts.Clean(b.Request.Text))
		said = append(said, say.compare.words(quoted(x), quoted(y)))
	}
	if len(said) == 0 {
		said = []string{say.compare.setSame}
	}
	return said
}
