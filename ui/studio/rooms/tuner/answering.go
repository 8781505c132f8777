package tuner

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/tune"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// None says why there is no question.
func (r *Tuner) None() string {
	switch {
	case r.search != nil:
		return ""
	case r.reading:
		return Say.reading
	}
	return Say.none
}

// NoClips says why nothing can be heard.
func (r *Tuner) NoClips() string {
	if why := r.None(); why != "" {
		return why
	}
	if len(r.cards()) == 0 {
		return Say.reading
	}
	return ""
}

// NotAsked says why nothing can be answered.
func (r *Tuner) NotAsked() string {
	if why := r.NoClips(); why != "" {
		return why
	}
	if r.ended() {
		return Say.over
	}
	return ""
}

// HearNumber lets a clip sound, from 1, at the same word as the one that sounds; 0 is
// the one under the cursor.
func (r *Tuner) HearNumber(n int) tea.Cmd {
	cards := r.cards()
	switch {
	case n > len(cards):
		return r.Say(rooms.Note, Say.only(len(cards)))
	case n == 0:
		return r.hearCard(r.cursor)
	}
	return r.hearCard(n - 1)
}

func (r *Tuner) hearCard(i int) tea.Cmd {
	r.cursor, r.offered = i, ""
	row := r.cards()[i]
	switch {
	case row.Audible(), row.State() == lineup.Waiting, !row.Looked():
		return r.hear(row)
	case row.State() == lineup.Failed:
		return r.Say(rooms.Caution, Say.tryAgain(i+1, why(row)))
	}
	price, _ := lineup.Price([]*lineup.Row{row})
	return r.Say(rooms.Caution, Say.notMade(i+1, price))
}

// FromStart lets what sounds begin once more.
func (r *Tuner) FromStart() tea.Cmd {
	if r.Sounding() == nil {
		return r.hearCard(r.cursor)
	}
	cmd := r.Sound.Replay()
	r.looped = nil
	r.repeat()
	return cmd
}

// Left and the others answer: the one on the left is better, the one on the right,
// the one in the middle, none. Where the best of several starts is looked for the
// arrows go to another one.
func (r *Tuner) Left() tea.Cmd {
	if r.asksStart() {
		return r.walk(-1)
	}
	return r.answer(tune.Left)
}

// Right is described at Left.
func (r *Tuner) Right() tea.Cmd {
	if r.asksStart() {
		return r.walk(1)
	}
	return r.answer(tune.Right)
}

// Middle is described at Left.
func (r *Tuner) Middle() tea.Cmd {
	if r.asksStart() {
		return r.walk(-rowOfStarts)
	}
	return r.answer(tune.Middle)
}

// Same is described at Left.
func (r *Tuner) Same() tea.Cmd {
	if r.asksStart() {
		return r.walk(rowOfStarts)
	}
	return r.answer(tune.Same)
}

// walk goes to another start, and hears it where it is there.
func (r *Tuner) walk(by int) tea.Cmd {
	to := r.cursor + by
	if to < 0 || to >= len(r.cards()) {
		return nil
	}
	return r.hearCard(to)
}

func (r *Tuner) answer(a tune.Answer) tea.Cmd {
	before := len(r.told)
	if err := r.search.Answer(a); err != nil {
		return r.Say(rooms.Note, Say.noSide(a == tune.Left))
	}
	r.offered = ""
	asked := r.ask()
	said := Say.chose(r.saidOf(r.told[before]), r.axisName())
	if !r.asked {
		said = Say.reached
	}
	return tea.Batch(asked, r.keep(), r.Say(rooms.Note, said))
}

// axisName is what is asked about now; empty: no axis is.
func (r *Tuner) axisName() string {
	if !r.asksAxis() {
		return ""
	}
	return r.question.Axis.Words(r.search.Now()).Name
}

// saidOf is an answer in words: "deeper".
func (r *Tuner) saidOf(t told) string {
	switch t.answer {
	case tune.Left:
		return t.words.Lower
	case tune.Right:
		return t.words.Higher
	case tune.Middle:
		return Say.asItWas
	case tune.Same:
		return Say.noDifference
	}
	return r.startNamed()
}

// startNamed is what the start that was chosen is called.
func (r *Tuner) startNamed() string {
	from := r.search.From()
	for i, s := range r.course.Session.Starts {
		if s.Equal(from) && i < len(r.course.Labels) {
			return r.course.Labels[i]
		}
	}
	return ""
}

// NothingSaid says why no answer can be taken back.
func (r *Tuner) NothingSaid() string {
	switch why := r.None(); {
	case why != "":
		return why
	case len(r.told) == 0 && !r.ending:
		return Say.nothingSaid
	}
	return ""
}

// TakeBack takes the last answer back, or goes back to the question from the end
// that was called for.
func (r *Tuner) TakeBack() tea.Cmd {
	if r.Back() {
		return r.Reask()
	}
	r.search.TakeBack()
	return tea.Batch(r.ask(), r.keep(), r.Say(rooms.Note, Say.takenBack(len(r.told))))
}

// LockAsked takes the axis that is asked about out of the search.
func (r *Tuner) LockAsked() tea.Cmd { return r.lock(r.question.Axis, true) }

// NoAxisAsked says why no axis is asked about.
func (r *Tuner) NoAxisAsked() string {
	if why := r.NotAsked(); why != "" {
		return why
	}
	if r.question.Axis == "" {
		return Say.startFirst
	}
	return ""
}

// NoAxes says why there is no axis to lock.
func (r *Tuner) NoAxes() string {
	if why := r.None(); why != "" {
		return why
	}
	if len(r.search.Axes()) == 0 {
		return Say.startFirst
	}
	return ""
}

// MoveAxis moves the cursor among the axes.
func (r *Tuner) MoveAxis(by int) tea.Cmd {
	r.axis = min(max(r.axis+by, 0), len(r.search.Axes())-1)
	return nil
}

// LockAxis takes the axis under the cursor out of the search, or in again.
func (r *Tuner) LockAxis() tea.Cmd {
	at := r.search.Axes()[min(r.axis, len(r.search.Axes())-1)]
	return r.lock(at.Axis, !at.Out)
}

func (r *Tuner) lock(a tune.Axis, out bool) tea.Cmd {
	if err := r.search.Lock(a, out); err != nil {
		return r.Fail(err)
	}
	name := a.Words(r.search.Now()).Name
	said := Say.unlocked(name)
	if out {
		said = Say.locked(name)
	}
	return tea.Batch(r.ask(), r.keep(), r.Say(rooms.Note, said))
}

// Enter does what the question waits for: it agrees to a price, tries again what has
// failed, chooses the start under the cursor, shows the end, or takes that over.
func (r *Tuner) Enter() tea.Cmd {
	if r.search == nil {
		return r.begin(fromNow, r.startsOf())
	}
	cards := r.cards()
	switch tries, lacks := failed(cards), missing(cards); {
	case r.ended():
		return r.TakeOver()
	case slices.ContainsFunc(cards, func(row *lineup.Row) bool { return !row.Looked() }):
		return nil // the disk is being read: what is missing is not known yet
	case len(tries) > 0:
		return r.try(append(tries, lacks...))
	case len(lacks) > 0:
		return r.agree(lacks)
	case waited(cards) >= 0: // else one key too many would end what it has begun
		return r.Say(rooms.Note, Say.comesYet(waited(cards)+1, r.saidHost()))
	case r.asksStart():
		return r.answer(r.question.Candidates[r.cursor].Answer)
	}
	return r.ShowEnd()
}
