package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lines"
)

func byLines(do func(*lines.Lines) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.lines) }
}

func offLines(why func(*lines.Lines) string) func(*Model) string {
	return func(m *Model) string { return why(m.lines) }
}

func lineCommands() []command {
	type room = lines.Lines
	none := offLines((*room).None)
	return []command{
		{id: "lines-make", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, bar: true, scope: rooms.OnLines, off: offLines((*room).NothingDue), run: byLines((*room).Make)},
		{id: "line-again", keys: []string{"alt+r", "f9"}, bar: true, scope: rooms.OnLines, off: offLines((*room).NotMakeable), run: byLines((*room).Again)},

		{id: "line-up", keys: []string{"up", "k"}, scope: rooms.InLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Move(-1) }},
		{id: "line-down", keys: []string{"down", "j"}, scope: rooms.InLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Move(1) }},
		{id: "line-page-up", keys: []string{"pgup", "shift+up", "K"}, scope: rooms.InLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Move(-m.lines.Page()) }},
		{id: "line-page-down", keys: []string{"pgdown", "shift+down", "J"}, scope: rooms.InLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Move(m.lines.Page()) }},
		{id: "line-first", keys: []string{"home", "ctrl+home"}, scope: rooms.InLines, hidden: true, run: byLines((*room).First)},
		{id: "line-last", keys: []string{"end", "ctrl+end", "G", "shift+g"}, scope: rooms.InLines, hidden: true, run: byLines((*room).Last)},
		{id: "line-play", keys: []string{"enter"}, bar: true, scope: rooms.InLines, off: offLines((*room).NothingOn), run: byLines((*room).PlayOn)},
		{id: "line-hear", keys: []string{"p"}, bar: true, scope: rooms.InLines, off: offLines((*room).NoTake), run: byLines((*room).Hear)},
		{id: "line-only", keys: []string{"o"}, bar: true, scope: rooms.InLines, off: none, run: byLines((*room).OnlyThis)},
		{id: "line-as-all", keys: []string{"backspace"}, scope: rooms.InLines, off: offLines((*room).NotOwn), run: byLines((*room).AsAll)},
		{id: "line-write", keys: []string{"w"}, bar: true, scope: rooms.InLines, off: none, run: byLines((*room).Rewrite)},
		{id: "line-join", keys: []string{"+"}, bar: true, scope: rooms.InLines, off: none, run: byLines((*room).Join)},
		{id: "line-divide", keys: []string{"/"}, bar: true, scope: rooms.InLines, off: none, run: byLines((*room).Divide)},
		{id: "lines-sentences", keys: []string{"S", "shift+s"}, scope: rooms.InLines, off: none, run: byLines((*room).AllSentences)},
		{id: "line-move-up", keys: []string{"alt+up"}, scope: rooms.InLines, off: none, run: func(m *Model) tea.Cmd { return m.lines.Shift(-1) }},
		{id: "line-move-down", keys: []string{"alt+down"}, scope: rooms.InLines, off: none, run: func(m *Model) tea.Cmd { return m.lines.Shift(1) }},
		{id: "line-paragraph", keys: []string{"P", "shift+p"}, scope: rooms.InLines, off: none, run: byLines((*room).Paragraph)},
		{id: "line-pause-longer", keys: []string{">"}, scope: rooms.InLines, off: none, run: func(m *Model) tea.Cmd { return m.lines.StretchPause(1) }},
		{id: "line-pause-shorter", keys: []string{"<"}, scope: rooms.InLines, off: none, run: func(m *Model) tea.Cmd { return m.lines.StretchPause(-1) }},
		{id: "line-pause-usual", keys: []string{"="}, scope: rooms.InLines, off: none, run: byLines((*room).UsualPause)},
		{id: "lines-read", keys: []string{"O", "shift+o"}, scope: rooms.InLines, run: byLines((*room).AskFile)},
		{id: "lines-scripts", run: byLines((*room).Pick)},
		{id: "line-remove", keys: []string{"delete"}, scope: rooms.InLines, off: none, run: byLines((*room).Remove)},
	}
}
