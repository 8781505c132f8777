package lines

import (
	"cmp"
	"errors"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// making is the queue, and what has become of lines in it.
type making struct {
	queue  *narration.Queue // nil: nothing was made yet
	spoken map[string]bool
	left   []narration.Job          // wait, as the queue was looked at last
	coming map[string]*speak.Speech // audio comes
	failed map[string]error
	as     map[string]speak.Ask // what was asked for when it failed
	asked  []narration.Job      // somebody is asked whether they may pass the cap
	ahead  bool
	done   int // of this run, to tell how far it is
	of     int
	lost   int    // of this run, could not be made
	plays  string // the line that is heard as soon as it comes
}

// making reports whether something is made or waits for it.
func (r *Lines) making() bool { return len(r.make.spoken) > 0 || len(r.waiting()) > 0 }

func (r *Lines) waiting() []narration.Job { return r.make.left }

// look looks at the queue: what is taken up meanwhile is in both, and in neither never.
func (m *making) look() {
	m.left = m.queue.Waiting()
	m.spoken = m.queue.Spoken()
}

// NothingDue says why nothing is to be made.
func (r *Lines) NothingDue() string {
	if why := r.None(); why != "" {
		return why
	}
	if r.looks.runs || r.outdated() {
		return "" // it is known once they have been looked at
	}
	if b := r.bill(); b.Lines+b.Free > 0 || len(r.otherTakes()) > 0 {
		return ""
	}
	if _, _, stuck, _ := r.count(); stuck > 0 {
		return Say.onlyStuck(stuck)
	}
	return Say.allMade
}

// Make makes all that is due, in the order of the script.
func (r *Lines) Make() tea.Cmd {
	return r.once(func() tea.Cmd {
		if why := r.NothingDue(); why != "" {
			return r.Say(rooms.Caution, why)
		}
		return r.pay(r.due(), false)
	})
}

// due are the lines to be made: those that are due, and other takes that were asked
// for and not made.
func (r *Lines) due() []narration.Job {
	return append(narration.Jobs(r.ordered(), false), r.otherTakes()...)
}

func (r *Lines) otherTakes() (jobs []narration.Job) {
	for _, w := range r.file.waits {
		if row := r.row(w.Line); w.Again && row != nil && row.State == narration.Current {
			jobs = append(jobs, narration.Job{Line: w.Line, Ask: row.Ask, Again: true})
		}
	}
	return jobs
}

// NotMakeable says why the line under the cursor cannot be made.
func (r *Lines) NotMakeable() string {
	if why := r.None(); why != "" {
		return why
	}
	switch row := r.row(r.cursor); {
	case r.looks.runs || r.outdated() || row == nil:
		return ""
	case row.State == narration.Refused:
		return sentence(row.Err)
	}
	return ""
}

// Again makes the line under the cursor before all that waits, also where there is a
// take of it, and lets it be heard as it comes.
func (r *Lines) Again() tea.Cmd {
	line := r.cursor
	return r.once(func() tea.Cmd {
		row := r.row(line)
		if row == nil || row.State == narration.Refused {
			return nil // its words have changed meanwhile
		}
		r.make.plays = line
		return r.pay([]narration.Job{{Line: line, Ask: row.Ask, Again: row.State == narration.Current}}, true)
	})
}

// pay makes lines whose price was in sight, unless that would pass the session's cap.
func (r *Lines) pay(jobs []narration.Job, ahead bool) tea.Cmd {
	if len(jobs) == 0 {
		return nil
	}
	r.make.asked, r.make.ahead = jobs, ahead
	price, unpriced := r.priceOf(jobs)
	err := r.Session.Affords(price, unpriced)
	if why, found := errors.AsType[*session.Costs](err); found {
		r.Push(dialog.NewOverCap(why, dialog.ForLines), rooms.InList)
		return nil
	}
	if err != nil {
		return r.Fail(err)
	}
	return r.begin(session.WithinCap)
}

// priceOf adds up what jobs cost, those of an equal request once unless another take
// is wanted.
func (r *Lines) priceOf(jobs []narration.Job) (price *tts.Money, unpriced int) {
	if r.free() {
		return nil, 0
	}
	var some []narration.Row
	again := false
	for _, j := range jobs {
		if row := r.row(j.Line); row != nil {
			some = append(some, *row)
			again = again || j.Again
		}
	}
	b := narration.BillOf(some, again)
	return b.Price, b.Unpriced
}

// PayOnce makes what would pass the session's cap, and leaves the cap.
func (r *Lines) PayOnce() tea.Cmd { return r.begin(session.BeyondCap) }

// RaiseCap lets the session cost more, and makes them.
func (r *Lines) RaiseCap(to tts.Money) tea.Cmd {
	r.Session.RaiseCap(to)
	return r.begin(session.WithinCap)
}

// SendUnpriced lets the session send what has no known price, and makes them.
func (r *Lines) SendUnpriced() tea.Cmd {
	r.Session.SendUnpriced()
	return r.begin(session.WithinCap)
}

func (r *Lines) begin(agreed session.Consent) tea.Cmd {
	m := &r.make
	jobs := m.asked
	m.asked = nil
	var wait tea.Cmd
	if m.queue == nil {
		m.queue = narration.NewQueue(r.Ctx, r.Session)
		m.spoken, m.coming = map[string]bool{}, map[string]*speak.Speech{}
		wait = r.wait
	}
	if !r.making() {
		m.done, m.of, m.lost = 0, 0, 0
	}
	for _, j := range jobs {
		delete(m.failed, j.Line)
		r.Sound.Ours(j.Ask.Request)
	}
	m.queue.Add(agreed, m.ahead, jobs...)
	m.look()
	m.of = m.done + len(m.spoken) + len(m.left)
	r.file.waits = nil
	r.file.touch()
	r.drawn.rev++
	r.Hush()
	return tea.Batch(wait, r.Sound.StartTicking())
}

// eventMsg tells what becomes of a line.
type eventMsg struct {
	of *Lines
	narration.Event
}

// wait waits for what comes next; it ends with the program.
func (r *Lines) wait() tea.Msg {
	if e, more := r.make.queue.Next(); more {
		return eventMsg{r, e}
	}
	return nil
}

// TakeIn shows it.
func (msg eventMsg) TakeIn() tea.Cmd {
	r, m := msg.of, &msg.of.make
	cmds := []tea.Cmd{r.wait}
	m.look()
	r.drawn.rev++
	if msg.Idle {
		if !r.making() {
			cmds = append(cmds, r.ended())
		}
		return tea.Batch(cmds...)
	}
	switch {
	case msg.Take != nil:
		if p := &r.plays; p.speech != nil && p.speech == m.coming[msg.Line] {
			p.take = msg.Take.ID
		}
		delete(m.coming, msg.Line)
		m.done++
		r.took(msg.Event)
	case msg.Err != nil:
		delete(m.coming, msg.Line)
		m.done++
		cmds = append(cmds, r.failed(msg.Event))
	case msg.Speech != nil:
		m.coming[msg.Line] = msg.Speech
		if m.plays == msg.Line {
			if m.plays = ""; r.Work.Lines().Find(msg.Line) >= 0 {
				cmds = append(cmds, r.hearComing(msg.Line, msg.Speech))
			}
		}
	}
	return tea.Batch(cmds...)
}

// took puts a new take into the whole.
func (r *Lines) took(e narration.Event) {
	r.kept[e.Line] = r.kept[e.Line].Made(e.Take.ID)
	r.file.touch()
	delete(r.make.failed, e.Line)
	row := r.row(e.Line)
	if row == nil {
		r.looks.stale = true
		return
	}
	if p := &r.plays; p.line == e.Line && p.take == "" && p.whole == nil {
		p.take = e.Take.ID // it was heard while it came
	}
	if r.looks.runs {
		r.looks.since = append(r.looks.since, e)
	}
	r.landed(row, e.Take)
}

// failed keeps why a line could not be made, and says it; where every other would
// fail alike, somebody is asked.
func (r *Lines) failed(e narration.Event) tea.Cmd {
	if tts.AsError(e.Err, tts.KindMachine).Kind == tts.KindInterrupted {
		r.make.done, r.make.of = r.make.done-1, r.make.of-1
		return nil
	}
	if len(e.Halted) > 0 {
		r.make.of = r.make.done
		r.file.waits = append(r.file.waits, wishes(e.Halted)...)
		r.file.touch()
		if why, found := errors.AsType[*session.Costs](e.Err); found {
			r.make.asked, r.make.ahead = e.Halted, false
			r.Push(dialog.NewOverCap(why, dialog.ForLines), rooms.InList)
			return nil
		}
	}
	r.make.failed[e.Line], r.make.as[e.Line] = e.Err, e.Ask
	r.make.lost++
	fault := *tts.AsError(e.Err, tts.KindMachine)
	if at := r.Work.Lines().Find(e.Line); at >= 0 {
		fault.Message = Say.atLine(1+at, fault.Message)
	}
	return r.Fail(&fault)
}

// ended says what has come about.
func (r *Lines) ended() tea.Cmd {
	m := &r.make
	of, failed := m.of, m.lost
	m.of, m.done, m.lost = 0, 0, 0
	r.looks.stale = true
	reread := r.Sound.Reread()
	if of <= 1 && failed == 0 {
		return reread
	}
	tone := rooms.Note
	if failed > 0 {
		tone = rooms.Caution
	}
	return tea.Batch(reread, r.Say(tone, Say.madeAll(of-min(failed, of), failed)))
}

// StopMaking lets nothing more be made after what is spoken; once more ends that,
// too. False where nothing is made, or a dialog has the keys.
func (r *Lines) StopMaking() bool {
	if !r.making() || r.Top() != nil {
		return false
	}
	if left := r.make.queue.Stop(); len(left) > 0 {
		r.make.of -= len(left)
		r.file.waits = wishes(left)
	}
	r.make.look()
	r.file.touch()
	r.drawn.rev++
	return true
}

// Working says how far it is; empty where nothing is made.
func (r *Lines) Working() string {
	if !r.making() {
		return ""
	}
	at := min(r.make.done+1, r.make.of)
	if len(r.waiting()) == 0 && r.make.of > 1 {
		return rooms.Say.Screen.EscStops(Say.lastOnes(at, r.make.of))
	}
	return rooms.Say.Screen.EscStops(Say.makingOf(at, cmp.Or(r.make.of, 1), len(r.waiting())))
}

// Progress is how much of it is done, in per cent; false where nothing is made.
func (r *Lines) Progress() (percent int, makes bool) {
	return 100 * r.make.done / max(1, r.make.of), r.making() && r.make.of > 1
}

// sentence says an error in one.
func sentence(err error) string {
	if err == nil {
		return ""
	}
	return tts.Clean(tts.AsError(err, tts.KindMachine).Error())
}
