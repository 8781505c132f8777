package plain

import (
	"math/rand/v2"
	"slices"
	"strconv"

	benching "voicestudio/ui/bench"
	"voicestudio/ui/studio/document"
)

// ladder are the steps between two voices of the blend.
type ladder struct {
	mixes
	way   *benching.Ladder // nil: none is open
	blind bool
	lot   []int // the steps in the order in which they are numbered, while it is blind
}

// showLadder opens the ladder from a voice of the blend, or lists the steps of the one
// that is open.
func showLadder(d *desk, rest string) error {
	l := &d.ladder
	row := -1
	if rest != "" {
		var err error
		if row, err = d.voiceIn(rest); err != nil {
			return err
		}
	}
	l.recall(d)
	blend, from, to, why := d.doc().Steps(row)
	if err := unmixed(why, say.ladder.needsTwo, say.ladder.locked); err != nil {
		return err
	}
	way := benching.Within(blend, from, to)
	if way == nil {
		return wrong(say.ladder.nothingLeft)
	}
	if l.way == nil || !way.Same(l.way) && (rest != "" || !d.doc().Has(l.way.Voices())) {
		*l = ladder{way: way}
	}
	return d.readLadder()
}

// recall begins with the ladder of last time, be that here or in the studio.
func (l *ladder) recall(d *desk) {
	if l.way == nil && d.seen.Ladder != "" {
		l.way = benching.ReadLadder(string(d.seen.Ladder))
	}
}

// lookLadder finds what there is of the steps.
func (d *desk) lookLadder() error {
	l := &d.ladder
	if l.way == nil {
		return wrong(say.ladder.none)
	}
	d.seen.Ladder = document.Raw(l.way.Kept())
	candidates := l.way.Candidates(request(d.doc()), d.session.Host())
	on := make([]int, len(candidates))
	for i := range on {
		on[i] = i
	}
	if len(l.lot) != len(on) {
		l.lot, l.blind = nil, false
	}
	return d.lookMixes(&l.mixes, on, candidates)
}

// readLadder lists the steps; a number lets one be heard. Where it is free all are made.
func (d *desk) readLadder() error {
	if err := d.lookLadder(); err != nil {
		return err
	}
	l := &d.ladder
	rows := l.missing()
	if len(rows) == 0 || costs(rows) {
		return d.tellLadder()
	}
	return d.pay(&l.lineup, rows, false, nil, func() {
		if err := d.lookLadder(); err != nil {
			d.fail(err)
			return
		}
		d.after(d.tellLadder())
	})
}

func (d *desk) tellLadder() error {
	l := &d.ladder
	items := make([]item, len(l.rows))
	for i := range items {
		items[i].text = d.rungSaid(i)
	}
	hint := say.ladder.hint
	if l.blind {
		hint = say.ladder.hintBlind
	}
	err := d.offer(list{items: numbered(items), hint: hint, pick: d.hearRung, hears: d.hearRung})
	if rows := l.missing(); len(rows) > 0 {
		d.say(say.ladder.missing(len(rows), d.billed(rows)))
	}
	return err
}

// rung is the step that a place in the list means, from 0.
func (l *ladder) rung(at int) int {
	if l.lot != nil {
		return l.lot[at]
	}
	return at
}

// rungSaid tells the step of a place in a line.
func (d *desk) rungSaid(at int) string {
	l := &d.ladder
	rung := l.rung(at)
	row, said := l.of(rung), []string{say.bench.hidden}
	if !l.blind {
		said = []string{mixed(l.way.Voices(), l.way.Shares()[rung])}
	}
	if l.way.Starred(rung) {
		said = append(said, say.bench.stars(1))
	}
	switch {
	case row.Take != nil:
	case row.Refused() && !l.blind:
		said = append(said, reason(row.Err))
	case row.Refused():
		said = append(said, say.bench.cannot)
	default:
		said = append(said, say.lists.notMadeYet)
	}
	return joined(said...)
}

// called is what a step is called where it sounds.
func (l *ladder) called(at int) string {
	if l.blind {
		return say.ladder.mix(at+1, len(l.rows))
	}
	return say.ladder.step(at+1, mixed(l.way.Voices(), l.way.Shares()[l.rung(at)]))
}

// hearRung lets a step be heard, at the same word as the one that sounds. One of which
// there is nothing is made first, at its price.
func (d *desk) hearRung(n int) error {
	if err := d.lookLadder(); err != nil {
		return err
	}
	l := &d.ladder
	if n < 1 || n > len(l.rows) {
		return wrong(say.lists.out(n, len(l.rows)))
	}
	sound := func() error {
		row, label := l.of(l.rung(n-1)), l.called(n-1)
		return d.hearOf(&l.lineup, row, label, func(matched bool) { d.say(say.bench.sounds(label, matched)) })
	}
	row := l.of(l.rung(n - 1))
	switch {
	case row.Take != nil:
		return sound()
	case row.Refused() && !l.blind:
		return row.Err
	}
	rows := []benching.Row{row.Row}
	if l.blind { // its own price, or its own failure, would tell which it is
		rows = l.missing()
	}
	return d.pay(&l.lineup, rows, false, nil, func() {
		if err := d.lookLadder(); err != nil {
			d.fail(err)
		} else if row := l.of(l.rung(n - 1)); row.Take != nil {
			d.after(sound())
		}
	})
}

