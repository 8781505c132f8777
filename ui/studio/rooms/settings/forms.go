// Package settings is the rooms of settings, Voice to Pronunciation, and the list
// of voices: what keys and the mouse do to a control.
package settings

import (
	"fmt"
	"slices"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
	"voicestudio/ui/studio/rooms/library"
	"voicestudio/ui/studio/rooms/listen"
)

// Forms is the settings as rows of controls: Voice, Blend,
// Effects, Output, Pronunciation.
type Forms struct {
	*rooms.Shared
	Takes *listen.TakeList // whose voices can be chosen, too
	Sound *listen.Sound    // which speaks a voice before it is chosen
	Forms [rooms.PanelCount]*form.Form
	// Presets are where a voice is used.
	Presets    *library.Presets
	voicesSeen voicesState // of the open list of voices
	favourites favourites
	entry      *form.Entry
	held       held
	atOnce     atOnce
	hearing    hearing
}

// blocked says why a choice's option cannot be had at this host and model; that
// it is left to the host always can.
func (r *Forms) blocked(c form.Control, option int) *tts.Problem {
	switch {
	case c.Field.Path == form.StreamField().Path:
		return r.unanswered(option == 0)
	case option == 0:
		return nil
	}
	return r.obstacle(c.Field.Path, c.Value(r.Doc(), option))
}

// obstacle says why a field cannot have a value.
func (r *Forms) obstacle(path string, value any) *tts.Problem {
	return tts.Obstacle(r.wordless(), r.Session.Target(!r.Doc().Whole), path, value)
}

// unanswered says why the host would not answer as a stream, or else as a whole;
// nil where it would, or would neither way.
func (r *Forms) unanswered(stream bool) *tts.Problem {
	of := r.wordless()
	otherwise := tts.Check(of, r.Session.Target(!stream))
	for _, p := range tts.Check(of, r.Session.Target(stream)) {
		if p.Effect == tts.Refused && !slices.ContainsFunc(otherwise, func(o tts.Problem) bool { return o.Code == p.Code }) {
			return &p
		}
	}
	return nil
}

// why says why an option cannot be had, and where a whole answer would have it,
// that.
func (r *Forms) why(c form.Control, option int) string {
	said := r.blocked(c, option).Message
	if c.Field.Path != form.StreamField().Path && !r.Doc().Whole && tts.Obstacle(r.wordless(), r.Session.Target(false), c.Field.Path, c.Value(r.Doc(), option)) == nil {
		return form.Say.WholeFirst(said)
	}
	return said
}

// wordless is what ctrl+r would send, with short words: those of the script,
// which may be long, have no part in what a setting may be.
func (r *Forms) wordless() tts.Request {
	of := r.Request()
	of.Text = session.Placeholder()
	return of
}

// Controls are the rows of a form.
func (r *Forms) Controls(p rooms.Panel) []form.Control {
	switch p {
	case rooms.VoicePanel:
		return form.VoiceControls()
	case rooms.BlendPanel:
		return form.BlendControls(r.Doc())
	case rooms.EffectsPanel:
		return form.EffectsControls()
	case rooms.PronunciationPanel:
		return PronunciationControls(r.Doc())
	case rooms.OutputPanel:
		return form.OutputControls(r.Doc())
	default:
		return nil
	}
}

// Form is the form that has the focus, or nil.
func (r *Forms) Form() *form.Form { return r.Forms[r.Focus] }

// control is the row under the cursor of the form that has the focus.
func (r *Forms) control() (form.Control, bool) {
	f, rows := r.Form(), r.Controls(r.Focus)
	if f == nil || f.Cursor() >= len(rows) {
		return form.Control{}, false
	}
	return rows[f.Cursor()], true
}

// Wants is how many lines each form would like to have, with so much room for
// its choices.
func (r *Forms) Wants(room rooms.Density) (lines rooms.Wanted) {
	for p, f := range r.Forms {
		if f != nil {
			controls := r.Controls(rooms.Panel(p))
			f.Count(len(controls))
			lines[p] = form.Rows(controls, r.Doc(), rooms.FormWidth(r.Layout.W)-4, room)
		}
	}
	return lines
}

// Draw draws a form with its border.
func (r *Forms) Draw(p rooms.Panel) string {
	f, at := r.Forms[p], r.Layout.Panels[p]
	focused := r.Focus == p && r.Top() == nil
	typed, open := "", r.Typing()
	if open != nil && open.Panel == p {
		typed = open.Text + "|"
	} else {
		open = nil
	}
	key := formKey{r.Work.Settings(), r.OnLine, r.Session.Host(), at, r.Layout.Rooms[p], focused, f.Cursor(), typed, r.Theme.Look, r.HearsAtOnce()}
	return f.Drawn.Get(key, func() string {
		if at.Folded() {
			return r.Theme.Folded(rooms.Say.Panels[p], r.summary(p), at.W)
		}
		v := form.View{Doc: r.Doc(), Saved: r.Work.Opened().Saved, Heard: r.Work.Heard(), Focused: focused, Room: r.Layout.Rooms[p], Typed: open, Blocked: r.blocked, Obstacle: r.obstacle, Theme: r.Theme}
		lines := f.Draw(r.Controls(p), v, at.Inner().W, at.Inner().H)
		return r.Theme.Barred(r.Theme.Frame(rooms.Say.Panels[p], r.badge(p), focused, at.W, at.H, lines), &f.List, 1, focused, at.W)
	})
}

// formKey is everything that a form's drawing depends on.
type formKey struct {
	settings uint64
	line     string
	host     tts.HostName
	at       rooms.Rect
	room     rooms.Density
	focused  bool
	cursor   int
	typed    string
	look     paint.Look
	atOnce   bool
}

// badge is what the title of a form says at its end: rows out of sight are not
// without a sign.
func (r *Forms) badge(p rooms.Panel) string {
	switch {
	case r.OnLine != "":
		return form.Say.OnlyLine(1 + r.Work.Lines().Find(r.OnLine))
	case r.Forms[p].Cut:
		return form.Say.Rows(r.Forms[p].Cursor()+1, len(r.Controls(p)))
	case p == rooms.VoicePanel && r.HearsAtOnce():
		return form.Say.AtOnce
	case p == rooms.PronunciationPanel && len(r.Doc().Settings.PronunciationDict.Tone) > 0:
		return fmt.Sprint(len(r.Doc().Settings.PronunciationDict.Tone))
	case p == rooms.BlendPanel && len(r.Doc().Voices) > 1:
		return form.Sounds(r.Doc())
	}
	return ""
}
