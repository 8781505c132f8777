package lines

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/lines"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// Press puts the cursor on the line at a cell of the screen, and on the word there
// where it has the line already; pressed twice it is heard from there on.
func (r *Lines) Press(x, y int, double bool) tea.Cmd {
	at := r.Layout.Panels[rooms.LinesPanel]
	i, row, found := r.list.At(y - at.Y - 1)
	if !found {
		return nil
	}
	if i != r.at {
		return r.To(i)
	}
	word, onWord := r.wordUnder(i, row, x-at.Inner().X-r.drawn.columns.left)
	switch {
	case !onWord && !double:
		return r.LeaveWords()
	case !onWord && r.NothingOn() == "":
		return r.PlayOn()
	case !onWord:
		return r.Say(rooms.Caution, r.NothingOn())
	}
	r.walkTo(word)
	switch why := r.NoWordTake(); {
	case !double:
		return nil
	case why != "":
		return r.Say(rooms.Caution, why)
	}
	return r.PlayOnHere()
}

// wordUnder is the word at a cell of a row of a line.
func (r *Lines) wordUnder(i, row, cell int) (word int, found bool) {
	all := r.Work.Lines()
	text := all.Lines[i].Text
	rows := r.laid(text).rows
	if row -= r.rules(all, i); row < 0 || row >= len(rows) || cell < 0 {
		return 0, false
	}
	at, used := rows[row][0], 0
	for p := range paint.Pieces(text[at:rows[row][1]], false) {
		if used += p.Cells; used > cell {
			break
		}
		at += p.Bytes
	}
	word = slices.IndexFunc(r.wordsOf(text), func(w lines.Word) bool { return w.From <= at && at < w.To })
	return word, word >= 0
}

// OnBar implements dialog.Scroller.
func (r *Lines) OnBar(x, y int) bool { return r.list.OnBar(x, y) }

// Drag implements dialog.Scroller; the cursor goes along.
func (r *Lines) Drag(y int) {
	r.list.Drag(y)
	r.To(r.list.Cursor())
}
