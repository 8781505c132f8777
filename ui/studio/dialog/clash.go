package dialog

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// Clash asks what to do with a preset that somebody else changed while it was
// open here. Nothing is written before there is an answer.
type Clash struct {
	paint.List
	Changed *presets.Changed
	Merged  presets.Preset

	conflicts []presets.Conflict
	choices   []clashChoice
	outside   bool
	top       int // the line of the first choice, as it was drawn
}

// Answer is one that a clash can be given.
type Answer string

// What can become of a clash: both sides' changes, ours in place of theirs,
// theirs, or ours under a new name.
const (
	Merge  Answer = "merge"
	Keep   Answer = "keep"
	Take   Answer = "take"
	Rename Answer = "rename"
)

// Resolve ends a clash.
type Resolve struct {
	Clash  *Clash
	Answer Answer
	// Outside is true where nothing was to be written.
	Outside bool
}

type clashChoice struct {
	answer     Answer
	key, title string
	off        string // why it cannot be chosen
}

// NewClash asks about a change that was refused; saves is true where it was to
// write the settings that are on the screen.
func NewClash(changed *presets.Changed, saves bool) *Clash {
	c := &Clash{Changed: changed}
	c.Merged, c.conflicts = changed.Merge()
	merge := clashChoice{answer: Merge, key: say.clash.mergeKey, title: say.clash.merge}
	keep := clashChoice{answer: Keep, key: say.clash.keepKey, title: say.clash.keep}
	take := clashChoice{answer: Take, key: say.clash.takeKey, title: say.clash.take}
	switch {
	case changed.Gone:
		merge.off = say.clash.nothingLeft
		keep.title, take.title = say.clash.keepGone, say.clash.takeGone
	case len(c.conflicts) > 0:
		merge.off = say.clash.sameSetting
	}
	c.choices = []clashChoice{merge, keep, take}
	if saves {
		c.choices[2].title = say.clash.takeAndBack
		if changed.Gone {
			c.choices[2].title = say.clash.takeGoneAndStay
		}
		c.choices = append(c.choices, clashChoice{answer: Rename, key: say.clash.renameKey, title: say.clash.rename})
	}
	c.Fit(len(c.choices), len(c.choices), nil)
	if merge.off != "" {
		c.To(len(c.choices) - 1) // by which nothing is lost
	}
	return c
}

// NewOutside asks about a change of the open preset that nothing was to be
// written over yet.
func NewOutside(changed *presets.Changed) *Clash {
	c := NewClash(changed, false)
	c.outside = true
	c.choices[0].title, c.choices[1].title, c.choices[2].title = say.clash.mergeHere, say.clash.keepHere, say.clash.takeAndBack
	switch {
	case changed.Gone:
		c.choices[1].title, c.choices[2].title = say.clash.keepOpen, say.clash.takeGoneAndStay
		c.To(1)
	case len(presets.DiffRequests(changed.Base.Request, changed.Mine.Request)) == 0 || len(c.conflicts) > 0:
		c.To(2)
	}
	return c
}

// Choose gives an answer, if it is one of those that there are.
func (c *Clash) Choose(answer Answer) Action {
	for i, choice := range c.choices {
		if choice.answer == answer {
			c.To(i)
			return c.Accept()
		}
	}
	return Say{Text: say.clash.noSuchChoice}
}

// Accept gives the answer under the cursor.
func (c *Clash) Accept() Action {
	choice := c.choices[c.Cursor()]
	if choice.off != "" {
		return Say{Warning: true, Text: choice.off}
	}
	return Resolve{c, choice.answer, c.outside}
}

// Type takes no text.
func (c *Clash) Type(tea.Msg) Action { return nil }

// Click gives the answer at a line.
func (c *Clash) Click(_, y int, double bool) Action {
	if i, _, found := c.At(y - c.top); found && !double {
		c.To(i)
		return c.Accept()
	}
	return nil
}

// Wheel moves the cursor.
func (c *Clash) Wheel(lines int) { c.Move(lines) }

// Draw draws the box.
func (c *Clash) Draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	width := min(w-4, 84)
	inner := width - 4
	title := say.clash.changed(c.Changed.Base.Name)
	theirs := presets.Sentences(c.Changed.TheirChanges())
	if c.Changed.Gone {
		title, theirs = say.clash.removed(c.Changed.Base.Name), []string{say.clash.gone}
	}
	both := presets.ConflictsInWords(c.conflicts)
	parts := []struct {
		title     string
		sentences []string
	}{{say.clash.theyChanged, theirs}, {say.clash.youChanged, savedChanges(c.Changed.Base, c.Changed.Mine)}, {say.clash.twice, both}}
	if c.Changed.Gone {
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
	lines = append(lines, t.Rule(inner))
	c.top = len(lines) + 1
	for i, choice := range c.choices {
		mark, style := t.Row(i == c.Cursor())
		said := choice.title
		if choice.off != "" {
			said = say.clash.noMerge(choice.off)
			if i != c.Cursor() {
				style = t.Dim
			}
		}
		lines = append(lines, mark+style.Render(choice.key+"  "+said))
	}
	return t.Frame(tts.Clean(title), say.clash.notNow, true, width, len(lines)+2, lines), nil
}
