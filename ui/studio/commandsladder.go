package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/benches"
)

// ladderCommands are those of the ladder and the pad.
func ladderCommands() []command {
	arrow := func(dx, dy int) func(*Model) tea.Cmd {
		return byPad(func(r *benches.Pad) tea.Cmd { return r.Walk(dx, dy) })
	}
	rungs, dots := offLadder((*benches.Ladder).NoRungs), offPad((*benches.Pad).NoDots)
	return []command{
		{id: "ladder", keys: []string{"t"}, bar: true, before: "mute", scope: rooms.InBlend, off: func(m *Model) string { return m.ladder.None(m.blendRow()) }, run: func(m *Model) tea.Cmd { return m.ladder.Open(m.blendRow()) }},
		{id: "pad", keys: []string{"p"}, bar: true, before: "mute", scope: rooms.InBlend, off: offPad((*benches.Pad).None), run: byPad((*benches.Pad).Open)},

		{id: "rung", keys: digits(), bar: true, scope: rooms.InLadder, off: rungs, run: func(m *Model) tea.Cmd { return m.ladder.HearNumber(m.digit()) }},
		{id: "rung-enter", keys: []string{"enter"}, bar: true, scope: rooms.InLadder, off: rungs, run: byLadder((*benches.Ladder).Enter)},
		{id: "rung-up", keys: []string{"up", "k"}, scope: rooms.InLadder, hidden: true, off: rungs, run: func(m *Model) tea.Cmd { return m.ladder.Move(-1) }},
		{id: "rung-down", keys: []string{"down", "j"}, scope: rooms.InLadder, hidden: true, off: rungs, run: func(m *Model) tea.Cmd { return m.ladder.Move(1) }},
		{id: "make-rungs", keys: []string{"a"}, bar: true, scope: rooms.InLadder, off: offLadder((*benches.Ladder).NothingToMake), run: byLadder((*benches.Ladder).MakeAll)},
		{id: "star-rung", keys: []string{"s"}, bar: true, scope: rooms.InLadder, off: rungs, run: byLadder((*benches.Ladder).Star)},
		{id: "zoom", keys: []string{"+"}, bar: true, scope: rooms.InLadder, off: offLadder((*benches.Ladder).NoZoom), run: byLadder((*benches.Ladder).Zoom)},
		{id: "zoom-out", keys: []string{"-"}, bar: true, scope: rooms.InLadder, off: offLadder((*benches.Ladder).NoOut), run: byLadder((*benches.Ladder).Out)},
		{id: "blind-rungs", keys: []string{"b"}, bar: true, scope: rooms.InLadder, off: rungs, run: byLadder((*benches.Ladder).BlindOrNot)},

		{id: "dot-right", keys: []string{"right", "l"}, bar: true, scope: rooms.InPad, hidden: true, off: dots, run: arrow(1, 0)},
		{id: "dot-left", keys: []string{"left", "h"}, scope: rooms.InPad, hidden: true, off: dots, run: arrow(-1, 0)},
		{id: "dot-up", keys: []string{"up", "k"}, scope: rooms.InPad, hidden: true, off: dots, run: arrow(0, -1)},
		{id: "dot-down", keys: []string{"down", "j"}, scope: rooms.InPad, hidden: true, off: dots, run: arrow(0, 1)},
		{id: "dot-enter", keys: []string{"enter"}, bar: true, scope: rooms.InPad, off: dots, run: byPad((*benches.Pad).Enter)},
		{id: "star-dot", keys: []string{"s"}, bar: true, scope: rooms.InPad, off: dots, run: byPad((*benches.Pad).Star)},
		{id: "finer", keys: []string{"+"}, bar: true, scope: rooms.InPad, off: dots, run: byPad((*benches.Pad).Finer)},
		{id: "coarser", keys: []string{"-"}, bar: true, scope: rooms.InPad, off: dots, run: byPad((*benches.Pad).Coarser)},
	}
}

// blendRow is the voice under the cursor in Blend.
func (m *Model) blendRow() int { return m.forms.Forms[rooms.BlendPanel].Cursor() }

func byLadder(do func(*benches.Ladder) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.ladder) }
}

func byPad(do func(*benches.Pad) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.pad) }
}

func offLadder(why func(*benches.Ladder) string) func(*Model) string {
	return func(m *Model) string { return why(m.ladder) }
}

func offPad(why func(*benches.Pad) string) func(*Model) string {
	return func(m *Model) string { return why(m.pad) }
}
