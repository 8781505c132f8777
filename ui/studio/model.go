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

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// Model is the whole studio.
type Model struct {
	ctx     context.Context // ends with the program
	session *session.Session
	own     []host.AccountVoice // what only this account has
	player  *player.Player
	library library
	mouse   bool
	now     func() time.Time

	work     *document.Work
	drafts   drafts
	reported atomic.Pointer[string] // the file that says how this run failed
	groups   map[presets.Group]bool // that were applied last

	keys   keys
	focus  panel
	before panel // had the focus before the script
	layout layout
	editor edit.Editor
	forms  [panelCount]*form
	layers []layer
	drag   *dragging
	last   click

	takes    takeList
	sounding sounding
	sound    sound
	ticking  bool
	// silenceSaid is set once it was explained why nothing is heard.
	silenceSaid bool
	blurred     bool // the terminal window has lost the focus
	status      status
	theme       paint.Theme
}

// Config is what a studio is made of.
type Config struct {
	Session *session.Session
	Player  *player.Player
	Library presets.Library
	// Draft is the file that keeps what is being edited; empty: none.
	Draft string
	Mouse bool
}

// New makes a studio that shows the draft, or the default voice.
func New(ctx context.Context, c Config) *Model {
	start := tts.Request{Model: tts.DefaultModel}
	start.SetVoices([]tts.TimbreWeight{{VoiceID: session.DefaultVoice}})
	m := &Model{
		ctx: ctx, session: c.Session, player: c.Player, mouse: c.Mouse, now: time.Now,
		work: document.Begin(document.Of(start, "")), drafts: drafts{base: c.Draft},
		before: voicePanel, editor: edit.NewEditor(session.Placeholder), theme: paint.NewTheme(true),
	}
	m.library.Library.Library = c.Library
	for _, p := range []panel{voicePanel, blendPanel, effectsPanel} {
		m.forms[p] = &form{}
	}
	m.sound.level = paint.MeterFloor
	m.restoreDraft()
	m.editor.Set(m.doc().Text)
	return m
}

// doc is the document as it is now.
func (m *Model) doc() document.Document { return m.work.Doc() }

// Init asks the terminal for its background and prepares the host, so that
// the first word need not wait for it.
func (m *Model) Init() tea.Cmd {
	greeted := func() tea.Msg {
		msg := m.connect().(connectedMsg)
		msg.first = true
		return msg
	}
	return tea.Batch(tea.RequestBackgroundColor, greeted, m.readTakes())
}

// connect prepares the host that speaks.
func (m *Model) connect() tea.Msg {
	_, err := m.session.Connect()
	return connectedMsg{err: err}
}

// listOwn asks for the account's own voices, which the picker offers first.
func (m *Model) listOwn() tea.Msg {
	own, err := m.session.ListOwn(m.ctx)
	return ownVoicesMsg{own, err}
}

// ownVoicesMsg brings the account's own voices, or why there are none.
type ownVoicesMsg struct {
	voices []host.AccountVoice
	err    error
}

// connectedMsg comes when the host is ready, or why it is not; first of all
// from Init.
type connectedMsg struct {
	err   error
	first bool
}

// Update turns input into commands and takes in what came back from them.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer m.reporting()
	before := m.work.Revision()
	cmd := m.handle(msg)
	cmd = tea.Batch(cmd, m.release())
	if m.work.Revision() != before {
		m.arrange()
		cmd = tea.Batch(cmd, m.keepDraft())
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
		m.blurred = false
		return m.lookAgain()
	case tea.BlurMsg:
		m.blurred = true
	case connectedMsg:
		return m.connected(msg)
	case ownVoicesMsg:
		if m.own = msg.voices; msg.err != nil {
			return m.say(warning, "the account's own voices are not listed: "+msg.err.Error())
		}
	case spokenMsg:
		return m.spoken(msg)
	case madeMsg:
		return m.made(msg)
	case takesMsg:
		return m.takesRead(msg)
	case writtenMsg:
		return m.written(msg)
	case openedMsg:
		return m.soundOpened(msg)
	case editedMsg:
		return m.edited(msg)
	case retryMsg:
		return m.retrying(msg)
	case tickMsg:
		return m.tick()
	case draftMsg:
		return m.writeDraft()
	case draftWrittenMsg:
		return m.draftWritten(msg)
	case arrivedMsg:
		return m.arrived(msg)
	case shelvedMsg:
		return m.shelved(msg)
	case trackedMsg:
		m.tracked(msg)
	case alteredMsg:
		return m.altered(msg)
	case takenMsg:
		if msg.err == nil {
			msg.saver.Taken(msg.entry)
		}
	case expireMsg:
		m.status.expire(msg)
	}
	return nil
}

func (m *Model) connected(msg connectedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return m.fail(msg.err)
	case msg.first:
		return tea.Batch(m.greet(), m.listOwn)
	}
	return m.listOwn
}

// change replaces the document, which can be undone.
func (m *Model) change(doc document.Document, what string) { m.work.Change(doc, what, m.now()) }

// request is what ctrl+r would send.
func (m *Model) request() tts.Request { return requestOf(m.doc()) }

// requestOf is what speaking a document sends; the placeholder stands for
// words that are not there.
func requestOf(doc document.Document) tts.Request {
	r := doc.Request()
	if r.Text = doc.Text; r.Text == "" {
		r.Text = session.Placeholder
	}
	return r
}

// arrange recomputes the layout, after a resize or a change that needs other
// heights.
func (m *Model) arrange() {
	for p, f := range m.forms {
		if f != nil {
			f.Count(len(m.controls(panel(p))))
		}
	}
	was := m.layout.panels[scriptPanel]
	m.layout = arrange(m.layout.w, m.layout.h, m.focus, func(room density) (lines wanted) {
		for p := range panelCount {
			lines[p] = rows(m.controls(p), m.doc(), formWidth(m.layout.w)-4, room)
		}
		return lines
	})
	if now := m.layout.panels[scriptPanel]; now != was && !m.layout.tooSmall {
		m.editor.Resize(now.inner().w, now.inner().h)
	}
}
