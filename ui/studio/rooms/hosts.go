package rooms

import (
	"cmp"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/studio/dialog"
)

// Hosts is who speaks: the hosts, and what the account has there.
type Hosts struct {
	*Shared
	AtWork bool // the person has begun

	Begun    tts.HostName // spoke at the start, if none was chosen before
	Chosen   tts.HostName // in the studio, now or last time
	returned bool         // it speaks again since the start
	lacks    string       // why it does not
}

// ConnectedMsg comes when the host is ready, or why it is not; first of all
// from Init.
type ConnectedMsg struct {
	err   error
	first bool
}

// OwnVoicesMsg brings the account's own voices, or why there are none.
type OwnVoicesMsg struct {
	voices []host.AccountVoice
	err    error
}

// connect prepares the host that speaks.
func (r *Hosts) connect() tea.Msg {
	_, err := r.Session.Connect()
	return ConnectedMsg{err: err}
}

// afterFirstFrame is how long the host is not prepared, so that it does not
// keep the first frame waiting.
const afterFirstFrame = 50 * time.Millisecond

// Begin prepares it for the first time, and finds out where the sound goes.
func (r *Hosts) Begin() tea.Cmd {
	return r.OnErrand(r.preparing(), tea.Tick(afterFirstFrame, func(time.Time) tea.Msg {
		_, err := r.Session.Connect()
		<-r.Player.Opened()
		return ConnectedMsg{err, true}
	}))
}

func (r *Hosts) preparing() string {
	h, _ := tts.HostAt(r.Session.Host())
	return Say.Screen.preparing(h.Title)
}

// Connected takes in that the host is ready, or why not.
func (r *Hosts) Connected(msg ConnectedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return r.Fail(msg.err)
	case msg.first:
		return tea.Batch(r.Warm(host.Chosen), r.greet(), r.OnErrand(Say.Screen.listing, r.listOwn))
	}
	return tea.Batch(r.Warm(host.Chosen), r.OnErrand(Say.Screen.listing, r.listOwn))
}

// Near keeps a connection to the host while the person is at work.
func (r *Hosts) Near() tea.Cmd { return r.Warm(host.Input) }

// listOwn asks for the account's own voices, which the picker offers first.
func (r *Hosts) listOwn() tea.Msg {
	own, err := r.Session.ListOwn(r.Ctx)
	return OwnVoicesMsg{own, err}
}

// Listed takes in the account's own voices.
func (r *Hosts) Listed(msg OwnVoicesMsg) tea.Cmd {
	if r.Own = msg.voices; msg.err != nil {
		return r.Say(Warning, Say.Hosts.noOwn(tts.Reason(msg.err)))
	}
	return nil
}

// greet says, once, how to choose a host whose key is there.
func (r *Hosts) greet() tea.Cmd {
	if _, said := r.Shown(); said != "" && (r.AtWork || r.Text == "" || r.Status.Tone != Note) {
		return nil // what was said to the person, or at the start, matters more
	}
	if tone, said := r.lately(); said != "" {
		return r.Say(tone, said)
	}
	if r.Session.Host() != tts.Sandbox {
		return nil
	}
	for _, h := range tts.Hosts {
		if h.KeyVariable != "" && os.Getenv(h.KeyVariable) != "" {
			return r.Say(Note, Say.Hosts.sandboxOnly(h.KeyVariable))
		}
	}
	if d := r.Player.Device(); d.Silent {
		return r.Say(Warning, d.Reason)
	}
	return r.Say(Note, Say.Hosts.sandbox)
}

// Pick lists the hosts with what they ask for the model that is set and
// what the settings would lose there.
func (r *Hosts) Pick() tea.Cmd {
	var items []dialog.Item
	for _, h := range tts.Hosts {
		to := r.MoveTo(h.Name, "")
		it := dialog.Item{Title: h.Title, Detail: to.Brief, Right: PriceTag(h, r.Doc().Settings.Model), Foot: to.Whole, Value: h.Name, Action: dialog.UseHost{Name: h.Name}}
		if h.KeyVariable != "" && os.Getenv(h.KeyVariable) == "" {
			it.Detail = Say.Hosts.noKey(h.KeyVariable)
			it.Off = Say.Hosts.needsKey(h.Title, h.KeyVariable)
		} else if h.Name == r.Session.Host() {
			it.Detail = Say.Hosts.Now
		}
		items = append(items, it)
	}
	r.Push(dialog.NewPicker(Say.Hosts.title, Say.Hosts.hint, items).At(r.Session.Host()), InList)
	return nil
}

// PriceTag is the price of 10,000 characters, the unit hosts print.
func PriceTag(h tts.HostProfile, model string) string {
	if h.Name == tts.Sandbox {
		return Say.Hosts.free
	}
	price, known := tts.PriceOf(h.Name, cmp.Or(model, tts.DefaultModel))
	if !known {
		return Say.Hosts.priceUnknown
	}
	return Say.Hosts.price10k(price.Of(10000).String())
}

// UseHost makes another host speak.
func (r *Hosts) UseHost(name tts.HostName) tea.Cmd {
	r.Session.MoveTo(name)
	r.Own, r.Chosen = nil, name
	h, _ := tts.HostAt(name)
	return tea.Batch(r.Say(Note, Say.Hosts.speaks(h.Title, r.costs(name))), r.OnErrand(r.preparing(), r.connect))
}
