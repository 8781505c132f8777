package cli

import (
	"context"
	"time"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/sheet"
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
func (r *render) skip(jobs []*sheet.Job) {
	for _, j := range jobs {
		if j.Done != nil && !r.again {
			r.ends(j, renderedRow{Skipped: true, AudioMS: j.Done.AudioMS, UsageCharacters: new(0), Take: &j.Done.ID})
		}
	}
}

// pretend reports what a run would do; its numbers are the estimate.
func (r *render) pretend(jobs []*sheet.Job, groups [][]*sheet.Job, c sheet.Cost) {
	r.skip(jobs)
	for _, group := range groups {
		for i, j := range group {
			row := renderedRow{Cached: !r.rows.Sends(group, i), UsageCharacters: new(0)}
			if !row.Cached {
				row.UsageCharacters = new(tts.EstimateCharacters(j.Ask.Request.Text))
			} else if len(j.Takes) > 0 {
				row.AudioMS, row.Take = j.Takes[0].AudioMS, &j.Takes[0].ID
			}
			r.ends(j, row)
		}
	}
	r.total.Done, r.total.Price = 0, c.Price
}

// all speaks the groups, and reports each row as it ends.
func (r *render) all(ctx context.Context, groups [][]*sheet.Job) {
	r.meter.begin(r.total.Rows, r.total.Skipped)
	why := r.rows.All(ctx, groups, session.WithinCap, func(j *sheet.Job, row sheet.Row) {
		if row.NotKept != nil {
			r.meter.say(r.options, sheet.AtLine(j.At, say.render.takeNotKept(row.NotKept.Error())))
		}
		r.ends(j, renderedRow{Cached: row.Cached, AudioMS: row.AudioMS, UsageCharacters: row.Characters, Take: row.Take, Error: row.Err,
			price: row.Price, unpriced: row.Unpriced})
	})
	r.meter.end()
	if why != "" {
		r.note(why)
	}
}

// ends reports a row that has ended.
func (r *render) ends(j *sheet.Job, row renderedRow) {
	r.meter.mu.Lock()
	defer r.meter.mu.Unlock()
	row.Row, row.Out, row.Preset = j.Row, j.Path, j.Name
	if row.Out == "" {
		row.Out = j.Out
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
		t.Price = sheet.Plus(t.Price, *row.price)
	}
	if row.unpriced {
		t.Unpriced++
	}
	r.meter.clear()
	if row.Error != nil {
		r.note(sheet.AtLine(j.At, row.Error.Error()))
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
