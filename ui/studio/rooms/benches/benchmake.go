package benches

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// Enter takes the row under the cursor over; one of which nothing is there is
// made, at the price that stands in it.
func (r *Bench) Accept() tea.Cmd {
	row := r.current()
	switch row.State() {
	case lineup.Ready:
		return r.TakeOver()
	case lineup.Waiting, lineup.Coming:
		return r.Say(rooms.Note, Say.isMade(r.number(row)))
	case lineup.Missing, lineup.Failed:
	}
	switch {
	case !row.Looked(): // its price was not in sight
		return nil
	case row.Refused():
		return r.Say(rooms.Caution, r.why(row))
	case r.Blind: // its own price would tell which it is
		return r.MakeAll()
	}
	r.Wanted = row
	return r.buy(row)
}

// TakeOver makes a row's settings those of the document; where nobody knew which
// it is, that decides.
func (r *Bench) TakeOver() tea.Cmd { return r.takeOver(r.current()) }

func (r *Bench) takeOver(row *lineup.Row) tea.Cmd {
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
func (r *Bench) elsewhere(row *lineup.Row) string {
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
	if r.current().State() != lineup.Ready {
		return Say.notMade(r.number(r.current()))
	}
	return ""
}

// NoneMissing says why there is nothing to make.
func (r *Bench) NoneMissing() string {
	switch {
	case len(r.Rows) == 0:
		return Say.empty
	case len(r.Missing()) == 0:
		return Say.allMade
	}
	return ""
}

// buy makes rows at the price that stands there.
func (r *Bench) buy(rows ...*lineup.Row) tea.Cmd {
	r.offered = ""
	r.Hush()
	return r.Pay(rows)
}

// MakeAll makes all that is missing. Where that costs something the sum is said
// first, and the same key has to be pressed once more.
func (r *Bench) MakeAll() tea.Cmd {
	rows := r.Missing()
	if len(rows) == 0 {
		return r.Say(rooms.Note, Say.allMade)
	}
	price, free := lineup.Price(rows)
	offer := fmt.Sprint(r.a.Name, r.a.Text, len(rows), price)
	if !free && r.offered != offer {
		r.offered = offer
		return r.Say(rooms.Caution, Say.offer(len(rows), price))
	}
	return r.buy(rows...)
}

// priceIn says what one row would cost, where its host is known from the row.
func priceIn(row *lineup.Row) string {
	switch {
	case !row.Looked():
		return ""
	case row.Ask.To.Host == tts.Sandbox:
		return lineup.Say.Free
	case row.Price == nil:
		return rooms.Say.Screen.PriceUnknown
	}
	return "≈ " + row.Price.String()
}

// whyInShort says what is wrong with a row, without the field and the cure.
func (r *Bench) whyInShort(row *lineup.Row) string {
	if e := tts.AsError(row.Err, tts.KindMachine); e != nil && !r.Blind {
		return tts.Clean(e.Message)
	}
	return r.why(row)
}

// why says in a sentence what is wrong with a row.
func (r *Bench) why(row *lineup.Row) string {
	switch {
	case row.Err == nil:
		return ""
	case r.Blind:
		return Say.failed
	}
	if e := tts.AsError(row.Err, tts.KindMachine); e != nil {
		return tts.Clean(e.Error())
	}
	return tts.Clean(tts.Reason(row.Err))
}
