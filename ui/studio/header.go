package studio

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// sign is a text on the highest line, and the command that a press on it runs;
// empty: it does nothing.
type sign struct {
	text string
	ink  paint.Ink
	id   string
}

// signs are what the highest line tells, from its left and up to its right edge:
// what is open, who speaks, what it will cost, and on what.
func (m *Model) signs() (left, right []sign) {
	t := m.Theme
	name := cmp.Or(m.Work.Opened().Name, rooms.Say.Screen.NoPreset)
	if m.Work.Dirty() {
		name += "*"
	}
	left = []sign{
		{" ", t.Dim, ""}, {"voicestudio", t.Accent.Bold(true), ""}, {" · ", t.Dim, ""}, {name, t.Strong, "open"}, {"   ", t.Dim, ""},
		{string(m.Session.Host()) + " ▸ ", t.Dim, "host"}, {cmp.Or(m.Doc().Settings.Model, tts.DefaultModel), t.Text, "model"}, {" ", t.Dim, ""},
	}
	right = []sign{{" ", t.Dim, ""}, {m.cost(), t.Dim, "request"}, {"  ", t.Dim, ""}, m.device(), {" ", t.Dim, ""}}
	if news := m.news(); news != "" {
		right = append([]sign{{" ", t.Dim, ""}, {news, t.Accent.Under(), "news"}, {" ", t.Dim, ""}}, right...)
	}
	if wide(left)+wide(right) >= m.Layout.W { // Sides keeps them apart
		left = append(left[:1:1], left[3:]...)
	}
	return left, right
}

func wide(signs []sign) (w int) {
	for _, s := range signs {
		w += paint.Width(s.text)
	}
	return w
}

// header draws the highest line.
func (m *Model) header() string {
	left, right := m.signs()
	line := func(signs []sign) (drawn string) {
		for _, s := range signs {
			drawn += s.ink.Render(s.text)
		}
		return drawn
	}
	return paint.Sides(line(left), line(right), m.Layout.W)
}

// pressHeader does what a press on the highest line does.
func (m *Model) pressHeader(x int) tea.Cmd {
	left, right := m.signs()
	signs, at := left, 0
	if from := m.Layout.W - wide(right); x >= from {
		signs, at = right, from
	}
	for _, s := range signs {
		if at += paint.Width(s.text); x < at {
			if s.id == "" {
				break
			}
			return m.do(named(s.id))
		}
	}
	return nil
}

// news is what others have changed, as far as there is room for it.
func (m *Model) news() string {
	return paint.Cut(paint.Clean(m.outside.News()), max(16, m.Layout.W/3))
}

// counted is what was counted last: a script may be long.
type counted struct {
	text string
	n    int
}

// characters is how many of them the words would be billed as, as far as known.
func (m *Model) characters() int {
	if text := m.Request().Text; text != m.counted.text {
		m.counted = counted{text, tts.EstimateCharacters(text)}
	}
	return m.counted.n
}

// cost is a guess of what ctrl+r would be billed, of all lines that are due or of the
// script, and what this session was.
func (m *Model) cost() string {
	n, due := m.characters(), (*tts.Money)(nil)
	if m.Stage == rooms.LinesStage {
		n, due = m.lines.Due()
	}
	chars := rooms.Say.Screen.Characters(n)
	if m.Session.Host() == tts.Sandbox {
		return chars + " · " + rooms.Say.Screen.Free
	}
	price, known := tts.PriceOf(m.Session.Host(), cmp.Or(m.Doc().Settings.Model, tts.DefaultModel))
	if !known {
		return tts.Listed(chars, rooms.Say.Screen.PriceUnknown)
	}
	if due == nil {
		due = new(price.Of(n))
	}
	said := tts.Listed(chars, due.String())
	if m.Layout.W < 100 {
		return said
	}
	spent, all := m.Session.Spent(price.Million.Currency)
	total, most := spent.String(), m.Session.Cap()
	capped := most != nil && most.Currency == spent.Currency
	if capped {
		total = rooms.Say.Screen.SpentOf(total, most.Round())
	}
	switch {
	case !all:
		said += " · " + rooms.Say.Screen.SpentAtLeast(total)
	case spent.Amount > 0 || capped:
		said += " · " + rooms.Say.Screen.Spent(total)
	}
	return said
}

// device is where the sound goes. A press mutes it, and says why there is none.
func (m *Model) device() sign {
	if d := m.Player.Device(); d.Silent {
		return sign{"○ " + rooms.Say.Screen.NoSound, m.Theme.Warning, "mute-sound"}
	}
	if _, muted := m.Player.Volume(); muted {
		return sign{"○ " + rooms.Say.Screen.Muted, m.Theme.Warning, "mute-sound"}
	}
	return sign{"● " + rooms.Say.Screen.Speaker, m.Theme.Good, "mute-sound"}
}

// notSpoken says why the whole script is not spoken. Over the lines, where the same key
// makes lines, it is not what somebody means who answers something.
func (m *Model) notSpoken() string {
	if m.Stage == rooms.LinesStage && (m.Top() != nil || m.forms.Typing() != nil) {
		return rooms.Say.Screen.AnswerFirst
	}
	return m.priceCovered()
}

// priceCovered says why nothing is sent that costs something: a dialog lies over
// the price.
func (m *Model) priceCovered() string {
	if m.Session.Host() == tts.Sandbox {
		return ""
	}
	for _, l := range m.Layers.List {
		if _, at, _ := m.Place(l.Dialog); at.Y == 0 {
			return rooms.Say.Screen.PriceCovered
		}
	}
	return ""
}
