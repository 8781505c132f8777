package studio

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// button is a command in the help bar and the cells that it has there. What is
// drawn and what the mouse finds are these.
type button struct {
	c         *command
	key, name string
	from, to  int
}

// buttons are those of the help bar now: the keys that work here, or after g the
// letters of the rooms.
func (m *Model) buttons() (all []button) {
	if m.keys.jumping {
		return m.letters()
	}
	add := func(c *command, key, name string, x int) int {
		to := x + paint.Width(key) + 1 + paint.Width(name)
		all = append(all, button{c, key, name, x, to})
		return to
	}
	helps := cmp.Or(m.keyOf("help"), m.keyOf("help-letter"))
	help := paint.Width(helps + " " + rooms.Say.Screen.Help + " ")
	if m.Top() == nil || m.Scope() != rooms.InList {
		bar, x, right := m.barCommands(), 1, m.Layout.W-10
		speak, left := named("speak"), 0
		for fits := x; left < len(bar); left++ {
			if fits += barWidth(bar[left]); fits > right {
				break
			}
		}
		// Speaking is what one comes back to: the mouse finds it from everywhere.
		beside := slices.Contains(bar[left:], speak) && m.Top() == nil
		if beside {
			right = m.Layout.W - help - barWidth(speak)
		}
		for _, c := range bar[:left] {
			if x+barWidth(c) > right {
				break
			}
			x = add(c, barKey(c), c.short(), x) + 3
		}
		if beside {
			add(speak, barKey(speak), speak.short(), right)
		}
	}
	add(named("help"), helps, rooms.Say.Screen.Help, m.Layout.W-help)
	return all
}

// barWidth is how many cells a command takes in the help bar, with the gap after
// it.
func barWidth(c *command) int { return paint.Width(barKey(c) + " " + c.short() + "   ") }

// arrows are how the bar writes keys that have a sign on them.
var arrows = map[string]string{"left": "←", "right": "→", "up": "↑", "down": "↓"}

func barKey(c *command) string { return cmp.Or(arrows[c.key()], c.key()) }

// letters are the rooms that g goes to, each with its letter.
func (m *Model) letters() (all []button) {
	var names []string
	used := 0
	for _, called := range []func(string) string{func(name string) string { return name }, rooms.Say.Briefly} {
		names, used = nil, 0
		for _, p := range places {
			name := rooms.Say.Panels[p.panel]
			if p.tab != rooms.ScriptTab {
				name = rooms.TabTitles()[p.tab]
			}
			names = append(names, named(p.id).key()+" "+called(name))
			used += paint.Width(named(p.id).key()+" "+called(name)) + 1
		}
		if used <= m.Layout.W {
			break
		}
	}
	used -= len(names)
	gap := min(max(1, (m.Layout.W-1-used)/max(1, len(names))), 3)
	x := 1
	for _, tab := range paint.Tabs(names, 1, m.Layout.W) {
		letter, name, _ := strings.Cut(paint.Cut(names[tab.Option], tab.W), " ")
		all = append(all, button{named(places[tab.Option].id), letter, name, x, x + tab.W})
		x += tab.W + gap
	}
	return all
}

// helpBar names the keys that work here and now.
func (m *Model) helpBar() string {
	t, line := m.Theme, ""
	x := 0
	for _, b := range m.buttons() {
		line += paint.Blanks(b.from-x) + t.Strong.Render(b.key) + " " + t.Dim.Render(b.name)
		x = b.to
	}
	return paint.Fit(line, m.Layout.W)
}

// buttonAt is the command that the help bar has at a column, or nil.
func (m *Model) buttonAt(x int) *command {
	for _, b := range m.buttons() {
		if x >= b.from && x < b.to {
			return b.c
		}
	}
	return nil
}

// pressBar does what the key does that the help bar has at a column.
func (m *Model) pressBar(x int) tea.Cmd {
	c := m.buttonAt(x)
	m.keys.jumping, m.keys.pressed = false, tea.KeyPressMsg{}
	if c == nil {
		return nil
	}
	return m.do(c)
}

// barCommands are those of the help bar, what works only here first; in a
// dialog, they are the dialog's own.
func (m *Model) barCommands() (bar []*command) {
	own := m.Scope()
	for i := range commands {
		c := &commands[i]
		if !c.bar || !m.active(c.scope) || own != rooms.Anywhere && c.scope != own || c.off != nil && c.off(m) != "" {
			continue
		}
		if c.key() != "" && m.find(c.key()) == c { // else the key means something else here
			bar = append(bar, c)
		}
	}
	slices.SortStableFunc(bar, func(a, b *command) int {
		return cmp.Compare(min(b.scope, rooms.InForm), min(a.scope, rooms.InForm))
	})
	for _, c := range slices.Clone(bar) {
		next := func(b *command) bool { return b.id == c.before }
		if slices.ContainsFunc(bar, next) {
			bar = slices.DeleteFunc(bar, func(b *command) bool { return b == c })
			bar = slices.Insert(bar, slices.IndexFunc(bar, next), c)
		}
	}
	return bar
}
