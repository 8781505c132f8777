package studio

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/ui/studio/rooms"
)

// escape closes the top overlay; else cancels or stops; else puts away the error
// on the status line; else leaves the editor for the panel that had the focus
// before. It does one of these, whichever comes first.
func (m *Model) escape() tea.Cmd {
	said := m.Text
	covered := m.unfolded()
	m.Hush() // which would go by itself
	switch {
	case m.presets.StopWorking(), m.takes.StopTitles(), m.rows.Stop(), m.bench.StopMaking(), m.listeners.StopPage(), m.ladder.StopMaking(), m.pad.StopMaking(), m.lines.StopMaking(), m.lines.StopExport():
	case m.Top() != nil:
		if m.filling() {
			m.keys.held = nil // it was meant for this list
		}
		m.Pop()
	case covered && said != "":
	case covered:
		m.Fold()
	case m.Stage == rooms.TuneStage && m.tuner.Back():
		return m.tuner.Reask()
	case m.Stage == rooms.TuneStage && !m.sound.Making.Runs() && m.LeaveStage():
		m.forms.Land()
	case m.lines.Back():
		m.forms.Land()
	case m.sound.Busy(), m.Player.Status().State == player.Paused && m.takes.Side != nil:
		running := m.sound.Making.Runs()
		left := m.sound.Leave()
		if running {
			return tea.Batch(left, m.Say(rooms.Note, rooms.Say.Screen.Stopped))
		}
	case said == "" && m.PutAway():
	case m.takes.Side != nil:
		m.takes.LeaveSide()
	case m.Stage != rooms.MainStage:
		return m.back()
	case m.Focus == rooms.ScriptPanel && m.Tab == rooms.RequestTab:
		m.request.Leave()
	case m.Focus == rooms.ScriptPanel:
		m.FocusOn(m.Before)
		m.forms.Land()
	}
	return nil
}

// move goes to the next panel, or to the one before.
func (m *Model) move(by int) tea.Cmd {
	if m.Top() != nil {
		return m.deaf()
	}
	visits := rooms.Visits(m.Spot, m.Layout.W, m.Layout.H)
	at := max(0, slices.Index(visits, m.Focus))
	side := m.Side
	cmd := m.enter(visits[(at+by+len(visits))%len(visits)])
	m.Side = side // to walk past a room is not to open it
	return cmd
}

// enter gives the keys to a panel.
func (m *Model) enter(p rooms.Panel) tea.Cmd {
	m.FocusOn(p)
	m.forms.Land()
	switch p {
	case rooms.TakesPanel:
		return m.takes.LookAgain()
	case rooms.BenchPanel:
		return m.bench.Enter()
	default:
		return nil
	}
}

// goTo goes to a panel, or to a tab in the place of the script.
func goTo(p rooms.Panel, tab rooms.Tab) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		switch {
		case p != rooms.ScriptPanel:
			return m.enter(p)
		case tab == rooms.RequestTab:
			return m.request.Open()
		}
		m.OpenTab(tab)
		return nil
	}
}

// places are the rooms that a letter after g goes to.
var places = []struct {
	id, letter string
	panel      rooms.Panel
	tab        rooms.Tab // where the script stands
}{
	{"go-script", "s", rooms.ScriptPanel, rooms.ScriptTab},
	{"go-lines", "l", rooms.LinesPanel, 0},
	{"go-request", "r", rooms.ScriptPanel, rooms.RequestTab},
	{"go-voice", "v", rooms.VoicePanel, 0},
	{"go-blend", "b", rooms.BlendPanel, 0},
	{"go-effects", "e", rooms.EffectsPanel, 0},
	{"go-output", "o", rooms.OutputPanel, 0},
	{"go-pronunciation", "p", rooms.PronunciationPanel, 0},
	{"go-takes", "t", rooms.TakesPanel, 0},
	{"go-bench", "c", rooms.BenchPanel, 0},
	{"go-tune", "n", rooms.TunePanel, 0},
}

// jump waits for the letter of a room; the help bar shows them.
func (m *Model) jump() tea.Cmd {
	m.keys.jumping = true
	return nil
}

// land takes the key after g. One that is no room's is that key, as ever; esc
// only forgets the g.
func (m *Model) land(key string) (done bool, cmd tea.Cmd) {
	c := m.find(key)
	m.keys.jumping = false
	switch {
	case c != nil && c.scope == rooms.InJump:
		return true, m.do(c)
	case key == "esc":
		return true, nil
	}
	return false, nil
}
