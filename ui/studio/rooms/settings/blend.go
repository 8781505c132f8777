package settings

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// held is a voice's weight while it is being moved: all of its moves start from
// the same weights, for roundings that add up step by step would end the
// proportion of the others.
type held struct {
	row      int
	from, to []document.Voice
}

// Move moves a slider to a value.
func (r *Forms) Move(c form.Control, value float64) {
	if c.Kind != form.WeightControl {
		r.Change(c.Put(r.Doc(), value), c.Deed())
		return
	}
	if h := r.held; h.row != c.Index || !slices.Equal(h.to, r.Doc().Voices) {
		r.held = held{row: c.Index, from: r.Doc().Voices}
	}
	from := r.Doc()
	from.Voices = r.held.from
	next := c.Put(from, value)
	r.held.to = next.Voices
	r.Change(next, c.Deed())
}

// fixed says why a voice's weight cannot be moved; empty where it can.
func (r *Forms) fixed(c form.Control) string {
	switch {
	case c.Kind != form.WeightControl:
	case len(r.Doc().Voices) < 2:
		return form.Say.AloneNoWeight
	case r.Doc().Voices[c.Index].Locked:
		return form.Say.Locked(rooms.VoiceTitle(r.Doc().Voices[c.Index].ID))
	case !r.Doc().Movable(c.Index):
		return form.Say.OthersLocked
	}
	return ""
}

// Slide moves a slider as the mouse does, and says why it cannot.
func (r *Forms) Slide(c form.Control, value float64) tea.Cmd {
	if why := r.fixed(c); why != "" {
		return r.Say(rooms.Note, why)
	}
	r.Move(c, value)
	return nil
}

// Mute leaves the voice under the cursor out of the blend, or takes it in again.
func (r *Forms) Mute() tea.Cmd {
	c, _ := r.control()
	muted := 0
	for i, v := range r.Doc().Voices {
		if v.Muted || i == c.Index {
			muted++
		}
	}
	if !r.Doc().Voices[c.Index].Muted && muted == len(r.Doc().Voices) {
		return r.Say(rooms.Note, form.Say.OneHeard)
	}
	r.Change(r.Doc().With(c.Index, func(v *document.Voice) { v.Muted = !v.Muted }), rooms.Say.Deeds.Mute)
	return nil
}

// Solo lets the voice under the cursor be heard alone, at once, or all of them
// again. Where its price was just said it is heard.
func (r *Forms) Solo() tea.Cmd {
	c, _ := r.control()
	voice := r.Doc().Voices[c.Index]
	if voice.Solo && r.Sound.PriceSaid(r.Doc()) {
		return r.hearAlone(r.Doc(), rooms.VoiceTitle(voice.ID))
	}
	r.Change(r.Doc().Solo(c.Index), rooms.Say.Deeds.Solo)
	if voice.Solo {
		return nil
	}
	return r.hearAlone(r.Doc(), rooms.VoiceTitle(voice.ID))
}

// hearAlone speaks a part of the work alone, as hear does.
func (r *Forms) hearAlone(doc document.Document, name string) tea.Cmd {
	u := r.Sound.Of(doc)
	u.Said, u.What = form.Say.Hears(name), form.Say.Alone(name)
	return r.Sound.Hear(u)
}

// Lock keeps the share of the voice under the cursor, or lets it go.
func (r *Forms) Lock() tea.Cmd {
	c, _ := r.control()
	r.Change(r.Doc().With(c.Index, func(v *document.Voice) { v.Locked = !v.Locked }), rooms.Say.Deeds.Lock)
	name := rooms.VoiceTitle(r.Doc().Voices[c.Index].ID)
	if r.Doc().Voices[c.Index].Locked {
		return r.Say(rooms.Note, form.Say.KeepsShare(name))
	}
	return r.Say(rooms.Note, form.Say.Unlocked(name))
}

// Equalise gives all voices that are not locked the same weight.
func (r *Forms) Equalise() tea.Cmd {
	r.Change(r.Doc().Equalise(), rooms.Say.Deeds.Equalising)
	return nil
}

// SwapNext exchanges the weights of the voice under the cursor and the next;
// after the last comes the first.
func (r *Forms) SwapNext() tea.Cmd {
	c, _ := r.control()
	voices := r.Doc().Voices
	next := (c.Index + 1) % len(voices)
	for _, v := range []document.Voice{voices[c.Index], voices[next]} {
		if v.Locked {
			return r.Say(rooms.Note, form.Say.Locked(rooms.VoiceTitle(v.ID)))
		}
	}
	r.Change(r.Doc().Swap(c.Index, next), rooms.Say.Deeds.Swapping)
	return r.Say(rooms.Note, form.Say.Swapped(rooms.VoiceTitle(voices[c.Index].ID), rooms.VoiceTitle(voices[next].ID)))
}

// CopyFormula puts the blend on the clipboard, for a chat or a review.
func (r *Forms) CopyFormula() tea.Cmd {
	formula := r.Doc().Formula()
	return tea.Batch(tea.SetClipboard(formula), r.Say(rooms.Note, form.Say.Copied(tts.Clean(formula))))
}

// PasteFormula makes a formula the blend.
func (r *Forms) PasteFormula(formula string) tea.Cmd {
	voices, err := presets.ParseFormula(formula)
	if err != nil {
		return r.Say(rooms.Warning, form.Say.NoFormula(tts.Reason(err)))
	}
	r.Change(r.Doc().Speaking(voices), rooms.Say.Deeds.Pasting)
	r.Form().Count(len(r.Controls(rooms.BlendPanel)))
	return r.Say(rooms.Note, form.Say.Pasted)
}

// NoVoices says why there is no blend.
func (r *Forms) NoVoices() string {
	if len(r.Doc().Voices) == 0 {
		return form.Say.NoVoices
	}
	return ""
}

// NoBlend says why there are no weights to change.
func (r *Forms) NoBlend() string {
	if len(r.Doc().Voices) < 2 {
		return form.Say.AloneNoWeight
	}
	return ""
}

// NoVoice says why no key can be about one voice of the blend.
func (r *Forms) NoVoice() string {
	switch c, found := r.control(); {
	case !found || c.Kind != form.WeightControl:
		return form.Say.NoVoice
	case len(r.Doc().Voices) < 2:
		return form.Say.AloneHeard
	}
	return ""
}

// BlendFull says why no voice can be added.
func (r *Forms) BlendFull() string {
	if len(r.Doc().Voices) >= tts.MaxVoices {
		return form.Say.FourAtMost
	}
	return ""
}
