package tuner

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/tuning"
)

// The lines, borders included, that the boxes below the axes have.
const (
	soFarHeight  = 9
	leastAnswers = 5
)

// DrawAxes draws the axes, and below them what was answered and how it stands, as far
// as there is room.
func (r *Tuner) DrawAxes(at rooms.Rect) string {
	t := r.Theme
	focused := r.Focus == rooms.AxesPanel && r.Top() == nil
	axes := r.axisLines(at.W-4, focused)
	head := len(axes) + 2
	boxes := []string{}
	soFar, answers := 0, 0
	if r.search != nil {
		if at.H >= head+leastAnswers {
			answers = at.H - head
		}
		if at.H >= head+leastAnswers+soFarHeight {
			soFar = soFarHeight
			answers -= soFar
		}
	}
	boxes = append(boxes, t.Frame(rooms.Say.Panels[rooms.AxesPanel], r.pass(), focused, at.W, at.H-answers-soFar, axes))
	if answers > 0 {
		boxes = append(boxes, t.Frame(Say.answers, fmt.Sprint(len(r.told)), false, at.W, answers, r.answerLines(at.W-4, answers-2)))
	}
	if soFar > 0 {
		boxes = append(boxes, t.Frame(Say.soFar, "", false, at.W, soFar, r.soFarLines(at.W-4, soFar-2)))
	}
	return paint.Below(boxes...)
}

// pass says how often the axes were gone through.
func (r *Tuner) pass() string {
	if !r.asksAxis() {
		return ""
	}
	_, more := r.search.Left()
	return Say.pass(r.question.Pass, r.question.Pass+more-1)
}

// axisTop is the line of the first axis in the panel.
const axisTop = 2

// axisLines are the axes with what is still open of them.
func (r *Tuner) axisLines(w int, focused bool) (lines []string) {
	t := r.Theme
	if r.search == nil {
		return []string{t.Dim.Render(paint.Cut(r.None(), w))}
	}
	all := r.search.Axes()
	if len(all) == 0 {
		return paint.Wrapped(Say.startFirst, w, 3, t.Dim.Render)
	}
	name, value := paint.Width(Say.axis), paint.Width(Say.nowValue)
	for _, a := range all {
		name = max(name, paint.Width(r.nameOf(a.Axis)))
		value = max(value, paint.Width(r.valueOf(a.Axis)))
	}
	name = min(name, max(8, w*2/5))
	rail := max(4, w-2-name-2-1-1-value)
	lines = append(lines, t.Dim.Render(paint.Cut(paint.Blanks(2)+paint.Fit(Say.axis, name)+paint.Blanks(3)+paint.Fit(Say.open, rail)+" "+paint.FitLeft(Say.nowValue, value), w)))
	r.axis = min(r.axis, len(all)-1)
	for i, a := range all {
		mark, ink := t.Row(focused && i == r.axis)
		asked, middle := " ", ""
		switch {
		case a.Out:
			asked, middle = "×", t.Dim.Render(paint.Fit(Say.out, rail))
		case a.Done:
			asked = "✓"
		case r.asksAxis() && a.Axis == r.question.Axis:
			asked = "?"
		}
		if middle == "" {
			middle = t.Rail(a.Low, a.High, []paint.Mark{{X: a.Place, Sign: "●", Ink: ink}}, rail)
		}
		lines = append(lines, mark+ink.Render(paint.Fit(r.nameOf(a.Axis), name))+" "+t.Strong.Render(asked)+" "+middle+" "+t.Text.Render(paint.FitLeft(r.valueOf(a.Axis), value)))
	}
	lines = append(lines, t.Dim.Render(paint.Phrases(Say.signs, "  ", w)))
	for _, c := range r.search.Closed() {
		lines = append(lines, paint.Wrapped(Say.closed(c.Axis.Words(r.search.Now()).Name, tts.Clean(c.Why)), w, 2, t.Dim.Render)...)
	}
	return append(lines, paint.Wrapped(Say.lockKey, w, 2, t.Dim.Render)...)
}

func (r *Tuner) nameOf(a tune.Axis) string { return a.Words(r.search.Now()).Name }

// valueOf is where an axis stands; the share of one voice of several without its
// name, which stands beside it.
func (r *Tuner) valueOf(a tune.Axis) string {
	if a.Group() == tune.Weights && a != tune.Weights {
		return fmt.Sprintf("%d %%", int(tune.Value(a, r.search.Now())))
	}
	return tuning.Value(a, r.search.Now())
}

// The columns of an answer, in cells.
const (
	leastPass, mostPass = 8, 12
	leastName, mostName = 12, 18
)

