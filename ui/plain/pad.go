package plain

import (
	"slices"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	benching "voicestudio/ui/bench"
	"voicestudio/ui/studio/document"
)

// pad are the mixes of three or four voices, on which one stands at one and goes from
// there nearer to a voice.
type pad struct {
	mixes
	field *benching.Pad // nil: none is open
	at    int           // the dot
	was   []int         // the dots before it
	stars []string      // the dots that have one, by their candidates' ids
}

// mostStars is how many dots can have a star, as in the studio.
const mostStars = 9

// showPad opens the pad of the voices that sound, or says where one stands on it.
func showPad(d *desk, rest string) error {
	if rest != "" {
		i, err := d.voiceIn(rest)
		if err != nil {
			return err
		}
		if err := d.openPad(); err != nil {
			return err
		}
		return d.nearer(slices.Index(d.pad.field.Voices, d.doc().Voices[i].ID) + 1)
	}
	if err := d.openPad(); err != nil {
		return err
	}
	return d.tellPad()
}

// openPad goes on with the pad of last time where it is of the voices of the blend.
func (d *desk) openPad() error {
	p := &d.pad
	if p.field == nil && d.seen.Pad != "" {
		p.field, p.stars = benching.ReadPad(string(d.seen.Pad))
		if p.field != nil {
			p.at = p.field.Nearest(d.doc().SharesOf(p.field.Voices))
		}
	}
	voices, why := d.doc().Corners()
	if p.field != nil && d.doc().Has(p.field.Voices) && (why != document.Mixed || slices.Equal(voices, p.field.Voices)) {
		return nil // those without a share are muted by now, perhaps
	}
	if err := unmixed(why, say.pad.needsThree, say.pad.locked); err != nil {
		return err
	}
	field := benching.NewPad(voices)
	*p = pad{field: field, at: field.Nearest(d.doc().SharesOf(voices))}
	d.keepPad()
	return nil
}

// keepPad has it there again at the next start, and in the studio.
func (d *desk) keepPad() { d.seen.Pad = document.Raw(d.pad.field.Kept(d.pad.stars)) }

// lookPad finds what there is of the dot where one stands and of the one that sounds:
// more than these would be long in the reading.
func (d *desk) lookPad() error {
	p := &d.pad
	on := []int{p.at}
	if was, sounds := p.sounding(d); sounds && was != p.at {
		on = append(on, was)
	}
	var some []audition.Candidate
	for _, dot := range on {
		some = append(some, p.field.Candidate(dot, request(d.doc()), d.session.Host()))
	}
	return d.lookMixes(&p.mixes, on, some)
}

// way is the dot that is next on the way to a voice, the others keeping their proportion
// as far as there is one; false where none is nearer.
func (p *pad) way(voice int) (dot int, found bool) {
	now := p.field.Dots[p.at].Shares
	for by := p.field.Step(); now[voice] < 100 && by <= 100; by += p.field.Step() {
		wanted := make([]int, len(now))
		more := min(now[voice]+by, 100)
		for i, share := range now {
			wanted[i] = share * (100 - more) / (100 - now[voice])
		}
		wanted[voice] = more
		if dot = p.field.Nearest(wanted); p.field.Dots[dot].Shares[voice] > now[voice] {
			return dot, true
		}
	}
	return p.at, false
}

// tellPad says where one stands and where a number leads.
func (d *desk) tellPad() error {
	p := &d.pad
	d.say(say.pad.here(mixed(p.field.Voices, p.field.Dots[p.at].Shares), p.field.Step(), slices.Contains(p.stars, p.id(p.at))))
	items := make([]item, len(p.field.Voices))
	for i, id := range p.field.Voices {
		name := voiceName(id)
		if to, found := p.way(i); found {
			items[i].text = say.pad.nearer(name, mixed(p.field.Voices, p.field.Dots[to].Shares))
		} else {
			items[i].text = say.pad.nearest(name)
		}
	}
	return d.offer(list{items: numbered(items), hint: say.pad.hint, pick: d.nearer})
}

// nearer goes a step nearer to a voice, and lets that be heard.
func (d *desk) nearer(n int) error {
	p := &d.pad
	if n < 1 || n > len(p.field.Voices) {
		return wrong(say.lists.out(n, len(p.field.Voices)))
	}
	to, found := p.way(n - 1)
	if !found {
		return wrong(say.pad.noNearer(voiceName(p.field.Voices[n-1])))
	}
	p.was = append(p.was, p.at)
	return d.stand(to)
}

