package narration

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"sync"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/tts/takes/disk"
	"voicestudio/ui/session"
)

// together is how many lines are spoken at once. The host's requests per minute are
// kept by its client.
const together = 2

// Job is a line that is to be made.
type Job struct {
	Line  string // the ID
	Ask   speak.Ask
	Again bool // another take, though there is one
}

// Event is what becomes of a job. The last of a queue's work is Idle.
type Event struct {
	Line   string
	Ask    speak.Ask     // of the job
	Speech *speak.Speech // set once it begins to come; it can be heard while it grows
	Take   *takes.Take   // set once it is whole
	Err    error         // why it has failed; nothing was sent where it is ctx's
	// Halted are the lines that wait and are not made, because every one would meet
	// the same: the cap, the account, a disk that keeps no takes.
	Halted []Job
	Idle   bool // nothing waits, and nothing is spoken
}

// Queue makes lines, two at once at most, in the order in which they came. It belongs
// to ctx, with which all of it ends.
type Queue struct {
	ctx     context.Context
	session *session.Session
	events  chan Event

	mu      sync.Mutex
	agreed  session.Consent
	waiting []Job
	spoken  map[string]context.CancelFunc // by line
}

// NewQueue is one that nothing waits in.
func NewQueue(ctx context.Context, s *session.Session) *Queue {
	return &Queue{ctx: ctx, session: s, events: make(chan Event), spoken: map[string]context.CancelFunc{}}
}

// Next waits for the next event; false when ctx has ended.
func (q *Queue) Next() (e Event, more bool) {
	select {
	case e = <-q.events:
		return e, true
	case <-q.ctx.Done():
		return e, false
	}
}

// Add has lines made: those that wait already stay where they are, ahead puts the
// others before all that wait.
func (q *Queue) Add(agreed session.Consent, ahead bool, jobs ...Job) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.agreed = agreed
	var fresh []Job
	for _, j := range jobs {
		if i := slices.IndexFunc(q.waiting, func(w Job) bool { return w.Line == j.Line }); i >= 0 && !ahead {
			q.waiting[i] = j
		} else {
			q.waiting = slices.DeleteFunc(q.waiting, func(w Job) bool { return w.Line == j.Line })
			fresh = append(fresh, j)
		}
	}
	if ahead {
		q.waiting = append(fresh, q.waiting...)
	} else {
		q.waiting = append(q.waiting, fresh...)
	}
	q.begin()
}

// begin speaks while there is room. mu is held.
func (q *Queue) begin() {
	for len(q.spoken) < together {
		i := slices.IndexFunc(q.waiting, func(j Job) bool { return q.spoken[j.Line] == nil })
		if i < 0 {
			return
		}
		j := q.waiting[i]
		q.waiting = slices.Delete(q.waiting, i, i+1)
		ctx, cancel := context.WithCancel(q.ctx)
		q.spoken[j.Line] = cancel
		agreed := q.agreed
		go func() { // ends with the line, which ctx ends
			defer cancel()
			q.speak(ctx, j, agreed)
		}()
	}
}

func (q *Queue) speak(ctx context.Context, j Job, agreed session.Consent) {
	j.Ask.Again = j.Again
	release := q.claim(ctx, j)
	speech, take, err := q.session.Make(ctx, j.Ask, agreed, func(speech *speak.Speech) {
		q.tell(Event{Line: j.Line, Ask: j.Ask, Speech: speech})
	})
	release()
	e := Event{Line: j.Line, Ask: j.Ask, Speech: speech, Take: take, Err: err}
	q.mu.Lock()
	delete(q.spoken, j.Line)
	if hopeless(err) {
		e.Halted, q.waiting = append([]Job{j}, q.waiting...), nil
	}
	q.begin()
	idle := len(q.spoken) == 0
	q.mu.Unlock()
	q.tell(e)
	if idle {
		q.tell(Event{Idle: true})
	}
}

// claim waits until no other program makes the same words with the same settings:
// whoever comes second finds them made. Where there is no place for the lock, both
// may be.
func (q *Queue) claim(ctx context.Context, j Job) (release func()) {
	if j.Again {
		return func() {}
	}
	some := script.Digest(j.Ask.To.Host, j.Ask.Request)[:3] // a few thousand locks in all, each of which stays as a file
	release, err := disk.LockName(ctx, filepath.Join(q.session.Takes().Dir, some), func() {})
	if err != nil {
		return func() {}
	}
	return release
}

func (q *Queue) tell(e Event) {
	select {
	case q.events <- e:
	case <-q.ctx.Done():
	}
}

// hopeless reports that every other line would fail alike.
func hopeless(err error) bool {
	if err == nil {
		return false
	}
	_, costs := errors.AsType[*session.Costs](err)
	fault := tts.AsError(err, tts.KindMachine)
	unkept := fault.Kind == tts.KindMachine && session.IsSystem(err) // then takes are paid and lost
	return costs || unkept || session.RefusesAll(fault)
}

// Stop lets nothing more be spoken after what is, and returns what waited. Where
// nothing waits it ends what is spoken, too.
func (q *Queue) Stop() (left []Job) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if left, q.waiting = q.waiting, nil; len(left) > 0 {
		return left
	}
	for _, cancel := range q.spoken {
		cancel()
	}
	return nil
}

// Drop takes lines out of those that wait.
func (q *Queue) Drop(line string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = slices.DeleteFunc(q.waiting, func(j Job) bool { return j.Line == line })
}

// Renew replaces what waits by what is wanted of it now, or takes it out, and says how
// many it took.
func (q *Queue) Renew(now func(Job) (j Job, wanted bool)) (out int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	still := q.waiting[:0]
	for _, j := range q.waiting {
		if j, wanted := now(j); wanted {
			still = append(still, j)
		} else {
			out++
		}
	}
	q.waiting = still
	return out
}

// Waiting are the lines that wait, in their order, and Spoken those that are spoken.
func (q *Queue) Waiting() []Job {
	q.mu.Lock()
	defer q.mu.Unlock()
	return slices.Clone(q.waiting)
}

// Spoken are the lines that are being spoken, by their IDs.
func (q *Queue) Spoken() map[string]bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	all := map[string]bool{}
	for line := range q.spoken {
		all[line] = true
	}
	return all
}

// Jobs are the lines to be made: those that are due, or with again all that can be.
func Jobs(rows []Row, again bool) (jobs []Job) {
	for i := range rows {
		r := &rows[i]
		if r.hash != "" && (again || r.Due()) {
			jobs = append(jobs, Job{Line: r.ID, Ask: r.Ask, Again: again && r.State == Current})
		}
	}
	return jobs
}
