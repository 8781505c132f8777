package settings

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// atOnce speaks the words anew after each change of the settings, once it has
// been switched on for a host and a price. At another host, and where a change
// would cost more than was said, it is off.
type atOnce struct {
	at   tts.HostName // empty: off
	most *tts.Money   // that a change may cost; nil: nobody knows a price there
	gen  int          // of the last change
}

// atOnceRest is how long the settings stand still before they are heard: longer
// than between the repeats of a key, short enough to feel like an answer.
const atOnceRest = 450 * time.Millisecond

// StillMsg comes after a change of the settings, unless another one follows.
type StillMsg struct{ gen int }

// HearsAtOnce reports whether each change is heard.
func (r *Forms) HearsAtOnce() bool {
	return r.atOnce.at == r.Session.Host() && (r.atOnce.at == tts.Sandbox || !r.Sound.Capped && r.asAgreed())
}

// asAgreed reports whether a change costs no more than was said.
func (r *Forms) asAgreed() bool {
	price, most := session.Price(r.Session.Host(), r.Request()), r.atOnce.most
	if price == nil || most == nil {
		return price == most
	}
	return price.Currency == most.Currency && price.Amount <= most.Amount
}

// HearAtOnce switches it on or off. Where speaking costs something the price is
// said first, and the key has to be pressed once more.
func (r *Forms) HearAtOnce() tea.Cmd {
	if r.HearsAtOnce() {
		r.atOnce.at = ""
		return r.Say(rooms.Note, form.Say.AtOnceOff)
	}
	if r.Session.Host() != tts.Sandbox && !r.Sound.PriceSaid(r.Doc()) {
		return r.quoteAtOnce()
	}
	r.Sound.Forget()
	r.Sound.Capped = false
	r.atOnce.at, r.atOnce.most = r.Session.Host(), session.Price(r.Session.Host(), r.Request())
	return r.Say(rooms.Note, form.Say.AtOnceOn)
}

// quoteAtOnce says what each change would cost.
func (r *Forms) quoteAtOnce() tea.Cmd {
	doc := r.Doc()
	r.Sound.Quote(doc)
	at, _ := tts.HostAt(r.Session.Host())
	return r.Say(rooms.Caution, form.Say.AtOncePrice(at.Title, r.Sound.Price(doc)))
}

// Changed waits for the settings to stand still. Where a change has become
// dearer than was said, it says so and waits for the key.
func (r *Forms) Changed() tea.Cmd {
	switch {
	case r.HearsAtOnce():
	case r.atOnce.at == r.Session.Host() && !r.Sound.Capped && r.Top() == nil:
		return r.quoteAtOnce()
	default:
		return nil
	}
	r.atOnce.gen++
	gen := r.atOnce.gen
	return tea.Tick(atOnceRest, func(time.Time) tea.Msg { return StillMsg{gen} })
}

// Still speaks what the settings are now, where they have stood still.
func (r *Forms) Still(msg StillMsg) tea.Cmd {
	if msg.gen != r.atOnce.gen || !r.HearsAtOnce() || r.Top() != nil {
		return nil
	}
	u := r.Sound.Of(r.Doc())
	u.Moving = true
	return r.Sound.Utter(u)
}
