package benches

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// step is a mix of voices as it stands: on disk, being made, or not yet.
type step struct {
	audition.Candidate
	text string
	row  *bench.Row // nil until somebody has looked
	busy bool       // is being made
	err  error      // why it could not be made
}

// take is what answers it; nil where none is on disk.
func (s *step) take() *takes.Take {
	if s.row == nil {
		return nil
	}
	return s.row.Take
}

// steps are the mixes of a ladder or of a pad.
type steps struct {
	*Ear
	panel  rooms.Panel
	known  []*step // those that were in sight, now or before
	sight  []*step
	of     basis
	look   int  // counts looks at the disk
	opened bool // all are to be made, where that is free
	want   *step
	making []context.CancelFunc
}

// basis is what mixes are made with.
type basis struct {
	settings uint64
	text     string
	host     tts.HostName
	shape    int // of the ladder or the pad
}

// mostKnown bounds the mixes that are kept although they are out of sight.
const mostKnown = 600

// base is the request of now and its words.
func (r *steps) base() (base tts.Request, text string) {
	q := r.Request()
	return q, q.Text
}

// refresh brings into sight what the mixes are with the settings and the words of
// now, and looks which of them are on disk; nil where nothing has changed.
func (r *steps) refresh(shape int, candidates func(base tts.Request, host tts.HostName) []audition.Candidate) tea.Cmd {
	base, text := r.base()
	now := basis{r.Work.Settings(), text, r.Session.Host(), shape}
	if now == r.of {
		return nil
	}
	if now.host != r.of.host || now.shape != r.of.shape || text != r.of.text {
		r.want = nil
	}
	r.of, r.sight = now, nil
	for _, c := range candidates(base, now.host) {
		r.sight = append(r.sight, r.step(c, text))
	}
	if len(r.known) > mostKnown {
		r.known = slices.DeleteFunc(r.known, func(s *step) bool { return !s.busy && !slices.Contains(r.sight, s) })
	}
	return r.Look()
}

// step is the one of a candidate that is known already, or a new one: what is
// being made is not made twice because it was out of sight.
func (r *steps) step(c audition.Candidate, text string) *step {
	for _, s := range r.known {
		if s.ID == c.ID && s.Host == c.Host && s.text == text && s.Request.Equal(c.Request) {
			return s
		}
	}
	s := &step{Candidate: c, text: text}
	r.known = append(r.known, s)
	return s
}

// Look looks which of the mixes in sight are on disk.
func (r *steps) Look() tea.Cmd {
	r.look++
	look, sight := r.look, r.sight
	if len(sight) == 0 {
		return nil
	}
	a := audition.Audition{Text: sight[0].text}
	for _, s := range sight {
		a.Candidates = append(a.Candidates, s.Candidate)
	}
	return r.OnErrand(Say.looking, func() tea.Msg {
		rows, err := bench.Look(r.Ctx, r.Session, a)
		return DoneMsg{func() tea.Cmd {
			if look != r.look {
				return nil
			}
			return r.looked(sight, rows, err)
		}}
	})
}

func (r *steps) looked(sight []*step, rows []bench.Row, err error) tea.Cmd {
	if err != nil || len(rows) != len(sight) {
		if err != nil {
			return r.Fail(err)
		}
		return nil
	}
	for i, s := range sight {
		if !s.busy {
			s.row = &rows[i]
		}
	}
	if r.opened && r.Session.Host() == tts.Sandbox {
		r.opened = false
		return r.make(session.OnlyFree, r.missing()...)
	}
	r.opened = false
	return nil
}

// missing are those in sight that are not on disk and could be made.
func (r *steps) missing() (all []*step) {
	for _, s := range r.sight {
		if s.row != nil && s.row.Take == nil && s.row.Err == nil && !s.busy {
			all = append(all, s)
		}
	}
	return all
}

// price says what some mixes would cost together, and how many characters they
// are.
func (r *steps) price(all []*step) (characters int, price string) {
	sum := tts.Money{}
	known := true
	for _, s := range all {
		characters += tts.EstimateCharacters(s.text)
		if s.row == nil || s.row.Price == nil {
			known = false
			continue
		}
		sum.Currency = s.row.Price.Currency
		sum.Amount += s.row.Price.Amount
	}
	if !known {
		return characters, session.Cost(r.Session.Host(), nil)
	}
	return characters, session.Cost(r.Session.Host(), &sum)
}

