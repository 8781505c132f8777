// Package rooms holds what stands on the studio's screen: the script, the forms
// of settings, what sounds, the takes, and behind them the presets, the hosts
// and the drafts. A room is a struct that shares the work with the others and has
// methods for what can be done in it; the root model calls them, and hands on
// the messages that their commands bring. Rooms do not know the root model.
package rooms

import (
	"cmp"
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// Shared is what every room works with: the document, the host that speaks,
// what sounds, and the screen that they stand on. A room is a struct that holds
// it beside its own state; rooms do not know the root model.
type Shared struct {
	Ctx     context.Context // ends with the program
	Session *session.Session
	Own     []host.AccountVoice // what only this account has
	Player  Player
	Work    *document.Work
	Now     func() time.Time

	Theme  paint.Theme
	Layout Layout
	Spot
	Before Panel // had the focus before the script
	left   Panel // had it before another stage came
	Tab    Tab   // in the place of the script
	tabs   bool  // the titles of all tabs are in sight

	// OnLine is the line that settings are changed of, by its ID; empty: all of them.
	OnLine string

	// Audition is the name of the one that is on the bench; empty: none is.
	Audition string
	// OnLadder and OnPad are the ladder and the pad that were open last, as they are
	// kept; empty: none were.
	OnLadder, OnPad string

	LastError failure // that was shown
	errands   []*errand
	Layers
	Status
}

// Doc is the document as it is now, or as the one line has it whose settings are
// changed.
func (s *Shared) Doc() document.Document { return s.Work.At(s.OnLine) }

// Change replaces the document, which can be undone.
func (s *Shared) Change(doc document.Document, what string) {
	s.Work.ChangeAt(s.OnLine, doc, what, s.Now())
}

// Request is what ctrl+r would send.
func (s *Shared) Request() tts.Request { return RequestOf(s.Doc()) }

// RequestOf is what speaking a document sends; the placeholder stands for
// words that are not there.
func RequestOf(doc document.Document) tts.Request {
	r := doc.Request()
	r.Text = cmp.Or(doc.Text, session.Placeholder())
	return r
}

// Warm has the host near when it is asked next, where that is due.
func (s *Shared) Warm(on host.Occasion) tea.Cmd {
	warm := s.Session.Warm(s.Doc().Settings.Model, on)
	if warm == nil {
		return nil
	}
	return func() tea.Msg {
		warm(s.Ctx)
		return nil
	}
}

// FocusOn moves the keys to a panel, and to its stage where it is not on this
// one.
func (s *Shared) FocusOn(p Panel) {
	onMain := s.Stage == MainStage
	if s.Focus != ScriptPanel && onMain {
		s.Before = s.Focus
	}
	if !slices.Contains(Visits(s.Spot, s.Layout.W, s.Layout.H), p) {
		if s.Stage = StageOf(p); onMain {
			s.left = s.Focus
		}
	}
	if s.Stage != LinesStage {
		s.OnLine, s.Forms = "", false
	}
	s.Focus = p
	switch {
	case slices.Contains(FormPanels, p):
		s.Form = p
	case StageOf(p) != MainStage:
		s.Lead = p
		if p == DuelsPanel || p == ListenersPanel {
			s.Side = p
		}
	case s.Stage == MainStage && p != ScriptPanel:
		s.Tab = ScriptTab // which leaves room for Sound and Takes
	}
}

// Refocus moves the keys to the room that leads, where the one that had them is
// not on this stage any more: the window has become narrow.
func (s *Shared) Refocus() {
	if s.Layout.W > 0 && !slices.Contains(Visits(s.Spot, s.Layout.W, s.Layout.H), s.Focus) {
		s.Focus = s.Lead
	}
}

// LeaveStage goes back to what had the keys before the stage came; false on the
// main one.
func (s *Shared) LeaveStage() bool {
	if s.Stage == MainStage {
		return false
	}
	s.Stage, s.OnLine, s.Forms = MainStage, "", false
	s.Focus = s.left
	s.FocusOn(s.left)
	return true
}

// Did remembers what was done to a file, so that it can be taken back.
func (s *Shared) Did(what string, undo, redo func(d *document.Deed) tea.Cmd) *document.Deed {
	var d *document.Deed
	d = s.Work.Did(document.Deed{What: what, At: s.Now(),
		Undo: func() tea.Cmd { return undo(d) },
		Redo: func() tea.Cmd { return redo(d) }})
	return d
}

// Failed says why a deed could not be taken back or done again; it can be
// tried again.
func (s *Shared) Failed(d *document.Deed) func(error) tea.Cmd {
	return func(err error) tea.Cmd {
		s.Work.Return(d)
		return s.Fail(err)
	}
}
