package dialog

import (
	"slices"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/trust"
)

// Repeats are how often a preset may speak, to keep what it sounds like: once, or so
// often that it is known by how much the host's own takes differ.
var Repeats = []int{1, 5}

// NextTakes has it speak more often after it was saved, and in the end not at all.
func (s *Saver) NextTakes() Action {
	if s.written().SampleText == "" {
		return Say{Text: say.sounded.nothingToSpeak}
	}
	choices := append([]int{0}, Repeats...)
	s.takes = choices[(slices.Index(choices, s.takes)+1)%len(choices)]
	return nil
}

// written is what saving writes.
func (s *Saver) written() presets.Preset {
	was := s.now.Work.Opened().Entry.Preset
	if s.over != nil {
		was = s.over.Preset
	}
	return s.now.Work.Preset(was, s.Name(), s.now.Heard)
}

// offered says that it can be kept how the preset sounds, or that it will be; nothing
// where there is nothing to speak, or where that is kept already.
func (s *Saver) offered(t paint.Theme) (string, paint.Ink) {
	p := s.written()
	mark, is := trust.Stands(p, s.now.Host, s.now.Engine)
	host, price := HostTitle(string(s.now.Host)), func(takes int) string { return s.price(p, takes) }
	switch {
	case is == trust.NoSample:
	case s.takes > 0:
		return say.sounded.chosen(s.takes, host, price(s.takes)), t.Accent
	case is == trust.Untaken:
		return say.sounded.offer(host, price(1)), t.Dim
	case is != trust.Fresh:
		return say.sounded.offerAnew(mark.At, s.now.Now, host, price(1)), t.Dim
	}
	return "", t.Dim
}

// price is what speaking it so often costs.
func (s *Saver) price(p presets.Preset, takes int) string {
	r := p.Request
	r.Text = tts.Plain(p.SampleText)
	one := session.Price(s.now.Host, r)
	if one == nil || s.now.Host == tts.Sandbox {
		return session.Cost(s.now.Host, one)
	}
	return "≈ " + tts.Money{Amount: float64(takes) * one.Amount, Currency: one.Currency}.String()
}
