// Package studio is the screen: one root model and the table of commands. Input
// becomes a command, a command calls a room or a dialog, the state is drawn. The
// rooms are in rooms, what is drawn with in paint, what is typed into in edit,
// what is edited in document, what opens over the rooms in dialog.
package studio

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/benches"
	"voicestudio/ui/studio/rooms/form"
	"voicestudio/ui/studio/rooms/library"
	"voicestudio/ui/studio/rooms/lines"
	"voicestudio/ui/studio/rooms/listen"
	"voicestudio/ui/studio/rooms/render"
	"voicestudio/ui/studio/rooms/script"
	"voicestudio/ui/studio/rooms/settings"
	"voicestudio/ui/studio/rooms/tuner"
)

// Model is the whole studio: what its rooms share, the rooms, and the hands of
// the person in it.
type Model struct {
	*rooms.Shared
	script    *script.Script
	request   *script.Request
	forms     *settings.Forms
	sound     *listen.Sound
	takes     *listen.Takes
	presets   *library.Presets
	hosts     *rooms.Hosts
	drafts    *rooms.Drafts
	rows      *render.Rows
	bench     *benches.Bench
	duels     *benches.Duels
	listeners *benches.Listeners
	ladder    *benches.Ladder
	pad       *benches.Pad
	tuner     *tuner.Tuner
	lines     *lines.Lines
	memory    *listen.Memory
	outside   *library.Outside

	aside    aside
	counted  counted
	keys     keys
	pointer  pointer
	mouse    bool                   // the terminal reports it
	ticked   bool                   // what came last only says that time passes
	jobs     jobs                   // how a shell stops and wakes it
	probing  int                    // the line on which letters are measured, from 1
	lend     lender                 // nil: the terminal of the program
	told     []string               // at the start
	reported atomic.Pointer[string] // the file that says how this run failed
}

// Config is what a studio is made of.
type Config struct {
	Session *session.Session
	Player  rooms.Player
	Library presets.Library
	// Draft is the file that keeps what is being edited; empty: none.
	Draft string
	Mouse bool
	// HostNamed says that the session's host was asked for at this start, and
	// not only said to be the usual one.
	HostNamed bool
	// Look is what was asked for, and what the environment tells of the terminal.
	Look paint.Look
	// Told are warnings to be shown at the start.
	Told []string
}

// New makes a studio that shows the draft, or the default voice.
func New(ctx context.Context, c Config) *Model {
	all := &rooms.Shared{Ctx: ctx, Session: c.Session, Player: c.Player, Now: time.Now, Before: rooms.VoicePanel, Spot: rooms.Spot{Form: rooms.VoicePanel},
		Work: document.Begin(document.Of(session.Voiced(tts.Request{Model: tts.DefaultModel}), "")), Theme: c.Look.Theme()}
	all.Clock = func() time.Time { return all.Now() }
	list := &listen.TakeList{Of: all}
	sound := &listen.Sound{Shared: all, Takes: list, Level: paint.MeterFloor}
	m := &Model{Shared: all, mouse: c.Mouse, told: c.Told,
		script:  &script.Script{Shared: all, Editor: edit.NewScript(session.Placeholder())},
		request: &script.Request{Shared: all, Sound: sound, Takes: list},
		forms:   &settings.Forms{Shared: all, Takes: list, Sound: sound},
		sound:   sound,
		takes:   &listen.Takes{Shared: all, TakeList: list, Sound: sound},
		presets: &library.Presets{Shared: all, Sound: sound, Library: dialog.Library{Library: c.Library}},
		rows:    &render.Rows{Shared: all, Sound: sound, Library: c.Library},
		hosts:   &rooms.Hosts{Shared: all},
		drafts:  &rooms.Drafts{Shared: all, Base: c.Draft},
	}
	m.bench = benches.NewBench(all, sound, m.takes)
	m.duels = benches.NewDuels(all, m.bench)
	m.duels.Note = m.presets.Annotate
	m.listeners = benches.NewListeners(all, m.bench)
	m.bench.Rank, m.bench.Wins = m.presets.Won, func() document.Wins { return m.presets.Library.Wins }
	m.tuner = tuner.New(all, sound)
	m.tuner.Presets = m.presets.Contest
	m.lines = lines.New(all, sound)
	m.drafts.Lines = m.lines.Of
	m.ladder, m.pad = benches.NewLadder(all, sound), benches.NewPad(all, sound)
	m.forms.Presets = m.presets
	m.forms.KeepFavourites(c.Draft)
	m.presets.KeepWins(c.Draft)
	sound.Reread = m.takes.Read
	for _, p := range rooms.FormPanels {
		m.forms.Forms[p] = &form.Form{}
	}
	m.memory = &listen.Memory{Shared: all, Takes: m.takes, Hosts: m.hosts}
	m.outside = &library.Outside{Shared: all, Takes: m.takes, Presets: m.presets}
	m.restoreDraft()
	m.lines.Open()
	m.memory.Remember(c.Draft, c.HostNamed)
	m.script.Show()
	return m
}

