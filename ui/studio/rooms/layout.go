package rooms

import "voicestudio/ui/studio/paint"

// The smallest terminal in which every panel can be used.
const (
	MinWidth  = 60
	MinHeight = 18
)

// The smallest terminal with several rooms in sight. Where the takes have a
// column of their own, fewer lines will do.
const (
	severalWidth  = 80
	severalHeight = 24
)

// measure is the widest that a script is set, border included: a longer line is
// hard to read.
const measure = 92

// Rect is an area of the screen in cells.
type Rect struct{ X, Y, W, H int }

// Contains reports whether a cell lies in it.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Inner is the area inside a panel's border and its blank margins.
func (r Rect) Inner() Rect { return Rect{r.X + 2, r.Y + 1, max(0, r.W-4), max(0, r.H-2)} }

// Folded reports a panel of which only the title is there.
func (r Rect) Folded() bool { return r.H <= 1 }

// Layout is where everything stands. Drawing, mouse and cursor share it.
type Layout struct {
	W, H     int
	TooSmall bool
	Single   bool                // one room at a time; the others are names on a line
	Columns  [][]Panel           // what is in sight, from the left and from the top
	Rooms    [PanelCount]Density // of the forms
	Panels   [PanelCount]Rect    // one of height 1 is folded to its title, one of none is not in sight
}

// Wanted is how many lines each form would like to have inside its border.
type Wanted [PanelCount]int

// Arrange computes the layout; rows tells what the forms want.
func Arrange(w, h int, at Spot, rows func(Density) Wanted) Layout {
	l := Layout{W: w, H: h}
	if l.TooSmall = w < MinWidth || h < MinHeight; l.TooSmall {
		return l
	}
	body := h - 3
	switch {
	case l.oneRoom():
		l.single(body, at)
	case at.Stage == BenchStage:
		l.bench(body, at)
	case at.Stage == LadderStage:
		l.ladder(body, at, rows)
	case at.Stage == TuneStage:
		l.tune(body, at)
	case at.Stage == LinesStage:
		l.lines(body, at, rows)
	default:
		l.main(body, at, rows)
	}
	return l
}

// oneRoom reports that there is room for one at a time.
func (l *Layout) oneRoom() bool {
	return l.W < severalWidth || l.H < severalHeight && TakesWidth(l.W) == 0
}

// column puts panels below one another.
func (l *Layout) column(x, w int, panels []Panel, heights ...int) {
	y := 1
	for i, p := range panels {
		l.Panels[p] = Rect{x, y, w, heights[i]}
		y += heights[i]
	}
	l.Columns = append(l.Columns, panels)
}

// forms puts the rooms of settings into the first column.
func (l *Layout) forms(body int, at Spot, rows func(Density) Wanted) (width int) {
	all := l.formHeights(body, at.Form, rows(Tight), rows(Roomy))
	var heights []int
	for _, p := range FormPanels {
		heights = append(heights, all[p])
	}
	width = FormWidth(l.W)
	l.column(0, width, FormPanels, heights...)
	return width
}

func (l *Layout) main(body int, at Spot, rows func(Density) Wanted) {
	left := l.forms(body, at, rows)
	takes, side := takesHeight(body), TakesWidth(l.W)
	if side > 0 {
		takes = 0
	}
	sound := min(max((body-takes)/3, 6), 14)
	script := body - sound - takes
	if side > 0 {
		l.column(left, l.W-left-side, []Panel{ScriptPanel, SoundPanel}, script, sound)
		l.column(l.W-side, side, []Panel{TakesPanel}, body)
		return
	}
	l.column(left, l.W-left, []Panel{ScriptPanel, SoundPanel, TakesPanel}, script, sound, takes)
}

// single gives everything to the room that has the focus, and a line above it
// to the names of all.
func (l *Layout) single(body int, at Spot) {
	l.Single = true
	visits := Visits(at, l.W, l.H)
	names := make([]string, len(visits))
	for i, p := range visits {
		names[i], l.Rooms[p] = Say.Panels[p], Roomy
	}
	for _, name := range paint.Tabs(names, 1, l.W) {
		l.Panels[visits[name.Option]] = Rect{name.X, 1, name.W, 1}
	}
	l.Panels[at.Focus] = Rect{0, 2, l.W, body - 1}
	l.Columns = [][]Panel{{at.Focus}}
}

// Beside is everything that stands beside the forms.
func (l Layout) Beside(all Rect) Rect {
	right, low := all.X+all.W, all.Y+all.H
	for _, p := range []Panel{SoundPanel, TakesPanel} {
		at := l.Panels[p]
		all.X, all.Y = min(all.X, at.X), min(all.Y, at.Y)
		right, low = max(right, at.X+at.W), max(low, at.Y+at.H)
	}
	all.W, all.H = right-all.X, low-all.Y
	return all
}

// TakesWidth is that of the column of takes; 0 where they stand below the
// sound instead.
func TakesWidth(w int) int {
	switch {
	case w >= 150:
		return max(50, w-FormWidth(w)-measure)
	case w >= 110:
		return 36
	}
	return 0
}

// takesHeight is that of the takes below the sound.
func takesHeight(body int) int {
	if body >= 30 {
		return 9
	}
	return 7
}

func FormWidth(w int) int {
	if w >= 150 {
		return 52
	}
	return 38
}

// formHeights gives each form a line for its title, and then its rows while
// there is room: first to the one that has or had the focus and to Voice, with all
// their options in sight where that fits, then to the others from the top.
// What is left over goes to the lowest open form.
func (l *Layout) formHeights(body int, keep Panel, close, wide Wanted) (heights [PanelCount]int) {
	left := body
	for _, p := range FormPanels {
		heights[p] = 1
		left--
	}
	unfold := func(p Panel, room Density, lines int) {
		if more := lines + 2 - heights[p]; more >= 0 && more <= left {
			heights[p], l.Rooms[p] = lines+2, room
			left -= more
		}
	}
	if heights[keep] += min(close[keep]+1, left); heights[keep] > 1 {
		l.Rooms[keep] = Tight
		left -= heights[keep] - 1
	}
	unfold(VoicePanel, Tight, close[VoicePanel])
	for _, p := range []Panel{keep, VoicePanel} {
		if heights[p] > 1 {
			unfold(p, Roomy, wide[p])
		}
	}
	for _, p := range FormPanels {
		if heights[p] == 1 {
			unfold(p, Tight, close[p])
		}
	}
	for _, p := range FormPanels {
		if heights[p] > 1 && l.Rooms[p] == Tight {
			unfold(p, Roomy, wide[p])
		}
	}
	for i := len(FormPanels) - 1; i >= 0; i-- {
		if p := FormPanels[i]; heights[p] > 1 {
			heights[p] += left
			break
		}
	}
	return heights
}
