package settings

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// atOnce speaks the words anew after each change of the settings, once it has
// been switched on for a host. Another host may ask another price: there it is
// off.
type atOnce struct {
	at  tts.HostName // empty: off
	gen int          // of the last change
}

// atOnceRest is how long the settings stand still before they are heard: longer
// than between the repeats of a key, short enough to feel like an answer.
const atOnceRest = 450 * time.Millisecond

// StillMsg comes after a change of the settings, unless another one follows.
type StillMsg struct{ gen int }

// HearsAtOnce reports whether each change is heard.
func (r *Forms) HearsAtOnce() bool { return r.atOnce.at != "" && r.atOnce.at == r.Session.Host() }

// HearAtOnce switches it on or off. Where speaking costs something the price is
// said first, and the key has to be pressed once more.
func (r *Forms) HearAtOnce() tea.Cmd {
	if r.HearsAtOnce() {
		r.atOnce.at = ""
		return r.Say(rooms.Note, form.Say.AtOnceOff)
	}
	doc := r.Doc()
	if at, _ := tts.HostAt(r.Session.Host()); at.Name != tts.Sandbox && !r.Sound.PriceSaid(doc) {
		r.Sound.Quote(doc)
		return r.Say(rooms.Caution, form.Say.AtOncePrice(at.Title, r.Sound.Price(doc)))
	}
	r.Sound.Forget()
	r.atOnce.at = r.Session.Host()
	return r.Say(rooms.Note, form.Say.AtOnceOn)
}

// Changed waits for the settings to stand still.
func (r *Forms) Changed() tea.Cmd {
	if !r.HearsAtOnce() {
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
	return r.Sound.Speak()
}