// Init asks the terminal for its background and prepares the host, so that
// the first word need not wait for it.
func (m *Model) Init() tea.Cmd {
	m.memory.Begin()
	return tea.Batch(tea.RequestBackgroundColor, m.hosts.Begin(), m.sound.FollowDevice(), m.takes.Begin(), m.outside.Begin(), m.forms.ReadFavourites(), m.bench.Begin(), m.warn(m.told), m.measureLetters())
}

// Update turns input into commands and takes in what came back from them.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer m.reporting()
	_, m.ticked = msg.(listen.TickMsg)
	before, settings, focus := m.Work.Revision(), m.Work.Settings(), m.Focus
	cmd := m.handle(msg)
	cmd = tea.Batch(cmd, m.release(), m.near(msg), m.presets.LookCloser(), m.forms.Follow())
	if m.Out() {
		cmd = tea.Batch(cmd, m.sound.StartTicking())
	}
	cmd = tea.Batch(cmd, m.lines.Follow())
	if m.Work.Revision() != before {
		m.script.Show()
		cmd = tea.Batch(cmd, m.drafts.Keep())
	}
	if m.Work.Settings() != settings {
		cmd = tea.Batch(cmd, m.forms.Changed())
	}
	if m.Focus == rooms.TakesPanel {
		m.takes.Seen()
	}
	if m.Stage == rooms.MainStage {
		m.aside = aside{}
	}
	m.outside.Looked()
	cmd = tea.Batch(cmd, m.ladder.Follow(), m.pad.Follow(), m.tuner.Follow())
	if m.Work.Revision() != before || m.Focus != focus {
		m.arrange()
	}
	cmd = tea.Batch(cmd, m.memory.Keep())
	m.inform()
	return m, m.guarded(cmd)
}

// near has the host near where the person is at work and has not spoken yet.
func (m *Model) near(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseMsg:
		m.hosts.AtWork = true
		if !m.sound.Making.Runs() {
			return m.hosts.Near()
		}
	}
	return nil
}

