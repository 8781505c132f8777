package studio

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/rooms"
)

// reporting is deferred where the program may fail: it writes down what
// happened and lets Bubble Tea go on, which gives the terminal back.
func (m *Model) reporting() {
	if r := recover(); r != nil {
		m.report(r)
		panic(r)
	}
}

// report writes a panic to a file beside the draft. It is called while the
// panic goes on, so that the stack is its own.
func (m *Model) report(r any) {
	if m.drafts.Base == "" {
		return
	}
	now := time.Now()
	path := filepath.Join(filepath.Dir(m.drafts.Base), "panic-"+now.Format("20060102-150405.000")+".txt")
	text := fmt.Sprintf("voicestudio failed at %s on a screen of %d×%d\n\n%v\n\n%s", now.Format(time.RFC3339), m.Layout.W, m.Layout.H, r, debug.Stack())
	if os.WriteFile(path, []byte(text), 0o600) == nil {
		m.reported.Store(&path)
	}
}

// guarded reports a command that fails, and those that it stands for.
func (m *Model) guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer m.reporting()
		msg := cmd()
		if batch, several := msg.(tea.BatchMsg); several {
			for i := range batch {
				batch[i] = m.guarded(batch[i])
			}
		}
		return msg
	}
}

// ended is what to say of how the program ended; log is where Bubble Tea wrote
// what it knows.
func (m *Model) ended(err error, log string) error {
	if !errors.Is(err, tea.ErrProgramPanic) {
		if m.drafts.Base != "" {
			os.Remove(m.drafts.Marker())
		}
		return err
	}
	if m.drafts.Base != "" {
		before, _ := os.ReadFile(m.drafts.Marker())
		os.WriteFile(m.drafts.Marker(), append(before, '!'), 0o600)
	}
	if path := m.reported.Load(); path != nil {
		log = *path
	}
	return tts.Fault(tts.KindMachine, rooms.Say.Screen.Crashed(log))
}

// drawable draws the document once as a person may come to see it. A document
// that cannot be drawn would end every start.
func (m *Model) drawable() (able bool) {
	defer func() {
		if r := recover(); r != nil {
			m.report(r)
			able = false
		}
		m.Layout = rooms.Layout{}
		m.FocusOn(rooms.ScriptPanel)
		m.Before, m.Form, m.Lead, m.Side = rooms.VoicePanel, rooms.VoicePanel, rooms.ScriptPanel, rooms.DuelsPanel
	}()
	m.script.Show()
	for _, size := range [][2]int{{200, 60}, {120, 40}, {80, 24}, {rooms.MinWidth, rooms.MinHeight}} {
		m.Layout.W, m.Layout.H = size[0], size[1]
		m.FocusOn(rooms.ScriptPanel)
		m.arrange()
		m.view()
	}
	for p := range rooms.PanelCount { // in the least room a form opens with the focus
		m.FocusOn(p)
		m.arrange()
		m.view()
	}
	return true
}
