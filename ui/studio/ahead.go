package studio

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
)

// A dialog that was answered stays open until what it asked for is written.
// What is typed meanwhile is meant for what comes then: it is held, and handed
// on once the dialog has closed, or stays open because the answer will not do.

// quiet is how long nobody has typed before a dialog that opened by itself,
// among what was being typed, takes keys for answers.
const quiet = 400 * time.Millisecond

// hold keeps a key or a paste for later. key is empty for a paste.
func (m *Model) hold(msg tea.Msg, key string) bool {
	_, asks := m.top().(*clash)
	switch {
	case m.library.altering && m.library.asking != nil && m.top() == m.library.asking:
	case asks && len(m.held) > 0 && m.now().Sub(m.heldAt) < quiet:
	default:
		return false
	}
	if key == "enter" && len(m.held) == 0 {
		return false // the answer once more, which says that it is being written
	}
	if c := m.find(key); key != "" && c != nil && c.scope == anywhere {
		return false
	}
	m.held, m.heldAt = append(m.held, msg), m.now()
	return true
}

// release hands on what was held.
func (m *Model) release() tea.Cmd {
	if _, asks := m.top().(*clash); asks || m.library.altering || len(m.held) == 0 {
		return nil
	}
	held := m.held
	m.held = nil
	var cmds []tea.Cmd
	for _, msg := range held {
		cmds = append(cmds, m.handle(msg))
	}
	return tea.Batch(cmds...)
}

// answer gives a key or a paste to the dialog. A key that does nothing there
// says so.
func (m *Model) answer(msg tea.Msg) tea.Cmd {
	k, pressed := msg.(tea.KeyPressMsg)
	top, gen := m.top(), m.status.gen
	before, caret := top.draw(m.theme, m.layout.w, m.layout.h)
	cmd := top.key(m, msg)
	if !pressed || cmd != nil || m.top() != top || m.status.gen != gen || k.Text != "" && caret != nil || moves(k.Code) {
		return cmd
	}
	if after, _ := top.draw(m.theme, m.layout.w, m.layout.h); after != before {
		return nil
	}
	return m.deaf()
}

// deaf says that a key does nothing in the dialog that is open.
func (m *Model) deaf() tea.Cmd {
	return m.say(note, m.pressed+" does nothing here; esc closes this")
}

// moves reports a key of which everybody knows why it may do nothing: the
// caret is at the end already.
func moves(code rune) bool {
	return slices.Contains([]rune{tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyPgUp, tea.KeyPgDown, tea.KeyBackspace, tea.KeyDelete}, code)
}
