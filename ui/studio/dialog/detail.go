package dialog

import (
	"path/filepath"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// differs keeps what opening a preset would change, since comparing is too
// costly to do twenty times a second.
type differs struct {
	entry     *presets.Entry
	revision  uint64
	sentences []string
	settings  []string // those of the preset, beside voice and model
}

func (d *differs) get(e *presets.Entry, now *document.Work) []string {
	if d.entry != e || d.revision != now.Revision() {
		r := now.Doc().Request()
		var bare tts.Request
		bare.Model = e.Request.Model
		bare.SetVoices(e.Request.Voices())
		*d = differs{e, now.Revision(), presets.Sentences(presets.DiffRequests(r, presets.Apply(r, e.Request))), presets.Sentences(presets.DiffRequests(bare, e.Request))}
	}
	return d.sentences
}

// detail tells of the row under the cursor in at most h lines of w cells:
// above all, what opening it would change.
func (b *Browser) detail(t paint.Theme, w, h int) []string {
	e := b.Current()
	if e == nil {
		if broken := b.Broken(); broken != nil {
			return brokenDetail(t, *broken, w, h)
		}
		return nil
	}
	b.differs.get(e, b.now.Work)
	name := t.Strong.Render(tts.Clean(e.Name))
	if tags := TagLine(e.Tags); tags != "" {
		name += "  " + t.Dim.Render(tags)
	}
	head := []string{paint.Sides(name, " "+t.Dim.Render(tts.Clean(e.Request.Model)), w)}
	if h >= 20 {
		return b.card(t, e, w, h)
	}
	if h < 8 { // there is room for what counts
		head = append(head, b.difference(t, e, w, max(2, h-2))...)
		head = append(head, b.origin(t, e, w, 1)...)
		return head[:min(len(head), h)]
	}
	head = append(head, paint.Wrapped(tts.Clean(presets.VoicesInWords(e.Request.Voices())), w, max(1, h/8), t.Text.Render)...)
	if h >= 16 {
		head = append(head, paint.Wrapped(tts.Clean(strings.Join(b.differs.settings, " · ")), w, h/8, t.Text.Render)...)
	}
	head = append(head, paint.Wrapped(b.won(e), w, 1, t.Good.Render)...)
	head = append(head, b.soundedInShort(t, e, w, max(1, h/8))...)
	notes := paint.Wrapped(tts.Clean(e.Notes), w, max(1, h/4), t.Dim.Render)
	tail := b.origin(t, e, w, max(1, h/8))
	if h >= 12 {
		tail = append(tail, b.findings(t, e, w, h/5)...)
	}
	if h >= 16 {
		if e.SampleText != "" {
			notes = append(notes, paint.Wrapped(say.detail.sample(tts.Clean(edit.Shown(e.SampleText))), w, 2, t.Dim.Render)...)
		}
		if len(notes) > 0 {
			notes = append([]string{""}, notes...)
		}
		head, tail = append(head, ""), append([]string{""}, tail...)
	}
	room := max(2, h-len(head)-len(notes)-len(tail))
	lines := append(head, b.difference(t, e, w, room)...)
	lines = append(append(lines, notes...), tail...)
	return lines[:min(len(lines), h)]
}

// difference says in at most h lines what opening would change.
func (b *Browser) difference(t paint.Theme, e *presets.Entry, w, h int) []string {
	sentences := b.differs.get(e, b.now.Work)
	if len(sentences) == 0 {
		return []string{t.Good.Render(say.detail.same)}
	}
	lines := []string{t.Accent.Render(say.detail.changes(len(sentences)))}
	for _, most := range []int{4, 1} { // lines of each
		for _, s := range sentences {
			for i, line := range paint.Wrapped(tts.Clean(s), w-4, most, t.Text.Render) {
				lines = append(lines, paint.Repeat("  ", 1+min(i, 1))+line)
			}
		}
		if len(lines) <= h {
			return lines
		}
		lines = lines[:1]
	}
	return paint.Wrapped(tts.Clean(say.detail.changesAll(len(sentences), sentences)), w, h, t.Text.Render)
}

// origin says where a preset lives, who changed it last, and whether that is
// committed, each in at most h lines.
func (b *Browser) origin(t paint.Theme, e *presets.Entry, w, h int) []string {
	if e.Starter {
		return paint.Wrapped(say.detail.starter, w, h, t.Dim.Render)
	}
	who, saved, edited := b.who(e)
	switch {
	case who == "":
		who = saved
	case saved != "":
		who = tts.Further(saved, who)
	}
	if said := say.detail.heardOn(heardOn(e)); len(e.HeardOn) > 0 && who != "" {
		who = tts.Further(who, said)
	} else if len(e.HeardOn) > 0 {
		who = said
	}
	lines := paint.Wrapped(tts.Clean(who), w, h, t.Dim.Render)
	for _, line := range paint.Wrapped(tts.Clean(edited), w-2, h, t.Dim.Render) {
		lines = append(lines, "  "+line)
	}
	return append(lines, paint.Wrapped(tts.Clean(where(e, Homely(e.File))), w, h, t.Dim.Render)...)
}

func brokenDetail(t paint.Theme, broken presets.Broken, w, h int) []string {
	lines := []string{t.Failure.Render(paint.Fit(tts.Clean(filepath.Base(broken.File)), w))}
	reason := tts.Clean(broken.Reason)
	if broken.Line > 0 {
		reason = say.detail.line(broken.Line, reason)
	}
	lines = append(lines, paint.Wrapped(reason, w, max(1, h-4), t.Text.Render)...)
	lines = append(lines, paint.Wrapped(Homely(broken.File), w, 2, t.Dim.Render)...)
	lines = append(lines, t.Dim.Render(paint.Fit(say.detail.correctOrLeave, w)))
	return lines[:min(len(lines), h)]
}
