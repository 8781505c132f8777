package sheet

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes/disk"
	"voicestudio/ui/session"
)

// Row is how a job has ended; unknown numbers are nil.
type Row struct {
	Cached     bool // it came from disk
	AudioMS    *int64
	Characters *int    // that the host bills
	Take       *string // the id
	Price      *tts.Money
	Unpriced   bool       // something was made for it, for which the price is not known
	NotKept    error      // why there is no take of it
	Err        *tts.Error // why it has no file

	full bool // of the disks that the file and the take go to, one has no room left
}

// All speaks the groups of Divide, Workers at a time, until they are done, ctx
// ends, Stop is called, or a row fails as every other would: then why says so.
// agreed is what a person has agreed to pay for each. ended is told each row; it
// is called by several goroutines.
func (r *Run) All(ctx context.Context, groups [][]*Job, agreed session.Consent, ended func(*Job, Row)) (why string) {
	var enough atomic.Pointer[string] // why no more is sent
	next := make(chan []*Job)
	var workers sync.WaitGroup
	for range min(r.Workers, len(groups)) {
		workers.Go(func() {
			for group := range next {
				for i, j := range group {
					if enough.Load() != nil || r.stopped.Load() || ctx.Err() != nil {
						break
					}
					row := r.one(ctx, j, agreed, r.Again && i == 0)
					if why := hopeless(row); why != "" {
						enough.CompareAndSwap(nil, &why)
					}
					ended(j, row)
				}
			}
		})
	}
	for _, group := range groups {
		next <- group // a worker takes it at once or when its row has ended, which ctx sees to
	}
	close(next)
	workers.Wait()
	if said := enough.Load(); said != nil {
		return *said
	}
	return ""
}

// Stop lets All begin no more rows; what is being spoken goes on to its end: it
// may be paid already. It reports whether it was the first to say so.
func (r *Run) Stop() (first bool) { return r.stopped.CompareAndSwap(false, true) }

// hopeless says why a row's fault will meet every other one, too: there is no
// room for what would be paid for, or it is the key or the account that the
// host does not accept. It is empty where that is not so.
func hopeless(row Row) string {
	switch {
	case row.full:
		return say.rows.diskFull
	case row.Err != nil && session.RefusesAll(row.Err):
		return say.rows.allWouldFail
	}
	return ""
}

// one speaks a row into its file, which appears only where all has come.
func (r *Run) one(ctx context.Context, j *Job, agreed session.Consent, again bool) (row Row) {
	speech, err := r.write(ctx, j, agreed, again)
	if speech != nil {
		p := speech.Progress()
		row.Cached, row.AudioMS, row.Characters, row.Price = speech.Cached, p.AudioMS, p.UsageCharacters, speech.Price()
		row.Unpriced = row.Price == nil && !speech.Cached && speech.Host != tts.Sandbox
		if t, fault := speech.Take(); fault != nil {
			row.full, row.NotKept = disk.Full(fault), fault
		} else if t.ID != "" {
			row.Take = &t.ID
		}
	}
	if fault := tts.AsError(err, tts.KindMachine); speech == nil && fault != nil {
		row.Unpriced = fault.Sent && j.Ask.To.Host != tts.Sandbox
	}
	if err != nil && ctx.Err() != nil {
		err = tts.Stopped(nil)
	}
	row.full = row.full || disk.Full(err)
	row.Err = tts.AsError(err, tts.KindMachine)
	return row
}

// errUnspoken takes back a file: why is known already.
var errUnspoken = errors.New("unspoken")

func (r *Run) write(ctx context.Context, j *Job, agreed session.Consent, again bool) (speech *speak.Speech, _ error) {
	if err := os.MkdirAll(filepath.Dir(j.Path), 0o755); err != nil {
		return nil, tts.Machine(tts.Said{What: tts.SystemSays(err)}, err).At("out")
	}
	ask := j.Ask
	ask.Again = again
	var fault error
	err := session.WriteFile(j.Path, func(w io.Writer) error {
		if speech, fault = r.Session.Speak(ctx, ask, agreed); fault != nil {
			return errUnspoken
		}
		written := receive(w, speech)
		<-speech.Done() // what was asked for is paid for, written or not
		if fault = speech.Err(); fault == nil && written == nil {
			_, fault = r.check(j) // somebody may have put a file there meanwhile
		}
		if fault != nil {
			return errUnspoken
		}
		return written
	})
	if e, is := errors.AsType[*tts.Error](err); is {
		err = e.At("out")
	}
	return speech, cmp.Or(fault, err)
}

// receive writes what is spoken, from its first byte to its last, as it comes.
// Why the speech itself ended early is no error of it.
func receive(w io.Writer, speech *speak.Speech) error {
	from := speech.Reader()
	defer from.Close()
	_, err := io.Copy(w, from)
	if _, spoken := errors.AsType[*tts.Error](err); spoken {
		return nil
	}
	return err
}
