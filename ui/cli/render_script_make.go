package cli

import (
	"context"
	"errors"
	"io/fs"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
)

// make speaks lines and keeps the take of each in the script's file as it comes.
// Where ctx ends, what is being spoken goes on to its end: it may be paid already.
func (n *narrating) make(ctx context.Context, jobs []narration.Job) {
	if len(jobs) == 0 {
		return
	}
	n.meter.begin(len(jobs), 0)
	defer n.meter.end()
	going, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	q := narration.NewQueue(going, n.session)
	open := map[string]bool{}
	for _, j := range jobs {
		open[j.Line] = true
	}
	stopped := make(chan []narration.Job, 1)
	defer context.AfterFunc(ctx, func() { stopped <- n.stop(q) })()
	q.Add(session.WithinCap, false, jobs...)
	events := make(chan narration.Event)
	go func() { // ends with going
		defer close(events)
		for e, more := q.Next(); more; e, more = q.Next() {
			select {
			case events <- e:
			case <-going.Done():
				return
			}
		}
	}()
	for len(open) > 0 {
		select {
		case left := <-stopped:
			for _, j := range left {
				delete(open, j.Line)
			}
		case e, more := <-events:
			if !more {
				return
			}
			if e.Idle || e.Take == nil && e.Err == nil {
				continue // it only begins
			}
			delete(open, e.Line)
			n.made(e)
			for _, j := range e.Halted {
				delete(open, j.Line)
			}
			if others := len(e.Halted) - 1; others > 0 {
				n.meter.say(n.options, say.script.halted(others))
			}
		}
	}
	end()
	for range events { // until nobody sends
	}
}

// stop lets no more lines begin, and returns those.
func (n *narrating) stop(q *narration.Queue) (left []narration.Job) {
	left = q.Waiting()
	for _, j := range left {
		q.Drop(j.Line)
	}
	spoken := q.Spoken()
	kept := left[:0]
	for _, j := range left {
		if !spoken[j.Line] { // else it has just begun
			kept = append(kept, j)
		}
	}
	n.meter.say(n.options, say.script.stopping(len(spoken), len(kept)))
	return kept
}

// made takes in what became of a line.
func (n *narrating) made(e narration.Event) {
	row := narratedLine{Error: tts.AsError(e.Err, tts.KindMachine)}
	if e.Speech != nil {
		p := e.Speech.Progress()
		row.Cached, row.AudioMS, row.UsageCharacters = e.Speech.Cached, p.AudioMS, p.UsageCharacters
		n.paid.add(e.Speech)
	} else if row.Error != nil && row.Error.Sent && n.session.Host() != tts.Sandbox {
		n.paid.unpriced++
	}
	if e.Take != nil {
		row.Take = &e.Take.ID
		if row.AudioMS == nil {
			row.AudioMS = e.Take.AudioMS
		}
		n.work.Kept[e.Line] = n.work.Kept[e.Line].Made(e.Take.ID)
		n.keep(func(f *script.File, kept script.Kept) {
			kept[e.Line] = kept[e.Line].Made(e.Take.ID)
			f.Queue = without(f.Queue, e.Line)
		})
	}
	n.ends(n.lineAt(e.Line), row)
}

func without(queue []script.Wish, line string) (left []script.Wish) {
	for _, w := range queue {
		if w.Line != line {
			left = append(left, w)
		}
	}
	return left
}

// keep changes the script's file as it is now, whoever has changed it meanwhile. Why
// it cannot is told once: the takes are among the others and found again.
func (n *narrating) keep(change func(*script.File, script.Kept)) {
	if n.unsaved != nil {
		return
	}
	err := error(fs.ErrExist)
	for errors.Is(err, fs.ErrExist) { // another program was faster, so it has come further
		var f script.File
		if f, err = n.kept.Load(n.kept.ID); err != nil {
			break
		}
		s, kept := f.Script()
		change(&f, kept)
		_, err = n.kept.Save(f.Of(s, kept))
	}
	if err != nil {
		n.unsaved = tts.Machine(tts.Said{What: tts.SystemSays(err), Cure: say.script.onDisk}, err)
		n.meter.say(n.options, n.unsaved.Error())
	}
}
