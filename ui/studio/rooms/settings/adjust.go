package settings

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// Row moves the cursor within a form; at its end it goes on to the next form.
func (r *Forms) Row(by int) tea.Cmd {
	f := r.Form()
	next := f.Cursor() + by
	switch {
	case next >= 0 && next < len(r.Controls(r.Focus)):
		f.To(next)
		return r.explain()
	case by > 0 && r.Focus < rooms.FormPanels[len(rooms.FormPanels)-1]:
		r.FocusOn(r.Focus + 1)
		r.Form().To(0)
	case by < 0 && r.Focus > rooms.FormPanels[0]:
		r.FocusOn(r.Focus - 1)
		r.Form().Count(len(r.Controls(r.Focus)))
		r.Form().To(len(r.Controls(r.Focus)) - 1)
	}
	return nil
}

// explain says why nothing can be chosen on a row where that is so.
func (r *Forms) explain() tea.Cmd {
	c, found := r.control()
	if !found || c.Kind != form.ChoiceControl || c.Field.Path == form.StreamField().Path {
		return nil
	}
	for i := 1; i < len(c.Options(r.Doc())); i++ {
		if r.blocked(c, i) == nil {
			return nil
		}
	}
	return r.Say(rooms.Note, r.why(c, 1))
}

// Land puts the cursor, where a form has got the focus by a key, on a row that
// the arrows move.
func (r *Forms) Land() {
	if c, found := r.control(); found && c.Kind == form.NameControl {
		r.Form().Count(len(r.Controls(r.Focus)))
		r.Form().To(r.Form().Cursor() + 1)
	}
}

// Nudge moves the row under the cursor by steps.
func (r *Forms) Nudge(steps int) tea.Cmd {
	c, found := r.control()
	if !found {
		return nil
	}
	switch c.Kind {
	case form.SliderControl, form.WeightControl:
		if why := r.fixed(c); why != "" {
			return r.Say(rooms.Note, why)
		}
		value, _ := c.Number(r.Doc())
		r.Move(c, value+float64(steps)*c.Field.Step)
	case form.ChoiceControl:
		return r.chooseNext(c, steps)
	case form.NameControl, form.AddControl, form.EntryControl, form.AddWordControl: // enter chooses
	}
	return nil
}

// chooseNext moves a choice, passing over what this host refuses; from a value
// that it refuses, back where there is nothing further on.
func (r *Forms) chooseNext(c form.Control, steps int) tea.Cmd {
	by := 1
	if steps < 0 {
		by = -1
	}
	chosen := c.Chosen(r.Doc())
	next, passed := r.nextOption(c, chosen, by)
	if next == chosen && r.blocked(c, chosen) != nil {
		next, _ = r.nextOption(c, chosen, -by)
	}
	r.Change(c.Choose(r.Doc(), next), c.Deed())
	if passed != "" {
		return r.Say(rooms.Caution, passed)
	}
	return nil
}

// nextOption is the nearest option that the host takes; from where there is
// none. passed is why it did not take one on the way.
func (r *Forms) nextOption(c form.Control, from, by int) (next int, passed string) {
	for i := from + by; i >= 0 && i < len(c.Options(r.Doc())); i += by {
		if r.blocked(c, i) == nil {
			return i, passed
		}
		if passed = r.why(c, i); c.Field.Kind == tts.Switch {
			break // who wants it on does not want it off
		}
	}
	return from, passed
}

// Pick stores one option of a choice, as a click does.
func (r *Forms) Pick(c form.Control, option int) tea.Cmd {
	switch option {
	case form.MoreOptions:
		return r.Activate()
	case form.LessOptions:
		return r.chooseNext(c, -1)
	}
	if r.blocked(c, option) != nil {
		return r.Say(rooms.Caution, r.why(c, option))
	}
	r.Change(c.Choose(r.Doc(), option), c.Deed())
	return nil
}

// Activate does what enter means on a row.
func (r *Forms) Activate() tea.Cmd {
	c, found := r.control()
	if !found {
		return nil
	}
	switch c.Kind {
	case form.NameControl:
		return r.PickVoice(0)
	case form.AddControl:
		return r.PickVoice(len(r.Doc().Voices))
	case form.WeightControl:
		return r.PickVoice(c.Index)
	case form.EntryControl, form.AddWordControl:
		return r.EditEntry()
	case form.SliderControl:
		value, _ := c.Number(r.Doc())
		shown := strconv.FormatFloat(value, 'f', -1, 64)
		r.entry = &form.Entry{Panel: r.Focus, Row: r.Form().Cursor(), Text: shown, Was: shown}
	case form.ChoiceControl:
		if c.Common != nil {
			return r.PickLanguage()
		}
		if c.Cell != form.WholeLine && c.Chosen(r.Doc()) == len(c.Options(r.Doc()))-1 {
			return r.Pick(c, 0) // round, where the others are out of sight
		}
		return r.chooseNext(c, 1)
	}
	return nil
}

