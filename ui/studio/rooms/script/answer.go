package script

import (
	"cmp"
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// answered is how the last answer came, as far as it is known: of this run all of
// it, of an earlier one what is kept with its take.
type answered struct {
	number   int // of its take; 0: it has none
	host     tts.HostName
	at       time.Time
	timing   tts.Timing
	first    *int64 // ms until audio came
	audible  *int64 // ms until it was heard
	info     tts.Info
	format   string
	bytes    int64
	cost     string // empty while unknown
	cached   bool
	arriving bool
	progress tts.Progress
}

// last is the last answer, the one that arrives included; found is false where
// there was none.
func (r *Request) last() (a answered, found bool) {
	k := r.Sound.Making
	if k != nil && k.Speech != nil {
		p := k.Speech.Progress()
		a = answered{host: k.Speech.Host, at: p.Timing.Began, timing: p.Timing, info: p.Info, format: k.Speech.Request.AudioFormat(),
			bytes: p.Bytes, cached: k.Speech.Cached, arriving: !k.Speech.Closed(), progress: p}
		if p.FirstChunk > 0 {
			a.first = tts.Milliseconds(p.FirstChunk)
		}
		if k.Row != nil {
			a.number, a.audible = k.Row.Number, k.Row.AudibleMS
		}
		if take, err := k.Speech.Take(); a.cached && err == nil {
			a.ofTake(take)
		}
		if !a.arriving {
			a.cost = session.Cost(a.host, k.Speech.Price())
		}
		return a, true
	}
	row := r.Takes.Latest()
	if row == nil {
		return a, false
	}
	a = answered{number: row.Number, host: row.Host, format: row.Request.AudioFormat(), arriving: row.Live, cost: session.Cost(row.Host, row.Price)}
	a.ofTake(row.Take)
	return a, true
}

// ofTake takes over what a take keeps of its answer.
func (a *answered) ofTake(t takes.Take) {
	a.at, a.first, a.audible, a.info, a.bytes = t.Time, t.FirstChunkMS, t.AudibleMS, t.Info, t.Bytes
	if t.Timing != nil {
		a.timing = *t.Timing
	}
}

// NoError says why there is no error to show.
func (r *Request) NoError() string {
	if r.LastError.Err == nil {
		return Say.request.noError
	}
	return ""
}

// ShowError shows the last error in full, and puts it on the clipboard.
func (r *Request) ShowError() tea.Cmd {
	return tea.Batch(tea.SetClipboard(tts.Clean(r.LastError.Err.Error())), r.Messages())
}

// trace is the id by which the host finds its last answer, or its refusal where
// that came later.
func (r *Request) trace() string {
	a, found := r.last()
	id, f := a.info.TraceID, r.LastError
	if e, is := errors.AsType[*tts.Error](f.Err); is && e.TraceID != "" && (!found || f.At.After(a.at)) {
		id = e.TraceID
	}
	return tts.Clean(id)
}

// NoTrace says why there is no trace id to copy.
func (r *Request) NoTrace() string {
	if r.trace() == "" {
		return Say.request.noTrace
	}
	return ""
}

// CopyTrace puts the trace id on the clipboard.
func (r *Request) CopyTrace() tea.Cmd {
	id := r.trace()
	return tea.Batch(tea.SetClipboard(id), r.Say(rooms.Note, Say.request.copiedTrace(id)))
}

// NoAnswer says why there is no answer to copy.
func (r *Request) NoAnswer() string {
	if _, found := r.last(); !found {
		return Say.request.noAnswer
	}
	return ""
}

// CopyAnswer puts what is known of the last answer on the clipboard, a line for
// each.
func (r *Request) CopyAnswer() tea.Cmd {
	a, _ := r.last()
	var b strings.Builder
	for _, row := range r.report(a) {
		b.WriteString(row[0] + ": " + row[1] + "\n")
	}
	return tea.Batch(tea.SetClipboard(b.String()), r.Say(rooms.Note, Say.request.copiedAnswer))
}

// report is what is known of an answer: names and what they say.
func (r *Request) report(a answered) (rows [][2]string) {
	w := &Say.request
	add := func(name string, parts ...string) {
		said := ""
		for _, part := range parts {
			if part = tts.Clean(part); part != "" && said != "" {
				said += partGap
			}
			said += part
		}
		if said != "" {
			rows = append(rows, [2]string{name, said})
		}
	}
	ms := func(say func(int64) string, n *int64) string {
		if n == nil {
			return ""
		}
		return say(*n)
	}
	sent, from := a.at.Local().Format(time.TimeOnly), hostTitle(a.host)
	if day := a.at.Local().Format(time.DateOnly); day != r.Now().Local().Format(time.DateOnly) {
		sent = day + " " + sent
	}
	if a.cached {
		from = w.fromDisk(from)
	}
	add(w.sent, sent, from, a.timing.HTTP)
	add(w.came, ms(w.firstByte, a.timing.FirstByteMS), ms(w.firstAudio, a.first), ms(w.firstSound, a.audible), a.pace())
	add(w.trace, a.info.TraceID)
	if p := a.progress; p.Chunks > 0 && !a.cached {
		gap := ""
		if p.Gap > 0 {
			gap = w.gap(p.Gap.Milliseconds(), p.GapAt.Milliseconds())
		}
		add(w.chunks, w.count(p.Chunks), gap)
	}
	if n := a.info.UsageCharacters; n != nil && !a.arriving {
		words := ""
		if a.info.WordCount != nil {
			words = w.words(*a.info.WordCount)
		}
		add(w.billed, w.characters(*n), a.cost, words)
	}
	add(w.audio, a.format, ms(w.hertz, wide(a.info.SampleRate)), ms(w.bits, wide(a.info.Bitrate)), w.bytes(a.bytes), r.length(a))
	add(w.requestID, a.info.RequestID)
	return rows
}

// partGap stands between the parts of what is known of an answer.
const partGap = "   "

// wholeParts are as many of them as fit into w cells; the first may be cut.
func wholeParts(said string, w int) string {
	var parts []paint.Phrase
	for part := range strings.SplitSeq(said, partGap) {
		parts = append(parts, paint.Phrase{Full: part})
	}
	return cmp.Or(paint.Phrases(parts, partGap, w), said)
}

func wide(n *int) *int64 {
	if n == nil || *n == 0 {
		return nil
	}
	return new(int64(*n))
}

func (r *Request) length(a answered) string {
	if a.info.AudioMS == nil {
		return ""
	}
	return session.Clock(time.Duration(*a.info.AudioMS) * time.Millisecond)
}

// pace is how much faster than it sounds it came; empty while that is unknown.
func (a answered) pace() string {
	n := len(a.progress.Arrivals)
	if a.cached || a.arriving || n == 0 || a.info.AudioMS == nil {
		return ""
	}
	if took := a.progress.Arrivals[n-1]; took > 0 {
		return Say.request.pace(float64(*a.info.AudioMS) / 1000 / took.Seconds())
	}
	return ""
}

func (r *Request) drawAnswer(at rooms.Rect) string {
	t, inner := r.Theme, at.Inner()
	a, found := r.last()
	var lines []string
	badge := ""
	if !found {
		lines = paint.Wrapped(Say.request.noAnswer, inner.W, 2, t.Dim.Render)
	} else {
		if a.number > 0 {
			badge = listen.Say.Takes.Take(a.number)
		}
		rows := r.report(a)
		name := 0
		for _, row := range rows {
			name = max(name, paint.Width(row[0]))
		}
		for i, row := range rows {
			lines = append(lines, t.Dim.Render(paint.Fit(row[0], name))+"  "+t.Text.Render(wholeParts(row[1], inner.W-name-2)))
			if i == 1 && !a.cached {
				lines = append(lines, timeline(t, a, inner.W)...)
			}
		}
	}
	lines = r.withError(lines, inner.W, inner.H)
	return t.Frame(Say.request.answer, badge, false, at.W, at.H, lines)
}

// withError adds the last error of the session below the answer.
func (r *Request) withError(lines []string, w, h int) []string {
	f := r.LastError
	if f.Err == nil {
		if len(lines) < h {
			lines = append(lines, r.Theme.Dim.Render(Say.request.errorFree))
		}
		return lines
	}
	said := Say.request.error(f.At.Local().Format(time.TimeOnly), f.Err.Error())
	wrapped := paint.Wrapped(said, w, max(1, min(3, h-1)), r.Theme.Failure.Render)
	return append(lines[:min(len(lines), h-len(wrapped))], wrapped...)
}

// timeline draws when an answer's audio came, from sending: a mark for each
// stretch in which some did, none for a gap.
func timeline(t paint.Theme, a answered, w int) []string {
	arrivals := a.progress.Arrivals
	if len(arrivals) == 0 {
		return nil
	}
	cells := w - 2
	end := max(arrivals[len(arrivals)-1], time.Millisecond)
	came := make([]bool, cells)
	place := func(at time.Duration) int { return min(int(at*time.Duration(cells)/(end+1)), cells-1) }
	for _, at := range arrivals {
		came[place(at)] = true
	}
	begins := place(arrivals[0])
	answers := begins
	if a.timing.FirstByteMS != nil {
		answers = min(begins, place(time.Duration(*a.timing.FirstByteMS)*time.Millisecond))
	}
	bar := t.Border.Render("├" + paint.Repeat("─", answers))
	for i := answers; i < cells; i++ {
		switch {
		case came[i]:
			bar += t.Accent.Render("▮")
		case i < begins:
			bar += t.Border.Render("┄")
		default:
			bar += t.Border.Render("▯")
		}
	}
	bar += t.Border.Render("┤")
	scale := paint.Sides(t.Dim.Render(Say.request.ms(0)), t.Dim.Render(Say.request.ms(end.Milliseconds())), w)
	return []string{bar, scale}
}
