package dialog

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// Everywhere asks what is to be written in all lines in place of a word, or how it is
// to be said there, and tells what that comes to.
type Everywhere struct {
	word    string
	input   edit.Field
	said    bool // the words stay, it is only said so
	told    string
	refused string
	ways    [2]int // where the names of the two ways begin, in cells
	foot    hint
	answer  func(by string, said bool) Action
}

// longestRemedy bounds what can be typed for a word, in code points.
const longestRemedy = 300

// NewEverywhere asks about a word, which stands there to be typed over.
func NewEverywhere(word string, answer func(by string, said bool) Action) *Everywhere {
	e := &Everywhere{word: word, input: edit.NewField(word, say.everywhere.nothing), answer: answer}
	e.input.Limit = longestRemedy
	e.input.SelectAll()
	return e
}

// Wish is what was typed so far, and whether it is only to be said so.
func (e *Everywhere) Wish() (by string, said bool) { return e.input.Value(), e.said }

// NextWay takes the other way.
func (e *Everywhere) NextWay() { e.said, e.refused = !e.said, "" }

// Tell says what it comes to.
func (e *Everywhere) Tell(what string) { e.told = what }

// Refuse implements Asker.
func (e *Everywhere) Refuse(err error) { e.refused = sentence(err) }

// Accept gives the answer.
func (e *Everywhere) Accept() Action { return e.answer(e.input.Value(), e.said) }

// Type edits the line.
func (e *Everywhere) Type(msg tea.Msg) Action {
	was := e.input.Value()
	cmd := e.input.Update(msg)
	if e.input.Value() != was {
		e.refused = ""
	}
	return run(cmd)
}

// Typed reports whether something else than the word was written.
func (e *Everywhere) Typed() bool { return e.input.Changed() }

// Click puts the caret there, takes a way, or presses a key of the hint.
func (e *Everywhere) Click(x, y int, double bool) Action {
	switch {
	case y == 1:
		e.input.Point(x-2, double)
	case y == 3 && x-2 < e.ways[1]:
		e.said, e.refused = false, ""
	case y == 3:
		e.said, e.refused = true, ""
	default:
		return e.foot.at(x, y)
	}
	return nil
}

// Wheel does nothing.
func (e *Everywhere) Wheel(int) {}

// Draw draws the box.
func (e *Everywhere) Draw(t paint.Theme, w, _ int) (string, *tea.Cursor) {
	wide := min(w-4, 72)
	inner := wide - 4
	line, caret := e.input.Draw(t, inner)
	way := func(name string, chosen bool) string {
		if chosen {
			return t.Marked.Render("● " + name)
		}
		return t.Dim.Render("○ " + name)
	}
	words := say.everywhere
	first := way(words.write, !e.said) + "   "
	e.ways = [2]int{0, paint.Width(first)}
	about, ink, told := words.written, t.Text, e.told
	if e.said {
		about = words.entered
	}
	if e.refused != "" {
		ink, told = t.Warning, e.refused
	}
	const mostAbout, mostTold = 2, 3
	lines := []string{line, "", first + way(words.say, e.said)}
	box := func(said string, n int, ink paint.Ink) {
		rows := paint.Wrapped(said, inner, n, ink.Render)
		for len(rows) < n {
			rows = append(rows, "") // the box keeps its size while one types
		}
		lines = append(lines, rows...)
	}
	box(about, mostAbout, t.Dim)
	box(told, mostTold, ink)
	lines = append(lines, e.foot.draw(words.hint, inner, 1, len(lines)+1, t.Dim)...)
	return t.Frame(words.title(tts.Clean(e.word)), say.escCloses, true, wide, len(lines)+2, lines), tea.NewCursor(2+caret, 1)
}
