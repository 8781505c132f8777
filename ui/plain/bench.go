package plain

import (
	"cmp"
	"errors"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	benching "voicestudio/ui/bench"
)

// bench is what several are compared on: an audition, kept in its file, which the
// studio shows, too.
type bench struct {
	lineup
	name    string // empty: there is none
	a       audition.Audition
	shown   []int // places among the rows, in the order in which they are numbered
	hearing audition.Hearing
	heard   map[string]bool // takes that were heard while the names were hidden
}

// look reads the bench, with what others have made of it, and finds what there is
// of its candidates.
func (d *desk) lookBench() error {
	b := &d.bench
	if b.name == "" {
		return wrong(say.bench.empty)
	}
	if err := d.readBench(); err != nil {
		return err
	}
	rows, err := benching.Look(d.ctx, d.session, b.a)
	if err != nil {
		return err
	}
	b.fill(rows)
	b.order()
	return nil
}

// readBench reads its file.
func (d *desk) readBench() error {
	b := &d.bench
	a, err := d.session.Auditions().Load(b.name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		name := b.name
		b.name, b.a, b.rows, b.shown = "", audition.Audition{}, nil, nil
		return wrong(say.bench.gone(tts.Clean(name)))
	case err != nil:
		return tts.Machine(tts.Said{What: reason(err)}, err)
	}
	b.a, b.name = a, a.Name
	return nil
}

// order chooses which rows are numbered, and in which order, as the studio does.
func (b *bench) order() {
	state := b.a.Bench
	b.shown = nil
	for i, row := range b.rows {
		if state.Blind && len(state.Order) > 0 && !slices.Contains(state.Order, row.ID) || state.OnlyStarred && b.stars(row) == 0 {
			continue
		}
		b.shown = append(b.shown, i)
	}
	slices.SortStableFunc(b.shown, func(x, y int) int {
		switch a, c := b.rows[x], b.rows[y]; {
		case state.Blind:
			return cmp.Compare(slices.Index(state.Order, a.ID), slices.Index(state.Order, c.ID))
		case state.Sort == "stars":
			return cmp.Compare(c.Stars, a.Stars)
		case state.Sort == "name":
			return strings.Compare(strings.ToLower(a.Label), strings.ToLower(c.Label))
		}
		return 0
	})
}

// stars are those of a row; while nobody shall know which it is, only those that
// it got since.
func (b *bench) stars(row *clip) int {
	if b.a.Bench.Blind && !slices.Contains(b.a.Bench.Judged, row.ID) {
		return 0
	}
	return row.Stars
}

// number is the row of a number.
func (b *bench) number(n int) (*clip, error) {
	if n < 1 || n > len(b.shown) {
		return nil, wrong(say.lists.out(n, len(b.shown)))
	}
	return b.rows[b.shown[n-1]], nil
}

// called is what a row is called where it is spoken of.
func (b *bench) called(row *clip) string {
	at := slices.IndexFunc(b.shown, func(i int) bool { return b.rows[i] == row }) + 1
	if b.a.Bench.Blind {
		return say.bench.candidate(at)
	}
	return say.bench.named(at, tts.Clean(row.Label))
}

// veiled reports that nobody shall know which candidate is which, or which step.
func (d *desk) veiled() bool { return d.ladder.blind || d.benchVeiled() }

func (d *desk) benchVeiled() bool {
	return d.bench.name != "" && d.readBench() == nil && d.bench.a.Bench.Blind
}

// whileBlind says what cannot be done while that is so.
func (d *desk) whileBlind() string {
	if d.ladder.blind {
		return say.mixes.whileBlind
	}
	return say.bench.whileBlind
}

// masked reports that a take would tell which candidate it is.
func (d *desk) masked(t takes.Take) bool {
	if d.ladder.blind && slices.ContainsFunc(d.ladder.rows, func(row *clip) bool { return row.isOf(t) }) {
		return true
	}
	if !d.benchVeiled() {
		return false
	}
	b := &d.bench
	if len(b.rows) != len(b.a.Candidates) && d.lookBench() != nil {
		return true
	}
	if b.heard[t.ID] {
		return true
	}
	for _, row := range b.rows {
		if row.isOf(t) {
			return true
		}
	}
	return false
}

