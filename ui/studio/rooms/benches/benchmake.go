package benches

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// Enter takes the row under the cursor over; one of which nothing is there is
// made, at the price that stands in it.
func (r *Bench) Accept() tea.Cmd {
	row := r.current()
	switch row.State() {
	case Ready:
		return r.TakeOver()
	case Waiting, Coming:
		return r.Say(rooms.Note, Say.isMade(r.number(row)))
	case Missing, Failed:
	}
	switch {
	case row.Refused():
		return r.Say(rooms.Caution, r.why(row))
	case r.Blind: // its own price would tell which it is
		return r.MakeAll()
	}
	r.wanted = row
	return r.pay([]*Row{row})
}

// TakeOver makes a row's settings those of the document; where nobody knew which
// it is, that decides.
func (r *Bench) TakeOver() tea.Cmd { return r.takeOver(r.current()) }

func (r *Bench) takeOver(row *Row) tea.Cmd {
	var reveal tea.Cmd
	if r.Blind {
		reveal = r.reveal()
	}
	request := row.Request
	if row.Take != nil {
		request = row.Take.Request
		request.Text = ""
	}
	doc := document.Of(request, r.Doc().Text)
	r.Change(doc, Say.takingOver(short(row.Label)))
	return tea.Batch(reveal, r.Say(rooms.Note, Say.takenOver(r.number(row), short(row.Label), r.elsewhere(row))))
}

// elsewhere names the host of a row where another one speaks.
func (r *Bench) elsewhere(row *Row) string {
	if row.Ask.To.Host == "" || row.Ask.To.Host == r.Session.Host() {
		return ""
	}
	h, _ := tts.HostAt(row.Ask.To.Host)
	return h.Title
}

// NotReady says why a row cannot be taken over.
func (r *Bench) NotReady() string {
	if why := r.None(); why != "" {
		return why
	}
	if r.current().State() != Ready {
		return Say.notMade(r.number(r.current()))
	}
	return ""
}

// missing are the rows that can be made.
func (r *Bench) missing() (rows []*Row) {
	for _, row := range r.Rows {
		if s := row.State(); (s == Missing || s == Failed) && !row.Refused() && row.Ask.To.Host != "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// NoneMissing says why there is nothing to make.
func (r *Bench) NoneMissing() string {
	switch {
	case len(r.Rows) == 0:
		return Say.empty
	case len(r.missing()) == 0:
		return Say.allMade
	}
	return ""
}

// MakeAll makes all that is missing. Where that costs something the sum is said
// first, and the same key has to be pressed once more.
func (r *Bench) MakeAll() tea.Cmd {
	rows := r.missing()
	if len(rows) == 0 {
		return r.Say(rooms.Note, Say.allMade)
	}
	price, free := priceOf(rows)
	offer := fmt.Sprint(r.a.Name, r.a.Text, len(rows), price)
	if !free && r.offered != offer {
		r.offered = offer
		return r.Say(rooms.Caution, Say.offer(len(rows), price))
	}
	return r.pay(rows)
}

// bills are what rows would cost.
func bills(rows []*Row) []bench.Bill {
	var all []bench.Row
	for _, row := range rows {
		all = append(all, row.Row)
	}
	return bench.Bills(all)
}

// priceOf says what rows would cost, and whether that is nothing.
func priceOf(rows []*Row) (said string, free bool) {
	var parts []string
	for _, b := range bills(rows) {
		host, _ := tts.HostAt(b.Host)
		switch {
		case b.Host == tts.Sandbox:
		case b.Price != nil && b.Unpriced > 0:
			parts = append(parts, Say.atLeast(b.Price.String(), host.Title))
		case b.Price != nil:
			parts = append(parts, Say.about(b.Price.String(), host.Title))
		default:
			parts = append(parts, Say.unknownPrice(host.Title))
		}
	}
	if len(parts) == 0 {
		return Say.free, true
	}
	return rooms.Say.Screen.List(parts), false
}

// priceIn says what one row would cost, where its host is known from the row.
func priceIn(row *Row) string {
	switch {
	case !row.looked():
		return ""
	case row.Ask.To.Host == tts.Sandbox:
		return Say.free
	case row.Price == nil:
		return rooms.Say.Screen.PriceUnknown
	}
	return "≈ " + row.Price.String()
}

// pay makes rows whose price was in sight, unless that would pass the session's
// cap.
func (r *Bench) pay(rows []*Row) tea.Cmd {
	r.offered, r.asked = "", rows
	r.Hush()
	for _, b := range bills(rows) {
		if b.Host == tts.Sandbox {
			continue
		}
		err := r.Session.AffordsAt(b.Host, b.Price, b.Unpriced)
		if why, found := errors.AsType[*session.Costs](err); found {
			r.Push(dialog.NewOverCap(why, dialog.ForBench), rooms.InList)
			return nil
		}
		if err != nil {
			return r.Fail(err)
		}
	}
	return r.Make(rows, session.WithinCap)
}

// PayOnce makes what would pass the session's cap, and leaves the cap.
func (r *Bench) PayOnce() tea.Cmd { return r.Make(r.asked, session.BeyondCap) }

// RaiseCap lets the session cost more, and makes them.
func (r *Bench) RaiseCap(to tts.Money) tea.Cmd {
	r.Session.RaiseCap(to)
	return r.Make(r.asked, session.WithinCap)
}

// SendUnpriced lets the session send what has no known price, and makes them.
func (r *Bench) SendUnpriced() tea.Cmd {
	r.Session.SendUnpriced()
	return r.Make(r.asked, session.WithinCap)
}

// whyInShort says what is wrong with a row, without the field and the cure.
func (r *Bench) whyInShort(row *Row) string {
	if e := tts.AsError(row.Err, tts.KindMachine); e != nil && !r.Blind {
		return tts.Clean(e.Message)
	}
	return r.why(row)
}

// why says in a sentence what is wrong with a row.
func (r *Bench) why(row *Row) string {
	switch {
	case row.Err == nil:
		return ""
	case r.Blind:
		return Say.failed
	}
	if e := tts.AsError(row.Err, tts.KindMachine); e != nil {
		return tts.Clean(e.Error())
	}
	return tts.Clean(session.Reason(row.Err))
}
