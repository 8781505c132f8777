package studio

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/benches"
	"voicestudio/ui/studio/rooms/listen"
)

func byBench(do func(*benches.Bench) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.bench) }
}

func offBench(why func(*benches.Bench) string) func(*Model) string {
	return func(m *Model) string { return why(m.bench) }
}

// benchCommands are those of the bench.
func benchCommands() []command {
	type bench = benches.Bench
	all := []command{
		{id: "hear-candidate", keys: digits(), bar: true, scope: rooms.InBench, off: offBench((*bench).None), run: func(m *Model) tea.Cmd { return m.bench.HearNumber(m.digit()) }},
		{id: "take-candidate", keys: []string{"enter", "r"}, bar: true, scope: rooms.InBench, off: offBench((*bench).None), run: byBench((*bench).Accept)},
		{id: "star-candidate", keys: []string{"s"}, bar: true, scope: rooms.InBench, off: offBench((*bench).None), run: byBench((*bench).Star)},
		{id: "bench-add", keys: []string{"+", "insert"}, bar: true, scope: rooms.InBench, run: byBench((*bench).Add)},
		{id: "make-candidates", keys: []string{"m"}, bar: true, scope: rooms.InBench, off: offBench((*bench).NoneMissing), run: byBench((*bench).MakeAll)},
		{id: "bench-blind", keys: []string{"b"}, bar: true, scope: rooms.InBench, off: offBench((*bench).Empty), run: byBench((*bench).HideNames)},
		{id: "only-starred", keys: []string{"o"}, bar: true, scope: rooms.InBench, off: offBench((*bench).Empty), run: byBench((*bench).OnlyStarred)},
		{id: "bench-line", keys: []string{"t"}, bar: true, scope: rooms.InBench, run: byBench((*bench).AskLine)},
		{id: "remove-candidate", keys: []string{"delete", "backspace"}, bar: true, scope: rooms.InBench, off: offBench((*bench).None), run: byBench((*bench).TakeOut)},
		{id: "note-candidate", keys: []string{"n"}, bar: true, scope: rooms.InBench, off: offBench((*bench).None), run: byBench((*bench).AskNote)},
		{id: "sort-bench", keys: []string{"z"}, bar: true, scope: rooms.InBench, off: offBench((*bench).Empty), run: byBench((*bench).NextOrder)},
		{id: "loop-bench", keys: []string{"l"}, bar: true, scope: rooms.InBench, off: offSound((*listen.Sound).NotPlayable), run: byBench((*bench).Loop)},
		{id: "benches", keys: []string{"a"}, bar: true, scope: rooms.InBench, run: byBench((*bench).Others)},
		{id: "save-candidate", keys: []string{"ctrl+s", "f3"}, scope: rooms.InBench, off: offBench((*bench).NotReady), run: (*Model).saveCandidate},
		{id: "bench-up", keys: []string{"up", "k"}, scope: rooms.InBench, hidden: true, run: func(m *Model) tea.Cmd { return m.bench.Move(-1) }},
		{id: "bench-down", keys: []string{"down", "j"}, scope: rooms.InBench, hidden: true, run: func(m *Model) tea.Cmd { return m.bench.Move(1) }},
		{id: "bench-page-up", keys: []string{"pgup", "shift+up", "K"}, scope: rooms.InBench, hidden: true, run: func(m *Model) tea.Cmd { return m.bench.Turn(-1) }},
		{id: "bench-page-down", keys: []string{"pgdown", "shift+down", "J"}, scope: rooms.InBench, hidden: true, run: func(m *Model) tea.Cmd { return m.bench.Turn(1) }},
		{id: "bench-back", keys: []string{"left"}, scope: rooms.InBench, hidden: true, off: offSound((*listen.Sound).NotPlayable), run: func(m *Model) tea.Cmd { return m.sound.Seek(-1) }},
		{id: "bench-forward", keys: []string{"right"}, scope: rooms.InBench, hidden: true, off: offSound((*listen.Sound).NotPlayable), run: func(m *Model) tea.Cmd { return m.sound.Seek(1) }},
		{id: "bench-start", keys: []string{"home"}, scope: rooms.InBench, hidden: true, off: offSound((*listen.Sound).NotPlayable), run: bySound((*listen.Sound).Replay)},
		{id: "bench-voice", scope: rooms.InBench, run: func(m *Model) tea.Cmd { return m.forms.PickVoice(-1) }},
		{id: "bench-preset", scope: rooms.InBench, run: (*Model).benchPresets},
		{id: "bench-take", scope: rooms.InBench, run: byBench((*bench).PickTake)},
		{id: "bench-settings", scope: rooms.InBench, run: byBench((*bench).AddSettings)},
		{id: "bench-model", scope: rooms.InBench, off: offBench((*bench).NoOther), run: byBench((*bench).AddModel)},
		{id: "bench-host", scope: rooms.InBench, off: offBench((*bench).NoOther), run: byBench((*bench).AddHost)},
		{id: "voice-on-bench", keys: []string{"ctrl+k"}, bar: true, scope: rooms.InVoices, run: byBench((*bench).AddListedVoice)},
		{id: "preset-on-bench", keys: []string{"ctrl+k"}, bar: true, scope: rooms.InPresets, off: func(m *Model) string { return m.presets.NoPreset() }, run: byBench((*bench).AddPreset)},
		{id: "take-on-bench", keys: []string{"c"}, bar: true, scope: rooms.InTakes, off: offTakes((*listen.Takes).NotWhole), run: byBench((*bench).AddTake)},
	}
	return all
}

// digits are the keys of the rows of a page.
func digits() (keys []string) {
	for n := range 9 {
		keys = append(keys, fmt.Sprint(n+1))
	}
	return keys
}

// digit is the one that was pressed, and 0 where a click or the palette led here.
func (m *Model) digit() int {
	if n := int(m.keys.pressed.Code - '0'); n >= 1 && n <= 9 {
		return n
	}
	return 0
}

// saveCandidate takes the row under the cursor over, and asks under which name.
func (m *Model) saveCandidate() tea.Cmd {
	name := m.bench.Named()
	return tea.Batch(m.bench.TakeOver(), m.presets.SaveAs(name))
}

// benchPresets opens the list of presets, and says how one gets onto the bench.
func (m *Model) benchPresets() tea.Cmd {
	return tea.Batch(m.presets.OpenPresets(), m.Say(rooms.Note, benches.Say.PresetKey))
}
