package studio

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/library"
)

// way is where a command is brought that works in one room, or in one list,
// only.
type way struct {
	panel rooms.Panel
	tab   rooms.Tab
	open  func(*Model) tea.Cmd // the list; nil: it is a room
}

var ways = map[rooms.Scope]way{
	rooms.InForm:          {panel: rooms.VoicePanel},
	rooms.InBlend:         {panel: rooms.BlendPanel},
	rooms.InPronunciation: {panel: rooms.PronunciationPanel},
	rooms.InSound:         {panel: rooms.SoundPanel},
	rooms.InTakes:         {panel: rooms.TakesPanel},
	rooms.InBench:         {panel: rooms.BenchPanel},
	rooms.InDuels:         {panel: rooms.DuelsPanel},
	rooms.InListeners:     {panel: rooms.ListenersPanel},
	rooms.InLadder:        {panel: rooms.LadderPanel},
	rooms.InPad:           {panel: rooms.PadPanel},
	rooms.InTune:          {panel: rooms.TunePanel},
	rooms.InAxes:          {panel: rooms.AxesPanel},
	rooms.OnLines:         {panel: rooms.LinesPanel},
	rooms.InLines:         {panel: rooms.LinesPanel},
	rooms.InSpoken:        {panel: rooms.LinesPanel},
	rooms.InLineTakes:     {panel: rooms.LineTakesPanel},
	rooms.InLineSettings:  {panel: rooms.LineSettingsPanel},
	rooms.InWhole:         {panel: rooms.WholePanel},
	rooms.InQueue:         {panel: rooms.QueuePanel},
	rooms.InScript:        {panel: rooms.ScriptPanel},
	rooms.InRequest:       {panel: rooms.ScriptPanel, tab: rooms.RequestTab},
	rooms.InVoices:        {open: func(m *Model) tea.Cmd { return m.forms.PickVoice(0) }},
	rooms.InPresets:       {open: byPresets((*library.Presets).OpenPresets)},
}

// wayTo finds the way to where a command works; from a room of settings, that
// is there already, and else the one that had the keys last.
func (m *Model) wayTo(s rooms.Scope) (w way, found bool) {
	w, found = ways[s]
	if s == rooms.InForm && m.Focus == rooms.ScriptPanel && slices.Contains(rooms.FormPanels, m.Before) {
		w.panel = m.Before
	}
	return w, found
}

// unreached says why a command cannot be done, were it brought to where it
// works; empty where it can.
func (m *Model) unreached(c *command) string {
	w, found := m.wayTo(c.scope)
	switch {
	case m.active(c.scope), c.scope == rooms.OutsideText, c.scope == rooms.InJump && !m.asks():
	case !found && c.scope != rooms.InJump:
		return rooms.Say.Screen.WorksIn(titles.scopes[c.scope])
	case m.asks():
		return rooms.Say.Screen.AnswerFirst
	case w.open != nil:
		return "" // what is under the cursor is known once it is open
	}
	if c.off == nil {
		return ""
	}
	if found && w.open == nil {
		focus, tab := m.Focus, m.Tab
		m.Focus, m.Tab = w.panel, w.tab
		defer func() { m.Focus, m.Tab = focus, tab }()
	}
	return c.off(m)
}

// asks reports whether something is open whose answer would be lost if it were
// closed: anything but a list.
func (m *Model) asks() bool {
	return slices.ContainsFunc(m.Layers.List, func(l rooms.Layer) bool {
		_, list := l.Dialog.(dialog.Lister)
		_, clash := l.Dialog.(*dialog.Clash)
		return !list || clash
	})
}

// bring does a command where it works, and stays there.
func (m *Model) bring(c *command) tea.Cmd {
	w, found := m.wayTo(c.scope)
	if c.scope == rooms.InJump {
		m.Layers.List = nil
	}
	if !found || m.active(c.scope) {
		return m.do(c)
	}
	if m.forms.Typing() != nil {
		if cmd := m.forms.AcceptValue(); m.forms.Typing() != nil {
			return cmd // it will not do, and says why
		}
	}
	m.Layers.List = nil
	if w.open == nil {
		return tea.Batch(goTo(w.panel, w.tab)(m), m.do(c))
	}
	opened := w.open(m)
	if c.scope == rooms.InPresets && c.off != nil {
		m.keys.brought = c
		return tea.Batch(opened, m.arrived())
	}
	return tea.Batch(opened, m.do(c))
}

// arrived does what was brought to the list of presets once the list is there.
// It is about the preset that is open; where none is, one has to be chosen.
func (m *Model) arrived() tea.Cmd {
	c := m.keys.brought
	if c == nil || !m.presets.Whole {
		return nil
	}
	m.keys.brought = nil
	b, is := m.Top().(*dialog.Browser)
	if !is {
		return nil
	}
	if open := m.Work.Opened(); open.Name == "" || b.Current() == nil || dialog.Key(*b.Current()) != dialog.Key(open.Entry) {
		return m.Say(rooms.Note, library.Say.Presets.ChooseFor(cmp.Or(c.key(), m.keyOf("palette")), c.title()))
	}
	return m.do(c)
}
