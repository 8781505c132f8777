package listen

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// offer is a request whose price was said, at the host that it was said of.
type offer struct {
	host tts.HostName
	of   tts.Request
}

// OfferMsg tells whether what is to be heard is on disk, and so free.
type OfferMsg struct {
	Utterance
	host tts.HostName
	free bool
}

// Hear speaks what has no price in sight. Where that costs something the price is
// said first, and the same key has to be pressed once more.
func (r *Sound) Hear(u Utterance) tea.Cmd {
	host := r.Session.Host()
	if host == tts.Sandbox || !u.Clicked && r.PriceSaid(u.Doc) {
		r.Forget()
		return r.Utter(u)
	}
	ask, _, err := r.Session.Settle(rooms.RequestOf(u.Doc), !u.Doc.Whole)
	if err != nil || r.already(ask) != "" {
		return r.Utter(u) // which sends nothing, and says why
	}
	return func() tea.Msg {
		_, found, err := r.Session.OnDisk([]tts.Request{ask.Request})
		return OfferMsg{u, host, err == nil && len(found[0]) > 0}
	}
}

// Offered speaks what turned out to be free, and says the price of all else.
func (r *Sound) Offered(msg OfferMsg) tea.Cmd {
	switch {
	case msg.host != r.Session.Host():
		return nil // another was chosen meanwhile
	case msg.free:
		msg.agreed = session.OnlyFree
		return r.Utter(msg.Utterance)
	}
	return r.sayPrice(msg.Utterance)
}

// sayPrice says what something would cost, and that the same key speaks it.
func (r *Sound) sayPrice(u Utterance) tea.Cmd {
	u.agreed = session.WithinCap
	r.Quote(u.Doc)
	host, _ := tts.HostAt(r.Session.Host())
	if u.Clicked {
		return r.Say(rooms.Note, form.Say.KeyHears(u.What, host.Title, r.Price(u.Doc)))
	}
	return r.Say(rooms.Caution, form.Say.HearPrice(u.What, host.Title, r.Price(u.Doc)))
}

// Quote keeps that the price of a document has been said, until forget.
func (r *Sound) Quote(doc document.Document) { r.offer = offer{r.Session.Host(), rooms.RequestOf(doc)} }

func (r *Sound) Forget() { r.offer = offer{} }

// PriceSaid reports whether the price of a document was the last that was said.
func (r *Sound) PriceSaid(doc document.Document) bool {
	return r.offer.host == r.Session.Host() && r.offer.of.Equal(rooms.RequestOf(doc))
}

// Price is what sending a document would cost, as it is said: "≈ $0.0011".
func (r *Sound) Price(doc document.Document) string {
	host, price := r.Session.Host(), session.Price(r.Session.Host(), rooms.RequestOf(doc))
	if price == nil {
		return session.Cost(host, nil)
	}
	return "≈ " + price.String()
}

// notPaid takes in that something was not sent, since it would have cost what
// nobody has agreed to.
func (r *Sound) notPaid(u Utterance, why *session.Costs) tea.Cmd {
	switch {
	case why.Cap == nil: // its take has gone from the disk
		return r.sayPrice(u)
	case u.Moving:
		r.Capped = true
		return r.Say(rooms.Warning, Say.Hearing.capped(why.Cap.String()))
	}
	r.unpaid = u
	r.Push(dialog.NewOverCap(why, dialog.ForSound), rooms.InList)
	return nil
}

// PayOnce sends what would pass the session's cap, and leaves the cap.
func (r *Sound) PayOnce() tea.Cmd {
	u := r.unpaid
	u.agreed = session.BeyondCap
	return r.Utter(u)
}

// RaiseCap lets the session cost more, and sends what asked for it.
func (r *Sound) RaiseCap(to tts.Money) tea.Cmd {
	r.Session.RaiseCap(to)
	r.Capped = false
	return r.Utter(r.unpaid)
}

// SendUnpriced lets the session send what has no known price, and sends what
// asked for it.
func (r *Sound) SendUnpriced() tea.Cmd {
	r.Session.SendUnpriced()
	return r.Utter(r.unpaid)
}
