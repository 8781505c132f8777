package studio

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// row moves the cursor within a form; at its end it goes on to the next form.
func (r *formsRoom) row(by int) tea.Cmd {
	f := r.form()
	next := f.Cursor() + by
	switch {
	case next >= 0 && next < len(r.controls(r.focus)):
		f.To(next)
	case by > 0 && r.focus < effectsPanel:
		r.focusOn(r.focus + 1)
		r.form().To(0)
	case by < 0 && r.focus > voicePanel:
		r.focusOn(r.focus - 1)
		r.form().To(len(r.controls(r.focus)) - 1)
	}
	return nil
}

// nudge moves the row under the cursor by steps.
func (r *formsRoom) nudge(steps int) tea.Cmd {
	c, found := r.control()
	if !found {
		return nil
	}
	switch c.kind {
	case sliderControl, weightControl:
		if c.kind == weightControl && len(r.doc().Voices) < 2 {
			return r.say(note, say.form.aloneNoWeight)
		}
		value, _ := c.number(r.doc())
		r.change(c.put(r.doc(), value+float64(steps)*c.field.Step), c.deed())
	case choiceControl:
		return r.chooseNext(c, steps)
	case nameControl, addControl: // enter chooses
	}
	return nil
}

// chooseNext moves a choice, passing over what this host refuses.
func (r *formsRoom) chooseNext(c control, steps int) tea.Cmd {
	by := 1
	if steps < 0 {
		by = -1
	}
	var passed *tts.Problem
	for i := c.chosen(r.doc()) + by; i >= 0 && i < len(c.options(r.doc())); i += by {
		if i > 0 {
			if why := r.blocked(c.field.Path, c.options(r.doc())[i]); why != nil {
				passed = why
				continue
			}
		}
		r.change(c.choose(r.doc(), i), c.deed())
		break
	}
	if passed != nil {
		return r.say(warning, passed.Message)
	}
	return nil
}

// pick stores one option of a choice, as a click does.
func (r *formsRoom) pick(c control, option int) tea.Cmd {
	if option > 0 {
		if why := r.blocked(c.field.Path, c.options(r.doc())[option]); why != nil {
			return r.say(warning, why.Message)
		}
	}
	r.change(c.choose(r.doc(), option), c.deed())
	return nil
}

// activate does what enter means on a row.
func (r *formsRoom) activate() tea.Cmd {
	c, found := r.control()
	if !found {
		return nil
	}
	switch c.kind {
	case nameControl:
		return r.pickVoice(0)
	case addControl:
		return r.pickVoice(len(r.doc().Voices))
	case weightControl:
		return r.pickVoice(c.index)
	case sliderControl:
		value, _ := c.number(r.doc())
		r.entry = &entry{r.focus, r.form().Cursor(), strconv.FormatFloat(value, 'f', -1, 64)}
	case choiceControl:
		return r.chooseNext(c, 1)
	}
	return nil
}

// unset gives the row under the cursor back to the host.
func (r *formsRoom) unset() tea.Cmd {
	c, found := r.control()
	if !found {
		return nil
	}
	switch c.kind {
	case sliderControl, choiceControl:
		r.change(r.doc().Set(c.field.Path, nil), c.deed())
	case weightControl:
		name := voiceTitle(r.doc().Voices[c.index].ID)
		if len(r.doc().Voices) == 1 {
			return r.say(note, say.form.oneStays)
		}
		r.change(r.doc().Remove(c.index), say.deeds.takingOut(name))
		return r.say(note, say.form.takenOut(name))
	case nameControl, addControl: // one voice must stay
	}
	return nil
}

func (r *formsRoom) mute() tea.Cmd {
	c, _ := r.control()
	muted := 0
	for i, v := range r.doc().Voices {
		if v.Muted || i == c.index {
			muted++
		}
	}
	if !r.doc().Voices[c.index].Muted && muted == len(r.doc().Voices) {
		return r.say(note, say.form.oneHeard)
	}
	r.change(r.doc().With(c.index, func(v *document.Voice) { v.Muted = !v.Muted }), say.deeds.mute)
	return nil
}

func (r *formsRoom) solo() tea.Cmd {
	c, _ := r.control()
	r.change(r.doc().Solo(c.index), say.deeds.solo)
	return nil
}

func (r *formsRoom) reset() tea.Cmd {
	fresh := r.doc()
	fresh.Settings = tts.Request{Model: r.doc().Settings.Model}
	r.change(fresh, say.deeds.reset)
	return r.say(note, say.form.isReset)
}

// copyFormula puts the blend on the clipboard, for a chat or a review.
func (r *formsRoom) copyFormula() tea.Cmd {
	formula := r.doc().Formula()
	return tea.Batch(tea.SetClipboard(formula), r.say(note, say.form.copied(tts.Clean(formula))))
}
