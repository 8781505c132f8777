package studio

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"voicestudio/ui/studio/dialog"
)

// layers are the dialogs over the rooms; the last one has the keys.
type layers struct{ list []layer }

// layer is a dialog, and where its own commands work.
type layer struct {
	dialog.Dialog
	scope scope
}

// top is the dialog that has the keys, or nil.
func (l *layers) top() dialog.Dialog {
	if len(l.list) == 0 {
		return nil
	}
	return l.list[len(l.list)-1].Dialog
}

// scope is that of the dialog that has the keys; anywhere where there is none.
func (l *layers) scope() scope {
	if len(l.list) == 0 {
		return anywhere
	}
	return l.list[len(l.list)-1].scope
}

func (l *layers) push(d dialog.Dialog, s scope) { l.list = append(l.list, layer{d, s}) }

func (l *layers) pop() { l.list = l.list[:len(l.list)-1] }

// shut closes a dialog if it is still on top.
func (l *layers) shut(d dialog.Dialog) {
	if d != nil && l.top() == d {
		l.pop()
	}
}

// browser is the list of presets if it is open, perhaps under a question.
func (l *layers) browser() *dialog.Browser {
	for _, layer := range l.list {
		if b, is := layer.Dialog.(*dialog.Browser); is {
			return b
		}
	}
	return nil
}

// place centres the top dialog on the screen.
func (s *shared) place() (box string, at rect, caret *tea.Cursor) {
	box, caret = s.top().Draw(s.theme, s.layout.w, s.layout.h)
	w, h := lipgloss.Size(box)
	at = rect{max(0, (s.layout.w-w)/2), max(0, (s.layout.h-h)/2), w, h}
	if caret != nil {
		caret.Position.X += at.x
		caret.Position.Y += at.y
	}
	return box, at, caret
}