// make asks the host for mixes; what each of them becomes, is told as it comes.
func (r *steps) make(agreed session.Consent, all ...*step) tea.Cmd {
	if len(all) == 0 {
		return nil
	}
	var price *tts.Money
	unpriced := 0
	rows := make([]bench.Row, len(all))
	for i, s := range all {
		rows[i] = *s.row
		if p := s.row.Price; p == nil {
			unpriced++
		} else if price == nil {
			price = new(*p)
		} else {
			price.Amount += p.Amount
		}
	}
	if r.Session.Host() != tts.Sandbox {
		if err := r.Session.Affords(price, unpriced); err != nil {
			return r.Fail(err)
		}
	}
	ctx, cancel := context.WithCancel(r.Ctx)
	r.making = append(r.making, cancel)
	for i, s := range all {
		s.busy, s.err = true, nil
		r.Sound.Ours(rows[i].Ask.Request)
	}
	events := make(chan bench.Event, 4*len(all))
	at := len(r.making) - 1
	return tea.Batch(r.OnErrand(Say.making, func() tea.Msg {
		defer close(events)
		bench.Make(ctx, r.Session, rows, agreed, func(e bench.Event) { events <- e })
		return nil
	}), r.await(all, events, at))
}

// await waits for what becomes of the next.
func (r *steps) await(all []*step, events <-chan bench.Event, at int) tea.Cmd {
	return func() tea.Msg {
		e, more := <-events
		return DoneMsg{func() tea.Cmd {
			if more {
				return tea.Batch(r.came(all[e.Row], e), r.await(all, events, at))
			}
			return r.made(all, at)
		}}
	}
}

// came takes in what became of a mix.
func (r *steps) came(s *step, e bench.Event) tea.Cmd {
	switch {
	case e.Err != nil:
		s.busy = false
		if tts.AsError(e.Err, tts.KindStream).Kind != tts.KindInterrupted {
			s.err = e.Err
		}
	case e.Take != nil:
		s.busy = false
		s.row.Take = e.Take
		if s == r.want {
			r.want = nil
			return r.Hear(*e.Take)
		}
		return r.Open(*e.Take)
	}
	return nil
}

// made takes in that all have ended.
func (r *steps) made(all []*step, at int) tea.Cmd {
	r.making[at]()
	r.making[at] = nil
	if !slices.ContainsFunc(r.making, func(c context.CancelFunc) bool { return c != nil }) {
		r.making = nil
	}
	for _, s := range all {
		s.busy = false
	}
	return r.Sound.Reread()
}

// Stop ends what is being made; false where nothing is.
func (r *steps) Stop() bool {
	stopped := false
	for _, cancel := range r.making {
		if cancel != nil {
			cancel()
			stopped = true
		}
	}
	r.want = nil
	return stopped
}

// hear lets a mix be heard that is on disk; of any other it says what enter does.
func (r *steps) hear(s *step) tea.Cmd {
	switch {
	case s.take() != nil:
		r.want = nil
		return r.Hear(*s.take())
	case s.busy:
		r.want = s
		return r.Say(rooms.Note, Say.comes)
	}
	return nil
}

// enter hears a mix or, where it sounds, takes it over; one that is not on disk it
// makes at the price that stands beside it.
func (r *steps) enter(s *step, take func() tea.Cmd) tea.Cmd {
	switch {
	case s.take() != nil && !r.sounds(s):
		return r.hear(s)
	case s.take() != nil:
		return take()
	case s.busy:
		return r.hear(s)
	case s.row == nil:
		return nil // the disk is being read
	case s.row.Err != nil:
		return r.Fail(s.row.Err)
	}
	r.want = s
	return r.make(session.WithinCap, s)
}

// sounds reports whether a mix is what Sound shows.
func (r *steps) sounds(s *step) bool {
	c := r.now()
	return c != nil && s.take() != nil && s.take().ID == c.ID
}

// why is what went wrong with a mix, in a few words.
func (s *step) why() string {
	err := s.err
	if err == nil && s.row != nil && s.take() == nil {
		err = s.row.Err
	}
	if err == nil {
		return ""
	}
	if e, found := errors.AsType[*tts.Error](err); found {
		return tts.Clean(e.Message)
	}
	return tts.Clean(err.Error())
}

// sign tells without colour how a mix stands, and ink with it.
func (r *steps) sign(s *step) (sign string, ink paint.Ink) {
	t := r.Theme
	switch {
	case r.sounds(s):
		return "♪", t.Accent.Bold(true)
	case s.take() != nil:
		return "●", t.Text
	case s.busy:
		return "◌", t.Accent
	case s.why() != "":
		return "✗", t.Failure
	}
	return "·", t.Dim
}
