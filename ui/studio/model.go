// Package studio is the screen: one root model whose panels are plain
// structs. Input becomes a command, a command changes the state, the state is
// drawn.
package studio

import (
	"cmp"
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
)

// Model is the whole studio.
type Model struct {
	ctx     context.Context // ends with the program
	session *session.Session
	own     []host.AccountVoice // what only this account has
	player  *player.Player
	library library
	drafts  string // the file of the draft; empty: none is kept
	mouse   bool
	now     func() time.Time

	doc      document
	opened   // the preset that is open
	draft    draftState
	reported atomic.Pointer[string] // the file that says how this run failed
	history  history
	deleted  deletions              // presets, the last one last
	groups   map[presets.Group]bool // that were applied last

	pressed   string // the key whose command runs
	pressedAt time.Time
	repeated  bool      // it was not pressed anew, but is held down
	held      []tea.Msg // what was typed while a dialog is about to close
	heldAt    time.Time

	focus    panel
	before   panel // had the focus before the script
	layout   layout
	editor   editor
	forms    [panelCount]*form
	sound    sound
	overlays []overlay
	drag     *dragging
	clicked  click

	takes    takeList
	sounding sounding
	ticking  bool
	// silenceSaid is set once it was explained why nothing is heard.
	silenceSaid bool
	blurred     bool // the terminal window has lost the focus
	status      status
	theme       theme
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
	m := &Model{ctx: ctx, session: c.Session, player: c.Player, library: library{Library: c.Library}, drafts: c.Draft, mouse: c.Mouse, now: time.Now, editor: newEditor()}
	for _, p := range []panel{voicePanel, blendPanel, effectsPanel} {
		m.forms[p] = &form{}
	}
	start := session.Voiced(tts.Request{Model: tts.DefaultModel})
	m.before = voicePanel
	m.doc = open(start, "")
	m.saved = m.doc
	m.sounding.doc, m.sound.level = m.doc, meterFloor
	m.restyle(true)
	m.restoreDraft()
	m.editor.set(m.doc.text)
	return m
}

// Init asks the terminal for its background and prepares the host, so that
// the first word need not wait for it.
func (m *Model) Init() tea.Cmd {
	greeted := func() tea.Msg {
		msg := m.connect().(connectedMsg)
		msg.first = true
		return msg
	}
	return tea.Batch(tea.RequestBackgroundColor, greeted, m.readTakes(nil, "", nil))
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
	before := m.doc
	cmd := m.handle(msg)
	cmd = tea.Batch(cmd, m.release())
	if !m.doc.equal(before) {
		m.arrange()
		cmd = tea.Batch(cmd, m.keepDraft())
	}
	return m, m.guarded(cmd)
}

func (m *Model) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.layout.w, m.layout.h = msg.Width, msg.Height
		m.arrange()
	case tea.BackgroundColorMsg:
		m.restyle(msg.IsDark())
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
	case tea.ResumeMsg:
		return nil
	case connectedMsg:
		if msg.err != nil {
			return m.fail(msg.err)
		}
		if msg.first {
			return tea.Batch(m.greet(), m.listOwn)
		}
		return m.listOwn
	case ownVoicesMsg:
		if m.own = msg.voices; msg.err != nil {
			return m.say(warning, "the account's own voices are not listed: "+msg.err.Error())
		}
	case spokenMsg:
		return m.spoken(msg)
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
		return m.writeDraft(msg)
	case draftWrittenMsg:
		return m.draftWritten(msg)
	case arrivedMsg:
		return m.arrived(msg)
	case shelvedMsg:
		return m.shelved(msg)
	case trackedMsg:
		return m.tracked(msg)
	case alteredMsg:
		return m.altered(msg)
	case takenMsg:
		return m.nameTaken(msg)
	case expireMsg:
		m.status.expire(msg)
	}
	return nil
}

