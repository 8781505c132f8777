package rooms

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
)

// offer is a request whose price was said, at the host that it was said of.
type offer struct {
	host tts.HostName
	of   tts.Request
}

// OfferMsg tells whether what is to be heard is on disk, and so free.
type OfferMsg struct {
	utterance
	host tts.HostName
	free bool
}

// hear speaks what has no price in sight. Where that costs something the price is
// said first, and the same key has to be pressed once more.
func (r *Sound) hear(u utterance) tea.Cmd {
	host := r.Session.Host()
	if host == tts.Sandbox || !u.clicked && r.offered(u.doc) {
		r.forget()
		return r.speak(u)
	}
	ask, _, err := r.Session.Settle(requestOf(u.doc), !u.doc.Whole)
	if err != nil || r.already(ask) != "" {
		return r.speak(u) // which sends nothing, and says why
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
		return r.speak(msg.utterance)
	}
	return r.sayPrice(msg.utterance)
}

// sayPrice says what something would cost, and that the same key speaks it.
func (r *Sound) sayPrice(u utterance) tea.Cmd {
	u.agreed = session.WithinCap
	r.quote(u.doc)
	host, _ := tts.HostAt(r.Session.Host())
	if u.clicked {
		return r.Say(Note, Say.Form.keyHears(u.what, host.Title, r.price(u.doc)))
	}
	return r.Say(Caution, Say.Form.hearPrice(u.what, host.Title, r.price(u.doc)))
}

// quote keeps that the price of a document has been said, until forget.
func (r *Sound) quote(doc document.Document) { r.offer = offer{r.Session.Host(), requestOf(doc)} }

func (r *Sound) forget() { r.offer = offer{} }

// offered reports whether the price of a document was the last that was said.
func (r *Sound) offered(doc document.Document) bool {
	return r.offer.host == r.Session.Host() && r.offer.of.Equal(requestOf(doc))
}

// price is what sending a document would cost, as it is said: "≈ $0.0011".
func (r *Sound) price(doc document.Document) string {
	host, price := r.Session.Host(), session.Price(r.Session.Host(), requestOf(doc))
	if price == nil {
		return session.Cost(host, nil)
	}
	return "≈ " + price.String()
}

// notPaid takes in that something was not sent, since it would have cost what
// nobody has agreed to.
func (r *Sound) notPaid(u utterance, why *session.Costs) tea.Cmd {
	switch {
	case why.Cap == nil: // its take has gone from the disk
		return r.sayPrice(u)
	case u.moving:
		r.capped = true
		return r.Say(Warning, Say.hearing.capped(why.Cap.String()))
	}
	r.unpaid = u
	r.Push(dialog.NewOverCap(why), InList)
	return nil
}

// PayOnce sends what would pass the session's cap, and leaves the cap.
func (r *Sound) PayOnce() tea.Cmd {
	u := r.unpaid
	u.agreed = session.BeyondCap
	return r.speak(u)
}

// RaiseCap lets the session cost more, and sends what asked for it.
func (r *Sound) RaiseCap(to tts.Money) tea.Cmd {
	r.Session.RaiseCap(to)
	r.capped = false
	return r.speak(r.unpaid)
}

// SendUnpriced lets the session send what has no known price, and sends what
// asked for it.
func (r *Sound) SendUnpriced() tea.Cmd {
	r.Session.SendUnpriced()
	return r.speak(r.unpaid)
}
