package lines

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/lines"
	"voicestudio/tts/takes"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// walking is the word that keys are about while the words of a line are walked
// through: one of the line that has the cursor.
type walking struct {
	on     bool
	at     int // which of the words of the line, from 0
	column int // that up and down keep to, in cells
}

// OnWords reports whether words are walked through.
func (r *Lines) OnWords() bool { return r.walk.on }

// word is the one that keys are about, and which of its line's it is.
func (r *Lines) word() (w lines.Word, at int, found bool) {
	l, _, found := r.current()
	if !found || !r.walk.on {
		return w, 0, false
	}
	words := r.wordsOf(l.Text)
	if len(words) == 0 {
		return w, 0, false
	}
	at = min(r.walk.at, len(words)-1) // the line may have lost some
	return words[at], at, true
}

// wordAt is the byte of the line's text at which the word begins that keys are about;
// false where words are not walked through.
func (r *Lines) wordAt() (at int, walking bool) {
	w, _, found := r.word()
	return w.From, found
}

// Wordless says why there are no words to walk through.
func (r *Lines) Wordless() string {
	l, _, found := r.current()
	switch {
	case !found:
		return r.None()
	case len(r.wordsOf(l.Text)) == 0:
		return Say.wordless
	}
	return ""
}

// EnterWords goes into the words of the line under the cursor, to the one that sounds
// or else to the first.
func (r *Lines) EnterWords() tea.Cmd {
	l, _, _ := r.current()
	from, _, sounds := r.soundsNow(l)
	r.walkTo(0)
	for i, w := range r.wordsOf(l.Text) {
		if sounds && w.From == from {
			r.walkTo(i)
		}
	}
	return nil
}

// LeaveWords goes back to the lines.
func (r *Lines) LeaveWords() tea.Cmd {
	r.walk = walking{}
	return nil
}

// walkTo puts the cursor on a word of the line.
func (r *Lines) walkTo(i int) {
	r.walk.on, r.walk.at = true, max(0, i)
	r.plays.moved = true
	if w, _, found := r.word(); found {
		l, _, _ := r.current()
		_, r.walk.column = r.cellOf(l.Text, w)
	}
}

// NextWord walks by words, from line to line.
func (r *Lines) NextWord(by int) tea.Cmd {
	l, i, found := r.current()
	if !found {
		return nil
	}
	_, at, _ := r.word()
	to, n := at+by, len(r.wordsOf(l.Text))
	switch {
	case to >= n && !r.onLine(i+1):
		return nil
	case to >= n:
		to = 0
	case to < 0 && !r.onLine(i-1):
		return nil
	case to < 0:
		l, _, _ = r.current()
		to = len(r.wordsOf(l.Text)) - 1
	}
	r.walkTo(to)
	return nil
}

// onLine goes on in another line; false where there is none.
func (r *Lines) onLine(i int) bool {
	if i < 0 || i >= len(r.Work.Lines().Lines) {
		return false
	}
	if i != r.at {
		at := r.walk
		r.To(i)
		r.walk = at
	}
	return true
}

// FirstWord goes to the line's first word, LastWord to its last.
func (r *Lines) FirstWord() tea.Cmd {
	r.walkTo(0)
	return nil
}

// LastWord goes to the last word of the line.
func (r *Lines) LastWord() tea.Cmd {
	l, _, _ := r.current()
	r.walkTo(len(r.wordsOf(l.Text)) - 1)
	return nil
}

// NextRow walks to the row above or below, in the same line or another, to the word
// at about the same column.
func (r *Lines) NextRow(by int) tea.Cmd {
	l, i, found := r.current()
	w, _, worded := r.word()
	if !found {
		return nil
	}
	row, column := 0, r.walk.column
	if worded {
		row, _ = r.cellOf(l.Text, w)
	}
	all := r.Work.Lines().Lines
	for row += by; ; row += by {
		if rows := len(r.laid(l.Text).rows); row < 0 || row >= rows {
			if i += by; i < 0 || i >= len(all) {
				return nil
			}
			l = all[i]
			if row = 0; by < 0 {
				row = len(r.laid(l.Text).rows) - 1
			}
		}
		if at, found := r.nearest(l.Text, row, column); found {
			r.onLine(i)
			r.walkTo(at)
			r.walk.column = column
			return nil
		}
	}
}