// Unset gives the row under the cursor back to the host.
func (r *Forms) Unset() tea.Cmd {
	c, found := r.control()
	if !found {
		return nil
	}
	switch c.Kind {
	case form.ChoiceControl:
		return r.Pick(c, 0)
	case form.SliderControl:
		r.Change(r.Doc().Set(c.Field.Path, nil), c.Deed())
	case form.WeightControl:
		name := rooms.VoiceTitle(r.Doc().Voices[c.Index].ID)
		if len(r.Doc().Voices) == 1 {
			return r.Say(rooms.Note, form.Say.OneStays)
		}
		r.Change(r.Doc().Remove(c.Index), rooms.Say.Deeds.TakingOut(name))
		return r.Say(rooms.Note, form.Say.TakenOut(name))
	case form.EntryControl:
		return r.dropEntry(c)
	case form.NameControl, form.AddControl, form.AddWordControl: // one voice must stay
	}
	return nil
}

// Reset gives every setting back to the host; the model and the voices stay.
func (r *Forms) Reset() tea.Cmd {
	fresh := r.Doc()
	fresh.Settings = tts.Request{Model: r.Doc().Settings.Model}
	r.Change(fresh, rooms.Say.Deeds.Reset)
	return r.Say(rooms.Note, form.Say.IsReset)
}

// StartEntry opens the value field of a slider with the key that was pressed.
func (r *Forms) StartEntry(key string) tea.Cmd {
	c, found := r.control()
	switch {
	case !found || c.Kind != form.SliderControl && c.Kind != form.WeightControl:
		return r.Say(rooms.Note, form.Say.NoNumber)
	case r.fixed(c) != "":
		return r.Say(rooms.Note, r.fixed(c))
	}
	r.entry = &form.Entry{Panel: r.Focus, Row: r.Form().Cursor(), Text: strings.TrimPrefix(key, "=")}
	return nil
}

// Typing is the value field that takes keys, or nil. It closes where another
// panel gets the focus.
func (r *Forms) Typing() *form.Entry {
	if r.entry != nil && r.entry.Panel != r.Focus {
		r.entry = nil
	}
	if r.Top() != nil {
		return nil
	}
	return r.entry
}

// TypingKey is the key that a press on the row of a value that is being typed
// means: what its hint says there. It is empty elsewhere.
func (r *Forms) TypingKey(p rooms.Panel, row, x, w int) string {
	e := r.Typing()
	if e == nil || e.Panel != p || e.Row != row {
		return ""
	}
	from := w - paint.Width(form.Say.Typing)
	if x < from {
		return ""
	}
	return paint.KeyAt(form.Say.Typing, len(paint.Cut(form.Say.Typing, x-from)))
}

// DropValue closes the value field; the slider stays where it was.
func (r *Forms) DropValue() tea.Cmd {
	r.entry = nil
	r.Hush()
	return nil
}

// EraseValue takes the last digit off the value that is being typed.
func (r *Forms) EraseValue() tea.Cmd {
	e := r.Typing()
	e.Text = e.Text[:max(0, len(e.Text)-1)]
	return nil
}

// AcceptValue stores a typed value if it is in range; else it stays open, so
// that nothing typed is lost.
func (r *Forms) AcceptValue() tea.Cmd {
	e := r.Typing()
	c, _ := r.control()
	value, err := strconv.ParseFloat(e.Text, 64)
	whole := c.Field.Kind == tts.Whole && value != float64(int(value))
	if e.Text == "" || e.Text == e.Was {
		return r.DropValue() // nothing was typed
	}
	if err != nil || whole || value < c.Field.Min || value > c.Field.Max || c.Field.Above && value == c.Field.Min {
		return r.Say(rooms.Caution, form.Say.MustBe(c.Deed(), c.Field.Kind == tts.Whole, c.Field.Range(), e.Text))
	}
	r.entry = nil
	r.Hush()
	if c.Kind == form.WeightControl {
		r.Move(c, value)
		if now, _ := c.Number(r.Doc()); now != value {
			return r.Say(rooms.Note, form.Say.WeightEnds(int(now)))
		}
	} else if c.Field.Kind == tts.Whole {
		r.Change(r.Doc().Set(c.Field.Path, int(value)), c.Deed())
	} else {
		r.Change(r.Doc().Set(c.Field.Path, value), c.Deed())
	}
	return nil
}