// press finds the command of a key; what is no command is typed.
func (m *Model) press(k tea.KeyPressMsg) tea.Cmd {
	key := k.String()
	if m.layout.tooSmall {
		if c := m.find(key); c != nil && (c.id == "quit" || c.id == "suspend") {
			return m.do(c)
		}
		return nil
	}
	now := m.now()
	m.repeated = k.IsRepeat || key == m.pressed && now.Sub(m.pressedAt) < repeatGap
	m.pressed, m.pressedAt = key, now
	if m.status.acknowledge(m.layout.w) && key == "esc" {
		m.status.dismiss()
		return nil
	}
	if m.hold(k, key) {
		return nil
	}
	if e := m.typing(); e != nil && m.typeValue(e, k) {
		return nil
	}
	if c := m.find(key); c != nil {
		return m.do(c)
	}
	return m.typed(k)
}

// repeatGap is longer than it takes until a key that is held down repeats
// itself: 660 ms on X.
const repeatGap = 700 * time.Millisecond

// typed gives text to whatever takes it.
func (m *Model) typed(msg tea.Msg) tea.Cmd {
	switch {
	case m.layout.tooSmall:
		return nil
	case m.top() != nil:
		return m.answer(msg)
	case m.typing() != nil:
		if p, pasted := msg.(tea.PasteMsg); pasted {
			m.typing().add(p.Content)
		}
	case m.focus == scriptPanel:
		cmd := m.editor.update(msg)
		if text := m.editor.words; text != m.doc.text {
			doc := m.doc
			doc.text = text
			m.change(doc, "typing")
		}
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.say(note, msg.String()+" does nothing here; f1 shows every key")
	case tea.PasteMsg:
		return m.say(note, "nothing takes text here; the script does")
	}
	return nil
}

// change replaces the document and remembers the old one for undo.
func (m *Model) change(doc document, what string) {
	if doc.equal(m.doc) {
		return
	}
	m.history.change(m.doc, what, m.now())
	m.doc = doc
}

// show replaces the document as a whole: by undo, a preset or a draft.
func (m *Model) show(doc document) {
	m.doc = doc
	m.editor.set(doc.text)
}

// request is what ctrl+r would send.
func (m *Model) request() tts.Request { return spoken(m.doc) }

// spoken is what is sent of a document: without words, the placeholder.
func spoken(doc document) tts.Request {
	r := doc.request()
	r.Text = cmp.Or(doc.text, session.Placeholder)
	return r
}

// blocked says why a choice's value cannot be had at this host and model.
func (m *Model) blocked(path, value string) *tts.Problem {
	return tts.Obstacle(m.request(), m.session.Target(true), path, value)
}

// controls are the rows of a form.
func (m *Model) controls(p panel) []control {
	switch p {
	case voicePanel:
		return voiceControls
	case blendPanel:
		return blendControls(m.doc)
	case effectsPanel:
		return effectsControls
	}
	return nil
}

// form is the form that has the focus, or nil.
func (m *Model) form() *form { return m.forms[m.focus] }

// control is the row under the cursor of the form that has the focus.
func (m *Model) control() (control, bool) {
	f, rows := m.form(), m.controls(m.focus)
	if f == nil || f.cursor >= len(rows) {
		return control{}, false
	}
	return rows[f.cursor], true
}

// arrange recomputes the layout, after a resize or a change that needs other
// heights.
func (m *Model) arrange() {
	for p, f := range m.forms {
		if f != nil {
			f.cursor = min(f.cursor, max(0, len(m.controls(panel(p)))-1))
		}
	}
	was := m.layout.panels[scriptPanel]
	m.layout = arrange(m.layout.w, m.layout.h, m.focus, func(room density) (lines wanted) {
		for p := range panelCount {
			lines[p] = rows(m.controls(p), m.doc, formWidth(m.layout.w)-4, room)
		}
		return lines
	})
	if now := m.layout.panels[scriptPanel]; now != was && !m.layout.tooSmall {
		m.editor.resize(now.inner().w, now.inner().h)
	}
}

func (m *Model) restyle(dark bool) {
	m.theme = newTheme(dark)
}