// stand goes to a dot and lets it be heard; one that is not made yet is made first, at
// its price.
func (d *desk) stand(dot int) error {
	p := &d.pad
	p.at = dot
	if err := d.lookPad(); err != nil {
		return err
	}
	label := mixed(p.field.Voices, p.field.Dots[dot].Shares)
	sound := func() error {
		return d.hearOf(&p.lineup, p.of(dot), label, func(matched bool) {
			d.say(say.bench.sounds(label, matched))
			d.list = &list{pick: d.nearer}
		})
	}
	row := p.of(dot)
	switch {
	case row.Take != nil:
		return sound()
	case row.Refused():
		return row.Err
	}
	rows := []benching.Row{row.Row}
	if costs(rows) { // else the sound says it
		d.say(label)
	}
	return d.pay(&p.lineup, rows, false, nil, func() {
		if err := d.lookPad(); err != nil {
			d.fail(err)
		} else if row := p.of(dot); row != nil && row.Take != nil {
			d.after(sound())
		}
	})
}

// id is what a dot is kept by.
func (p *pad) id(dot int) string { return p.field.Candidate(dot, tts.Request{}, "").ID }

// onPad opens the pad for a command that needs one.
func (d *desk) onPad(do func() error) error {
	if d.pad.field == nil {
		if err := d.openPad(); err != nil {
			return err
		}
	}
	return do()
}

func padHear(d *desk, _ string) error { return d.onPad(func() error { return d.stand(d.pad.at) }) }

// padBack goes back to where one stood before.
func padBack(d *desk, _ string) error {
	return d.onPad(func() error {
		p := &d.pad
		if len(p.was) == 0 {
			return wrong(say.pad.noBack)
		}
		to := p.was[len(p.was)-1]
		p.was = p.was[:len(p.was)-1]
		return d.stand(to)
	})
}

func padUse(d *desk, _ string) error {
	return d.onPad(func() error {
		p := &d.pad
		return d.takeMix(p.field.Voices, p.field.Dots[p.at].Shares)
	})
}

func padFiner(d *desk, _ string) error {
	return d.onPad(func() error { return d.relay(d.pad.field.Finer, say.pad.isFine) })
}

func padCoarser(d *desk, _ string) error {
	return d.onPad(func() error { return d.relay(d.pad.field.Coarser, say.pad.isCoarse) })
}

// relay sets the dots nearer to each other or further apart; one stands where one did,
// or beside it.
func (d *desk) relay(lay func() bool, already string) error {
	p := &d.pad
	shares := p.field.Dots[p.at].Shares
	if !lay() {
		d.say(already)
		return nil
	}
	p.at, p.was, p.rows, p.on, p.now = p.field.Nearest(shares), nil, nil, nil, nil
	d.keepPad()
	return d.tellPad()
}

// padStar gives the mix where one stands a star, or takes it.
func padStar(d *desk, _ string) error {
	return d.onPad(func() error {
		p := &d.pad
		id, label := p.id(p.at), mixed(p.field.Voices, p.field.Dots[p.at].Shares)
		switch i := slices.Index(p.stars, id); {
		case i >= 0:
			p.stars = slices.Delete(p.stars, i, i+1)
			d.say(say.bench.starring(label, 0))
		case len(p.stars) == mostStars:
			return wrong(say.pad.mostStars)
		default:
			p.stars = append(p.stars, id)
			d.say(say.bench.starring(label, 1))
		}
		d.keepPad()
		return nil
	})
}

// padStars lists those that have a star; a number goes there.
func padStars(d *desk, _ string) error {
	return d.onPad(func() error {
		p := &d.pad
		var dots []int
		var items []item
		for _, star := range p.stars {
			for dot := range p.field.Dots {
				if p.id(dot) == star {
					dots = append(dots, dot)
					items = append(items, item{text: mixed(p.field.Voices, p.field.Dots[dot].Shares)})
				}
			}
		}
		if len(dots) == 0 {
			return wrong(say.pad.noStars)
		}
		return d.offer(list{items: numbered(items), hint: say.pad.goes, pick: func(n int) error {
			if n < 1 || n > len(dots) {
				return wrong(say.lists.out(n, len(dots)))
			}
			p.was = append(p.was, p.at)
			return d.stand(dots[n-1])
		}})
	})
}