// answerLines are the answers, the last ones where there are more than lines.
func (r *Tuner) answerLines(w, h int) (lines []string) {
	t := r.Theme
	passCells := paint.Widest(leastPass, mostPass, Say.passOf(r.question.Pass)+" ")
	nameCells := paint.Widest(leastName, mostName, r.axisNames()...)
	foot := []string{t.Dim.Render(paint.Cut(Say.takeBackKey, w))}
	if h < 4 {
		foot = nil
	}
	room := h - len(foot)
	from := 0
	asked := 0
	if r.asksAxis() {
		asked = 1
	}
	if n := len(r.told) + asked; n > room {
		from = n - room
	}
	last := -1
	for i, a := range r.told[min(from, len(r.told)):] {
		pass := ""
		if i == 0 || a.pass != last {
			pass = Say.passOf(a.pass)
		}
		last = a.pass
		name := a.words.Name
		if a.axis == "" {
			pass, name = "", Say.start
		}
		lines = append(lines, t.Dim.Render(paint.Fit(pass, passCells))+t.Text.Render(paint.Fit(name, nameCells))+" "+r.arrowOf(a.answer)+" "+t.Text.Render(paint.Cut(r.saidOf(a), w-passCells-nameCells-3)))
	}
	if asked > 0 && room > 0 {
		lines = append(lines, paint.Fit(paint.Blanks(passCells-2)+t.Strong.Render("▸ ")+t.Text.Render(paint.Fit(r.axisName(), nameCells))+" "+t.Strong.Render("?"), w))
	}
	for len(lines) < room {
		lines = append(lines, "")
	}
	return append(lines, foot...)
}

// axisNames are those of the axes that were asked about, or are.
func (r *Tuner) axisNames() (names []string) {
	for _, a := range r.told {
		names = append(names, a.words.Name)
	}
	if r.asksAxis() {
		names = append(names, r.axisName())
	}
	return names
}

// arrowOf is the key of an answer.
func (r *Tuner) arrowOf(a tune.Answer) string {
	key, known := map[tune.Answer]string{tune.Left: "←", tune.Right: "→", tune.Middle: "↑", tune.Same: "↓"}[a]
	if !known {
		key = string(a)
	}
	return r.Theme.Strong.Render(key)
}

// soFarLines say what the course began with, and what it has come to.
func (r *Tuner) soFarLines(w, h int) (lines []string) {
	t := r.Theme
	names := paint.Widest(13, w/2, Say.start, Say.now, Say.clipsHeard, Say.toMake, Say.costs, Say.untilEnd, Say.stopName) + 2
	add := func(name, value string) {
		lines = append(lines, t.Dim.Render(paint.Fit(name, names))+t.Text.Render(paint.Cut(value, w-names)))
	}
	clips, price := r.toEnd()
	add(Say.start, r.startNamed())
	add(Say.now, Say.differ(len(r.search.Changes())))
	add(Say.clipsHeard, fmt.Sprint(len(r.course.Takes)))
	add(Say.toMake, Say.aboutClips(clips))
	if r.free() {
		add(Say.costs, rooms.Say.Screen.Free)
	} else {
		add(Say.costs, r.spent().String())
		add(Say.untilEnd, r.cost(price))
	}
	add(Say.stopName, r.saidStop())
	return lines[:min(len(lines), h)]
}

// nextBadge names what may be asked about next.
func (r *Tuner) nextBadge() string {
	if !r.asksAxis() {
		return ""
	}
	next, comes := r.search.After(tune.Same)
	if !comes {
		return Say.lastOne
	}
	return next.Axis.Words(r.search.Now()).Name
}

// nextLines say what comes next, and how it works.
func (r *Tuner) nextLines(w, h int) []string {
	t := r.Theme
	said := Say.nextPaid
	switch {
	case !r.asksAxis():
		said = ""
	case r.free():
		said = Say.nextFree
	case r.early:
		said = Say.nextEarly
	}
	var lines []string
	if said != "" {
		lines = append(paint.Wrapped(said, w, 2, t.Text.Render), "")
	}
	return append(lines, paint.Wrapped(Say.howItWorks, w, max(0, h-len(lines)), t.Dim.Render)...)
}

// PressAxis takes the axis at a line of the screen out of the search, or in again.
func (r *Tuner) PressAxis(y int) tea.Cmd {
	i := y - r.Layout.Panels[rooms.AxesPanel].Y - axisTop
	if r.search == nil || i < 0 || i >= len(r.search.Axes()) {
		return nil
	}
	r.axis = i
	return r.LockAxis()
}
