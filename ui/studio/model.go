// Package studio is the screen: one root model with its rooms, a table of
// commands and a layout. Input becomes a command, a command changes the state,
// the state is drawn. What is drawn with is in paint, what is typed into in
// edit, what is edited in document, what opens over the rooms in dialog.
package studio

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// Model is the whole studio: what its rooms share, the rooms, and the hands of
// the person in it.
type Model struct {
	*shared
	script  *scriptRoom
	forms   *formsRoom
	sound   *soundRoom
	takes   *takesRoom
	presets *presetsRoom
	hosts   *hostsRoom
	drafts  *drafts

	keys     keys
	pointer  pointer
	mouse    bool                   // the terminal reports it
	reported atomic.Pointer[string] // the file that says how this run failed
}

// Config is what a studio is made of.
type Config struct {
	Session *session.Session
	Player  Player
	Library presets.Library
	// Draft is the file that keeps what is being edited; empty: none.
	Draft string
	Mouse bool
}

// New makes a studio that shows the draft, or the default voice.
func New(ctx context.Context, c Config) *Model {
	all := &shared{ctx: ctx, session: c.Session, player: c.Player, now: time.Now, before: voicePanel,
		work: document.Begin(document.Of(session.Voiced(tts.Request{Model: tts.DefaultModel}), "")), theme: paint.NewTheme(true)}
	list := &takeList{}
	sound := &soundRoom{shared: all, takes: list, level: paint.MeterFloor}
	m := &Model{shared: all, mouse: c.Mouse,
		script:  &scriptRoom{shared: all, editor: edit.NewEditor(session.Placeholder)},
		forms:   &formsRoom{shared: all, takes: list, sound: sound},
		sound:   sound,
		takes:   &takesRoom{shared: all, takeList: list, sound: sound},
		presets: &presetsRoom{shared: all, sound: sound, Library: dialog.Library{Library: c.Library}},
		hosts:   &hostsRoom{shared: all},
		drafts:  &drafts{shared: all, base: c.Draft},
	}
	sound.reread = m.takes.read
	for _, p := range []panel{voicePanel, blendPanel, effectsPanel} {
		m.forms.forms[p] = &form{}
	}
	m.restoreDraft()
	m.script.show()
	return m
}

// Init asks the terminal for its background and prepares the host, so that
// the first word need not wait for it.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.hosts.begin(), m.takes.begin())
}

// Update turns input into commands and takes in what came back from them.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer m.reporting()
	before, focus := m.work.Revision(), m.focus
	cmd := m.handle(msg)
	cmd = tea.Batch(cmd, m.release())
	if m.work.Revision() != before {
		m.script.show()
		cmd = tea.Batch(cmd, m.drafts.keep())
	}
	if m.work.Revision() != before || m.focus != focus {
		m.arrange()
	}
	m.notice()
	return m, m.guarded(cmd)
}

func (m *Model) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.layout.w, m.layout.h = msg.Width, msg.Height
		m.arrange()
	case tea.BackgroundColorMsg:
		m.theme = paint.NewTheme(msg.IsDark())
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		if m.hold(msg, "") {
			return nil
		}
		return m.typed(msg)
	case tea.ClipboardMsg:
		return m.typed(tea.PasteMsg{Content: msg.Content})
	case tea.MouseMsg:
		return m.pointed(msg)
	case tea.FocusMsg:
		m.sound.blurred = false
		return m.takes.lookAgain()
	case tea.BlurMsg:
		m.sound.blurred = true
	case connectedMsg:
		return m.hosts.connected(msg)
	case ownVoicesMsg:
		return m.hosts.listed(msg)
	case spokenMsg:
		return m.sound.spoken(msg)
	case madeMsg:
		return m.sound.made(msg)
	case retryMsg:
		return m.sound.retrying(msg)
	case tickMsg:
		return m.sound.tick()
	case takesMsg:
		return m.takes.listed(msg)
	case writtenMsg:
		return m.takes.written(msg)
	case openedMsg:
		return m.takes.soundOpened(msg)
	case editedMsg:
		return m.takes.edited(msg)
	case draftMsg:
		return m.drafts.write()
	case draftWrittenMsg:
		return m.drafts.written(msg)
	case arrivedMsg:
		return m.presets.arrived(msg)
	case shelvedMsg:
		return m.presets.shelved(msg)
	case trackedMsg:
		m.presets.tracked(msg)
	case alteredMsg:
		return m.presets.altered(msg)
	case takenMsg:
		if msg.err == nil {
			msg.saver.Taken(msg.entry)
		}
	case expireMsg:
		m.status.expire(msg)
	}
	return nil
}

// arrange recomputes the layout, after a resize or a change that needs other
// heights.
func (m *Model) arrange() {
	was := m.layout.panels[scriptPanel]
	m.layout = arrange(m.layout.w, m.layout.h, m.focus, m.forms.wants)
	if now := m.layout.panels[scriptPanel]; now != was && !m.layout.tooSmall {
		m.script.editor.Resize(now.inner().w, now.inner().h)
	}
}
