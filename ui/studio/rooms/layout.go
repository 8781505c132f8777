package rooms

// Panel is one of the studio's areas, in the order that tab visits them.
type Panel int

const (
	ScriptPanel Panel = iota
	VoicePanel
	BlendPanel
	EffectsPanel
	SoundPanel
	TakesPanel
	PanelCount
)

// The smallest terminal in which every panel can be used.
const (
	MinWidth  = 60
	MinHeight = 18
)

// Rect is an area of the screen in cells.
type Rect struct{ X, Y, W, H int }

// Contains reports whether a cell lies in it.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Inner is the area inside a panel's border and its blank margins.
func (r Rect) Inner() Rect { return Rect{r.X + 2, r.Y + 1, max(0, r.W-4), max(0, r.H-2)} }

// Layout is where everything stands. Drawing, mouse and cursor share it.
type Layout struct {
	W, H     int
	TooSmall bool
	Room     density          // of the forms
	Panels   [PanelCount]Rect // a panel of height 1 is collapsed to its title
}

// wanted is how many lines each form would like to have inside its border.
type wanted [PanelCount]int

// Arrange computes the layout; rows tells what the forms want. Their choices
// are spread over several lines only where all forms then fit.
func Arrange(w, h int, focus Panel, rows func(density) wanted) Layout {
	l := Layout{W: w, H: h}
	if w < MinWidth || h < MinHeight {
		l.TooSmall = true
		return l
	}
	left := formWidth(w)
	body := h - 3
	lines := rows(roomy)
	if lines[VoicePanel]+lines[BlendPanel]+lines[EffectsPanel]+6 > body {
		l.Room, lines = tight, rows(tight)
	}
	heights := formHeights(body, focus, lines)
	y := 1
	for _, p := range []Panel{VoicePanel, BlendPanel, EffectsPanel} {
		l.Panels[p] = Rect{0, y, left, heights[p]}
		y += heights[p]
	}
	right := w - left
	takes := takesHeight(body, focus)
	if width := TakesWidth(w); width > 0 {
		right, takes = right-width, 0
		l.Panels[TakesPanel] = Rect{w - width, 1, width, body}
	}
	sound := min(max((body-takes)/3, 6), 14)
	script := body - sound - takes
	l.Panels[ScriptPanel] = Rect{left, 1, right, script}
	l.Panels[SoundPanel] = Rect{left, 1 + script, right, sound}
	if takes > 0 {
		l.Panels[TakesPanel] = Rect{left, 1 + script + sound, right, takes}
	}
	return l
}

// TakesWidth is that of the column of takes; 0 where they stand below the
// sound instead.
func TakesWidth(w int) int {
	switch {
	case w >= 150:
		return 50
	case w >= 110:
		return 36
	}
	return 0
}

// takesHeight is that of the takes below the sound. Where there is little
// room they collapse to their title until they have the focus.
func takesHeight(body int, focus Panel) int {
	switch {
	case body >= 30:
		return 9
	case body >= 21:
		return 5
	case focus == TakesPanel:
		return 5
	}
	return 1
}

func formWidth(w int) int {
	switch {
	case w >= 150:
		return 52
	case w >= 110:
		return 38
	case w >= 80:
		return 37
	}
	return 30
}

// formHeights gives each form its rows and its border. Where that is too
// much, the forms without focus collapse to their titles, the lowest first;
// what is left over goes to the lowest open form.
func formHeights(body int, focus Panel, rows wanted) (heights [PanelCount]int) {
	forms := []Panel{EffectsPanel, BlendPanel, VoicePanel}
	total := 0
	for _, p := range forms {
		heights[p] = rows[p] + 2
		total += heights[p]
	}
	keep := focus
	if keep != BlendPanel && keep != EffectsPanel {
		keep = VoicePanel
	}
	for _, p := range forms {
		if total > body && p != keep {
			total -= heights[p] - 1
			heights[p] = 1
		}
	}
	for _, p := range forms {
		if heights[p] > 1 {
			heights[p] += body - total
			break
		}
	}
	return heights
}
