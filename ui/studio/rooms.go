package studio

import (
	"cmp"
	"context"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"

	tea "charm.land/bubbletea/v2"
)

// shared is what every room works with: the document, the host that speaks,
// what sounds, and the screen that they stand on. A room is a struct that holds
// it beside its own state; rooms do not know the root model.
type shared struct {
	ctx     context.Context // ends with the program
	session *session.Session
	own     []host.AccountVoice // what only this account has
	player  Player
	work    *document.Work
	now     func() time.Time

	theme  paint.Theme
	layout layout
	focus  panel
	before panel // had the focus before the script
	layers
	status
}

// doc is the document as it is now.
func (s *shared) doc() document.Document { return s.work.Doc() }

// change replaces the document, which can be undone.
func (s *shared) change(doc document.Document, what string) { s.work.Change(doc, what, s.now()) }

// request is what ctrl+r would send.
func (s *shared) request() tts.Request { return requestOf(s.doc()) }

// requestOf is what speaking a document sends; the placeholder stands for
// words that are not there.
func requestOf(doc document.Document) tts.Request {
	r := doc.Request()
	r.Text = cmp.Or(doc.Text, session.Placeholder)
	return r
}

// focusOn moves the keys to a panel.
func (s *shared) focusOn(p panel) {
	if s.focus != scriptPanel {
		s.before = s.focus
	}
	s.focus = p
}

// did remembers what was done to a file, so that it can be taken back.
func (s *shared) did(what string, undo, redo func(d *document.Deed) tea.Cmd) *document.Deed {
	var d *document.Deed
	d = s.work.Did(document.Deed{What: what, At: s.now(),
		Undo: func() tea.Cmd { return undo(d) },
		Redo: func() tea.Cmd { return redo(d) }})
	return d
}

// failed says why a deed could not be taken back or done again; it can be
// tried again.
func (s *shared) failed(d *document.Deed) func(error) tea.Cmd {
	return func(err error) tea.Cmd {
		s.work.Return(d)
		return s.fail(err)
	}
}
