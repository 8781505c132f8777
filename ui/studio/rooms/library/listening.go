package library

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/trust"
)

// heard is what a preset sounded like once.
type heard struct {
	voice int
	like  measure.Measures
	take  string // its id
	err   error
}

// HeardMsg brings it.
type HeardMsg struct {
	l *listening
	heard
}

// ListenedMsg tells that nothing more is spoken.
type ListenedMsg struct{ l *listening }

// listen has presets speak one after the other.
func (r *Presets) listen(agreed session.Consent) tea.Cmd {
	l := r.listens
	r.listens = nil
	for _, v := range l.voices {
		r.Sound.Ours(v.Asks())
	}
	l.takes = make([][]measure.Measures, len(l.voices))
	l.ended = make(chan heard, len(l.voices)*l.times)
	begun := r.begin(l.progress(), false, func(ctx context.Context, _ *teamJob) tea.Msg {
		defer close(l.ended)
		l.speak(ctx, agreed)
		return nil
	})
	l.job = r.job
	return tea.Batch(begun, l.wait)
}

// speak has each speak as often as it shall. What failed once is not tried again;
// nothing is kept then, so that the others need not speak either.
func (l *listening) speak(ctx context.Context, agreed session.Consent) {
	for i, v := range l.voices {
		for range l.times {
			id := ""
			m, err := v.Speak(ctx, agreed, func(s *speak.Speech) {
				take, _ := s.Take()
				id = take.ID
			})
			l.ended <- heard{i, m, id, err}
			if ctx.Err() != nil || err != nil && l.keeps {
				return
			}
			if err != nil {
				break
			}
		}
	}
}

// wait waits for the next.
func (l *listening) wait() tea.Msg {
	if h, more := <-l.ended; more {
		return HeardMsg{l, h}
	}
	return ListenedMsg{l}
}

// progress says how far it is.
func (l *listening) progress() string {
	of := len(l.voices) * l.times
	at := min(l.spoke, of-1)
	return Say.trust.listens(l.voices[at/l.times].Name, at+1, of)
}

// Heard keeps or compares what was heard, once that is all of a preset.
func (r *Presets) Heard(msg HeardMsg) tea.Cmd {
	l, v := msg.l, msg.l.voices[msg.voice]
	l.spoke++
	l.job.said = l.progress()
	next := tea.Batch(l.wait, r.Sound.Reread())
	if e := tts.AsError(msg.err, tts.KindMachine); e != nil {
		switch {
		case e.Kind == tts.KindInterrupted:
		case l.keeps || len(l.voices) == 1:
			fault := *e
			fault.Message = Say.trust.of(v.Name, e.Message)
			l.told = append(l.told, told{Entry: v.Entry, err: &fault, verdict: trust.Verdict{State: trust.Failed}})
			return tea.Batch(next, r.Fail(&fault))
		default:
			l.told = append(l.told, told{Entry: v.Entry, err: e, verdict: trust.Verdict{State: trust.Failed}})
		}
		return next
	}
	takes := append(l.takes[msg.voice], msg.like)
	if l.takes[msg.voice] = takes; len(takes) < l.times {
		return next
	}
	if l.keeps {
		r.marks = append(r.marks, mark{l, v.Entry, v.Fingerprint(takes, r.Now())})
		return tea.Batch(next, r.keepMarks())
	}
	was, err := v.Comparable()
	if err != nil { // cannot be: it was looked at before
		return next
	}
	t := told{Entry: v.Entry, verdict: v.Compare(was, msg.like), was: was}
	l.told = append(l.told, t)
	return tea.Batch(next, r.checked(v, document.Check{At: r.Now(), Of: was.At, RequestHash: trust.SettingsHash(v.Preset), Take: msg.take, Words: trust.InWords(t.verdict.Differences)}))
}

// Listened says what has come about.
func (r *Presets) Listened(msg ListenedMsg) tea.Cmd {
	l := msg.l
	r.ended(l.job)
	switch failed := len(l.told) > 0; {
	case l.job.stopped && l.keeps:
		return r.Say(rooms.Note, Say.trust.keptBefore(l.whole()))
	case l.job.stopped:
		return r.Say(rooms.Note, Say.trust.checkedBefore(l.whole(), len(l.voices)))
	case l.keeps:
		return nil // who writes them says it
	case len(l.voices) == 1 && len(l.told) == 1:
		return r.tellOne(l.told[0])
	case failed:
		return r.tellAll(l)
	}
	return nil
}

// whole counts the presets that have spoken as often as they were to.
func (l *listening) whole() (n int) {
	for _, takes := range l.takes {
		if len(takes) == l.times {
			n++
		}
	}
	return n
}

// tellOne says how one preset sounds beside its fingerprint.
func (r *Presets) tellOne(t told) tea.Cmd {
	tone := rooms.Note
	switch {
	case t.err != nil: // it was said
		return nil
	case t.verdict.State != trust.Same:
		tone = rooms.Warning
	}
	return r.Say(tone, Say.trust.verdict(t.Name, t.verdict.State, trust.InWords(t.verdict.Differences), t.was.At, r.Now()))
}

