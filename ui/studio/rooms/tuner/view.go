package tuner

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/tuning"
)

// spot is a place in the panel that can be pressed, from its upper left corner.
type spot struct {
	rooms.Rect
	do, twice func() tea.Cmd
}

// Draw draws the question, and below it what comes next where there is room.
func (r *Tuner) Draw(at rooms.Rect) string {
	t := r.Theme
	r.spots = nil
	focused := r.Focus == rooms.TunePanel && r.Top() == nil
	next := 0
	if at.H >= roomForNext && r.search != nil {
		next = nextHeight
	}
	top := rooms.Rect{W: at.W, H: at.H - next}
	frame := t.Frame(rooms.Say.Panels[rooms.TunePanel], r.badge(at.W-22), focused, top.W, top.H, r.lines(top.Inner()))
	if next == 0 {
		return frame
	}
	inner := rooms.Rect{W: at.W, H: next}.Inner()
	return paint.Below(frame, t.Frame(Say.next, r.nextBadge(), false, at.W, next, r.nextLines(inner.W, inner.H)))
}

// The height from which what comes next is told, and the lines of that.
const (
	roomForNext = 24
	nextHeight  = 8
)

// badge says what is asked about, and how it is heard.
func (r *Tuner) badge(w int) string {
	if r.search == nil || len(r.cards()) == 0 {
		return ""
	}
	said := []paint.Phrase{{Full: Say.levels(r.Matched)}}
	if name := r.asksWhat(); name != "" {
		said = append([]paint.Phrase{{Full: name}}, said...)
	}
	return paint.Phrases(said, " · ", w)
}

// asksWhat names the question.
func (r *Tuner) asksWhat() string {
	switch {
	case r.ended():
		return Say.theEnd
	case r.asksStart():
		return Say.theStart
	}
	return r.axisName()
}

// lines are those of the panel, in an area that begins at its inner corner.
func (r *Tuner) lines(in rooms.Rect) []string {
	t := r.Theme
	switch {
	case r.search == nil && r.fault != nil:
		said := paint.Wrapped(tts.Clean(r.fault.Error()), in.W, in.H-1, t.Failure.Render)
		return append(said, paint.Wrapped(Say.faultCure, in.W, 2, t.Dim.Render)...)
	case r.search == nil || len(r.cards()) == 0:
		return []string{"", t.Dim.Render(paint.Cut(Say.reading, in.W))}
	}
	lines := []string{r.head(in.W)}
	columns := min(len(r.cards()), rowOfStarts)
	rows := (len(r.cards()) + rowOfStarts - 1) / rowOfStarts
	least := leastCard * rows
	said, arrows := r.said(in.W, in.H-1-least)
	spare := in.H - 1 - len(said) - least
	each := min(leastCard+max(0, spare)/rows, mostCard)
	gap := max(0, in.H-1-len(said)-each*rows) // half of it above the clips, the rest below
	lines = append(lines, make([]string, gap/2)...)
	top := in.Y + len(lines)
	lines = append(lines, r.drawCards(in.X, top, in.W, columns, each)...)
	if gap > 1 {
		lines = append(lines, "")
	}
	if arrows >= 0 {
		r.spots = append(r.spots, r.arrowSpots(in.X, in.Y+len(lines)+arrows, in.W, arrows+1 < len(said))...)
	}
	return append(lines, said...)
}

// head says what is asked, and how far it is.
func (r *Tuner) head(w int) string {
	t := r.Theme
	left := Say.askStart(len(r.cards()))
	switch {
	case r.ended() && r.ending:
		left = Say.endCalled
	case r.ended() && !slices.ContainsFunc(r.search.Axes(), func(a tune.Standing) bool { return !a.Out }):
		left = Say.endEmpty
	case r.ended():
		left = Say.endCame
	case r.asksAxis():
		words := r.question.Axis.Words(r.search.Now())
		left = Say.askAxis(words.Name, words.Lower, words.Higher)
	}
	var right []paint.Phrase
	if questions, _ := r.search.Left(); !r.ended() {
		right = append(right, paint.Phrase{Full: Say.toGo(questions), Short: Say.toGoShort(questions)})
	}
	if n := len(r.course.Takes); n > 0 {
		right = append(right, paint.Phrase{Full: Say.heard(n)})
	}
	told := paint.Phrases(right, " · ", max(0, w-paint.Width(left)-2))
	return paint.Sides(t.Strong.Render(paint.Cut(left, w-paint.Width(told)-2)), t.Dim.Render(told), w)
}

// said are the lines below the clips, h at most, and which of them has the arrows; -1:
// none. Where there is no room for all, what it costs or waits for comes first.
func (r *Tuner) said(w, h int) (lines []string, arrows int) {
	t, arrows := r.Theme, -1
	var keys, rest []string
	switch {
	case r.ended():
		keys = append(r.changes(w, h-3), t.Text.Render(paint.Phrases(Say.endKeys(r.ending, len(r.search.Changes()) > 0), "   ", w)))
	case r.asksStart():
		keys = []string{t.Text.Render(paint.Phrases(Say.startKeys(r.cursor+1), "   ", w))}
	default:
		arrows = 0
		keys = []string{r.arrows(w), t.Text.Render(paint.Phrases(append([]paint.Phrase{{Full: Say.sameKey}}, Say.axisKeys(len(r.cards()))...), "   ", w))}
	}
	state := r.state(w)
	if apart := r.apart(); len(apart) > 0 && !r.ended() {
		rest = paint.Wrapped("! "+Say.apart(apart), w, 2, t.Warning.Render)
	}
	rest = append(rest, r.text(w))
	if len(state)+len(keys)+len(rest) > h {
		if lines = slices.Concat(state, keys, rest); arrows == 0 {
			arrows = len(state)
		}
	} else {
		if state == nil && len(keys)+len(rest) < h {
			state = []string{""}
		}
		lines = slices.Concat(keys, state, rest)
	}
	if lines = lines[:min(len(lines), max(0, h))]; arrows >= len(lines) {
		arrows = -1
	}
	return lines, arrows
}

