package studio

import (
	"cmp"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// pickHost lists the hosts with what they ask for the model that is set and
// what the settings would lose there.
func (m *Model) pickHost() tea.Cmd {
	r := m.request()
	from := m.session.Target(true)
	var items []item
	for _, h := range tts.Hosts {
		it := item{title: h.Title, right: priceTag(h, r.Model), value: h.Name}
		if h.KeyVariable != "" && os.Getenv(h.KeyVariable) == "" {
			it.detail = h.KeyVariable + " is not set"
			it.off = h.Title + " needs an API key; set " + h.KeyVariable + " in the environment and start again"
		} else if gained, _ := tts.Move(r, from, tts.Target{Host: h.Name, Stream: true}, ""); len(gained) > 0 {
			it.detail = gained[0].Message
			if len(gained) > 1 {
				it.detail = fmt.Sprintf("%s, and %d more", it.detail, len(gained)-1)
			}
		} else if h.Name != from.Host {
			it.detail = "every setting as it is"
		} else {
			it.detail = "speaks now"
		}
		items = append(items, it)
	}
	m.push(newPicker("Choose the host", "enter chooses; settings stay as they are", items, func(m *Model, it item) tea.Cmd {
		m.pop()
		return m.useHost(it.value.(tts.HostName))
	}).at(from.Host))
	return nil
}

// priceTag is the price of 10,000 characters, the unit hosts print.
func priceTag(h tts.HostProfile, model string) string {
	if h.Name == tts.Sandbox {
		return "free"
	}
	price, known := tts.PriceOf(h.Name, cmp.Or(model, tts.DefaultModel))
	if !known {
		return "price unknown"
	}
	return price.Of(10000).String() + " / 10k"
}

func (m *Model) useHost(name tts.HostName) tea.Cmd {
	m.session.MoveTo(name)
	m.own = nil
	h, _ := tts.HostAt(name)
	said := h.Title + " speaks from now on"
	if price, known := tts.PriceOf(name, cmp.Or(m.doc.settings.Model, tts.DefaultModel)); known {
		said += fmt.Sprintf("; %s for 10,000 characters, as read on %s", price.Of(10000), price.Read)
	}
	return tea.Batch(m.say(note, said), m.connect)
}