// isOf reports that a take is, or would be, what a row sounds like.
func (c *clip) isOf(t takes.Take) bool {
	return c.Candidate.Take == t.ID || c.Take != nil && c.Take.ID == t.ID || c.Ask.To.Host == t.Host && c.Ask.Request.Equal(t.Request)
}

// showBench lists the candidates; a number then lets one be heard.
func showBench(d *desk, rest string) error {
	if rest != "" {
		_, err := meant(rest, benchCommands())
		return err
	}
	if err := d.lookBench(); err != nil {
		return err
	}
	b := &d.bench
	d.say(say.bench.line(tts.Clean(b.a.Text)))
	items := make([]item, len(b.shown))
	for i, at := range b.shown {
		items[i] = item{i + 1, d.rowSaid(b.rows[at])}
	}
	hint := say.bench.hint
	if b.a.Bench.Blind {
		hint = say.bench.hintBlind
	}
	d.after(d.offer(list{items: items, hint: hint, pick: d.hearRow, hears: d.hearRow}))
	if n := len(b.missing()); n > 0 {
		d.say(say.bench.missing(n, d.billed(b.missing())))
	}
	return nil
}

func benchCommands() []command {
	for _, c := range commands() {
		if c.names[0] == "bench" {
			return c.subs
		}
	}
	return nil
}

// rowSaid tells a row in a line.
func (d *desk) rowSaid(row *clip) string {
	b := &d.bench
	said := []string{say.bench.hidden}
	if !b.a.Bench.Blind {
		said = []string{tts.Clean(row.Label)}
	}
	if n := b.stars(row); n > 0 {
		said = append(said, say.bench.stars(n))
	}
	if !b.a.Bench.Blind || slices.Contains(b.a.Bench.Judged, row.ID) {
		said = append(said, tts.Clean(row.Note))
	}
	switch {
	case row.Take != nil && !b.a.Bench.Blind:
		said = append(said, length(*row.Take))
	case row.Take != nil:
	case row.Refused() && b.a.Bench.Blind:
		said = append(said, say.bench.cannot)
	case row.Refused():
		said = append(said, tts.AsError(row.Err, tts.KindMachine).Message)
	default:
		said = append(said, say.lists.notMadeYet)
	}
	return joined(said...)
}

// deed changes the bench in a way that can be taken back.
func (d *desk) benchDeed(what string, do, back func(*audition.Audition)) error {
	name, folder := d.bench.name, d.session.Auditions()
	turn := func(change func(*audition.Audition)) func() error {
		return func() error {
			if _, err := folder.Edit(name, change); err != nil {
				return tts.Machine(tts.Said{What: reason(err)}, err)
			}
			if d.bench.name == name {
				return d.lookBench()
			}
			return nil
		}
	}
	if err := turn(do)(); err != nil {
		return err
	}
	d.did(what, turn(back), turn(do))
	return nil
}

// blindly hides the names, in an order by lot.
func (b *bench) blindly() func(*audition.Audition) {
	var order []string
	for _, at := range rand.Perm(len(b.shown)) {
		order = append(order, b.rows[b.shown[at]].ID)
	}
	return func(a *audition.Audition) {
		a.Bench.Blind, a.Bench.Order, a.Bench.Judged, a.Bench.OnlyStarred = true, order, nil, false
	}
}

// benchBlind hides which is which until it is decided.
func benchBlind(d *desk, _ string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	if d.bench.a.Bench.Blind {
		d.say(say.bench.blindAlready)
		return nil
	}
	d.stopAll()
	d.bench.now = nil
	if err := d.editBench(d.bench.blindly()); err != nil {
		return err
	}
	d.say(say.bench.blind)
	return nil
}

// editBench changes it in a way that is no deed.
func (d *desk) editBench(change func(*audition.Audition)) error {
	if _, err := d.session.Auditions().Edit(d.bench.name, change); err != nil {
		return tts.Machine(tts.Said{What: reason(err)}, err)
	}
	return d.lookBench()
}

// benchReveal says which is which.
func benchReveal(d *desk, _ string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	if !d.bench.a.Bench.Blind {
		d.say(say.bench.notBlind)
		return nil
	}
	if err := d.editBench(func(a *audition.Audition) { a.Bench.Blind, a.Bench.Judged = false, nil }); err != nil {
		return err
	}
	d.bench.heard = nil
	return showBench(d, "")
}
