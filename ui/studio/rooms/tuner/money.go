package tuner

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// stop is where no more is sent for a course.
type stop struct {
	clips int        // 0: it is not by their number
	money *tts.Money // nil: it is not by what they cost
}

// The clips that a question needs at most: of the first one the middle is new, too.
// Where those of the next question are made early, each of three answers has two.
const (
	clipsEach  = 2
	clipsEarly = 6
)

// usualMost is what a course may cost where nobody has said, in the host's currency,
// unless it is said to cost more.
const usualMost = 0.10

// usualStop is that of a course that nobody has set another for.
func (r *Tuner) usualStop() stop {
	_, price := r.toEnd()
	if price == nil {
		return stop{}
	}
	all := r.spent().Amount + price.Amount
	return stop{money: &tts.Money{Amount: max(usualMost, math.Ceil(all*100)/100), Currency: price.Currency}}
}

// each is what a clip costs; nil: nobody knows, or it is free.
func (r *Tuner) each() *tts.Money {
	if r.free() {
		return nil
	}
	q := r.course.Session.Starts[0]
	q.Text = r.course.Text
	return session.Price(r.host(), q)
}

// times is what so many clips cost.
func (r *Tuner) times(clips int) *tts.Money {
	price := r.each()
	if price != nil {
		price = &tts.Money{Amount: price.Amount * float64(clips), Currency: price.Currency}
	}
	return price
}

// toEnd is about how many clips are to be made until the end, and what they cost.
func (r *Tuner) toEnd() (clips int, price *tts.Money) {
	questions, _ := r.search.Left()
	if clips = clipsEach * questions; r.asked {
		clips += r.question.New - clipsEach
	}
	clips = max(0, clips)
	return clips, r.times(clips)
}

// spent is what the course has cost in the currency of its host, with what is being
// made.
func (r *Tuner) spent() (m tts.Money) {
	m.Currency, _ = tts.CurrencyOf(r.host())
	for _, s := range r.course.Spent {
		if s.Currency == m.Currency {
			m.Amount += s.Amount
		}
	}
	for _, row := range r.BeingMade() {
		if row.Price != nil && row.State() != lineup.Ready && !r.free() {
			m.Amount += row.Price.Amount
		}
	}
	return m
}

// paid counts what was made for the course.
func (r *Tuner) paid(s *speak.Speech) {
	if r.search != nil && s.Host == r.host() {
		r.course.Paid(s)
	}
}

// held says why clips are not made now; empty: they are.
func (r *Tuner) held(rows []*lineup.Row) string {
	switch {
	case r.stops(rows) != "":
		return r.stops(rows)
	case r.free():
		return ""
	case !r.agreed:
		return Say.notAgreed
	}
	for _, b := range lineup.Bills(rows) {
		err := r.Session.AffordsAt(b.Host, b.Price, b.Unpriced)
		if why, found := errors.AsType[*session.Costs](err); found {
			return why.Error()
		}
	}
	return ""
}

// stops says that clips would pass where the course stops; empty: they do not.
func (r *Tuner) stops(rows []*lineup.Row) string {
	more := 0.0
	for _, b := range lineup.Bills(rows) {
		if b.Price != nil {
			more += b.Price.Amount
		}
	}
	making := 0
	for _, row := range r.BeingMade() {
		if row.State() != lineup.Ready {
			making++
		}
	}
	switch s := r.stop; {
	case s.clips > 0 && r.course.Clips+making+len(rows) > s.clips:
		return Say.stopped(r.saidStop())
	case s.money != nil && r.spent().Amount+more > s.money.Amount+1e-9:
		return Say.stopped(r.saidStop())
	}
	return ""
}

// saidStop is where it stops in words: "$0.10", "20 clips".
func (r *Tuner) saidStop() string {
	switch s := r.stop; {
	case s.clips > 0:
		return Say.clips(s.clips)
	case s.money != nil:
		return s.money.Round()
	}
	return Say.noStop
}

