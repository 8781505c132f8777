package studio

import (
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
)

// save asks for a name; the open preset's own is suggested.
func (m *Model) save() tea.Cmd {
	if m.scope() == inSaving {
		return m.say(note, "enter saves")
	}
	name := m.work.Opened().Name
	if name == "" {
		name = voiceNames(m.doc().Request())
	}
	return m.saveAs(name, false)
}

func (m *Model) saveAs(name string, beside bool) tea.Cmd {
	m.push(dialog.NewSaver(m.library.Library, m.present(), name, beside), inSaving)
	if m.library.Shelf == nil {
		return m.readLibrary()
	}
	return nil
}

// nextPlace goes on to the next folder to save into.
func (m *Model) nextPlace(by int) tea.Cmd { return m.perform(m.top().(*dialog.Saver).NextPlace(by)) }

// saved writes what the person asked to save.
func (m *Model) saved(s dialog.Save) tea.Cmd {
	doc, saver := m.doc(), m.top().(*dialog.Saver)
	a := alteration{place: s.Place, saves: true,
		fault: func(err error) tea.Cmd { return refused(saver, s, err) },
		then: func(made presets.Entry) tea.Cmd {
			m.work.Saved(made, doc)
			return m.say(note, "saved "+made.Name+" in "+dialog.Homely(made.File))
		}}
	if s.Over != nil {
		was := *s.Over
		p := m.work.Preset(was.Preset, s.Name, m.heardOn())
		a.gone = was
		a.do = func(in presets.Place) (presets.Entry, error) { return in.Update(was, p) }
	} else {
		p := m.work.Preset(m.work.Opened().Entry.Preset, s.Name, m.heardOn())
		a.do = func(in presets.Place) (presets.Entry, error) { return in.Create(p) }
	}
	return m.alter(a)
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

// heardOn is where the take that sounds was made; nil where none does.
func (m *Model) heardOn() *presets.Heard {
	switch s := m.sounding; {
	case s.timeline == nil:
		return nil
	case s.take != nil:
		return &presets.Heard{Host: string(s.take.Host), Model: s.take.Request.Model}
	case s.making != nil && s.making.speech != nil && s.timeline == s.making.sound: // it could not be kept
		return &presets.Heard{Host: string(s.making.speech.Host), Model: s.making.speech.Request.Model}
	}
	return nil
}
