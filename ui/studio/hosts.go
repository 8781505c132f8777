package studio

import (
	"cmp"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
)

// hostsRoom is who speaks: the hosts, and what the account has there.
type hostsRoom struct{ *shared }

// connectedMsg comes when the host is ready, or why it is not; first of all
// from Init.
type connectedMsg struct {
	err   error
	first bool
}

// ownVoicesMsg brings the account's own voices, or why there are none.
type ownVoicesMsg struct {
	voices []host.AccountVoice
	err    error
}

// connect prepares the host that speaks.
func (r *hostsRoom) connect() tea.Msg {
	_, err := r.session.Connect()
	return connectedMsg{err: err}
}

// afterFirstFrame is how long the host is not prepared, so that it does not
// keep the first frame waiting.
const afterFirstFrame = 50 * time.Millisecond

// begin prepares it for the first time, and finds out where the sound goes.
func (r *hostsRoom) begin() tea.Cmd {
	return tea.Tick(afterFirstFrame, func(time.Time) tea.Msg {
		_, err := r.session.Connect()
		<-r.player.Opened()
		return connectedMsg{err, true}
	})
}

func (r *hostsRoom) connected(msg connectedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return r.fail(msg.err)
	case msg.first:
		return tea.Batch(r.greet(), r.listOwn)
	}
	return r.listOwn
}

// listOwn asks for the account's own voices, which the picker offers first.
func (r *hostsRoom) listOwn() tea.Msg {
	own, err := r.session.ListOwn(r.ctx)
	return ownVoicesMsg{own, err}
}

func (r *hostsRoom) listed(msg ownVoicesMsg) tea.Cmd {
	if r.own = msg.voices; msg.err != nil {
		return r.say(warning, say.hosts.noOwn(msg.err.Error()))
	}
	return nil
}

// greet says, once, how to choose a host whose key is there.
func (r *hostsRoom) greet() tea.Cmd {
	if r.status.text != "" && r.status.tone != note {
		return nil // what was said at the start matters more
	}
	if r.session.Host() != tts.Sandbox {
		return nil
	}
	for _, h := range tts.Hosts {
		if h.KeyVariable != "" && os.Getenv(h.KeyVariable) != "" {
			return r.say(note, say.hosts.sandboxOnly(h.KeyVariable))
		}
	}
	if d := r.player.Device(); d.Silent {
		return r.say(warning, d.Reason)
	}
	return r.say(note, say.hosts.sandbox)
}

// pick lists the hosts with what they ask for the model that is set and
// what the settings would lose there.
func (r *hostsRoom) pick() tea.Cmd {
	q := r.request()
	from := r.session.Target(true)
	var items []dialog.Item
	for _, h := range tts.Hosts {
		it := dialog.Item{Title: h.Title, Right: priceTag(h, q.Model), Value: h.Name, Action: dialog.UseHost{Name: h.Name}}
		if h.KeyVariable != "" && os.Getenv(h.KeyVariable) == "" {
			it.Detail = say.hosts.noKey(h.KeyVariable)
			it.Off = say.hosts.needsKey(h.Title, h.KeyVariable)
		} else if gained, _ := tts.Move(q, from, tts.Target{Host: h.Name, Stream: true}, ""); len(gained) > 0 {
			it.Detail = gained[0].Message
			if len(gained) > 1 {
				it.Detail = say.hosts.andMore(it.Detail, len(gained)-1)
			}
		} else if h.Name != from.Host {
			it.Detail = say.hosts.asItIs
		} else {
			it.Detail = say.hosts.now
		}
		items = append(items, it)
	}
	r.push(dialog.NewPicker(say.hosts.title, say.hosts.hint, items).At(from.Host), inList)
	return nil
}

// priceTag is the price of 10,000 characters, the unit hosts print.
func priceTag(h tts.HostProfile, model string) string {
	if h.Name == tts.Sandbox {
		return say.hosts.free
	}
	price, known := tts.PriceOf(h.Name, cmp.Or(model, tts.DefaultModel))
	if !known {
		return say.hosts.priceUnknown
	}
	return say.hosts.price10k(price.Of(10000).String())
}

func (r *hostsRoom) useHost(name tts.HostName) tea.Cmd {
	r.session.MoveTo(name)
	r.own = nil
	h, _ := tts.HostAt(name)
	said := say.hosts.speaks(h.Title, session.Cost(name, nil))
	if price, known := tts.PriceOf(name, cmp.Or(r.doc().Settings.Model, tts.DefaultModel)); known {
		said = say.hosts.speaksFor(h.Title, price.Of(10000).String(), price.Read)
	}
	return tea.Batch(r.say(note, said), r.connect)
}
