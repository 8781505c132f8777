package lines

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/studio/rooms"
)

// cure is what enter does about a line that is stuck or doubted; nothing: it goes there.
type cure struct {
	said string
	does func() tea.Cmd
}

// cureOf is what mends a line of the queue, as far as anybody knows.
func (r *Lines) cureOf(q queued) cure {
	if q.place < stuck {
		return cure{}
	}
	if tooLong(q.Line) {
		return cure{Say.dividesIt, func() tea.Cmd { return r.mend(q.ID, Say.deeds.divide, script.Script.Fit) }}
	}
	text, marks := mended(q.Text, r.modelOf(q.ID))
	if len(marks) == 0 {
		return cure{}
	}
	return cure{Say.writes(marks), func() tea.Cmd {
		return r.mend(q.ID, Say.deeds.rewrite, func(s script.Script, i int) (script.Script, bool) { return s.Rewrite(i, text) })
	}}
}

// modelOf is the one that a line is for.
func (r *Lines) modelOf(id string) string {
	if row := r.row(id); row != nil {
		return row.Ask.Request.Model
	}
	return r.Work.Requested().Model
}

// mended is a text with the marks that were probably meant in place of those that are
// written, and which these are.
func mended(text, model string) (now string, marks []string) {
	var b strings.Builder
	at := 0
	for _, f := range tts.Proofread(text, model).Findings {
		if f.Meant == "" || f.From < at {
			continue
		}
		b.WriteString(text[at:f.From] + f.Meant)
		at = f.To
		marks = append(marks, f.Meant)
	}
	return b.String() + text[at:], marks
}

// mend makes an edit of a line that is stuck, and goes to it.
func (r *Lines) mend(id, what string, edit func(s script.Script, i int) (script.Script, bool)) tea.Cmd {
	s := r.Work.Lines()
	i := s.Find(id)
	next, did := edit(s, i)
	if !did {
		return nil
	}
	r.Work.ChangeLines(next, what, r.Now())
	delete(r.make.failed, id)
	r.To(i)
	return r.Say(rooms.Note, Say.mendedLine(i+1))
}
