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

		{id: "word-play", keys: []string{"enter"}, bar: true, hidden: true, scope: rooms.InSpoken, off: offLines((*room).NoWordTake), run: byLines((*room).PlayOnHere)},
		{id: "word-hear", keys: []string{"p"}, bar: true, hidden: true, scope: rooms.InSpoken, off: offLines((*room).NoWordTake), run: byLines((*room).HearHere)},
		{id: "word-left", keys: []string{"left", "h"}, scope: rooms.InSpoken, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.NextWord(-1) }},
		{id: "word-right", keys: []string{"right", "l"}, scope: rooms.InSpoken, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.NextWord(1) }},
		{id: "word-up", keys: []string{"up", "k"}, scope: rooms.InSpoken, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.NextRow(-1) }},
		{id: "word-down", keys: []string{"down", "j"}, scope: rooms.InSpoken, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.NextRow(1) }},
		{id: "word-first", keys: []string{"home"}, scope: rooms.InSpoken, hidden: true, run: byLines((*room).FirstWord)},
		{id: "word-last", keys: []string{"end"}, scope: rooms.InSpoken, hidden: true, run: byLines((*room).LastWord)},
		{id: "word-divide", keys: []string{"/"}, bar: true, hidden: true, scope: rooms.InSpoken, off: offLines((*room).Wordless), run: byLines((*room).Divide)},
		{id: "words-leave", keys: []string{"esc", "i"}, bar: true, hidden: true, scope: rooms.InSpoken, run: byLines((*room).LeaveWords)},

		{id: "line-up", keys: []string{"up", "k"}, scope: rooms.InLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Move(-1) }},
		{id: "line-down", keys: []string{"down", "j"}, scope: rooms.InLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Move(1) }},
		{id: "line-page-up", keys: []string{"pgup", "shift+up", "K"}, scope: rooms.InLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Move(-m.lines.Page()) }},
		{id: "line-page-down", keys: []string{"pgdown", "shift+down", "J"}, scope: rooms.InLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Move(m.lines.Page()) }},
		{id: "line-first", keys: []string{"home", "ctrl+home"}, scope: rooms.InLines, hidden: true, run: byLines((*room).First)},
		{id: "line-last", keys: []string{"end", "ctrl+end", "G", "shift+g"}, scope: rooms.InLines, hidden: true, run: byLines((*room).Last)},
		{id: "line-play", keys: []string{"enter"}, bar: true, scope: rooms.InLines, off: offLines((*room).NothingOn), run: byLines((*room).PlayOn)},
		{id: "line-hear", keys: []string{"p"}, bar: true, scope: rooms.InLines, off: offLines((*room).NoTake), run: byLines((*room).Hear)},
		{id: "line-words", keys: []string{"i"}, bar: true, scope: rooms.InLines, off: offLines((*room).Wordless), run: byLines((*room).EnterWords)},
		{id: "line-right", keys: []string{"f"}, bar: true, scope: rooms.InLines, off: none, run: byLines((*room).PutRight)},
		{id: "line-sounding", keys: []string{"."}, scope: rooms.InLines, off: offLines((*room).Silent), run: byLines((*room).ToSounding)},
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
		{id: "export-script", keys: []string{"e"}, bar: true, scope: rooms.InLines, off: offLines((*room).NothingToExport), run: byLines((*room).Export)},
		{id: "export-lines", keys: []string{"E", "shift+e"}, scope: rooms.InLines, off: offLines((*room).NothingToExport), run: byLines((*room).ExportLines)},
		{id: "lines-read", keys: []string{"O", "shift+o"}, scope: rooms.InLines, run: byLines((*room).AskFile)},
		{id: "lines-scripts", run: byLines((*room).Pick)},
		{id: "line-remove", keys: []string{"delete"}, scope: rooms.InLines, off: none, run: byLines((*room).Remove)},

		{id: "beside-up", keys: []string{"up", "k"}, scope: rooms.OnLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.MoveBeside(-1) }},
		{id: "beside-down", keys: []string{"down", "j"}, scope: rooms.OnLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.MoveBeside(1) }},
		{id: "beside-page-up", keys: []string{"pgup", "shift+up", "K"}, scope: rooms.OnLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.PageBeside(-1) }},
		{id: "beside-page-down", keys: []string{"pgdown", "shift+down", "J"}, scope: rooms.OnLines, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.PageBeside(1) }},

		{id: "line-take-play", keys: []string{"enter"}, bar: true, scope: rooms.InLineTakes, off: offLines((*room).NoTakes), run: byLines((*room).HearTake)},
		{id: "line-take-choose", keys: []string{"s"}, bar: true, scope: rooms.InLineTakes, off: offLines((*room).InWhole), run: byLines((*room).Choose)},
		{id: "line-takes-compare", keys: []string{"c"}, bar: true, scope: rooms.InLineTakes, off: offLines((*room).NotSeveral), run: (*Model).compareLine},

		{id: "setting-as-all", keys: []string{"backspace", "delete"}, bar: true, scope: rooms.InLineSettings, off: offLines((*room).NotDiffering), run: byLines((*room).BackToAll)},
		{id: "setting-only", keys: []string{"o", "enter"}, bar: true, scope: rooms.InLineSettings, off: none, run: byLines((*room).OnlyThis)},

		{id: "whole-less", keys: []string{"left", "h"}, scope: rooms.InWhole, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Adjust(-1) }},
		{id: "whole-more", keys: []string{"right", "l"}, bar: true, scope: rooms.InWhole, run: func(m *Model) tea.Cmd { return m.lines.Adjust(1) }},
		{id: "whole-much-less", keys: []string{"shift+left", "H"}, scope: rooms.InWhole, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Adjust(-10) }},
		{id: "whole-much-more", keys: []string{"shift+right", "L"}, scope: rooms.InWhole, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.Adjust(10) }},
		{id: "whole-usual", keys: []string{"backspace", "delete"}, bar: true, scope: rooms.InWhole, run: byLines((*room).UsualWhole)},
		{id: "whole-write", keys: []string{"enter"}, bar: true, scope: rooms.InWhole, run: func(m *Model) tea.Cmd { return m.lines.AskWhole("") }},
		{id: "whole-type", keys: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "-"}, scope: rooms.InWhole, hidden: true, run: func(m *Model) tea.Cmd { return m.lines.AskWhole(m.keys.pressed.Text) }},
		{id: "whole-export", keys: []string{"e"}, bar: true, scope: rooms.InWhole, hidden: true, off: offLines((*room).NothingToExport), run: byLines((*room).Export)},
		{id: "whole-export-lines", keys: []string{"E", "shift+e"}, bar: true, scope: rooms.InWhole, hidden: true, off: offLines((*room).NothingToExport), run: byLines((*room).ExportLines)},

		{id: "queue-cure", keys: []string{"enter"}, bar: true, scope: rooms.InQueue, off: offLines((*room).EmptyQueue), run: byLines((*room).Cure)},
		{id: "queue-drop", keys: []string{"delete", "backspace"}, bar: true, scope: rooms.InQueue, off: offLines((*room).NotWaiting), run: byLines((*room).Drop)},
	}
}
