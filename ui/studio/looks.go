package studio

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/charset"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// dress changes how the screen looks.
func (m *Model) dress(change func(*paint.Look)) {
	look := m.Theme.Look
	change(&look)
	m.Theme = look.Theme()
}

// inPalette takes another choice of colours, for as long as the program runs: the
// config file has the one for every time.
func inPalette(p paint.Palette) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.dress(func(l *paint.Look) { l.Palette = p })
		return m.Say(rooms.Note, rooms.Say.Screen.Themed)
	}
}

// lessMotion lets things stand still that tell nothing, or move again.
func (m *Model) lessMotion() tea.Cmd {
	m.dress(func(l *paint.Look) { l.Still = !l.Still })
	if m.Theme.Still {
		return m.Say(rooms.Note, rooms.Say.Screen.StandsStill)
	}
	return m.Say(rooms.Note, rooms.Say.Screen.MovesAgain)
}

// Terminals made for Chinese and Japanese can draw letters such as ─ and · two
// cells wide, and none says so. The program draws one of each in the blank corner
// below and asks where the cursor is then.
const askAfter = 200 * time.Millisecond // the first frame is there by then

// probeMsg says that it is time to ask.
type probeMsg struct{}

func (m *Model) measureLetters() tea.Cmd {
	if m.Theme.Charset != charset.Unicode {
		return nil
	}
	return tea.Tick(askAfter, func(time.Time) tea.Msg { return probeMsg{} })
}

func (m *Model) probe() tea.Cmd {
	if m.Layout.TooSmall || m.Layout.H < 3 {
		return nil // the corner is not blank, or the answer could be a key's
	}
	m.probing = m.Layout.H
	corner := fmt.Sprintf("\x1b[%d;1H", m.probing)
	return tea.Raw("\x1b7\x1b[m" + corner + "·\x1b[6n" + corner + "─\x1b[6n" + corner + " \x1b8")
}

// probed takes in an answer. Where a letter took two cells none of its kind is
// drawn any more.
func (m *Model) probed(at tea.CursorPositionMsg) tea.Cmd {
	if at.Y != m.probing-1 || at.X != 2 || m.Theme.Charset != charset.Unicode {
		return nil
	}
	m.dress(func(l *paint.Look) { l.Charset = charset.Narrow })
	return tea.ClearScreen
}
