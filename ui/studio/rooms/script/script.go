// Package script is where words are written, and beside them the request that
// they become.
package script

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// Script is where the words are written.
type Script struct {
	*rooms.Shared
	Editor edit.Editor
	asker  dialog.Asker // for the file that is being read
	lines  paint.List   // of the editor, for the bar beside them
}

// Show brings the editor in step with the document.
func (r *Script) Show() {
	r.Editor.Model = cmp.Or(r.Doc().Settings.Model, tts.DefaultModel)
	r.Editor.Set(r.Work.Doc().Text)
}

// Edit gives a letter, a paste, or a key that edits text to the editor.
func (r *Script) Edit(msg tea.Msg) tea.Cmd {
	cmd := r.Editor.Update(msg)
	r.keep(rooms.Say.Deeds.Typing)
	return cmd
}

// keep makes what the editor has the document's words.
func (r *Script) keep(what string) {
	doc := r.Doc()
	doc.Text = r.Editor.Words
	r.Change(doc, what)
}

// NewLine breaks the line at the caret.
func (r *Script) NewLine() {
	r.Editor.Insert("\n")
	r.keep(rooms.Say.Deeds.Typing)
}

// Shown is a text on one line as the script draws it.
func Shown(text string) string { return edit.Shown(strings.Join(strings.Fields(text), " ")) }

// APause is the pause that one begins with: of a breath.
const APause = "<#0.5#>"

// Insert puts a marker at the caret.
func (r *Script) Insert(marker string) tea.Cmd {
	r.OpenTab(rooms.ScriptTab)
	r.Editor.Insert(marker)
	r.keep(rooms.Say.Deeds.Inserting(marker))
	return nil
}

// Click puts the caret at a cell of the screen; a double click selects the word
// there, or asks how long the pause there is.
func (r *Script) Click(x, y int, double bool) tea.Cmd {
	if !double {
		r.Point(x, y, false)
		return nil
	}
	r.Editor.SelectWord()
	if r.NoPause() == "" {
		return r.AskPause()
	}
	return nil
}

// Point puts the caret at a cell of the screen, selecting up to there.
func (r *Script) Point(x, y int, selecting bool) {
	inner := r.Layout.Panels[rooms.ScriptPanel].Inner()
	r.Editor.Point(x-inner.X, y-inner.Y, selecting)
}

// OnFoot reports whether a line of the screen is the one that says what is wrong.
func (r *Script) OnFoot(y int) bool {
	at := r.Layout.Panels[rooms.ScriptPanel]
	return y == at.Y+at.H-1 && len(r.Editor.Findings()) > 0
}

// Draw draws the script with its border.
func (r *Script) Draw(at rooms.Rect) string {
	badge := ""
	if n := utf8.RuneCountInString(r.Doc().Text); n > 0 {
		badge = fmt.Sprintf("%d / %d", n, tts.MaxText-1)
	}
	focused := r.Focus == rooms.ScriptPanel && r.Top() == nil
	frame := r.Tabbed(r.Theme.Frame("", "", focused, at.W, at.H, r.Editor.Draw(r.Theme)), badge, focused, at.W)
	frame = r.Theme.Foot(frame, r.foot(at.W-6), r.Theme.Warning, focused, at.W)
	r.lines.Show(r.Editor.Sight())
	return r.Theme.Barred(frame, &r.lines, 1, focused, at.W)
}

// Area is where the script stands.
func (r *Script) Area() rooms.Rect { return r.Layout.Panels[rooms.ScriptPanel] }

// OnBar implements dialog.Scroller.
func (r *Script) OnBar(x, y int) bool { return r.Tab == rooms.ScriptTab && r.lines.OnBar(x, y) }

// Drag implements dialog.Scroller; the caret goes along.
func (r *Script) Drag(y int) {
	r.lines.Drag(y)
	top, _ := r.lines.Sight()
	r.Editor.Show(top, r.lines.Cursor())
}

// foot says what is wrong in the script, and where: what hosts refuse first, with
// the cure where there is room for it.
func (r *Script) foot(w int) string {
	all := r.Editor.Findings()
	if len(all) == 0 {
		return ""
	}
	f := all[0]
	for _, other := range all {
		if other.Effect == tts.Refused {
			f = other
			break
		}
	}
	line := r.Editor.Line(f.From)
	if f.Code == tts.TextTooLong {
		said := Say.Editor.tooMany(utf8.RuneCountInString(r.Editor.Words[f.From:]))
		return paint.Phrases([]paint.Phrase{{Full: Say.Editor.found(line, said.Full, len(all)-1), Short: Say.Editor.found(line, said.Short, len(all)-1)}}, "", w)
	}
	if whole := Say.Editor.found(line, Say.Editor.cured(f.Message, f.Cure), len(all)-1); f.Cure != "" && paint.Width(whole) <= w {
		return whole
	}
	return Say.Editor.found(line, r.brief(f), len(all)-1)
}

