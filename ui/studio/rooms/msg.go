package rooms

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/dialog"
)

// Msg is what the commands of a room bring that knows itself where it belongs.
type Msg interface{ TakeIn() tea.Cmd }

// Does is an action that calls back.
func Does(do func() tea.Cmd) dialog.Action {
	return dialog.Run(func() tea.Msg { return DoMsg{do} })
}

// DoMsg has something done by the loop that takes messages in.
type DoMsg struct{ Do func() tea.Cmd }

// TakeIn does it.
func (m DoMsg) TakeIn() tea.Cmd { return m.Do() }
