package studio

import (
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
)

// save asks for a name; the open preset's own is suggested.
func (r *presetsRoom) save() tea.Cmd {
	if r.scope() == inSaving {
		return r.say(note, say.presets.saveHint)
	}
	name := r.work.Opened().Name
	if name == "" {
		name = voiceNames(r.doc().Request())
	}
	return r.saveAs(name, false)
}

func (r *presetsRoom) saveAs(name string, beside bool) tea.Cmd {
	r.push(dialog.NewSaver(r.Library, r.present(), name, beside), inSaving)
	if r.Shelf == nil {
		return r.read()
	}
	return nil
}

// saved writes what the person asked to save.
func (r *presetsRoom) saved(s dialog.Save) tea.Cmd {
	doc, saver := r.doc(), r.top().(*dialog.Saver)
	a := alteration{place: s.Place, saves: true,
		fault: func(err error) tea.Cmd { return refused(saver, s, err) },
		then: func(made presets.Entry) tea.Cmd {
			r.work.Saved(made, doc)
			return r.say(note, say.presets.savedIn(made.Name, dialog.Homely(made.File)))
		}}
	if s.Over != nil {
		was := *s.Over
		p := r.work.Preset(was.Preset, s.Name, r.sound.heardOn())
		a.gone = was
		a.do = func(in presets.Place) (presets.Entry, error) { return in.Update(was, p) }
	} else {
		p := r.work.Preset(r.work.Opened().Entry.Preset, s.Name, r.sound.heardOn())
		a.do = func(in presets.Place) (presets.Entry, error) { return in.Create(p) }
	}
	return r.alter(a)
}

// takenMsg brings the preset that has the name already.
type takenMsg struct {
	saver *dialog.Saver
	entry presets.Entry
	err   error
}

// refused takes in why saving failed. A name that is taken is looked up, so
// that what would be lost can be shown.
func refused(saver *dialog.Saver, s dialog.Save, err error) tea.Cmd {
	saver.Refuse(err)
	if !errors.Is(err, fs.ErrExist) {
		return nil
	}
	return func() tea.Msg {
		e, err := s.Place.Load(s.Name)
		return takenMsg{saver, e, err}
	}
}
