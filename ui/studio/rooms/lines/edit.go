package lines

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts/lines"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// change makes an edit a deed, or says why there is nothing to change so.
func (r *Lines) change(what, none string, edit func(s script.Script, i int) (script.Script, bool)) tea.Cmd {
	_, i, found := r.current()
	if !found {
		return nil
	}
	next, did := edit(r.Work.Lines(), i)
	if !did {
		return r.Say(rooms.Caution, none)
	}
	r.Work.ChangeLines(next, what, r.Now())
	return nil
}

// Join makes one line of the one under the cursor and the next.
func (r *Lines) Join() tea.Cmd {
	return r.change(Say.deeds.join, Say.cannot.join, func(s script.Script, i int) (script.Script, bool) { return s.Join(i) })
}

// Divide makes a line of each sentence of the one under the cursor, or where the
// words are walked through two of it, before the word.
func (r *Lines) Divide() tea.Cmd {
	if at, walking := r.wordAt(); walking {
		return r.divideBefore(at)
	}
	return r.change(Say.deeds.divide, Say.cannot.divide, func(s script.Script, i int) (script.Script, bool) {
		if next, did := s.Sentences(i); did {
			return next, true
		}
		return s.Fit(i)
	})
}

// divideBefore makes two lines of one, before a word, on which the cursor stays.
func (r *Lines) divideBefore(at int) tea.Cmd {
	lines := len(r.Work.Lines().Lines)
	cmd := r.change(Say.deeds.divide, Say.cannot.before, func(s script.Script, i int) (script.Script, bool) { return s.Divide(i, at) })
	if len(r.Work.Lines().Lines) > lines && r.onLine(r.at+1) {
		r.walkTo(0)
	}
	return cmd
}

// AllSentences makes a line of each sentence of the script.
func (r *Lines) AllSentences() tea.Cmd {
	return r.change(Say.deeds.sentences, Say.cannot.sentences, func(s script.Script, _ int) (script.Script, bool) { return s.AllSentences() })
}

// Shift moves the line before or behind its neighbour.
func (r *Lines) Shift(by int) tea.Cmd {
	cmd := r.change(Say.deeds.move, Say.cannot.move, func(s script.Script, i int) (script.Script, bool) { return s.Move(i, by) })
	r.keepCursor()
	return cmd
}

// Remove takes the line out of the script; its takes stay on disk.
func (r *Lines) Remove() tea.Cmd {
	return r.change(Say.deeds.remove, Say.none, func(s script.Script, i int) (script.Script, bool) { return s.Remove(i) })
}

// Paragraph begins a paragraph with the line, or lets it go on.
func (r *Lines) Paragraph() tea.Cmd {
	return r.change(Say.deeds.paragraph, Say.cannot.paragraph, func(s script.Script, i int) (script.Script, bool) { return s.Paragraph(i) })
}

// pauseStep is that of the silence behind a line, in seconds.
const pauseStep = 0.05

// StretchPause makes the silence behind the line longer by steps.
func (r *Lines) StretchPause(steps int) tea.Cmd {
	return r.change(Say.deeds.pause, Say.cannot.pause, func(s script.Script, i int) (script.Script, bool) {
		if i+1 >= len(s.Lines) {
			return s, false
		}
		return s.SetPause(i, new(s.Pause(i)+float64(steps)*pauseStep)), true
	})
}

// UsualPause gives the line the silence of all again.
func (r *Lines) UsualPause() tea.Cmd {
	return r.change(Say.deeds.pause, Say.cannot.usual, func(s script.Script, i int) (script.Script, bool) {
		return s.SetPause(i, nil), s.Lines[i].Pause != nil
	})
}

// Rewrite asks for other words of the line.
func (r *Lines) Rewrite() tea.Cmd {
	l, i, _ := r.current()
	id := l.ID
	r.Push(dialog.NewNotes(Say.rewriteTitle(i+1), l.Text, func(text string) dialog.Action {
		return rooms.Does(func() tea.Cmd { return r.rewritten(id, text) })
	}), rooms.InNotes)
	return nil
}

func (r *Lines) rewritten(id, text string) tea.Cmd {
	r.Pop()
	s := r.Work.Lines()
	if next, did := s.Rewrite(s.Find(id), text); did {
		r.Work.ChangeLines(next, Say.deeds.rewrite, r.Now())
	}
	return nil
}

// OnlyThis opens the settings for the line under the cursor alone, or lets them be
// those of all lines again.
func (r *Lines) OnlyThis() tea.Cmd {
	if r.OnLine != "" {
		r.OnLine, r.Forms = "", false
		r.FocusOn(rooms.LinesPanel)
		return nil
	}
	r.OnLine, r.Forms = r.cursor, true
	r.FocusOn(r.Form)
	return nil
}

// Back closes the settings; false where they are not open.
func (r *Lines) Back() bool {
	if !r.Forms || r.Stage != rooms.LinesStage {
		return false
	}
	r.OnLine, r.Forms = "", false
	r.FocusOn(rooms.LinesPanel)
	return true
}

// NotOwn says why the line is as all are already.
func (r *Lines) NotOwn() string {
	if l, _, found := r.current(); !found || l.Own.None() {
		return Say.notOwn
	}
	return ""
}

// AsAll gives the line the settings of all again.
func (r *Lines) AsAll() tea.Cmd {
	return r.change(Say.deeds.asAll, Say.notOwn, func(s script.Script, i int) (script.Script, bool) {
		return s.SetOwn(i, script.Own{}), !s.Lines[i].Own.None()
	})
}

// tooLong reports a line that is longer than hosts take.
func tooLong(l script.Line) bool { return len([]rune(l.Text)) > lines.Longest }
