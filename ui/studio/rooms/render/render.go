// Package render speaks the lines of a file, each into a file of its own.
package render

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/sheet"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Rows is the file whose lines are spoken, or are about to be.
type Rows struct {
	*rooms.Shared
	Sound   *listen.Sound
	Library presets.Library

	asked *plan // what enter would do
	now   *deed // what is being done; nil: nothing
}

// Busy says why another file has to wait; empty where none is being spoken.
func (r *Rows) Busy() string {
	if r.now == nil {
		return ""
	}
	return r.Working()
}

// deed is a file whose lines are being spoken.
type deed struct {
	*plan
	cancel  context.CancelFunc
	ended   chan rowEnd
	why     string // no more were sent; once ended is closed
	stopped bool

	made, failed int
}

type rowEnd struct {
	job *sheet.Job
	row sheet.Row
}

// RowMsg tells that a line has its file, or why not.
type RowMsg struct {
	deed *deed
	end  rowEnd
}

// SpokenMsg tells that no more lines are spoken.
type SpokenMsg struct{ deed *deed }

// Speak speaks what is missing, unless that would cost more than was agreed to.
func (r *Rows) Speak() tea.Cmd {
	p := r.asked
	if err := r.Session.Affords(p.cost.Price, p.cost.Unpriced); err != nil {
		if why, found := errors.AsType[*session.Costs](err); found {
			r.Shut(r.Top())
			r.Push(dialog.NewOverCap(why, dialog.ForRows), rooms.InList)
			return nil
		}
		return r.Fail(err)
	}
	r.Shut(r.Top())
	return r.begin(session.WithinCap)
}

// PayOnce speaks what would pass the session's cap, and leaves the cap.
func (r *Rows) PayOnce() tea.Cmd { return r.begin(session.BeyondCap) }

// RaiseCap lets the session cost more, and speaks.
func (r *Rows) RaiseCap(to tts.Money) tea.Cmd {
	r.Session.RaiseCap(to)
	return r.begin(session.WithinCap)
}

// SendUnpriced lets the session send what has no known price, and speaks.
func (r *Rows) SendUnpriced() tea.Cmd {
	r.Session.SendUnpriced()
	return r.begin(session.WithinCap)
}

func (r *Rows) begin(agreed session.Consent) tea.Cmd {
	p := r.asked
	r.asked = nil
	for _, j := range p.jobs {
		r.Sound.Ours(j.Ask.Request)
	}
	ctx, cancel := context.WithCancel(r.Ctx)
	d := &deed{plan: p, cancel: cancel, ended: make(chan rowEnd, len(p.jobs))}
	r.now = d
	r.Hush()
	return tea.Batch(r.OnErrand(Say.title, func() tea.Msg {
		defer close(d.ended)
		d.why = p.run.All(ctx, p.groups, agreed, func(j *sheet.Job, row sheet.Row) { d.ended <- rowEnd{j, row} })
		return nil
	}), d.wait)
}

// wait waits for the next line.
func (d *deed) wait() tea.Msg {
	if end, more := <-d.ended; more {
		return RowMsg{d, end}
	}
	return SpokenMsg{d}
}

// Ended takes in the end of a line; what went wrong with it is kept.
func (r *Rows) Ended(msg RowMsg) tea.Cmd {
	d, j, row := msg.deed, msg.end.job, msg.end.row
	var said tea.Cmd
	if row.NotKept != nil {
		said = r.Say(rooms.Warning, sheet.AtLine(j.At, Say.notKept(row.NotKept.Error())))
	}
	switch {
	case row.Err == nil:
		d.made++
	case row.Err.Kind != tts.KindInterrupted:
		d.failed++
		fault := *row.Err
		fault.Message = sheet.AtLine(j.At, fault.Message)
		said = tea.Batch(said, r.Fail(&fault))
	}
	return tea.Batch(d.wait, said)
}

// Spoken says what has come about.
func (r *Rows) Spoken(msg SpokenMsg) tea.Cmd {
	d := msg.deed
	d.cancel()
	r.now = nil
	said := Say.ended(d.made, d.cost.Done, len(d.jobs), d.failed, d.dir())
	reread := r.Sound.Reread()
	if d.why != "" {
		said = tts.Listed(said, d.why)
	}
	if d.failed > 0 {
		return tea.Batch(reread, r.Say(rooms.Caution, said))
	}
	return tea.Batch(reread, r.Say(rooms.Note, said))
}

// Working says how far it is; empty where nothing is spoken.
func (r *Rows) Working() string {
	d := r.now
	if d == nil {
		return ""
	}
	at := min(d.made+d.failed+1, d.missing())
	if d.stopped {
		return Say.stopping(at, d.missing())
	}
	return rooms.Say.Screen.EscStops(Say.rendering(at, d.missing()))
}

func (p *plan) missing() int { return len(p.jobs) - p.cost.Done }

// Progress is how much of it is done, in per cent; false where nothing is spoken.
func (r *Rows) Progress() (percent int, speaks bool) {
	d := r.now
	if d == nil {
		return 0, false
	}
	return 100 * (d.made + d.failed) / max(1, d.missing()), true
}

// Stop lets no more lines be spoken after the one that is; once more ends that,
// too. False where none is, or a dialog has the keys.
func (r *Rows) Stop() bool {
	d := r.now
	if d == nil || r.Top() != nil {
		return false
	}
	if !d.run.Stop() {
		d.cancel()
	}
	d.stopped = true
	return true
}
