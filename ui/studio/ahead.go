package studio

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// A dialog that was answered stays open until what it asked for is written, one that
// opens meanwhile until what was to be written before it is, and the list of presets
// until it has been read. What is typed meanwhile is meant for
// what comes then: it is held, and handed on once the dialog has closed, or stays
// open because the answer will not do.

// quiet is how long nobody has typed before a dialog that opened by itself,
// among what was being typed, takes keys for answers.
const quiet = 400 * time.Millisecond

// hold keeps a key or a paste for later. key is empty for a paste.
func (m *Model) hold(msg tea.Msg, key string) bool {
	k := &m.keys
	switch {
	case m.presets.Looking() && m.Scope() == rooms.InPresets:
	case m.presets.Altering && m.presets.Asking != nil && m.Top() == m.presets.Asking:
		if key == "enter" && len(k.held) == 0 {
			return false // the answer once more, which says that it is being written
		}
	case m.presets.Altering && m.asking() && (key == "enter" || len(k.held) > 0):
	case m.filling() && (key == "enter" || len(k.held) > 0):
	case m.Scope() == rooms.InClash && len(k.held) > 0 && m.Now().Sub(k.heldAt) < quiet:
	default:
		return false
	}
	if c := m.find(key); key != "" && c != nil && c.scope == rooms.Anywhere {
		return false
	}
	k.held, k.heldAt = append(k.held, msg), m.Now()
	return true
}

// asking reports whether a question is open; its answer may change a folder, which
// has to wait for the change before.
func (m *Model) asking() bool {
	_, asks := m.Top().(dialog.Asker)
	return asks
}

// filling reports whether the list of presets has the keys and is being read for the
// first time: what enter would open may still have to come.
func (m *Model) filling() bool {
	_, list := m.Top().(*dialog.Browser)
	return list && !m.presets.Whole && m.presets.Cancel != nil
}

// release hands on what was held.
func (m *Model) release() tea.Cmd {
	if m.Scope() == rooms.InClash || m.presets.Altering || m.presets.Looking() || m.filling() || len(m.keys.held) == 0 {
		return nil
	}
	held := m.keys.held
	m.keys.held = nil
	var cmds []tea.Cmd
	for _, msg := range held {
		cmds = append(cmds, m.handle(msg))
	}
	return tea.Batch(cmds...)
}