// cellOf is the row of a text in which a word begins, and its cell there.
func (r *Lines) cellOf(text string, w lines.Word) (row, cell int) {
	rows := r.laid(text).rows
	for row+1 < len(rows) && rows[row][1] <= w.From {
		row++
	}
	return row, paint.Width(text[rows[row][0]:w.From])
}

// nearest is the word of a row at a cell, or the one beside it.
func (r *Lines) nearest(text string, row, cell int) (word int, found bool) {
	span := r.laid(text).rows[row]
	for i, w := range r.wordsOf(text) {
		if w.From < span[0] || w.From >= span[1] {
			continue
		}
		if found && paint.Width(text[span[0]:w.From]) > cell {
			break
		}
		word, found = i, true
	}
	return word, found
}

// lit are the parts of a line that stand out: the word that sounds, and the one that
// keys are about.
func (r *Lines) lit(l script.Line) (parts []inked) {
	t := r.Theme
	from, to, sounds := 0, 0, false
	if l.ID == r.drawn.playing {
		from, to, sounds = r.soundsNow(l)
	}
	if sounds {
		parts = append(parts, inked{from, to, t.Marked})
	}
	if l.ID != r.cursor {
		return parts
	}
	if w, _, walked := r.word(); walked {
		ink := t.Text.Reverse(true)
		if sounds && w.From == from {
			ink = t.Accent.Bold(true).Reverse(true).Under()
		}
		parts = append(parts, inked{w.From, w.To, ink})
	}
	return parts
}

// NoWordTake says why nothing can be heard from a word on.
func (r *Lines) NoWordTake() string {
	if why := r.Wordless(); why != "" {
		return why
	}
	switch row := r.row(r.cursor); {
	case r.make.coming[r.cursor] != nil && (row == nil || row.Take == nil):
		return Say.notWholeYet
	case row == nil || row.Take == nil:
		return Say.noTake
	}
	return ""
}

// PlayOnHere plays on from the word.
func (r *Lines) PlayOnHere() tea.Cmd {
	return r.fromWord(func(line int, _ takes.Take, from time.Duration) tea.Cmd { return r.playFrom(line, from) })
}

// HearHere plays the line alone from the word.
func (r *Lines) HearHere() tea.Cmd {
	return r.fromWord(func(line int, take takes.Take, from time.Duration) tea.Cmd {
		return r.hearTake(r.Work.Lines().Lines[line].ID, take, from)
	})
}

// fromWord plays from where the word is heard in the line's take.
func (r *Lines) fromWord(play func(line int, take takes.Take, from time.Duration) tea.Cmd) tea.Cmd {
	l, i, _ := r.current()
	_, at, _ := r.word()
	take := *r.row(l.ID).Take
	words := r.wordsOf(l.Text)
	return r.timed(i, take, func(spoken *narration.Spoken) tea.Cmd {
		i := r.Work.Lines().Find(l.ID)
		if i < 0 {
			return nil // it was taken out meanwhile
		}
		if spoken == nil {
			return tea.Batch(play(i, take, 0), r.Say(rooms.Caution, Say.noTimes))
		}
		said, found := sameWord(l.Text, words, spoken.Text, spoken.Words, at)
		if !found || said >= len(spoken.Spans) {
			return r.Say(rooms.Caution, Say.notSaid(tts.Clean(l.Text[words[at].From:words[at].To])))
		}
		return play(i, take, spoken.Spans[said].Begin)
	})
}

// Silent says why there is no line that sounds to go to.
func (r *Lines) Silent() string {
	if line, _, _, sounds := r.sounds(); !sounds || r.Work.Lines().Find(line) < 0 {
		return Say.nothingSounds
	}
	return ""
}

// ToSounding puts the cursor on the line that sounds.
func (r *Lines) ToSounding() tea.Cmd {
	line, _, _, _ := r.sounds()
	return r.To(r.Work.Lines().Find(line))
}
