package studio

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// statusLine says what was said last, what is waited for, or what went wrong and
// was not read; at its right end, how many errors were not.
func (m *Model) statusLine() string {
	return paint.Sides(m.said(), m.toRead(), m.Layout.W)
}

func (m *Model) said() string {
	tone, text := m.Shown()
	waiting, errand := m.sound.WaitingWhy(), m.Errand()
	switch spins := " " + m.Theme.Spinner(m.Now()) + " "; {
	case m.presets.Working() != "":
		return spins + m.Theme.Text.Render(m.presets.Working())
	case m.Text != "" && !m.unfolded():
	case waiting != "" && !m.sound.FailedSince():
		return spins + m.Theme.Text.Render(rooms.Say.Screen.EscStops(waiting))
	case m.rows.Working() != "":
		return spins + m.Theme.Text.Render(m.rows.Working())
	case m.compared() != "":
		return spins + m.Theme.Text.Render(m.compared())
	case errand != "":
		return spins + m.Theme.Text.Render(errand)
	case m.unfolded():
		return ""
	}
	if text == "" {
		return ""
	}
	style, mark := m.tone(tone)
	return style.Render(mark + text)
}

// compared says how far it is with what is made to be compared; empty where nothing
// is.
func (m *Model) compared() string {
	return cmp.Or(m.lines.Working(), m.bench.Working(), m.listeners.Working(), m.ladder.Working(), m.pad.Working())
}

// tone is how a sentence is written, and the mark before it.
func (m *Model) tone(of rooms.Tone) (paint.Ink, string) {
	switch of {
	case rooms.Failure:
		return m.Theme.Failure, " ✗ "
	case rooms.Warning, rooms.Caution:
		return m.Theme.Warning, " ! "
	default:
		return m.Theme.Dim, " "
	}
}

// toRead counts the errors that nobody has read, with the key that lists them.
func (m *Model) toRead() string {
	n := m.Unread()
	if n == 0 {
		return ""
	}
	t, count := m.Theme, ""
	if tone, _ := m.Shown(); n > 1 || tone != rooms.Failure || m.sound.Waiting() != "" && !m.sound.FailedSince() || m.Errand() != "" {
		count = t.Failure.Render(rooms.Say.Screen.ToRead(n)) + "  "
	}
	return count + t.Strong.Render(m.keyOf("messages")) + " " + t.Dim.Render(rooms.Say.Screen.Lists+" ")
}

// keyOf is the first key of a command that works now, else its first; empty where
// it has none.
func (m *Model) keyOf(id string) string {
	c := named(id)
	for _, key := range c.keys {
		if m.find(key) == c {
			return key
		}
	}
	return c.key()
}

// unfolded reports whether what is said is too long for the status line and
// therefore covers the panels, so that its end, the cure and the trace id, can
// be read.
func (m *Model) unfolded() bool {
	tone, text := m.Shown()
	return m.Top() == nil && tone >= rooms.Caution && !m.Folded() && !m.Layout.TooSmall && paint.Width(text)+4+paint.Width(m.toRead()) > m.Layout.W
}

// notice is that box, and where it stands: at the bottom, or at the top where it
// would cover the caret. It takes no key but esc.
func (m *Model) notice() (string, rooms.Rect) {
	t, w := m.Theme, min(m.Layout.W-4, 100)
	tone, text := m.Shown()
	title := rooms.Say.Screen.Warning
	if tone == rooms.Failure {
		title = rooms.Say.Screen.Failure
	}
	style, _ := m.tone(tone)
	lines := paint.Wrapped(text, w-4, m.Layout.H-6, style.Render)
	at := rooms.Rect{X: (m.Layout.W - w) / 2, Y: m.Layout.H - 2 - len(lines) - 2, W: w, H: len(lines) + 2}
	if c := m.caret(); c != nil && at.Contains(c.X, c.Y) {
		at.Y = 1
	}
	return t.Frame(title, rooms.Say.Screen.Fold, false, at.W, at.H, lines), at
}

// windowTitle is what the terminal's window or tab is called: what is made or
// heard, and of what.
func (m *Model) windowTitle() string {
	name := m.Work.Opened().Name
	if name == "" {
		name = "voicestudio"
	}
	mark := ""
	switch {
	case m.sound.Audible() && !m.Player.Device().Silent:
		mark = "▶ "
	case m.sound.Making.Runs():
		mark = "◌ " + rooms.Say.Screen.Speaking + " "
	case m.SpeechFailed():
		mark = "✗ "
	}
	return mark + paint.Cut(paint.Clean(name), 100)
}

// progress is what the terminal shows of it beside the title: how much of the
// pause has passed before a host is asked again, of a file of lines how many are done, an error until it is read, else
// only that something is made: nobody knows how long a take will be.
func (m *Model) progress() *tea.ProgressBar {
	done, rendering := m.rows.Progress()
	switch part, pausing := m.sound.Paused(); {
	case pausing:
		return tea.NewProgressBar(tea.ProgressBarWarning, int(part*100))
	case rendering:
		return tea.NewProgressBar(tea.ProgressBarDefault, done)
	case m.sound.Making.Runs(), m.Errand() != "", m.presets.Working() != "":
		return tea.NewProgressBar(tea.ProgressBarIndeterminate, 0)
	case m.SpeechFailed():
		return tea.NewProgressBar(tea.ProgressBarError, 100)
	}
	return nil
}
