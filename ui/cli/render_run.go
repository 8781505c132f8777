package cli

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes/disk"
	"voicestudio/ui/session"
)

// renderedRow is what `render --json` prints when a row ends; unknown numbers
// are null.
type renderedRow struct {
	Row             int        `json:"row"`
	Out             string     `json:"out"`
	Preset          string     `json:"preset"`
	Cached          bool       `json:"cached"`
	Skipped         bool       `json:"skipped"`
	AudioMS         *int64     `json:"audio_ms"`
	UsageCharacters *int       `json:"usage_characters"`
	Take            *string    `json:"take"`
	Error           *tts.Error `json:"error"`

	price    *tts.Money
	unpriced bool // something was made for it, for which the price is not known
	full     bool // of the disks that the file and the take go to, one has no room left
}

// renderTotal is what it prints at the end. Every row that was reached is
// done, skipped or failed; cached are those of the done that came from disk.
type renderTotal struct {
	Rows            int        `json:"rows"`
	Done            int        `json:"done"`
	Skipped         int        `json:"skipped"`
	Cached          int        `json:"cached"`
	Failed          int        `json:"failed"`
	UsageCharacters int        `json:"usage_characters"`
	Price           *tts.Money `json:"price"`
	// Unpriced counts the rows that were spoken at a price that is not known,
	// so that Price is not all.
	Unpriced int `json:"unpriced"`
}

// skip reports the rows whose files are there.
func (r *render) skip(jobs []*job) {
	for _, j := range jobs {
		if j.done != nil && !r.again {
			r.ends(j, renderedRow{Skipped: true, AudioMS: j.done.AudioMS, UsageCharacters: new(0), Take: &j.done.ID})
		}
	}
}

// pretend reports what a run would do; its numbers are the estimate.
func (r *render) pretend(jobs []*job, groups [][]*job, c cost) {
	r.skip(jobs)
	for _, group := range groups {
		for i, j := range group {
			row := renderedRow{Cached: !r.sends(group, i), UsageCharacters: new(0)}
			if !row.Cached {
				row.UsageCharacters = new(tts.EstimateCharacters(j.ask.Request.Text))
			} else if len(j.takes) > 0 {
				row.AudioMS, row.Take = j.takes[0].AudioMS, &j.takes[0].ID
			}
			r.ends(j, row)
		}
	}
	r.total.Done, r.total.Price = 0, c.price
}

// all speaks the groups, several at a time, until they are done, the person
// stops it, or a row fails as every other would. What is being spoken then
// goes on to its end: it may be paid already.
func (r *render) all(ctx context.Context, studio *session.Session, groups [][]*job) {
	r.meter.begin(r.total.Rows, r.total.Skipped)
	var enough atomic.Pointer[string] // why no more is sent
	next := make(chan []*job)
	var workers sync.WaitGroup
	for range min(r.workers, len(groups)) {
		workers.Go(func() {
			for group := range next {
				for i, j := range group {
					if enough.Load() != nil || ctx.Err() != nil {
						break
					}
					row := r.one(ctx, studio, j, r.again && i == 0)
					if why := hopeless(row); why != "" {
						enough.CompareAndSwap(nil, &why)
					}
					r.ends(j, row)
				}
			}
		})
	}
	for _, group := range groups {
		next <- group // a worker takes it at once or when its row has ended, which ctx sees to
	}
	close(next)
	workers.Wait()
	r.meter.end()
	if why := enough.Load(); why != nil {
		r.note(*why)
	}
}

// hopeless says why a row's fault will meet every other one, too: there is no
// room for what would be paid for, or it is the key or the account that the
// host does not accept. It is empty where that is not so.
func hopeless(row renderedRow) string {
	switch {
	case row.full:
		return say.render.diskFull
	case row.Error != nil && refusesAll(row.Error):
		return say.render.allWouldFail
	}
	return ""
}

// refusesAll reports whether it is the key or the account that the host does
// not accept.
func refusesAll(e *tts.Error) bool {
	if e.Kind != tts.KindRefused {
		return false
	}
	whole := []string{"1004", "1008", "1028", "1030", "2049", "2053", "2056", "HTTP 401", "HTTP 403"}
	begin := []string{"InvalidApiKey", "INVALID_API_KEY", "MISSING_API_KEY", "Arrearage", "BILLING", "NEED_REAL_NAME_VERIFY"}
	return slices.Contains(whole, e.Code) || slices.ContainsFunc(begin, func(b string) bool { return strings.HasPrefix(e.Code, b) })
}

