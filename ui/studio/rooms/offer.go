package rooms

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// offer is a request whose price was said, at the host that it was said of.
type offer struct {
	host tts.HostName
	of   tts.Request
}

// hear speaks something alone. Where that costs something the price is said
// first, and the same key has to be pressed once more.
func (r *Forms) hear(doc document.Document, what string) tea.Cmd {
	price, free := r.price(doc)
	if free || r.offered(doc) {
		r.offer = offer{}
		return r.Sound.speakAs(doc, false, Say.Form.hears(what))
	}
	r.offer = offer{r.Session.Host(), requestOf(doc)}
	host, _ := tts.HostAt(r.Session.Host())
	return r.Say(Caution, Say.Form.hearPrice(what, host.Title, price))
}

// Hear runs what speaks a document, if that costs nothing; else it says what the
// key costs that does so: a press of the mouse is easily made and never paid for.
func (r *Forms) Hear(doc document.Document, what string, speak func() tea.Cmd) tea.Cmd {
	price, free := r.price(doc)
	if free {
		return speak()
	}
	host, _ := tts.HostAt(r.Session.Host())
	return r.Say(Note, Say.Form.keyHears(what, host.Title, price))
}

// offered reports whether the price of a document was the last that was said.
func (r *Forms) offered(doc document.Document) bool {
	return r.offer.host == r.Session.Host() && r.offer.of.Equal(requestOf(doc))
}

// price is what a document would cost; free where the host does not charge,
// where it is being spoken, and where a take of it is on disk.
func (r *Forms) price(doc document.Document) (price string, free bool) {
	if r.Session.Host() == tts.Sandbox {
		return "", true
	}
	ask, _, err := r.Session.Settle(requestOf(doc), !doc.Whole)
	if err != nil || r.Sound.already(ask) != "" {
		return "", true // it is not asked for, and says why
	}
	if _, takes, err := r.Session.OnDisk([]tts.Request{ask.Request}); err == nil && len(takes[0]) > 0 {
		return "", true
	}
	if per, known := tts.PriceOf(r.Session.Host(), cmp.Or(ask.Request.Model, tts.DefaultModel)); known {
		return "≈ " + per.Of(tts.EstimateCharacters(ask.Request.Text)).String(), false
	}
	return Say.Screen.PriceUnknown, false
}
