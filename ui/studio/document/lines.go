package document

import (
	"time"

	"voicestudio/presets/script"
	"voicestudio/tts"
)

// Lines is the script as lines. The text is what counts: lines follow whatever is
// done to it, and keep what is theirs.
func (w *Work) Lines() script.Script {
	if w.lines == nil {
		w.lines = new(script.New())
	}
	if w.lines.Text() != w.doc.Text {
		w.lines = new(w.lines.Follow(w.doc.Text))
	}
	return *w.lines
}

// ChangeLines replaces the lines, and with them the text.
func (w *Work) ChangeLines(s script.Script, what string, now time.Time) {
	w.ChangeAll(w.doc, s, what, now)
}

// ChangeAll replaces the lines and the settings of all of them.
func (w *Work) ChangeAll(doc Document, s script.Script, what string, now time.Time) {
	doc.Text = s.Text()
	if s.Equal(w.Lines()) && doc.Equal(w.doc) {
		return
	}
	w.do(state{doc, w.opened, &s, w.script}, what, false, now)
}

// Read shows another script, with the settings of all its lines, as one deed. id is
// that of its file; empty: it has none yet. Undo goes back to the file of before, too.
func (w *Work) Read(doc Document, s script.Script, id, what string, now time.Time) {
	doc.Text = s.Text()
	w.do(state{doc, w.opened, &s, id}, what, false, now)
}

// RestoreLines takes the lines of a file for those of the text, which may have
// changed since, without a deed.
func (w *Work) RestoreLines(s script.Script) {
	w.lines = &s
	w.changed(false)
}

// At is the document as one line has it, by its ID: its words, all lines' settings, and
// on them its own. Of no line it is that of all.
func (w *Work) At(line string) Document {
	i := -1
	if line != "" {
		i = w.Lines().Find(line)
	}
	if i < 0 {
		return w.doc
	}
	own, d := w.lines.Lines[i].Own, w.doc
	if d.Text = w.lines.Lines[i].Text; own.None() {
		return d
	}
	r := own.On(d.Request())
	if voices := r.Voices(); len(own.Set.Voices()) > 0 || len(voices) == 0 {
		d = d.Speaking(voices)
	}
	r.SetVoices(nil)
	d.Settings = r
	return d
}

// ChangeAt replaces the document of one line: what differs from all is its own from
// then on.
func (w *Work) ChangeAt(line string, doc Document, what string, now time.Time) {
	i := -1
	if line != "" {
		i = w.Lines().Find(line)
	}
	if i < 0 {
		w.Change(doc, what, now)
		return
	}
	all := w.doc
	all.Whole = doc.Whole
	s := w.lines.SetOwn(i, script.Between(all.Request(), doc.Request()))
	if s.Lines[i].Text != doc.Text {
		s, _ = s.Rewrite(i, doc.Text)
	}
	all.Text = s.Text()
	if all.Equal(w.doc) && s.Equal(*w.lines) {
		return
	}
	w.do(state{all, w.opened, &s, w.script}, what, false, now)
}

// Requested is what all lines ask for, without a text.
func (w *Work) Requested() tts.Request { return w.doc.Request() }

// Script is the id of the file of the lines; empty: there is none.
func (w *Work) Script() string { return w.script }

// KeptAs says which is the file of the lines.
func (w *Work) KeptAs(id string) {
	if id != w.script {
		w.script = id
		w.changed(true)
	}
}
