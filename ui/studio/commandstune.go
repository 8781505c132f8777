package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/tuner"
)

func byTuner(do func(*tuner.Tuner) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.tuner) }
}

func offTuner(why func(*tuner.Tuner) string) func(*Model) string {
	return func(m *Model) string { return why(m.tuner) }
}

// tuneCommands are those of tuning by ear.
func tuneCommands() []command {
	type room = tuner.Tuner
	return []command{
		{id: "tune-hear", keys: digits(), bar: true, scope: rooms.InTune, off: offTuner((*room).NoClips), run: func(m *Model) tea.Cmd { return m.tuner.HearNumber(m.digit()) }},
		{id: "tune-left", keys: []string{"left"}, bar: true, scope: rooms.InTune, off: offTuner((*room).NotAsked), run: byTuner((*room).Left)},
		{id: "tune-right", keys: []string{"right"}, scope: rooms.InTune, off: offTuner((*room).NotAsked), run: byTuner((*room).Right)},
		{id: "tune-middle", keys: []string{"up"}, scope: rooms.InTune, off: offTuner((*room).NotAsked), run: byTuner((*room).Middle)},
		{id: "tune-same", keys: []string{"down"}, scope: rooms.InTune, off: offTuner((*room).NotAsked), run: byTuner((*room).Same)},
		{id: "tune-back", keys: []string{"u"}, bar: true, scope: rooms.InTune, off: offTuner((*room).NothingSaid), run: byTuner((*room).TakeBack)},
		{id: "tune-enter", keys: []string{"enter"}, bar: true, scope: rooms.InTune, run: (*Model).tuneEnter},
		{id: "tune-lock", keys: []string{"m"}, bar: true, scope: rooms.InTune, off: offTuner((*room).NoAxisAsked), run: byTuner((*room).LockAsked)},
		{id: "tune-start", keys: []string{"s"}, bar: true, scope: rooms.InTune, off: offTuner((*room).NoStart), run: byTuner((*room).NextStart)},
		{id: "tune-blind", keys: []string{"c"}, bar: true, scope: rooms.InTune, off: offTuner((*room).NothingChanged), run: (*Model).compareTuned},
		{id: "tune-text", keys: []string{"t"}, bar: true, scope: rooms.InTune, off: offTuner((*room).None), run: byTuner((*room).AskText)},
		{id: "tune-early", keys: []string{"a"}, bar: true, scope: rooms.InTune, off: offTuner((*room).None), run: byTuner((*room).Early)},
		{id: "tune-stop", keys: []string{"b"}, bar: true, scope: rooms.InTune, off: offTuner((*room).None), run: byTuner((*room).AskStop)},
		{id: "tune-anew", keys: []string{"n"}, bar: true, scope: rooms.InTune, run: byTuner((*room).Anew)},
		{id: "tune-again", keys: []string{"home"}, scope: rooms.InTune, off: offTuner((*room).NoClips), run: byTuner((*room).FromStart)},
		{id: "tune-end", keys: []string{"e"}, scope: rooms.InTune, off: offTuner((*room).NoEnd), run: byTuner((*room).ShowEnd)},
		{id: "save-tuned", keys: []string{"ctrl+s", "f3"}, scope: rooms.InTune, off: offTuner((*room).NoEnd), run: (*Model).saveTuned},

		{id: "axis-up", keys: []string{"up", "k"}, scope: rooms.InAxes, hidden: true, off: offTuner((*room).NoAxes), run: func(m *Model) tea.Cmd { return m.tuner.MoveAxis(-1) }},
		{id: "axis-down", keys: []string{"down", "j"}, scope: rooms.InAxes, hidden: true, off: offTuner((*room).NoAxes), run: func(m *Model) tea.Cmd { return m.tuner.MoveAxis(1) }},
		{id: "axis-lock", keys: []string{"m", "enter"}, bar: true, scope: rooms.InAxes, off: offTuner((*room).NoAxes), run: byTuner((*room).LockAxis)},
		{id: "axis-back", keys: []string{"u"}, bar: true, scope: rooms.InAxes, off: offTuner((*room).NothingSaid), run: byTuner((*room).TakeBack)},
	}
}

// tuneEnter does what the question waits for; where that was to take the settings
// over, the keys are back where they were.
func (m *Model) tuneEnter() tea.Cmd {
	cmd := m.tuner.Enter()
	if m.Stage != rooms.TuneStage {
		m.forms.Land()
	}
	return cmd
}

// saveTuned takes over what was reached so far, and asks under which name.
func (m *Model) saveTuned() tea.Cmd {
	m.tuner.Apply()
	return m.presets.Save()
}
