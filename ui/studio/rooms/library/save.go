package library

import (
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// Save asks for a name; the open preset's own is suggested.
func (r *Presets) Save() tea.Cmd {
	if r.Scope() == rooms.InSaving {
		return r.Say(rooms.Note, Say.Presets.saveHint)
	}
	name := r.Work.Opened().Name
	if name == "" {
		name = rooms.VoiceNames(r.Doc().Request())
	}
	return r.saveAs(name, false)
}

// SaveAs asks for a name, and suggests one.
func (r *Presets) SaveAs(name string) tea.Cmd { return r.saveAs(name, false) }

func (r *Presets) saveAs(name string, beside bool) tea.Cmd {
	r.Push(dialog.NewSaver(r.Library, r.Present(), name, beside), rooms.InSaving)
	if r.Shelf == nil {
		return r.Read()
	}
	return nil
}

// Saved writes what the person asked to save.
func (r *Presets) Saved(s dialog.Save) tea.Cmd {
	doc, saver := r.Work.Doc(), r.Top().(*dialog.Saver)
	a := alteration{place: s.Place, saves: true,
		fault: func(err error) tea.Cmd { return refused(saver, s, err) },
		then: func(made presets.Entry) tea.Cmd {
			r.Work.Saved(made, doc)
			said := Say.Presets.savedIn(made.Name, dialog.Homely(made.File))
			if line := r.Work.Lines().Find(r.OnLine); line >= 0 {
				said = Say.Presets.savedOfAll(made.Name, line+1)
			}
			saved := r.Say(rooms.Note, said)
			if s.Takes == 0 {
				return saved
			}
			return tea.Batch(saved, r.lookAt(&listening{keeps: true}, []presets.Entry{made}, once(s.Takes)))
		}}
	if s.Over != nil {
		was := *s.Over
		p := r.Work.Preset(was.Preset, s.Name, r.Sound.HeardOn())
		a.gone = was
		a.do = func(in presets.Place) (presets.Entry, error) { return in.Update(was, p) }
	} else {
		p := r.Work.Preset(r.Work.Opened().Entry.Preset, s.Name, r.Sound.HeardOn())
		a.do = func(in presets.Place) (presets.Entry, error) { return in.Create(p) }
	}
	return r.alter(a)
}

// TakenMsg brings the preset that has the name already.
type TakenMsg struct {
	Saver *dialog.Saver
	Entry presets.Entry
	Err   error
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
		return TakenMsg{saver, e, err}
	}
}