// tellAll lists how several do, what sounds otherwise first.
func (r *Presets) tellAll(l *listening) tea.Cmd {
	order := []trust.State{trust.Drifted, trust.Changed, trust.Failed, trust.Uncomparable, trust.Same}
	slices.SortStableFunc(l.told, func(a, b told) int {
		return slices.Index(order, a.verdict.State) - slices.Index(order, b.verdict.State)
	})
	var rows []dialog.ReportRow
	apart := 0
	for _, t := range l.told {
		row := dialog.ReportRow{Mark: Say.trust.marks[t.verdict.State], Bad: t.verdict.State != trust.Same, Title: t.Name, Action: dialog.ShowPreset{File: t.File}}
		if t.err != nil {
			row.Details = []string{t.reason()}
		} else {
			row.Details = []string{Say.trust.sounds(t.verdict.State, trust.InWords(t.verdict.Differences), t.was.At, r.Now())}
		}
		if len(t.verdict.Differences) > 0 {
			apart++
		}
		rows = append(rows, row)
	}
	return r.tell(dialog.NewReport(Say.trust.reportTitle, Say.trust.reportHint, rows), Say.trust.inShort(len(l.told), apart))
}

// checked remembers how a preset sounded: here at once, and on disk.
func (r *Presets) checked(v trust.Voice, c document.Check) tea.Cmd {
	name, host, file := v.Name, v.Host(), r.kept
	r.showChecks(document.Checks{name: {host: c}})
	if file == "" {
		return nil
	}
	return r.wins.Cmd(func() tea.Msg {
		now, _, err := file.Checked(name, host, c)
		return CheckedMsg{now.Checks, err}
	})
}

// CheckedMsg brings how presets sounded when they were checked.
type CheckedMsg struct {
	checks document.Checks
	err    error
}

// Checked shows it; what could not be written is known until the end of this run.
func (r *Presets) Checked(msg CheckedMsg) tea.Cmd {
	if msg.err != nil {
		return r.Say(rooms.Warning, Say.trust.notRemembered(tts.Reason(msg.err)))
	}
	r.showChecks(msg.checks)
	return nil
}

func (r *Presets) showChecks(c document.Checks) {
	r.Library.Checks = r.Library.Checks.With(c)
	r.refresh()
}

// mark is a fingerprint that is to be written.
type mark struct {
	of    *listening
	entry presets.Entry
	presets.Fingerprint
}

// keepMarks writes the next fingerprint, once no other change is being written.
func (r *Presets) keepMarks() tea.Cmd {
	if r.Altering || len(r.marks) == 0 {
		return nil
	}
	m := r.marks[0]
	r.marks = r.marks[1:]
	place, known := r.PlaceOf(m.entry)
	if !known {
		return r.Say(rooms.Warning, Say.Presets.noFolder(m.entry.Name))
	}
	now := m.entry
	store := func(do func(in presets.Place, e presets.Entry) (presets.Entry, error), asked bool, fault func(error) tea.Cmd, then func(presets.Entry) tea.Cmd) tea.Cmd {
		was := now
		return r.alter(alteration{place: place, gone: was, unasked: !asked, fault: fault,
			do: func(in presets.Place) (presets.Entry, error) { return do(in, was) },
			then: func(made presets.Entry) tea.Cmd {
				now = made
				r.Work.Follow(was, made)
				return then(made)
			}})
	}
	keep := func(in presets.Place, e presets.Entry) (presets.Entry, error) {
		return in.Remember(e, m.Fingerprint)
	}
	back := func(in presets.Place, e presets.Entry) (presets.Entry, error) {
		if before, found := m.entry.Fingerprint(tts.HostName(m.Host)); found {
			return in.Remember(e, before)
		}
		return in.Forget(e, m.Host)
	}
	said := func(sentence func(string) string) func(presets.Entry) tea.Cmd {
		return func(e presets.Entry) tea.Cmd { return r.Say(rooms.Note, sentence(e.Name)) }
	}
	return store(keep, false, func(err error) tea.Cmd { return r.notKept(m, err) }, func(made presets.Entry) tea.Cmd {
		r.Did(rooms.Say.Deeds.Sounding(made.Name),
			func(d *document.Deed) tea.Cmd { return store(back, true, r.Failed(d), said(Say.trust.keptBack)) },
			func(d *document.Deed) tea.Cmd { return store(keep, true, r.Failed(d), said(Say.trust.keptAgain)) })
		if m.of.kept++; len(m.of.voices) == 1 {
			return r.Say(rooms.Note, Say.trust.kept(made.Name, m.Fingerprint))
		}
		if m.of.kept == len(m.of.voices) {
			return r.Say(rooms.Note, Say.trust.keptAll(m.of.kept))
		}
		return nil
	})
}

// notKept says why a fingerprint is not in the file.
func (r *Presets) notKept(m mark, err error) tea.Cmd {
	if _, other := errors.AsType[*presets.Changed](err); other {
		return r.Say(rooms.Warning, Say.trust.otherByNow(m.entry.Name))
	}
	return r.Fail(err)
}
