package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/benches"
)

func byListeners(do func(*benches.Listeners) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.listeners) }
}

func offListeners(why func(*benches.Listeners) string) func(*Model) string {
	return func(m *Model) string { return why(m.listeners) }
}

// listenerCommands are those of the listeners beside the bench.
func listenerCommands() []command {
	type listeners = benches.Listeners
	return []command{
		{id: "listeners", keys: []string{"v"}, bar: true, before: "bench-blind", scope: rooms.InBench, run: func(m *Model) tea.Cmd { return m.enter(rooms.ListenersPanel) }},
		{id: "accept-win", keys: []string{"enter"}, bar: true, scope: rooms.InListeners, off: offListeners((*listeners).NotAcceptable), run: byListeners((*listeners).Accept)},
		{id: "make-page", keys: []string{"e"}, bar: true, scope: rooms.InListeners, off: offListeners((*listeners).NoPage), run: byListeners((*listeners).AskPage)},
		{id: "import-votes", keys: []string{"i"}, bar: true, scope: rooms.InListeners, off: offListeners((*listeners).NoTest), run: byListeners((*listeners).AskVotes)},
		{id: "copy-votes", keys: []string{"y"}, bar: true, scope: rooms.InListeners, off: offListeners((*listeners).NoResult), run: byListeners((*listeners).Copy)},
		{id: "take-listened", keys: []string{"r"}, bar: true, scope: rooms.InListeners, off: offListeners((*listeners).NoWinner), run: byListeners((*listeners).Take)},
		{id: "listeners-hear", keys: digits(), scope: rooms.InListeners, off: offBench((*benches.Bench).None), run: func(m *Model) tea.Cmd { return m.bench.HearNumber(m.digit()) }},
	}
}