func (m *Model) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.Layout.W, m.Layout.H = msg.Width, msg.Height
		m.arrange()
	case tea.BackgroundColorMsg:
		m.dress(func(l *paint.Look) { l.Light, l.Known = !msg.IsDark(), true })
	case tea.ColorProfileMsg:
		m.dress(func(l *paint.Look) { l.Sixteen = msg.Profile == colorprofile.ANSI })
	case probeMsg:
		return m.probe()
	case tea.CursorPositionMsg:
		return m.probed(msg)
	case toldToStopMsg:
		return m.toldToStop()
	case wokenMsg:
		return wake
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
		m.sound.Blurred = false
		return tea.Batch(m.takes.LookAgain(), m.bench.Reread(), m.tuner.LookAgain())
	case tea.BlurMsg:
		m.sound.Blurred = true
	case rooms.ConnectedMsg:
		return m.hosts.Connected(msg)
	case rooms.OwnVoicesMsg:
		return m.hosts.Listed(msg)
	case library.FoundMsg:
		return m.presets.Annotated(msg)
	case library.WonMsg:
		return m.presets.Ranked(msg)
	case settings.FavouritesMsg:
		return m.forms.Favoured(msg)
	case settings.RestMsg:
		return m.forms.Rested(msg)
	case listen.OfferMsg:
		return m.sound.Offered(msg)
	case listen.SpokenMsg:
		return m.sound.Spoken(msg)
	case settings.StillMsg:
		return m.forms.Still(msg)
	case listen.MadeMsg:
		return m.sound.Made(msg)
	case listen.RetryMsg:
		return m.sound.Retrying(msg)
	case listen.TickMsg:
		return m.sound.Tick()
	case listen.TakesMsg:
		return m.takes.Listed(msg)
	case listen.FolderMsg:
		return m.takes.Followed(msg)
	case listen.WrittenMsg:
		return m.takes.Written(msg)
	case listen.OpenedMsg:
		return m.takes.SoundOpened(msg)
	case listen.WrittenTakeMsg:
		return m.takes.WasWritten(msg)
	case listen.EditedMsg:
		return m.takes.Edited(msg)
	case listen.MeasuredMsg:
		m.takes.Measured(msg)
	case inEditorMsg:
		return m.written(msg)
	case settingsMsg:
		return m.settled(msg)
	case rooms.DraftMsg:
		return m.drafts.Write()
	case rooms.DraftWrittenMsg:
		return m.drafts.Written(msg)
	case listen.MemoryMsg:
		return m.memory.Write()
	case library.ArrivedMsg:
		return m.presets.Arrived(msg)
	case library.ShelvedMsg:
		return tea.Batch(m.presets.Shelved(msg), m.arrived())
	case library.TrackedMsg:
		m.presets.Tracked(msg)
	case library.SyncedMsg:
		return m.presets.Synced(msg)
	case library.OutgoingMsg:
		cmd := m.presets.Outgoing(msg)
		if m.Scope() != rooms.InReport {
			m.keys.held = nil // they were to answer a question that did not come
		}
		return cmd
	case library.ReadyMsg:
		cmd := m.presets.Ready(msg)
		if m.Scope() == rooms.InPresets {
			m.keys.held = nil // they were to answer a question that did not come
		}
		return cmd
	case library.HeardMsg:
		return m.presets.Heard(msg)
	case library.ListenedMsg:
		return m.presets.Listened(msg)
	case library.CheckedMsg:
		return m.presets.Checked(msg)
	case library.TeamTickMsg:
		return m.presets.TeamTick(msg)
	case library.PlannedMsg:
		return m.presets.Planned(msg)
	case library.BundledMsg:
		return m.presets.Bundled(msg)
	case library.LintedMsg:
		return m.presets.Linted(msg)
	case library.LookedMsg:
		m.presets.LookedCloser(msg)
	case rooms.Msg:
		return msg.TakeIn()
	case render.PlannedMsg:
		return m.rows.Planned(msg)
	case render.RowMsg:
		return m.rows.Ended(msg)
	case render.SpokenMsg:
		return m.rows.Spoken(msg)
	case script.CompletedMsg:
		m.script.Completed(msg)
	case script.FileMsg:
		return m.script.Arrived(msg)
	case library.AlteredMsg:
		return tea.Batch(m.presets.Altered(msg), m.outside.Own(msg))
	case library.OwnMsg:
		m.outside.Owned(msg)
	case library.ChangedMsg:
		cmd := m.outside.Changed(msg)
		if msg.In(m.Session.Auditions().Dir) {
			cmd = tea.Batch(cmd, m.bench.Reread())
		}
		return cmd
	case library.SeenMsg:
		return m.outside.Seen(msg)
	case library.TakenMsg:
		if msg.Err == nil {
			msg.Saver.Taken(msg.Entry)
		}
	case rooms.ErrandMsg:
		m.Back(msg)
		return m.handle(msg.Msg)
	case rooms.ExpireMsg:
		m.Status.Expire(msg)
	}
	return nil
}

// arrange recomputes the layout, after a resize or a change that needs other
// heights.
func (m *Model) arrange() {
	was := m.Layout.Panels[rooms.ScriptPanel]
	m.Refocus()
	m.Layout = rooms.Arrange(m.Layout.W, m.Layout.H, m.Spot, m.forms.Wants)
	if now := m.Layout.Panels[rooms.ScriptPanel]; now != was && !m.Layout.TooSmall && !now.Folded() {
		m.script.Editor.Resize(now.Inner().W, now.Inner().H)
	}
}