// rungOf is the place that a command names by its number, or of the step that sounds.
func (d *desk) rungOf(rest string) (at int, err error) {
	if err := d.lookLadder(); err != nil {
		return 0, err
	}
	l := &d.ladder
	if n, err := strconv.Atoi(rest); err == nil {
		if n < 1 || n > len(l.rows) {
			return 0, wrong(say.lists.out(n, len(l.rows)))
		}
		return n - 1, nil
	}
	rung, found := l.sounding(d)
	if !found || rest != "" {
		return 0, wrong(say.ladder.which)
	}
	if l.lot != nil {
		return slices.Index(l.lot, rung), nil
	}
	return rung, nil
}

func ladderMake(d *desk, _ string) error {
	if err := d.lookLadder(); err != nil {
		return err
	}
	l := &d.ladder
	rows := l.missing()
	if len(rows) == 0 {
		d.say(say.bench.allMade)
		return nil
	}
	return d.pay(&l.lineup, rows, false, nil, func() {
		if err := d.lookLadder(); err != nil {
			d.fail(err)
			return
		}
		d.say(say.bench.made(len(rows)-len(l.missing()), len(rows)))
		d.list = heardList(d.hearRung, 0)
	})
}

// ladderUse makes a step the blend; whoever did not know which it is, has decided.
func ladderUse(d *desk, rest string) error {
	at, err := d.rungOf(rest)
	if err != nil {
		return err
	}
	l := &d.ladder
	rung := l.rung(at)
	l.show()
	return d.takeMix(l.way.Voices(), l.way.Shares()[rung])
}

func ladderStar(d *desk, rest string) error {
	at, err := d.rungOf(rest)
	if err != nil {
		return err
	}
	l := &d.ladder
	l.way.Star(l.rung(at))
	stars := 0
	if l.way.Starred(l.rung(at)) {
		stars = 1
	}
	d.say(say.bench.starring(l.called(at), stars))
	if len(l.way.Stars()) == 2 && l.way.Tight() == benching.Free {
		d.say(say.ladder.canZoom)
	}
	return nil
}

// ladderZoom makes steps of what lies between the two that have stars.
func ladderZoom(d *desk, _ string) error {
	if err := d.lookLadder(); err != nil {
		return err
	}
	l := &d.ladder
	switch why := l.way.Tight(); {
	case l.blind && (why == benching.WholeWay || why == benching.Neighbour): // where they are would tell which they are
		return wrong(say.ladder.noZoomBlind)
	case why != benching.Free:
		return wrong(say.ladder.noZoom(why, len(l.way.Stars())))
	}
	l.way.Zoom()
	return d.zoomed()
}

func ladderOut(d *desk, _ string) error {
	if err := d.lookLadder(); err != nil {
		return err
	}
	if !d.ladder.way.Out() {
		return wrong(say.ladder.wholeWay)
	}
	return d.zoomed()
}

// zoomed lists the other steps, hidden where those before were.
func (d *desk) zoomed() error {
	l := &d.ladder
	blind := l.blind
	l.lot, l.blind = nil, false
	if err := d.lookLadder(); err != nil {
		return err
	}
	if blind {
		d.hideRungs()
	}
	return d.readLadder()
}

// ladderBlind hides which step is which.
func ladderBlind(d *desk, _ string) error {
	if err := d.lookLadder(); err != nil {
		return err
	}
	l := &d.ladder
	if l.blind {
		d.say(say.ladder.blindAlready)
		return nil
	}
	d.stopAll()
	d.hideRungs()
	l.way.Veil()
	d.say(say.ladder.blind)
	d.list = heardList(d.hearRung, 0)
	return nil
}

func (d *desk) hideRungs() {
	l := &d.ladder
	l.now, l.blind, l.lot = nil, true, rand.Perm(len(l.rows))
}

// show puts the steps back in their order.
func (l *ladder) show() {
	if l.blind {
		l.way.Unveil()
	}
	l.blind, l.lot = false, nil
}

func ladderReveal(d *desk, _ string) error {
	if err := d.lookLadder(); err != nil {
		return err
	}
	if !d.ladder.blind {
		d.say(say.bench.notBlind)
		return nil
	}
	at, sounds := d.ladder.sounding(d)
	d.ladder.show()
	if sounds {
		d.say(d.ladder.called(at))
		return nil
	}
	return d.tellLadder()
}
