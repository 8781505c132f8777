package rooms

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/paint"
)

// Layers are the dialogs over the rooms; the last one has the keys.
type Layers struct{ List []Layer }

// Layer is a dialog, and where its own commands work.
type Layer struct {
	dialog.Dialog
	scope Scope
}

// Top is the dialog that has the keys, or nil.
func (l *Layers) Top() dialog.Dialog {
	if len(l.List) == 0 {
		return nil
	}
	return l.List[len(l.List)-1].Dialog
}

// Scope is that of the dialog that has the keys; anywhere where there is none.
func (l *Layers) Scope() Scope {
	if len(l.List) == 0 {
		return Anywhere
	}
	return l.List[len(l.List)-1].scope
}

// Push opens a dialog whose own commands work in a scope.
func (l *Layers) Push(d dialog.Dialog, s Scope) { l.List = append(l.List, Layer{d, s}) }

// Pop closes the dialog that has the keys.
func (l *Layers) Pop() { l.List = l.List[:len(l.List)-1] }

// Shut closes a dialog if it is still on top.
func (l *Layers) Shut(d dialog.Dialog) {
	if d != nil && l.Top() == d {
		l.Pop()
	}
}

// Browser is the list of presets if it is open, perhaps under a question.
func (l *Layers) Browser() *dialog.Browser {
	for _, layer := range l.List {
		if b, is := layer.Dialog.(*dialog.Browser); is {
			return b
		}
	}
	return nil
}

// Place centres a dialog on the screen.
func (s *Shared) Place(d dialog.Dialog) (box string, at Rect, caret *tea.Cursor) {
	theme := s.Theme
	if d != s.Top() {
		theme = theme.Behind()
	}
	box, caret = d.Draw(theme, s.Layout.W, s.Layout.H)
	w, h := lipgloss.Size(box)
	at = Rect{max(0, (s.Layout.W-w)/2), max(0, (s.Layout.H-h)/2), w, h}
	if caret != nil {
		caret.Position.X += at.X
		caret.Position.Y += at.Y
	}
	return box, at, caret
}

// OnEsc reports whether the box of the top dialog says at a column of its upper
// border what esc does.
func (s *Shared) OnEsc(x int) bool {
	box, _ := s.Top().Draw(s.Theme, s.Layout.W, s.Layout.H)
	line, _, _ := strings.Cut(ansi.Strip(box), "\n")
	at := strings.LastIndex(line, " esc")
	return at >= 0 && x > paint.Width(line[:at]) && x < paint.Width(line)-3
}

// Scope is where a command's keys work.
type Scope int

const (
	Anywhere    Scope = iota // also while typing
	InText                   // where letters are text
	OutsideText              // where letters are commands
	OnLines                  // in every room beside the lines
	InForm                   // the rooms of settings
	InBlend
	InPronunciation
	InSound
	InTakes
	InBench
	InDuels
	InListeners
	InLadder
	InPad
	InTune
	InAxes
	InLines
	InSpoken // the words of a line, walked through
	InLineTakes
	InLineSettings
	InWhole
	InQueue
	InScript
	InValue     // a value that is being typed into a slider
	InDialog    // what enter answers
	InList      // any list with a cursor
	InVoices    // the list of voices
	InPresets   // the list of presets
	InSaving    // the name of a preset that is being saved
	InGroups    // which parts of a preset to apply
	InClash     // what to do with what somebody else changed
	InPrompt    // a question of one line
	InNotes     // a text of several lines
	InSentences // the list of test sentences
	InFile      // the path of a file
	InRequest   // the tab beside the script
	InExport    // how a take becomes a file
	InReport    // what was found or done, or would be
	InMessages  // the list of what went wrong
	InWords     // the list of words that presets know
	InRighting  // a word that is put right in all lines
	InJump      // the letter after g
	ScopeCount
)
