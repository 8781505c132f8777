package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/benches"
)

func byDuels(do func(*benches.Duels) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.duels) }
}

func offDuels(why func(*benches.Duels) string) func(*Model) string {
	return func(m *Model) string { return why(m.duels) }
}

// duelCommands are those of the duels beside the bench.
func duelCommands() []command {
	type duels = benches.Duels
	return []command{
		{id: "duels", keys: []string{"d"}, bar: true, before: "bench-blind", scope: rooms.InBench, off: offDuels((*duels).TooFew), run: byDuels((*duels).Start)},
		{id: "duel-hear", keys: digits(), bar: true, scope: rooms.InDuels, off: offDuels((*duels).NoDuel), run: func(m *Model) tea.Cmd { return m.duels.HearSide(m.digit()) }},
		{id: "duel-left", keys: []string{"left"}, bar: true, scope: rooms.InDuels, off: offDuels((*duels).NoDuel), run: byDuels((*duels).Left)},
		{id: "duel-right", keys: []string{"right"}, bar: true, scope: rooms.InDuels, off: offDuels((*duels).NoDuel), run: byDuels((*duels).Right)},
		{id: "duel-same", keys: []string{"down"}, bar: true, scope: rooms.InDuels, off: offDuels((*duels).NoDuel), run: byDuels((*duels).Same)},
		{id: "duel-start", keys: []string{"home"}, bar: true, scope: rooms.InDuels, off: offDuels((*duels).NoDuel), run: byDuels((*duels).FromStart)},
		{id: "take-winner", keys: []string{"enter", "r"}, bar: true, scope: rooms.InDuels, off: offDuels((*duels).NoWinner), run: byDuels((*duels).Take)},
		{id: "copy-duels", keys: []string{"y"}, bar: true, scope: rooms.InDuels, off: offDuels((*duels).Undecided), run: byDuels((*duels).Copy)},
		{id: "note-duels", keys: []string{"n"}, bar: true, scope: rooms.InDuels, off: offDuels((*duels).NoWinner), run: byDuels((*duels).WriteNote)},
		{id: "duels-anew", keys: []string{"d"}, bar: true, scope: rooms.InDuels, run: byDuels((*duels).Anew)},
		{id: "more-duels", keys: []string{"+"}, scope: rooms.InDuels, run: func(m *Model) tea.Cmd { return m.duels.More(2) }},
		{id: "fewer-duels", keys: []string{"-"}, scope: rooms.InDuels, run: func(m *Model) tea.Cmd { return m.duels.More(-2) }},
	}
}
