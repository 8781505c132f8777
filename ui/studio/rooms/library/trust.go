package library

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/trust"
)

// listening is presets that are to speak their sample texts to be measured.
type listening struct {
	keeps  bool // what they sound like now; else they are compared with what was kept
	voices []trust.Voice
	times  int
	told   []told

	job   *teamJob
	ended chan heard
	takes [][]measure.Measures // of each voice
	spoke int
	kept  int // fingerprints that are in their files
}

// told is what came of a preset.
type told struct {
	presets.Entry
	verdict trust.Verdict
	was     presets.Fingerprint
	err     error
}

func (l *listening) bill(times int) bench.Bill { return trust.Bill(l.voices, times) }

func (l *listening) host() tts.HostName { return l.voices[0].Host() }

// ReadyMsg brings presets that were looked at: what can speak, and what cannot.
type ReadyMsg struct {
	job *teamJob
	l   *listening
	at  once
}

// once is how often presets speak without a question; 0: somebody is asked first.
type once int

// Fingerprint asks how often the chosen presets shall speak, to keep what they
// sound like.
func (r *Presets) Fingerprint() tea.Cmd {
	return r.lookAt(&listening{keeps: true}, r.Browser().Chosen(), 0)
}

// Check has the chosen presets speak, to be compared with what was kept of them.
// Where that costs something it asks first.
func (r *Presets) Check() tea.Cmd { return r.lookAt(&listening{}, r.Browser().Chosen(), 0) }

// lookAt prepares presets in the background: a host may have to be asked.
func (r *Presets) lookAt(l *listening, all []presets.Entry, at once) tea.Cmd {
	if r.job != nil {
		return r.Say(rooms.Warning, Say.trust.notKeptNow(all[0].Name, r.job.said))
	}
	speaking := r.Session
	asks := at == 0 && (l.keeps || r.Session.Host() != tts.Sandbox)
	return r.begin(Say.trust.looking, asks, func(ctx context.Context, job *teamJob) tea.Msg {
		for _, e := range all {
			v, err := trust.Look(ctx, speaking, e)
			if err == nil && !l.keeps {
				_, err = v.Comparable()
			}
			if err != nil {
				l.told = append(l.told, told{Entry: e, err: err, verdict: trust.Verdict{State: stateOf(err)}})
				continue
			}
			l.voices = append(l.voices, v)
		}
		return ReadyMsg{job, l, at}
	})
}

// stateOf is what a preset is that was not spoken.
func stateOf(err error) trust.State {
	if _, is := errors.AsType[*trust.Obstacle](err); is {
		return trust.Uncomparable
	}
	return trust.Failed
}

// NotListening says why nothing can be spoken to be measured now.
func (r *Presets) NotListening() string {
	switch why := r.NoneChosen(); {
	case why != "":
		return why
	case r.job != nil:
		return r.job.said
	case r.Altering:
		return Say.Presets.OneMoment
	}
	return ""
}

// NoFingerprint says why what the chosen presets sound like cannot be kept.
func (r *Presets) NoFingerprint() string {
	if why := r.NotListening(); why != "" {
		return why
	}
	for _, e := range r.Browser().Chosen() {
		if why := notOwn(e); why != "" {
			return why
		}
	}
	return ""
}

