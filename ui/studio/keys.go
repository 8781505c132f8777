package studio

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// keys is what is known of the keyboard.
type keys struct {
	pressed  tea.KeyPressMsg // whose command runs
	at       time.Time
	repeated bool      // it was not pressed anew, but is held down
	jumping  bool      // g was pressed: the next letter names a room
	held     []tea.Msg // what was typed while a dialog is about to close
	heldAt   time.Time
	brought  *command // waits for the list of presets
}

// repeatGap is longer than it takes until a key that is held down repeats
// itself: 660 ms on X.
const repeatGap = 700 * time.Millisecond

// press finds the command of a key; what is no command is typed.
func (m *Model) press(k tea.KeyPressMsg) tea.Cmd {
	key := k.String()
	if m.Layout.TooSmall {
		if c := m.find(key); c != nil && (c.id == "quit" || c.id == "suspend") {
			return m.do(c)
		}
		return nil
	}
	now := m.Now()
	m.keys.repeated = k.IsRepeat || key == m.keys.pressed.String() && now.Sub(m.keys.at) < repeatGap
	m.keys.pressed, m.keys.at = k, now
	if m.keys.jumping {
		if done, cmd := m.land(key); done {
			return cmd
		}
	}
	if m.hold(k, key) {
		return nil
	}
	if c := m.find(key); c != nil {
		return m.do(c)
	}
	if k.Text == "" {
		return m.deaf()
	}
	return m.typed(k)
}

// typed gives a letter, a paste, or a key that edits text to whatever takes
// it.
func (m *Model) typed(msg tea.Msg) tea.Cmd {
	paste, pasted := msg.(tea.PasteMsg)
	switch {
	case m.Layout.TooSmall:
		return nil
	case m.Top() != nil && m.takesText():
		return m.perform(m.Top().Type(msg))
	case m.Top() != nil:
		return m.deaf()
	case m.forms.Typing() != nil && pasted:
		m.forms.Typing().Add(paste.Content)
		return nil
	case m.forms.Typing() != nil:
		m.forms.Typing().Add(m.keys.pressed.Text)
		return nil
	case m.takesText():
		return m.script.Edit(msg)
	case pasted && m.Focus == rooms.BlendPanel:
		return m.forms.PasteFormula(paste.Content)
	case pasted:
		return m.Say(rooms.Note, rooms.Say.Screen.NoText)
	case m.forms.Form() != nil:
		if cmd, chose := m.forms.Letter(m.keys.pressed.Text); chose {
			return cmd
		}
	}
	return m.deaf()
}

// editText gives a key of the table that edits text to the text.
func (m *Model) editText() tea.Cmd { return m.typed(m.keys.pressed) }

// newLine breaks the line at the caret.
func (m *Model) newLine() tea.Cmd {
	if notes, is := m.Top().(*dialog.Notes); is {
		notes.NewLine()
	} else {
		m.script.NewLine()
	}
	return nil
}

// leaveValue keeps the value that is being typed, and goes on to where the key
// leads; a value is not moved further by the arrow that left it.
func (m *Model) leaveValue() tea.Cmd {
	cmd, key := m.forms.AcceptValue(), m.keys.pressed.String()
	if m.forms.Typing() != nil || key == "left" || key == "right" {
		return cmd
	}
	return m.do(m.find(m.keys.pressed.String()))
}

// takesText reports whether letters are text now, not commands of a room.
func (m *Model) takesText() bool {
	switch m.Scope() {
	case rooms.InGroups, rooms.InClash, rooms.InReport, rooms.InMessages:
		return false
	case rooms.Anywhere:
		return m.Focus == rooms.ScriptPanel && m.Tab == rooms.ScriptTab
	default:
		return true
	}
}

// deaf says that a key does nothing here.
func (m *Model) deaf() tea.Cmd {
	key := m.keys.pressed.String()
	switch {
	case m.Top() == nil && m.takesText(), m.Top() != nil && merelyMoves(m.keys.pressed.Code):
		return nil
	case m.Top() != nil:
		return m.Say(rooms.Note, pressedIn(rooms.Say.Screen.DeafDialog, key))
	}
	return m.Say(rooms.Note, pressedIn(rooms.Say.Screen.Deaf, key))
}

// merelyMoves reports a key of which everybody knows why it may do nothing: the
// caret is at the end already.
func merelyMoves(code rune) bool {
	return slices.Contains([]rune{tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyPgUp, tea.KeyPgDown, tea.KeyBackspace, tea.KeyDelete}, code)
}
