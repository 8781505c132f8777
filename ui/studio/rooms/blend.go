package rooms

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// held is a voice's weight while it is being moved: all of its moves start from
// the same weights, for roundings that add up step by step would end the
// proportion of the others.
type held struct {
	row      int
	from, to []document.Voice
}

// Move moves a slider to a value.
func (r *Forms) Move(c control, value float64) {
	if c.Kind != WeightControl {
		r.Change(c.Put(r.Doc(), value), c.Deed())
		return
	}
	if h := r.held; h.row != c.index || !slices.Equal(h.to, r.Doc().Voices) {
		r.held = held{row: c.index, from: r.Doc().Voices}
	}
	from := r.Doc()
	from.Voices = r.held.from
	next := c.Put(from, value)
	r.held.to = next.Voices
	r.Change(next, c.Deed())
}

// fixed says why a voice's weight cannot be moved; empty where it can.
func (r *Forms) fixed(c control) string {
	switch {
	case c.Kind != WeightControl:
	case len(r.Doc().Voices) < 2:
		return Say.Form.aloneNoWeight
	case r.Doc().Voices[c.index].Locked:
		return Say.Form.locked(voiceTitle(r.Doc().Voices[c.index].ID))
	case !r.Doc().Movable(c.index):
		return Say.Form.othersLocked
	}
	return ""
}

// Slide moves a slider as the mouse does, and says why it cannot.
func (r *Forms) Slide(c control, value float64) tea.Cmd {
	if why := r.fixed(c); why != "" {
		return r.Say(Note, why)
	}
	r.Move(c, value)
	return nil
}

// Mute leaves the voice under the cursor out of the blend, or takes it in again.
func (r *Forms) Mute() tea.Cmd {
	c, _ := r.control()
	muted := 0
	for i, v := range r.Doc().Voices {
		if v.Muted || i == c.index {
			muted++
		}
	}
	if !r.Doc().Voices[c.index].Muted && muted == len(r.Doc().Voices) {
		return r.Say(Note, Say.Form.oneHeard)
	}
	r.Change(r.Doc().With(c.index, func(v *document.Voice) { v.Muted = !v.Muted }), Say.Deeds.mute)
	return nil
}

// Solo lets the voice under the cursor be heard alone, at once, or all of them
// again. Where its price was just said it is heard.
func (r *Forms) Solo() tea.Cmd {
	c, _ := r.control()
	voice := r.Doc().Voices[c.index]
	if voice.Solo && r.Sound.offered(r.Doc()) {
		return r.hearAlone(r.Doc(), voiceTitle(voice.ID))
	}
	r.Change(r.Doc().Solo(c.index), Say.Deeds.solo)
	if voice.Solo {
		return nil
	}
	return r.hearAlone(r.Doc(), voiceTitle(voice.ID))
}

// hearAlone speaks a part of the work alone, as hear does.
func (r *Forms) hearAlone(doc document.Document, name string) tea.Cmd {
	u := r.Sound.now(doc)
	u.said, u.what = Say.Form.hears(name), Say.Form.alone(name)
	return r.Sound.hear(u)
}

// Lock keeps the share of the voice under the cursor, or lets it go.
func (r *Forms) Lock() tea.Cmd {
	c, _ := r.control()
	r.Change(r.Doc().With(c.index, func(v *document.Voice) { v.Locked = !v.Locked }), Say.Deeds.lock)
	name := voiceTitle(r.Doc().Voices[c.index].ID)
	if r.Doc().Voices[c.index].Locked {
		return r.Say(Note, Say.Form.keepsShare(name))
	}
	return r.Say(Note, Say.Form.unlocked(name))
}

// Equalise gives all voices that are not locked the same weight.
func (r *Forms) Equalise() tea.Cmd {
	r.Change(r.Doc().Equalise(), Say.Deeds.equalising)
	return nil
}

// SwapNext exchanges the weights of the voice under the cursor and the next;
// after the last comes the first.
func (r *Forms) SwapNext() tea.Cmd {
	c, _ := r.control()
	voices := r.Doc().Voices
	next := (c.index + 1) % len(voices)
	for _, v := range []document.Voice{voices[c.index], voices[next]} {
		if v.Locked {
			return r.Say(Note, Say.Form.locked(voiceTitle(v.ID)))
		}
	}
	r.Change(r.Doc().Swap(c.index, next), Say.Deeds.swapping)
	return r.Say(Note, Say.Form.swapped(voiceTitle(voices[c.index].ID), voiceTitle(voices[next].ID)))
}

// CopyFormula puts the blend on the clipboard, for a chat or a review.
func (r *Forms) CopyFormula() tea.Cmd {
	formula := r.Doc().Formula()
	return tea.Batch(tea.SetClipboard(formula), r.Say(Note, Say.Form.copied(tts.Clean(formula))))
}

// PasteFormula makes a formula the blend.
func (r *Forms) PasteFormula(formula string) tea.Cmd {
	voices, err := presets.ParseFormula(formula)
	if err != nil {
		return r.Say(Warning, Say.Form.noFormula(err.Error()))
	}
	r.Change(r.Doc().Speaking(voices), Say.Deeds.pasting)
	r.Form().Count(len(r.Controls(BlendPanel)))
	return r.Say(Note, Say.Form.pasted)
}

// NoVoices says why there is no blend.
func (r *Forms) NoVoices() string {
	if len(r.Doc().Voices) == 0 {
		return Say.Form.noVoices
	}
	return ""
}

// NoBlend says why there are no weights to change.
func (r *Forms) NoBlend() string {
	if len(r.Doc().Voices) < 2 {
		return Say.Form.aloneNoWeight
	}
	return ""
}

// NoVoice says why no key can be about one voice of the blend.
func (r *Forms) NoVoice() string {
	switch c, found := r.control(); {
	case !found || c.Kind != WeightControl:
		return Say.Form.noVoice
	case len(r.Doc().Voices) < 2:
		return Say.Form.aloneHeard
	}
	return ""
}

// BlendFull says why no voice can be added.
func (r *Forms) BlendFull() string {
	if len(r.Doc().Voices) >= tts.MaxVoices {
		return Say.Form.fourAtMost
	}
	return ""
}
