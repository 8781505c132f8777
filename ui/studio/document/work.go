package document

import (
	"cmp"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/presets/script"
	"voicestudio/tts"
)

// Opened is the preset that is open.
type Opened struct {
	Name  string        // empty: none is open
	Saved Document      // as the preset has it
	Entry presets.Entry // as it was read or written last; a starter has no file
}

// state is what a deed can bring back.
type state struct {
	doc    Document
	opened Opened
	// lines are those of the text, or of one that was before it: see Lines.
	lines *script.Script
	// script is the id of the file of the lines; empty: there is none yet.
	script string
}

// Work is the document in work: as it is now, the preset that it came from,
// what of it was heard, and how it came to be so. Every change of what can be
// read here has a new Revision.
type Work struct {
	History
	state
	heard    Document
	marks    [2]string
	revision uint64
	settings uint64
}

// Begin is a work that starts with a document, which is what was heard, too,
// until something is.
func Begin(doc Document) *Work {
	return &Work{state: state{doc: doc, opened: Opened{Saved: doc}}, heard: doc}
}

// Doc is the document as it is now.
func (w *Work) Doc() Document { return w.doc }

// Opened is the preset that is open.
func (w *Work) Opened() Opened { return w.opened }

// Heard is what the take that sounds was made of.
func (w *Work) Heard() Document { return w.heard }

// Revision changes with everything that a drawing of the work can depend on.
func (w *Work) Revision() uint64 { return w.revision }

// Settings changes with everything but the words: what is drawn of the settings
// need not be drawn anew for a letter.
func (w *Work) Settings() uint64 { return w.settings }

// changed says that something changed, and whether it was only the words.
func (w *Work) changed(wordsOnly bool) {
	if w.revision++; !wordsOnly {
		w.settings++
	}
}

// Dirty reports whether settings or voices differ from the open preset's. The
// script is not part of a preset.
func (w *Work) Dirty() bool {
	return w.opened.Name != "" && (!w.doc.Settings.Equal(w.opened.Saved.Settings) || !w.doc.SameSound(w.opened.Saved))
}

// Hear says what the take that sounds was made of.
func (w *Work) Hear(doc Document) {
	if !doc.Equal(w.heard) {
		w.heard = doc
		w.changed(false)
	}
}

// Marks are the ids of the takes A and B; empty where there is none.
func (w *Work) Marks() (a, b string) { return w.marks[0], w.marks[1] }

// Mark says which takes are A and B.
func (w *Work) Mark(a, b string) {
	if marks := [2]string{a, b}; marks != w.marks {
		w.marks = marks
		w.changed(true)
	}
}

// Change replaces the document. Changes of the same thing in quick succession
// are one deed.
func (w *Work) Change(doc Document, what string, now time.Time) {
	w.do(state{doc, w.opened, w.lines, w.script}, what, false, now)
}

// Open shows a preset; undo goes back to what was open before. The script
// stays, unless it is empty.
func (w *Work) Open(e presets.Entry, now time.Time) {
	doc := w.Preview(e.Preset)
	next := state{doc, Opened{e.Name, doc, e}, w.lines, w.script}
	if doc.Equal(w.doc) {
		w.state = next
		w.changed(false)
		return
	}
	w.do(next, say.opening(e.Name), true, now)
}

// Preview is the document that opening a preset shows: the same on every
// machine, whatever was open before.
func (w *Work) Preview(p presets.Preset) Document {
	doc := Of(p.Request, w.doc.Text)
	doc.Settings.Model = cmp.Or(doc.Settings.Model, tts.DefaultModel)
	if doc.Text == "" {
		doc.Text = tts.Plain(p.SampleText)
	}
	return doc
}

// Apart has the next change be a deed of its own, however soon it comes: who types
// lines does not hold a key down.
func (w *Work) Apart() { w.change = nil }

// do makes a change a deed, or a part of the one that goes on.
func (w *Work) do(next state, what string, opens bool, now time.Time) {
	if next.doc.Equal(w.doc) && next.lines == w.lines {
		return
	}
	c := w.change
	if c == nil || c.deed.What != what || now.Sub(c.deed.At) > together {
		c = &change{other: w.state, opens: opens}
		turn := func() tea.Cmd { w.turn(c); return nil }
		c.deed = w.Did(Deed{What: what, Undo: turn, Redo: turn})
		w.change = c
	}
	c.deed.At = now
	c.reads = c.reads || next.script != w.script
	wordsOnly := !opens && next.doc.sameSettings(w.doc) && next.lines == w.lines
	w.state = next
	w.changed(wordsOnly)
}

// turn goes back or on over a change. The preset that is open changes with it
// only where the change was to open one: saving is no deed.
func (w *Work) turn(c *change) {
	was := w.state
	w.doc, w.lines = c.other.doc, c.other.lines
	if c.reads {
		w.script = c.other.script
	}
	if c.opens {
		w.opened = c.other.opened
	}
	c.other = was
	w.changed(!c.opens && was.doc.sameSettings(w.doc) && was.lines == w.lines)
}

// Saved says that a document was stored as a preset, which is open now.
func (w *Work) Saved(e presets.Entry, doc Document) { w.become(Opened{e.Name, doc, e}) }

// Close lets go of the preset that is open; the settings stay.
func (w *Work) Close() { w.become(Opened{}) }

// Rebase makes what somebody else has stored the open preset, and a document
// the work; undo goes back to both.
func (w *Work) Rebase(e presets.Entry, doc Document, now time.Time) {
	next := state{doc, Opened{e.Name, w.Preview(e.Preset), e}, w.lines, w.script}
	if doc.Equal(w.doc) {
		w.become(next.opened)
		return
	}
	w.do(next, say.opening(e.Name), true, now)
}

// Follow keeps the open preset in step with what was done to its file beside
// its settings.
func (w *Work) Follow(was, now presets.Entry) {
	if o := w.opened; o.Name != "" && o.Entry.File != "" && o.Entry.File == was.File {
		o.Name, o.Entry.File = now.Name, now.File
		o.Entry.Name, o.Entry.Tags, o.Entry.Notes = now.Name, now.Tags, now.Notes
		if len(presets.Diff(o.Entry.Preset, now.Preset)) == 0 {
			o.Entry = now // with what it sounded like, which is no difference
		}
		w.become(o)
	}
}

func (w *Work) become(o Opened) {
	w.opened = o
	w.changed(false)
}

// Preset is what saving writes: the settings of now, and of what was there its
// notes, its tags and what else it held. The script becomes the sample text
// only of a preset that has none: most saves are of settings. heard is where
// the take that sounds was made; nil where none does.
func (w *Work) Preset(was presets.Preset, name string, heard *presets.Heard) presets.Preset {
	p := was
	p.Name, p.Request = name, w.doc.Request()
	if p.SampleText == "" {
		p.SampleText = w.doc.Text
	}
	if len(presets.DiffRequests(was.Request, p.Request)) > 0 {
		p.HeardOn = nil // those were other settings
	}
	if heard != nil && w.heard.SameSound(w.doc) && !slices.Contains(p.HeardOn, *heard) {
		p.HeardOn = append(slices.Clip(p.HeardOn), *heard)
	}
	return p
}
