package lines

import (
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/measure"
	"voicestudio/presets/script"
	"voicestudio/tts/takes"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
)

// marks are what takes sound like, and what a listener would notice along the script.
type marks struct {
	known map[string]*measure.Measures // by take; nil: it cannot be measured
	runs  bool
	of    heardAt // that all is known of
	rev   int     // counts changes, for the memo
	lines map[string]string
	whole []string
}

// heardAt is what measures are wanted for.
type heardAt struct {
	rev  int
	line string
}

// measuredAtOnce is how many takes are measured before what is known is shown.
const measuredAtOnce = 16

// marksMsg brings what takes sound like, and once all are known the remarks.
type marksMsg struct {
	of      *Lines
	at      heardAt
	found   map[string]*measure.Measures
	rows    []narration.Row
	remarks []narration.Remark
	fresh   bool // the remarks are, too
	all     bool
}

// listen measures the takes in the whole, and those of the line under the cursor, while
// nothing is made.
func (r *Lines) listen() tea.Cmd {
	m, at := &r.marks, heardAt{r.drawn.rev, r.cursor}
	if m.runs || m.of == at || !r.looks.once || r.making() {
		return nil
	}
	fresh := m.of.rev != at.rev // else only the line is another one
	var rows []narration.Row
	var todo []takes.Take
	add := func(t takes.Take) {
		if _, known := m.known[t.ID]; !known && session.Playable(t.Request) {
			todo = append(todo, t)
		}
	}
	if fresh {
		rows = r.every()
	}
	for i := range rows {
		if t := rows[i].Take; t != nil {
			add(*t)
		}
	}
	if row := r.row(r.cursor); row != nil {
		for _, t := range row.Takes {
			add(t)
		}
	}
	if !fresh && len(todo) == 0 {
		m.of = at
		return nil
	}
	msg := marksMsg{of: r, at: at, rows: rows, fresh: fresh, found: map[string]*measure.Measures{}, all: len(todo) <= measuredAtOnce}
	m.runs = true
	ctx, folder, known := r.Ctx, r.Session.Takes(), maps.Clone(m.known)
	return func() tea.Msg {
		for _, t := range todo[:min(len(todo), measuredAtOnce)] {
			sounds, err := session.Measure(ctx, folder, t)
			if msg.found[t.ID] = &sounds; err != nil && sounds.AudioMS == 0 {
				msg.found[t.ID] = nil
			}
		}
		if maps.Copy(known, msg.found); msg.all && fresh {
			msg.remarks = narration.Remarks(rows, func(i int) (measure.Measures, bool) {
				if t := rows[i].Take; t != nil && known[t.ID] != nil {
					return *known[t.ID], true
				}
				return measure.Measures{}, false
			})
		}
		return msg
	}
}

// TakeIn shows them.
func (msg marksMsg) TakeIn() tea.Cmd {
	m := &msg.of.marks
	m.runs = false
	m.rev++
	maps.Copy(m.known, msg.found)
	if !msg.all {
		return nil
	}
	if m.of = msg.at; !msg.fresh {
		return nil
	}
	m.lines, m.whole = map[string]string{}, nil
	for _, remark := range msg.remarks {
		if remark.Whole {
			m.whole = append(m.whole, remark.Words)
		} else {
			m.lines[msg.rows[remark.Line].ID] = remark.Words
		}
	}
	return nil
}

// sound is what a take sounds like, as far as it is known.
func (m *marks) sound(t takes.Take) *measure.Measures { return m.known[t.ID] }

// every are all lines as they were looked at last, with their words as they are now;
// one that was not looked at yet is missing its take.
func (r *Lines) every() []narration.Row {
	lines := r.Work.Lines().Lines
	all := make([]narration.Row, len(lines))
	for i, l := range lines {
		if row := r.rows[l.ID]; row != nil {
			all[i] = *row
		}
		all[i].Line = l
	}
	return all
}

// aside is what is left of the silence beside speech where ends are trimmed, see
// measure.Audible.
const aside = 110 * time.Millisecond

// lengthInWhole is how long a take sounds in the whole: where its ends are trimmed, from
// its first to its last sound of speech as far as that is known.
func (r *Lines) lengthInWhole(t takes.Take, w script.Whole) time.Duration {
	length := time.Duration(*t.AudioMS) * time.Millisecond
	m := r.marks.sound(t)
	if !w.Trim || m == nil || m.SpeechMS == nil || m.PauseRatio == nil || *m.PauseRatio >= 1 {
		return length
	}
	spoken := time.Duration(float64(*m.SpeechMS)/(1-*m.PauseRatio)) * time.Millisecond
	return min(length, spoken+aside)
}