// agree lets the clips of the course be paid for, and makes those of the question.
func (r *Tuner) agree(rows []*lineup.Row) tea.Cmd {
	if why := r.stops(rows); why != "" {
		return r.Say(rooms.Caution, why)
	}
	r.agreed = true
	r.Wanted = r.cards()[r.cursor]
	return r.Pay(rows)
}

// try makes once more what has failed, at the price that stands in it.
func (r *Tuner) try(rows []*lineup.Row) tea.Cmd {
	if why := r.stops(rows); why != "" {
		return r.Say(rooms.Caution, why)
	}
	if r.Sounding() == nil {
		r.Wanted = r.cards()[r.cursor]
	}
	return r.Pay(rows)
}

// Early lets the clips of the next question be made while this one is heard, or not
// any more. Where that costs something it is said first, and the same key has to be
// pressed once more.
func (r *Tuner) Early() tea.Cmd {
	if r.free() {
		return r.Say(rooms.Note, Say.earlyFree)
	}
	if r.early {
		r.early = false
		return r.Say(rooms.Note, Say.earlyOff)
	}
	offer := Say.earlyPrice(clipsEarly, clipsEach, r.cost(r.times(clipsEarly)), r.cost(r.times(clipsEach)))
	if r.offered != offer {
		r.offered = offer
		return r.Say(rooms.Caution, offer)
	}
	r.offered, r.early, r.agreed = "", true, true
	return tea.Batch(r.follow(), r.Say(rooms.Note, Say.earlyOn))
}

// cost writes what clips cost at the course's host.
func (r *Tuner) cost(price *tts.Money) string { return session.Cost(r.host(), price) }

// AskStop asks where to stop.
func (r *Tuner) AskStop() tea.Cmd {
	was := ""
	if r.stop != (stop{}) {
		was = r.saidStop()
	}
	r.Push(dialog.NewPrompt(Say.stopTitle, "", was, func(text string) dialog.Action {
		to, said := r.stopOf(text)
		if said != "" {
			return dialog.Say{Text: said, Warning: true}
		}
		return dialog.Chosen{Action: rooms.Does(func() tea.Cmd { return r.setStop(to) })}
	}).Hinting(func(text string) string {
		if _, said := r.stopOf(text); said != "" {
			return said
		}
		return Say.stopHint
	}), rooms.InPrompt)
	return nil
}

func (r *Tuner) setStop(to stop) tea.Cmd {
	r.stop = to
	return tea.Batch(r.follow(), r.Say(rooms.Note, Say.stopSet(r.saidStop(), to == stop{})))
}

// stopOf reads a number of clips, or an amount of money; said is what is wrong with
// it.
func (r *Tuner) stopOf(text string) (s stop, said string) {
	currency, _ := tts.CurrencyOf(r.host())
	sign := strings.TrimRight(tts.Money{Currency: currency}.Round(), "0.,")
	number, signed := strings.CutPrefix(strings.TrimSpace(tts.Plain(text)), sign)
	clips := false
	for _, unit := range Say.clipUnits {
		if number, clips = strings.CutSuffix(number, unit); clips {
			break
		}
	}
	number = strings.TrimSpace(number)
	if number == "" && !signed {
		return stop{}, ""
	}
	if n, err := strconv.Atoi(number); err == nil && n > 0 && (clips || !signed) {
		return stop{clips: n}, ""
	}
	x, err := strconv.ParseFloat(number, 64)
	if err != nil || clips || !(x > 0) || x > 1e6 || r.free() {
		return stop{}, Say.stopHint
	}
	return stop{money: &tts.Money{Amount: x, Currency: currency}}, ""
}

// bill says what is to be paid for the question, and what to the end.
func (r *Tuner) bill(rows []*lineup.Row) string {
	price, _ := lineup.Price(rows)
	clips, all := r.toEnd()
	return Say.bill(len(rows), price, fmt.Sprint(clips), r.cost(all), r.saidStop(), r.stop == stop{})
}