// brief is a finding in a few words.
func (r *Script) brief(f tts.Finding) string {
	switch said, known := Say.Editor.brief[f.Code]; {
	case f.Meant != "":
		return Say.Editor.write(r.Editor.Words[f.From:f.To], f.Meant)
	case known:
		return said
	}
	return f.Message
}

// NoFinding says why there is nowhere to go.
func (r *Script) NoFinding() string {
	if len(r.Editor.Findings()) == 0 {
		return Say.Editor.allRight
	}
	return ""
}

// NextFinding selects what is wrong next after the caret, and says why.
func (r *Script) NextFinding() tea.Cmd {
	next := r.Editor.Findings()[0]
	for _, f := range r.Editor.Findings() {
		if f.From >= r.Editor.Caret() {
			next = f
			break
		}
	}
	r.OpenTab(rooms.ScriptTab)
	r.Editor.Go(next.From, next.To)
	said := next.Error().Error()
	if next.Meant != "" {
		said = Say.Editor.mends(said)
	}
	return r.Say(rooms.Caution, said)
}

// mendable is what is wrong at the caret, or else first, of which is known what
// was meant.
func (r *Script) mendable() (found tts.Finding, there bool) {
	caret := r.Editor.Caret()
	for _, f := range r.Editor.Findings() {
		if f.Meant != "" && (!there || f.From <= caret && caret <= f.To) {
			found, there = f, true
		}
	}
	return found, there
}

// atCaret is what is wrong at the caret, or else first.
func (r *Script) atCaret() tts.Finding {
	caret := r.Editor.Caret()
	for _, f := range r.Editor.Findings() {
		if f.From <= caret && caret <= f.To {
			return f
		}
	}
	return r.Editor.Findings()[0]
}

// NotMendable says why nothing can be written as it was meant, and what to do
// instead.
func (r *Script) NotMendable() string {
	if why := r.NoFinding(); why != "" {
		return why
	}
	if _, there := r.mendable(); !there {
		return Say.Editor.notMendable(r.atCaret().Error().Error())
	}
	return ""
}

// Mend writes a mark as it was probably meant.
func (r *Script) Mend() tea.Cmd {
	f, _ := r.mendable()
	was := r.Editor.Words[f.From:f.To]
	r.Editor.Go(f.From, f.To)
	r.Editor.Insert(f.Meant)
	r.keep(rooms.Say.Deeds.Mending(was))
	return r.Say(rooms.Note, Say.Editor.mended(was, f.Meant))
}

// NoPause says why no pause can be changed.
func (r *Script) NoPause() string {
	if _, there := r.Editor.Pause(); !there {
		return Say.Editor.noPause
	}
	return ""
}

// NoPlace says why no pause can begin at the caret: every host refuses one before the
// first word.
func (r *Script) NoPlace() string {
	if r.NoPause() != "" && strings.TrimSpace(r.Editor.Words[:r.Editor.Caret()]) == "" {
		return Say.Editor.noPlace
	}
	return ""
}

// StretchPause makes the pause beside the caret longer by steps of 0.1 s.
func (r *Script) StretchPause(steps int) tea.Cmd {
	r.Editor.StretchPause(steps)
	r.keep(rooms.Say.Deeds.Pause)
	return nil
}

// LengthenPause makes the pause beside the caret longer; where there is none, one
// begins: whoever wants silence there need not know how a pause is written.
func (r *Script) LengthenPause() tea.Cmd {
	if r.NoPause() != "" {
		return r.Insert(APause)
	}
	return r.StretchPause(1)
}

// AskPause asks for the length of the pause beside the caret.
func (r *Script) AskPause() tea.Cmd {
	seconds, _ := r.Editor.Pause()
	r.Push(dialog.NewPrompt(Say.Editor.pause, Say.Editor.pauseHint, seconds, func(line string) dialog.Action {
		return dialog.SetPause{Seconds: line}
	}), rooms.InPrompt)
	return nil
}

// SetPause gives the pause beside the caret the length that was typed. What is
// no length of a pause stays to be corrected.
func (r *Script) SetPause(typed string) tea.Cmd {
	typed = strings.TrimSuffix(strings.TrimSpace(typed), "s")
	marker := "<#" + strings.ReplaceAll(strings.TrimSpace(typed), ",", ".") + "#>"
	proof := tts.Proofread("a"+marker+"b", r.Editor.Model)
	if len(proof.Marks) != 1 || proof.Marks[0].Kind != tts.PauseMark {
		r.Top().(dialog.Asker).Refuse(tts.Wrong("", tts.Said{What: Say.Editor.noLength}))
		return nil
	}
	r.Pop()
	seconds, _ := strconv.ParseFloat(proof.Marks[0].Meant, 64)
	r.Editor.SetPause(seconds)
	r.keep(rooms.Say.Deeds.Pause)
	return nil
}
