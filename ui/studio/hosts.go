package studio

import (
	"cmp"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
)

// pickHost lists the hosts with what they ask for the model that is set and
// what the settings would lose there.
func (m *Model) pickHost() tea.Cmd {
	r := m.request()
	from := m.session.Target(true)
	var items []dialog.Item
	for _, h := range tts.Hosts {
		it := dialog.Item{Title: h.Title, Right: priceTag(h, r.Model), Value: h.Name, Action: dialog.UseHost{Name: h.Name}}
		if h.KeyVariable != "" && os.Getenv(h.KeyVariable) == "" {
			it.Detail = h.KeyVariable + " is not set"
			it.Off = h.Title + " needs an API key; set " + h.KeyVariable + " in the environment and start again"
		} else if gained, _ := tts.Move(r, from, tts.Target{Host: h.Name, Stream: true}, ""); len(gained) > 0 {
			it.Detail = gained[0].Message
			if len(gained) > 1 {
				it.Detail = fmt.Sprintf("%s, and %d more", it.Detail, len(gained)-1)
			}
		} else if h.Name != from.Host {
			it.Detail = "every setting as it is"
		} else {
			it.Detail = "speaks now"
		}
		items = append(items, it)
	}
	m.push(dialog.NewPicker("Choose the host", "enter chooses; settings stay as they are", items).At(from.Host), inList)
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
	switch price, known := tts.PriceOf(name, cmp.Or(m.doc().Settings.Model, tts.DefaultModel)); {
	case known:
		said += fmt.Sprintf("; %s for 10,000 characters, as read on %s", price.Of(10000), price.Read)
	default:
		said += "; " + session.Cost(name, nil)
	}
	return tea.Batch(m.say(note, said), m.connect)
}
