package benches

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// Left, Right and Same answer the duel of now.
func (r *Duels) Left() tea.Cmd  { return r.answer(1) }
func (r *Duels) Right() tea.Cmd { return r.answer(2) }
func (r *Duels) Same() tea.Cmd  { return r.answer(0) }

// answer takes in which one is better, 0: neither, and goes on to the next duel.
func (r *Duels) answer(side int) tea.Cmd {
	b := r.Bench
	s, _ := r.standing()
	h, at := *r.heard(s), r.Now().UTC().Truncate(time.Millisecond)
	won := []string{"", h.A, h.B}[side]
	if err := duelsOf(b.a).Answer(h, won, at); err != nil {
		return r.Say(rooms.Caution, tts.Reason(err))
	}
	blind := b.a.Bench.Blind
	do := func(a *audition.Audition) {
		d := duelsOf(*a)
		if d == nil || d.Answer(h, won, at) != nil {
			return // another studio has answered it
		}
		a.Duels = d
		if d.Standing().Stage == audition.Decided {
			a.Bench.Blind = false
		}
	}
	back := func(a *audition.Audition) {
		if d := duelsOf(*a); d != nil && lastIs(*d, at) {
			d.Undo()
			a.Duels, a.Bench.Blind = d, blind
		}
	}
	r.silence()
	counted := false
	result := effect(func(bool, func(error) tea.Cmd) tea.Cmd { return nil })
	kept := func(failed func(error) tea.Cmd) func(audition.Audition) tea.Cmd {
		return func(a audition.Audition) tea.Cmd {
			d := duelsOf(a)
			if counted = d != nil && slices.ContainsFunc(d.Answers, func(a audition.Answer) bool { return a.At.Equal(at) }); !counted {
				return r.Say(rooms.Caution, Say.duels.elsewhere)
			}
			return result(true, failed)
		}
	}
	cmd := b.changeAnd(do, kept(r.Fail))
	now, _ := r.standing()
	if now.Winner != "" {
		result = b.win(b.Find(now.Winner), "", document.Win{Won: now.Final.WonA, Of: now.Final.WonA + now.Final.WonB, At: at})
	}
	file, name := b.kept, b.a.Name
	turn := func(how func(*document.Deed) tea.Cmd, said func(string) string) func(*document.Deed) tea.Cmd {
		return func(d *document.Deed) tea.Cmd {
			if b.kept != file {
				return r.Say(rooms.Caution, Say.otherBench(name))
			}
			r.silence()
			return tea.Batch(how(d), r.Say(rooms.Note, said(Say.duels.answer)))
		}
	}
	r.Did(Say.duels.answer, turn(func(d *document.Deed) tea.Cmd {
		cmd := b.change(back)
		if !counted {
			return cmd
		}
		return tea.Batch(cmd, result(false, r.Failed(d)))
	}, rooms.Say.Deeds.Undone), turn(func(d *document.Deed) tea.Cmd {
		return b.changeAnd(do, kept(r.Failed(d)))
	}, rooms.Say.Deeds.Again))
	return tea.Batch(cmd, r.next(now), r.told(now))
}

// lastIs reports whether the last answer is the one of a moment.
func lastIs(d audition.Duels, at time.Time) bool {
	n := len(d.Answers)
	return n > 0 && d.Answers[n-1].At.Equal(at)
}

// next lets the left one of the next duel begin.
func (r *Duels) next(s audition.Standing) tea.Cmd {
	if s.Asked == nil {
		return nil
	}
	return r.side(1)
}

// told says what is particular about an answer.
func (r *Duels) told(s audition.Standing) tea.Cmd {
	letters := r.Bench.a.Duels.Letters()
	switch {
	case s.Again:
		return r.Say(rooms.Note, Say.duels.again)
	case s.Lot != "":
		return r.Say(rooms.Note, Say.duels.lot(letters[s.Lot]))
	case s.Stage == audition.Decided && s.Winner != "":
		return r.Say(rooms.Note, Say.duels.isWinner(letters[s.Winner], r.label(s.Winner)))
	case s.Stage == audition.Decided:
		return r.Say(rooms.Note, Say.duels.noWinner)
	}
	return nil
}

// label is what a candidate is called, also one that is on the bench no longer.
func (r *Duels) label(id string) string {
	if row := r.Bench.Find(id); row != nil {
		return tts.Clean(row.Label)
	}
	return Say.duels.letter(r.Bench.a.Duels.Letters()[id])
}

// Undecided says why there is no result.
func (r *Duels) Undecided() string {
	if s, begun := r.standing(); !begun {
		return Say.duels.notBegun
	} else if s.Stage != audition.Decided {
		return Say.duels.undecided
	}
	return ""
}

// NoWinner says why there is no winner.
func (r *Duels) NoWinner() string {
	if why := r.Undecided(); why != "" {
		return why
	}
	if s, _ := r.standing(); s.Winner == "" {
		return Say.duels.noWinner
	} else if r.Bench.Find(s.Winner) == nil {
		return Say.duels.winnerLeft
	}
	return ""
}

// Take makes the winner's settings those of the document.
func (r *Duels) Take() tea.Cmd {
	s, _ := r.standing()
	return r.Bench.takeOver(r.Bench.Find(s.Winner))
}

// report is the result as a text.
func (r *Duels) report() string {
	s, _ := r.standing()
	return s.Report(r.label)
}

// Copy puts the result on the clipboard.
func (r *Duels) Copy() tea.Cmd {
	a := r.Bench.a
	text := strings.Join([]string{a.Name, a.Text, "", r.report()}, "\n")
	return tea.Batch(tea.SetClipboard(text), r.Say(rooms.Note, Say.duels.copied))
}

// WriteNote adds the verdict to the notes of the preset that the winner came from,
// else to those of its take.
func (r *Duels) WriteNote() tea.Cmd {
	s, _ := r.standing()
	row := r.Bench.Find(s.Winner)
	text := s.Verdict(r.label)
	if row.Kind == audition.Preset && row.Folder != presets.FolderStarters && r.Note != nil {
		return r.Note(row.Folder, row.Preset, text)
	}
	if row.Take == nil {
		return r.Say(rooms.Caution, Say.duels.notThere)
	}
	id, was := row.Take.ID, row.Take.Note
	set := func(note string, failed func(error) tea.Cmd) tea.Cmd {
		return r.Bench.editTake(failed, func(f takes.Folder) error {
			_, err := f.Note(id, note)
			return err
		})
	}
	note := AddedTo(was, text)
	r.Did(Say.duels.noting, func(d *document.Deed) tea.Cmd {
		return tea.Batch(set(was, r.Failed(d)), r.Say(rooms.Note, rooms.Say.Deeds.Undone(Say.duels.noting)))
	}, func(d *document.Deed) tea.Cmd {
		return tea.Batch(set(note, r.Failed(d)), r.Say(rooms.Note, rooms.Say.Deeds.Again(Say.duels.noting)))
	})
	return tea.Batch(set(note, r.Fail), r.Say(rooms.Note, Say.duels.noted(r.label(row.ID))))
}

// AddedTo is a note with a text behind it, unless that stands there already.
func AddedTo(note, text string) string {
	if slices.Contains(strings.Split(note, "\n"), text) {
		return note
	}
	return strings.TrimPrefix(note+"\n"+text, "\n")
}