// Ready asks, or begins.
func (r *Presets) Ready(msg ReadyMsg) tea.Cmd {
	if !r.ended(msg.job) {
		return nil
	}
	l := msg.l
	switch {
	case msg.job.stopped:
		return r.Say(rooms.Note, Say.trust.stoppedBefore)
	case l.keeps && len(l.told) > 0, len(l.voices) == 0 && len(l.told) == 1:
		return r.inTheWay(l.told[0].err)
	case len(l.voices) == 0:
		return r.tellAll(l)
	}
	r.listens = l
	host, _ := tts.HostAt(l.host())
	switch {
	case msg.at > 0:
		return r.Listen(int(msg.at))
	case l.keeps:
		var items []dialog.Item
		for _, times := range dialog.Repeats {
			items = append(items, dialog.Item{Title: Say.trust.times(times), Detail: Say.trust.why(times), Right: priceOf(l.bill(times)), Value: times, Action: dialog.Listen{Times: times}})
		}
		return r.ask(dialog.NewPicker(Say.trust.keepTitle(l.voices[0].Name, len(l.voices), host.Title), Say.trust.keepHint, items), rooms.InList)
	case l.host() == tts.Sandbox:
		return r.Listen(1)
	}
	bill := l.bill(1)
	var rows []dialog.ReportRow
	for _, v := range l.voices {
		rows = append(rows, dialog.ReportRow{Mark: Say.trust.speaks, Title: v.Name, Details: []string{v.SampleText}})
	}
	rows = append(rows, l.obstacles()...)
	return r.ask(dialog.NewReport(Say.trust.checkTitle(l.voices[0].Name, len(l.voices), host.Title), Say.trust.checkHint(bill.Rows, bill.Characters, priceOf(bill)), rows).
		Asking(dialog.Chosen{Action: dialog.Listen{Times: 1}}, ""), rooms.InReport)
}

// ask opens a question, unless the keys are elsewhere by now.
func (r *Presets) ask(d dialog.Dialog, in rooms.Scope) tea.Cmd {
	if r.Top() != nil && r.Scope() != rooms.InPresets {
		return nil
	}
	r.Push(d, in)
	return nil
}

func priceOf(b bench.Bill) string {
	said := session.Cost(b.Host, b.Price)
	if b.Price != nil && b.Host != tts.Sandbox {
		said = "≈ " + said
		if b.Unpriced > 0 {
			said = Say.trust.andUnknown(said)
		}
	}
	return said
}

// inTheWay says why a preset is not spoken or not compared.
func (r *Presets) inTheWay(err error) tea.Cmd {
	if o, is := errors.AsType[*trust.Obstacle](err); is {
		return r.Say(rooms.Caution, obstacle(o))
	}
	return r.Fail(err)
}

// obstacle says what is in the way, and which key helps.
func obstacle(o *trust.Obstacle) string {
	return Say.trust.inTheWay[o.Standing](o.Name, dialog.HostTitle(string(o.Host)))
}

// reason is why nothing came of a preset.
func (t told) reason() string {
	if o, is := errors.AsType[*trust.Obstacle](t.err); is {
		return obstacle(o)
	}
	return tts.Reason(t.err)
}

// obstacles are the rows of presets that are not spoken.
func (l *listening) obstacles() (rows []dialog.ReportRow) {
	for _, t := range l.told {
		if t.err != nil {
			rows = append(rows, dialog.ReportRow{Mark: Say.trust.marks[t.verdict.State], Bad: true, Title: t.Name, Details: []string{t.reason()}, Action: dialog.ShowPreset{File: t.File}})
		}
	}
	return rows
}

// Listen has them speak so many times, unless that would pass the session's cap.
func (r *Presets) Listen(times int) tea.Cmd {
	l := r.listens
	if l == nil || r.job != nil {
		return r.Say(rooms.Note, Say.Presets.OneMoment)
	}
	l.times = times
	bill := l.bill(times)
	if l.host() != tts.Sandbox {
		err := r.Session.AffordsAt(l.host(), bill.Price, bill.Unpriced)
		if why, found := errors.AsType[*session.Costs](err); found {
			r.Push(dialog.NewOverCap(why, dialog.ForPresets), rooms.InList)
			return nil
		}
		if err != nil {
			return r.Fail(err)
		}
	}
	return r.listen(session.WithinCap)
}

// PayOnce speaks what would pass the session's cap, and leaves the cap.
func (r *Presets) PayOnce() tea.Cmd { return r.listen(session.BeyondCap) }

// RaiseCap lets the session cost more, and speaks.
func (r *Presets) RaiseCap(to tts.Money) tea.Cmd {
	r.Session.RaiseCap(to)
	return r.listen(session.WithinCap)
}

// SendUnpriced lets the session send what has no known price, and speaks.
func (r *Presets) SendUnpriced() tea.Cmd {
	r.Session.SendUnpriced()
	return r.listen(session.WithinCap)
}
