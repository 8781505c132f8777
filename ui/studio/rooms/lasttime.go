package rooms

import (
	"cmp"

	"voicestudio/tts"
	"voicestudio/ui/session"
)

// ComeBack lets the host speak that did so last, if it can.
func (r *Hosts) ComeBack(name tts.HostName, named bool) {
	h, known := tts.HostAt(name)
	switch {
	case !known || name == r.Begun:
	case named:
		r.Chosen = name // for the next time
	case r.Session.Usable(name) != nil:
		r.Chosen = name
		begun, _ := tts.HostAt(r.Begun)
		r.lacks = Say.Hosts.lastLacks(h.Title, r.Session.Usable(name).Error(), begun.Title)
	default:
		r.Chosen, r.returned = name, true
		r.Session.MoveTo(name)
	}
}

// lately says who speaks where that is not who would by itself.
func (r *Hosts) lately() (t Tone, said string) {
	h, _ := tts.HostAt(r.Session.Host())
	switch {
	case r.lacks != "":
		return Warning, r.lacks
	case r.returned:
		return Note, Say.Hosts.asLastTime(h.Title, r.costs(h.Name))
	}
	return Note, ""
}

// costs is what a host asks.
func (r *Hosts) costs(name tts.HostName) string {
	if price, known := tts.PriceOf(name, cmp.Or(r.Doc().Settings.Model, tts.DefaultModel)); known {
		return Say.Hosts.for10k(price.Of(10000).String(), price.Read)
	}
	return session.Cost(name, nil)
}
