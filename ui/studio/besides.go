package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/library"
	"voicestudio/ui/studio/rooms/tuner"
)

// aside is what was open before the bench was wanted for something in it: esc on the
// bench brings it back.
type aside struct {
	tuning   bool // the stage was Tune
	lines    bool // it was the lines
	layers   []rooms.Layer
	audition string // that was on the bench
}

// nothingBeside says why there is nothing to hear before and after.
func (m *Model) nothingBeside() string {
	if r, is := m.Top().(*dialog.Report); is && r.Hear() != nil {
		return ""
	}
	return library.Say.NothingBeside
}

// hearBoth lets what the row under the cursor is about be heard.
func (m *Model) hearBoth() tea.Cmd { return m.perform(m.Top().(*dialog.Report).Hear()) }

// besides puts a preset as it was beside what it is.
func (m *Model) besides(b dialog.HearBoth) tea.Cmd {
	return m.pair(library.Besides(b, m.Request().Text))
}

// hearThen lets the preset under the cursor be heard as it was kept beside how it
// was when it was checked.
func (m *Model) hearThen() tea.Cmd {
	p, _ := m.presets.Then()
	return m.pair(p)
}

// pair puts two on a bench over what is open.
func (m *Model) pair(p library.Pair) tea.Cmd {
	m.aside = aside{layers: m.Layers.List, audition: m.Audition}
	m.Layers.List = nil
	cmd := m.bench.Beside(p.Name, p.Text, p.Keys, p.Both...)
	m.forms.Land()
	return cmd
}

// compareTuned puts what it was like before and what it is like now on a bench, blind.
func (m *Model) compareTuned() tea.Cmd {
	m.aside = aside{tuning: true, audition: m.Audition}
	text, both := m.tuner.Both()
	return m.bench.Meet(tuner.Say.Meeting, text, both)
}

// compareLine puts the takes of a line beside each other on a bench.
func (m *Model) compareLine() tea.Cmd {
	m.aside = aside{lines: true, audition: m.Audition}
	name, text, keys, all := m.lines.Several()
	return m.bench.Beside(name, text, keys, all...)
}

// back leaves the stage, for what was open before it came.
func (m *Model) back() tea.Cmd {
	was := m.aside
	m.aside = aside{}
	m.LeaveStage()
	m.forms.Land()
	var cmd tea.Cmd
	switch {
	case was.tuning:
		m.FocusOn(rooms.TunePanel)
	case was.lines:
		m.FocusOn(rooms.LineTakesPanel)
	case was.layers != nil:
		m.Layers.List = was.layers
		cmd = m.presets.Read()
	default:
		return nil
	}
	if was.audition != "" && was.audition != m.Audition {
		cmd = tea.Batch(cmd, m.bench.Load(was.audition))
	}
	return cmd
}
