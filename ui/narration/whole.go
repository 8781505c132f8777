package narration

import (
	"context"
	"io"
	"sort"
	"time"

	"voicestudio/player"
	"voicestudio/presets/script"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// Whole is a script as one sound, of the lines that have a take.
type Whole struct {
	*player.Whole
	// Lines are those of its parts, by their places from 0.
	Lines []int
	// Missing are the lines that are left out, since they have no take.
	Missing []int
	// Stale are those in it whose take is of other words, settings or another host.
	Stale []int
}

// NewWhole is the whole of a script from a line on, and from a place of its take, where
// rows are the script's lines. Between two of them is what the script says, where some
// between are missing the longest of it. It ends with ctx.
func NewWhole(ctx context.Context, rows []Row, s script.Script, from int, at time.Duration) *Whole {
	w := &Whole{}
	var parts []player.Part
	var formats []player.Format
	for i := max(0, from); i < len(rows); i++ {
		pause := time.Duration(s.Pause(i) * float64(time.Second))
		r := &rows[i]
		if r.Take == nil {
			w.Missing = append(w.Missing, i)
			if n := len(parts); n > 0 {
				parts[n-1].Pause = max(parts[n-1].Pause, pause)
			}
			continue
		}
		if r.State != Current {
			w.Stale = append(w.Stale, i)
		}
		w.Lines = append(w.Lines, i)
		part := player.Part{Open: opened(*r.Take), Trim: s.Whole.Trim, Pause: pause}
		if i == from {
			part.From = at
		}
		parts = append(parts, part)
		formats = append(formats, session.FormatOf(r.Take.Request))
	}
	rate, channels := player.Common(formats...)
	w.Whole = player.NewWhole(ctx, rate, channels, parts...)
	return w
}

// opened opens a take when the whole comes to it.
func opened(t takes.Take) func(context.Context) (io.ReadCloser, player.Format, error) {
	return func(context.Context) (io.ReadCloser, player.Format, error) {
		f, format, err := session.OpenTake(t)
		if err != nil {
			return nil, format, err // no *os.File in it
		}
		return f, format, nil
	}
}

// Moment is what sounds at a time of a Whole.
type Moment struct {
	Line int           // the place in the script, from 0
	At   time.Duration // of the line's take
	// Pause is true of the silence behind the line.
	Pause bool
}

// At is what sounds at a time; false before it has been read so far.
func (w *Whole) At(t time.Duration) (Moment, bool) {
	spans := w.Spans()
	n := sort.Search(len(spans), func(i int) bool { return spans[i].Begin > t }) - 1
	if n < 0 {
		return Moment{}, false
	}
	s := spans[n]
	m := Moment{Line: w.Lines[s.Part], At: t - s.Begin + s.From}
	if t >= s.End {
		m.At, m.Pause = s.End-s.Begin+s.From, true
	}
	return m, true
}

// Place is where a line sounds in a Whole: from Begin to End, the first moment being
// From of its take.
type Place struct {
	Line             int
	Begin, End, From time.Duration
}

// Places are those of the lines as far as the whole has been read, in their order.
func (w *Whole) Places() []Place {
	var all []Place
	for _, s := range w.Spans() {
		all = append(all, Place{w.Lines[s.Part], s.Begin, s.End, s.From})
	}
	return all
}

// Lost are the lines whose audio could not be had, and why.
func (w *Whole) Lost() []Lost {
	var all []Lost
	for _, f := range w.Faults() {
		all = append(all, Lost{w.Lines[f.Part], f.Err, f.LeftOut})
	}
	return all
}

// Lost is a line that is not in a Whole, or not all of it.
type Lost struct {
	Line int
	Err  error
	// LeftOut is true where nothing of it is there.
	LeftOut bool
}