// one speaks a row into its file, which appears only where all has come.
func (r *render) one(ctx context.Context, studio *session.Session, j *job, again bool) (row renderedRow) {
	speech, err := r.write(ctx, studio, j, again)
	if speech != nil {
		p := speech.Progress()
		row.Cached, row.AudioMS, row.UsageCharacters, row.price = speech.Cached, p.AudioMS, p.UsageCharacters, speech.Price()
		row.unpriced = row.price == nil && !speech.Cached && speech.Host != tts.Sandbox
		if t, fault := speech.Take(); fault != nil {
			row.full = disk.Full(fault)
			r.meter.say(r.options, say.sheet.line(j.at, say.render.takeNotKept(fault.Error())))
		} else if t.ID != "" {
			row.Take = &t.ID
		}
	}
	if fault := tts.AsError(err, tts.KindMachine); speech == nil && fault != nil {
		row.unpriced = fault.Sent && j.ask.To.Host != tts.Sandbox
	}
	if err != nil && ctx.Err() != nil {
		err = tts.Stopped(nil)
	}
	row.full = row.full || disk.Full(err)
	row.Error = tts.AsError(err, tts.KindMachine)
	return row
}

func (r *render) write(ctx context.Context, studio *session.Session, j *job, again bool) (*speak.Speech, error) {
	if err := os.MkdirAll(filepath.Dir(j.path), 0o755); err != nil {
		return nil, tts.Machine(tts.Said{What: err.Error()}, err).At("out")
	}
	out, err := openOutput("out", j.path, nil)
	if err != nil {
		return nil, err
	}
	defer out.discard()
	ask := j.ask
	ask.Again = again
	speech, err := studio.Speak(ctx, ask, session.WithinCap)
	if err != nil {
		return nil, err
	}
	written := out.receive(speech)
	<-speech.Done() // what was asked for is paid for, written or not
	err = cmp.Or(speech.Err(), written)
	if err == nil {
		_, err = j.check(r.replace) // somebody may have put a file there meanwhile
	}
	if err == nil {
		err = out.keep()
	}
	return speech, err
}

// ends reports a row that has ended.
func (r *render) ends(j *job, row renderedRow) {
	r.meter.mu.Lock()
	defer r.meter.mu.Unlock()
	row.Row, row.Out, row.Preset = j.row, j.path, j.name
	if row.Out == "" {
		row.Out = j.out
	}
	t := &r.total
	switch {
	case row.Error != nil:
		t.Failed++
		if exitCodes[row.Error.Kind] > exitCodes[r.worst] {
			r.worst = row.Error.Kind
		}
	case row.Skipped:
		t.Skipped++
	default:
		t.Done++
		if row.Cached {
			t.Cached++
		}
	}
	if row.UsageCharacters != nil {
		t.UsageCharacters += *row.UsageCharacters
	}
	if row.price != nil {
		t.Price = plus(t.Price, *row.price)
	}
	if row.unpriced {
		t.Unpriced++
	}
	r.meter.clear()
	if row.Error != nil {
		r.note(say.sheet.line(j.at, row.Error.Error()))
	}
	switch {
	case r.asJSON:
		printJSON(r.out, row)
	case row.Error == nil:
		r.tell(row.Out + "  " + row.length() + "  " + row.how(r.dry))
	}
	r.meter.step(row.Out)
}

func (row renderedRow) length() string {
	if row.AudioMS == nil {
		return "-"
	}
	return session.Clock(time.Duration(*row.AudioMS) * time.Millisecond)
}

func (row renderedRow) how(dry bool) string {
	switch {
	case row.Skipped:
		return say.render.thereBefore
	case row.Cached:
		return say.render.fromDisk
	case dry:
		return say.render.estimate(number(row.UsageCharacters))
	}
	return say.render.characters(number(row.UsageCharacters))
}

// waits says why nothing is sent for a while.
func (r *render) waits(pause time.Duration, why *tts.Error) {
	r.meter.say(r.options, say.sound.goesOn(why.Message, pause))
}
