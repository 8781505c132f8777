package studio

import (
	"voicestudio/tts"
)

func (r *formsRoom) draw(p panel) string {
	f, at := r.forms[p], r.layout.panels[p]
	focused := r.focus == p && r.top() == nil
	typed, open := "", r.typing()
	if open != nil && open.panel == p {
		typed = open.text + "|"
	} else {
		open = nil
	}
	key := formKey{r.work.Revision(), r.session.Host(), at, r.layout.room, focused, f.Cursor(), typed, r.theme.Dark}
	return f.drawn.Get(key, func() string {
		v := view{doc: r.doc(), saved: r.work.Opened().Saved, heard: r.work.Heard(), focused: focused, room: r.layout.room, typed: open, blocked: r.blocked, theme: r.theme}
		return r.theme.Frame(say.panels[p], r.badge(p), focused, at.w, at.h, f.draw(r.controls(p), v, at.inner().w, at.inner().h))
	})
}

// formKey is everything that a form's drawing depends on.
type formKey struct {
	revision uint64
	host     tts.HostName
	at       rect
	room     density
	focused  bool
	cursor   int
	typed    string
	dark     bool
}

func (r *formsRoom) badge(p panel) string {
	if p == blendPanel && len(r.doc().Voices) > 1 {
		return say.form.speakers(len(r.doc().Voices))
	}
	return ""
}
