package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// clash asks what to do with a preset that somebody else changed while it was
// open here. Nothing is written before there is an answer.
type clash struct {
	changed   *presets.Changed
	refused   alteration
	merged    presets.Preset
	conflicts []presets.Conflict
	choices   []clashChoice
	cursor    int
	top       int // the line of the first choice, as it was drawn
}

type clashChoice struct {
	key, title string
	off        string // why it cannot be chosen
	run        func(c *clash, m *Model) tea.Cmd
}

func newClash(changed *presets.Changed, refused alteration) *clash {
	c := &clash{changed: changed, refused: refused}
	c.merged, c.conflicts = changed.Merge()
	merge := clashChoice{key: "m", title: "merge: what you changed and what they changed", run: (*clash).merge}
	keep := clashChoice{key: "k", title: "keep yours in place of theirs", run: (*clash).keep}
	take := clashChoice{key: "t", title: "take theirs", run: (*clash).take}
	switch {
	case changed.Gone:
		merge.off = "there is nothing left to merge with"
		keep.title, take.title = "keep yours: write it again", "let it go"
	case len(c.conflicts) > 0:
		merge.off = "both changed the same setting; choose one of the others"
	}
	c.choices = []clashChoice{merge, keep, take}
	if refused.saves {
		c.choices[2].title += "; your settings come back with alt+z"
		if changed.Gone {
			c.choices[2].title = "let it go; your settings stay on the screen"
		}
		c.choices = append(c.choices, clashChoice{key: "n", title: "save yours under a new name", run: (*clash).rename})
	}
	if merge.off != "" {
		c.cursor = len(c.choices) - 1 // by which nothing is lost
	}
	return c
}

// merge writes both sides' changes, and shows them where they are settings.
func (c *clash) merge(m *Model) tea.Cmd {
	return c.write(m, c.merged, func(m *Model, made presets.Entry) {
		if c.refused.saves {
			m.open(made)
		}
	})
}

func (c *clash) keep(m *Model) tea.Cmd {
	return c.write(m, c.changed.Mine, func(*Model, presets.Entry) {})
}

// write stores p over what the other side wrote, unless that has changed once
// more.
func (c *clash) write(m *Model, p presets.Preset, after func(*Model, presets.Entry)) tea.Cmd {
	a := c.refused
	a.do = func(in presets.Place) (presets.Entry, error) {
		if c.changed.Gone {
			return in.Create(p)
		}
		return in.Update(presets.Entry{Preset: c.changed.Theirs, File: c.changed.File}, p)
	}
	a.fault = nil
	a.then = func(m *Model, made presets.Entry) tea.Cmd {
		cmd := c.refused.then(m, made)
		after(m, made)
		return cmd
	}
	m.closePrompt(c)
	return m.alter(a)
}

// take leaves the file as it is; what was being saved gives way to it.
func (c *clash) take(m *Model) tea.Cmd {
	m.closePrompt(c)
	m.closePrompt(c.refused.prompt)
	switch {
	case c.refused.saves && c.changed.Gone:
		m.opened = opened{}
	case c.refused.saves:
		m.open(presets.Entry{Preset: c.changed.Theirs, File: c.changed.File, Folder: c.refused.place.Name})
	}
	return tea.Batch(m.readLibrary(), m.keepDraft(), m.say(note, "nothing was written"))
}

func (c *clash) rename(m *Model) tea.Cmd {
	m.closePrompt(c)
	m.closePrompt(c.refused.prompt)
	return m.saveAs(numbered(c.changed.Mine.Name, 2), true)
}

func (c *clash) key(m *Model, msg tea.Msg) tea.Cmd {
	k, pressed := msg.(tea.KeyPressMsg)
	if !pressed {
		return nil
	}
	switch key := k.String(); key {
	case "up":
		c.wheel(-1)
	case "down":
		c.wheel(1)
	case "enter":
		return c.choose(m)
	default:
		for i, choice := range c.choices {
			if key == choice.key {
				c.cursor = i
				return c.choose(m)
			}
		}
	}
	return nil
}

func (c *clash) choose(m *Model) tea.Cmd {
	choice := c.choices[c.cursor]
	if choice.off != "" {
		return m.say(warning, choice.off)
	}
	return choice.run(c, m)
}

func (c *clash) click(m *Model, _, y int) tea.Cmd {
	if i := y - c.top; i >= 0 && i < len(c.choices) {
		c.cursor = i
		return c.choose(m)
	}
	return nil
}

func (c *clash) wheel(lines int) { c.cursor = min(max(c.cursor+lines, 0), len(c.choices)-1) }

func (c *clash) draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	width := min(w-4, 84)
	inner := width - 4
	title := "Somebody else changed " + c.changed.Base.Name
	theirs := presets.Sentences(c.changed.TheirChanges())
	if c.changed.Gone {
		title, theirs = "Somebody else removed "+c.changed.Base.Name, []string{"the file is gone, or has another name now"}
	}
	var both []string
	for _, conflict := range c.conflicts {
		both = append(both, conflict.Sentence())
	}
	parts := []struct {
		title     string
		sentences []string
	}{{"they changed:", theirs}, {"you changed:", savedChanges(c.changed.Base, c.changed.Mine)}, {"both changed:", both}}
	if c.changed.Gone {
		parts = parts[:2]
	}
	// Two lines at least of each part, and the choices, are in sight.
	room := max(2, (h-4-5-len(c.choices)-2)/len(parts))
	var lines []string
	for _, part := range parts {
		if len(part.sentences) > 0 {
			lines = append(lines, t.Accent.Render(part.title))
			lines = append(lines, t.Bullets(part.sentences, inner, room-1)...)
		}
	}
	lines = append(lines, t.Border.Render(paint.Repeat("─", inner)))
	c.top = len(lines) + 1
	for i, choice := range c.choices {
		mark, style := "  ", t.Text
		switch {
		case i == c.cursor:
			mark, style = t.Accent.Bold(true).Render("▸ "), t.Accent.Bold(true)
		case choice.off != "":
			style = t.Border
		}
		said := choice.title
		if choice.off != "" {
			said = "merge: " + choice.off
		}
		lines = append(lines, mark+style.Render(choice.key+"  "+said))
	}
	return t.Frame(tts.Clean(title), "esc: not now", true, width, len(lines)+2, lines), nil
}
