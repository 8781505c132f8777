package tuner

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts/tune"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/tuning"
)

// answers are those to a question about an axis, in the order in which their clips
// are made early.
var answers = []tune.Answer{tune.Left, tune.Right, tune.Middle, tune.Same}

// told is an answer that was given.
type told struct {
	pass   int
	axis   tune.Axis
	answer tune.Answer
	words  tune.Words
}

// history is what was answered so far, from the first on.
func history(s tune.Session) (all []told) {
	said := s.Answers
	s.Answers = nil
	search, err := tune.Open(s)
	if err != nil {
		return nil
	}
	for _, a := range said {
		q, _ := search.Ask()
		all = append(all, told{q.Pass, a.Axis, a.Answer, a.Axis.Words(search.Now())})
		if search.Answer(a.Answer) != nil {
			break
		}
	}
	return all
}

// ask shows the question of now, or the end, and lets what stands in its middle
// sound, as soon as it is there.
func (r *Tuner) ask() tea.Cmd {
	if r.search == nil {
		return nil
	}
	r.course.Session = r.search.Session()
	r.question, r.asked = r.search.Ask()
	r.told = history(r.course.Session)
	all := r.candidates()
	n := len(all)
	r.Later = 0
	if r.asksAxis() {
		all = r.withLater(all)
		r.Later = len(all) - n
	}
	cmd := r.Fill(audition.Audition{Text: r.course.Text, Candidates: all})
	r.drop(r.Rows...)
	r.cursor = min(r.middle(), max(0, n-1))
	if n > 0 {
		cmd = tea.Batch(cmd, r.hear(r.cards()[r.cursor]))
	}
	return cmd
}

// ended reports that the end is in sight: no axis is left, or somebody has called
// for it.
func (r *Tuner) ended() bool { return r.search != nil && (r.ending || !r.asked) }

// asksStart reports that the best of several starts is looked for.
func (r *Tuner) asksStart() bool { return r.search != nil && !r.ended() && r.question.Axis == "" }

// asksAxis reports that an axis is asked about.
func (r *Tuner) asksAxis() bool { return r.search != nil && !r.ended() && r.question.Axis != "" }

// candidates are those that are heard beside each other: of the question, or at the
// end what it was like before, and is now.
func (r *Tuner) candidates() []audition.Candidate {
	q := r.question
	if r.ended() {
		q = tune.Question{Candidates: []tune.Candidate{{Request: r.search.From()}, {Request: r.search.Now()}}}
		if q.Candidates[0].Request.Equal(q.Candidates[1].Request) {
			q.Candidates = q.Candidates[:1]
		}
	}
	all := tuning.Candidates(q, r.host())
	for i := range all {
		switch {
		case r.ended():
			all[i].Label = []string{Say.before, Say.after}[i]
		default:
			all[i].Label = r.course.Label(q, q.Candidates[i])
		}
	}
	return all
}

// withLater adds what the next question would need after each of the answers.
func (r *Tuner) withLater(all []audition.Candidate) []audition.Candidate {
	for _, a := range answers {
		next, comes := r.search.After(a)
		if !comes {
			continue
		}
		for _, c := range tuning.Candidates(next, r.host()) {
			if !slices.ContainsFunc(all, func(other audition.Candidate) bool { return other.ID == c.ID }) {
				all = append(all, c)
			}
		}
	}
	return all
}

// cards are the rows that are heard beside each other.
func (r *Tuner) cards() []*lineup.Row { return r.Rows[:max(0, len(r.Rows)-r.Later)] }

// middle is where among them the settings of now are.
func (r *Tuner) middle() int {
	if r.ended() {
		return 1
	}
	return max(0, slices.IndexFunc(r.question.Candidates, func(c tune.Candidate) bool { return c.Answer == tune.Middle }))
}

// follow goes on after something became of a clip.
func (r *Tuner) follow() tea.Cmd {
	if !r.shown || r.search == nil {
		return nil
	}
	for _, row := range r.cards() {
		if row.Take != nil && r.heard[row.ID] {
			r.course.Heard(*row.Take)
		}
	}
	r.repeat()
	r.Forget(r.Rows)
	var counted tea.Cmd
	if !r.free() && r.course.Clips != r.counted { // what was paid for is not forgotten
		counted = r.keep()
	}
	return tea.Batch(counted, r.makeDue(), r.Fetch(r.Rows...), r.Learn(r.cards()))
}

// hear lets a clip sound in the place of what sounds, and repeat, or as soon as it
// comes.
func (r *Tuner) hear(row *lineup.Row) tea.Cmd {
	cmd, heard := r.Hear(row)
	if !heard {
		r.Wanted = row
		return nil
	}
	r.looped = nil
	r.repeat()
	return cmd
}

// repeat lets the clip that sounds begin again at its end, once all of it is there.
func (r *Tuner) repeat() {
	row := r.Sounding()
	if row == nil || !row.Whole() || r.looped == row.Timeline {
		return
	}
	r.looped = row.Timeline
	r.Sound.Repeat()
}

// drop makes nothing any more but what some rows are of, where that is free: what a
// host was asked for elsewhere is paid, and comes.
func (r *Tuner) drop(but ...*lineup.Row) {
	if r.search == nil || r.free() {
		r.Drop(but...)
	}
}

// missing are the rows among some that nothing is there of, and that did not fail.
func missing(rows []*lineup.Row) (lack []*lineup.Row) {
	for _, row := range rows {
		if row.State() == lineup.Missing && row.Looked() && !row.Refused() {
			lack = append(lack, row)
		}
	}
	return lack
}

// failed are those of which the making has failed, and may be tried again.
func failed(rows []*lineup.Row) (all []*lineup.Row) {
	for _, row := range rows {
		if row.State() == lineup.Failed && !row.Refused() {
			all = append(all, row)
		}
	}
	return all
}

// waited is the first among some rows that is asked for, or comes; -1: none is.
func waited(rows []*lineup.Row) int {
	return slices.IndexFunc(rows, func(row *lineup.Row) bool { return row.State() == lineup.Waiting || row.State() == lineup.Coming })
}

// makeDue makes what the question needs, and then what the next one may need, as
// far as that is free or was agreed to.
func (r *Tuner) makeDue() tea.Cmd {
	if slices.ContainsFunc(r.Rows, func(row *lineup.Row) bool { return !row.Looked() }) {
		return nil // the disk is being read
	}
	agreed := session.WithinCap
	if r.free() {
		agreed = session.OnlyFree
	}
	if now := missing(r.cards()); len(now) > 0 {
		if r.held(now) != "" {
			return nil
		}
		return r.Make(now, agreed)
	}
	if waited(r.cards()) >= 0 || !r.asksAxis() || !r.free() && !r.early { // what is waited for comes first
		return nil
	}
	var cmds []tea.Cmd
	for _, a := range answers {
		next, _ := r.search.After(a)
		var rows []*lineup.Row
		for _, c := range tuning.Candidates(next, r.host()) {
			if row := r.Find(c.ID); row != nil {
				rows = append(rows, row)
			}
		}
		// each answer's are made by themselves: those of the others are dropped then
		if rows = missing(rows); len(rows) > 0 && r.held(rows) == "" {
			cmds = append(cmds, r.Make(rows, agreed))
		}
	}
	return tea.Batch(cmds...)
}