// text is what all say, with the key that changes it.
func (r *Tuner) text(w int) string {
	t := r.Theme
	text := strings.Join(strings.Fields(tts.Clean(r.course.Text)), " ")
	hint := Say.textKey
	if paint.Width(text)+paint.Width(hint)+16 > w {
		hint = Say.textKeyShort
	}
	return paint.Sides(t.Dim.Render(Say.line)+t.Text.Render(text), t.Dim.Render("  "+hint), w)
}

// state says what is waited for, what it would cost, or what went wrong.
func (r *Tuner) state(w int) []string {
	t, cards := r.Theme, r.cards()
	for i, row := range cards {
		switch {
		case row.Refused():
			others := slices.ContainsFunc(cards, func(r *lineup.Row) bool { return !r.Refused() })
			return paint.Wrapped("✗ "+Say.refused(i+1, why(row), others), w, 2, t.Failure.Render)
		case row.State() == lineup.Failed:
			price, free := lineup.Price([]*lineup.Row{row})
			return paint.Wrapped("✗ "+Say.failed(i+1, why(row), price, free), w, 2, t.Failure.Render)
		}
	}
	lack := missing(cards)
	switch held := r.held(lack); {
	case len(lack) > 0 && !r.free() && !r.agreed && r.stops(lack) == "":
		return paint.Wrapped(r.bill(lack), w, 2, t.Strong.Render)
	case len(lack) > 0 && held != "":
		return paint.Wrapped(Say.heldBack(held), w, 2, t.Warning.Render)
	}
	if i := waited(cards); i >= 0 {
		return []string{t.Spinner(r.Now()) + " " + t.Dim.Render(paint.Cut(Say.waits(i+1, r.saidHost()), w-2))}
	}
	if said := r.economy(); len(said) > 0 {
		return []string{t.Dim.Render(paint.Phrases(said, " · ", w))}
	}
	return nil
}

func (r *Tuner) saidHost() string {
	h, _ := tts.HostAt(r.host())
	return h.Title
}

// economy says what the course has cost and will.
func (r *Tuner) economy() (said []paint.Phrase) {
	if r.free() {
		if r.stop != (stop{}) {
			said = append(said, paint.Phrase{Full: Say.stopAt(r.saidStop())})
		}
		return said
	}
	clips, price := r.toEnd()
	said = append(said, paint.Phrase{Full: Say.spent(r.spent().String(), r.course.Unpriced)})
	if !r.ended() {
		said = append(said, paint.Phrase{Full: Say.about(clips, r.cost(price))})
	}
	said = append(said, paint.Phrase{Full: Say.stopAt(r.saidStop())})
	return said
}

// arrows stand below the clips that they choose.
func (r *Tuner) arrows(w int) string {
	t, line := r.Theme, ""
	for i, at := range r.places(w, len(r.question.Candidates)) {
		said := Say.arrow[r.question.Candidates[i].Answer]
		text := said.Full
		if paint.Width(text) > at.W {
			text = said.Short
		}
		from := at.X + max(0, at.W-paint.Width(text))/2
		line = paint.Fit(line, from) + t.Strong.Render(paint.Cut(text, at.W))
	}
	return line
}

// arrowSpots are where they can be pressed, and the line of no difference below.
func (r *Tuner) arrowSpots(x, y, w int, below bool) (all []spot) {
	for i, at := range r.places(w, len(r.question.Candidates)) {
		answer := r.question.Candidates[i].Answer
		all = append(all, spot{Rect: rooms.Rect{X: x + at.X, Y: y, W: at.W, H: 1}, do: func() tea.Cmd { return r.answer(answer) }})
	}
	if !below {
		return all
	}
	same := paint.Width(Say.sameKey)
	return append(all, spot{Rect: rooms.Rect{X: x, Y: y + 1, W: same, H: 1}, do: func() tea.Cmd { return r.answer(tune.Same) }})
}

// changes says what has become of the start, in words.
func (r *Tuner) changes(w, h int) (lines []string) {
	all := tuning.Changes(r.search)
	if len(all) == 0 {
		all = []string{Say.nothingChanged}
	}
	most := max(1, h-1)
	if len(all) > most {
		return paint.Wrapped(tts.Listed(all...), w, most, r.Theme.Text.Render)
	}
	return r.Theme.Bullets(all, w, most)
}

// why says in a sentence what is wrong with a clip.
func why(row *lineup.Row) string {
	if row.Err == nil {
		return ""
	}
	return tts.Clean(tts.AsError(row.Err, tts.KindMachine).Error())
}

// Press hears the clip at a cell of the screen, or answers what stands there; pressed
// twice a clip is the answer.
func (r *Tuner) Press(x, y int, double bool) tea.Cmd {
	at := r.Layout.Panels[rooms.TunePanel]
	for _, s := range r.spots {
		if !s.Contains(x-at.X, y-at.Y) {
			continue
		}
		if double && s.twice != nil {
			return s.twice()
		}
		if double {
			return nil
		}
		return s.do()
	}
	return nil
}
