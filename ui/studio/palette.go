package studio

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// palette lists what can be done, with its key and the room that it goes to;
// what cannot says why.
func (m *Model) palette() tea.Cmd {
	return m.listCommands(everyCommand(), rooms.Say.Screen.Palette, rooms.Say.Screen.PaletteHint, func(c command) bool {
		return !c.hidden || len(c.keys) == 0
	}, func(c command) string {
		if _, found := ways[c.scope]; !found || m.active(c.scope) {
			return ""
		}
		return titles.scopes[c.scope] + "   "
	})
}

// help lists every key, those of where one is first; enter runs what can be run.
func (m *Model) help() tea.Cmd {
	return m.listCommands(m.hereFirst(), rooms.Say.Screen.Keys, rooms.Say.Screen.KeysHint, func(c command) bool { return len(c.keys) > 0 },
		func(c command) string {
			if c.scope == rooms.Anywhere {
				return ""
			}
			return titles.scopes[c.scope] + "   "
		})
}

func (m *Model) listCommands(all []*command, title, hint string, listed func(command) bool, where func(command) string) tea.Cmd {
	var items []dialog.Item
	for _, c := range all {
		if !listed(*c) {
			continue
		}
		it := dialog.Item{Title: c.title(), Right: where(*c) + joinKeys(c.keys, m.pickerRoom()-paint.Width(c.title()+where(*c))), Also: c.also(), Off: m.unreached(c), Action: dialog.Command{ID: c.id}}
		items = append(items, it)
	}
	m.Push(dialog.NewPicker(title, hint, items), rooms.InList)
	return nil
}

func everyCommand() (all []*command) {
	for i := range commands {
		all = append(all, &commands[i])
	}
	return all
}

// hereFirst are all commands. What works only where one is now is what one looks for.
func (m *Model) hereFirst() []*command {
	all := everyCommand()
	far := func(c *command) int {
		switch {
		case c.scope < rooms.InForm || !m.active(c.scope):
			return 2
		case c.scope == rooms.InForm: // of all forms, beside the room's own
			return 1
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b *command) int { return far(a) - far(b) })
	return all
}

// pickerRoom is what a line of a picker has for a title and what stands right of
// it.
func (m *Model) pickerRoom() int { return min(m.Layout.W-4, dialog.MostPicker) - 4 - 2 - 2 }

// joinKeys writes as many of a command's keys as w cells hold, at least one.
func joinKeys(keys []string, w int) string {
	if slices.Contains(keys, "0") && slices.Contains(keys, "9") {
		return "0–9 - . ="
	}
	if len(keys) > 3 {
		keys = keys[:3]
	}
	out := ""
	for i, k := range keys {
		if i > 0 {
			if paint.Width(out+"  "+k) > w {
				break
			}
			out += "  "
		}
		out += k
	}
	return out
}
