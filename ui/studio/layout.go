package studio

// panel is one of the studio's areas, in the order that tab visits them.
type panel int

const (
	scriptPanel panel = iota
	voicePanel
	blendPanel
	effectsPanel
	soundPanel
	takesPanel
	panelCount
)

// The smallest terminal in which every panel can be used.
const (
	minWidth  = 60
	minHeight = 18
)

// rect is an area of the screen in cells.
type rect struct{ x, y, w, h int }

func (r rect) contains(x, y int) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

// inner is the area inside a panel's border and its blank margins.
func (r rect) inner() rect { return rect{r.x + 2, r.y + 1, max(0, r.w-4), max(0, r.h-2)} }

// layout is where everything stands. Drawing, mouse and cursor share it.
type layout struct {
	w, h     int
	tooSmall bool
	room     density          // of the forms
	panels   [panelCount]rect // a panel of height 1 is collapsed to its title
}

// wanted is how many lines each form would like to have inside its border.
type wanted [panelCount]int

// arrange computes the layout; rows tells what the forms want. Their choices
// are spread over several lines only where all forms then fit.
func arrange(w, h int, focus panel, rows func(density) wanted) layout {
	l := layout{w: w, h: h}
	if w < minWidth || h < minHeight {
		l.tooSmall = true
		return l
	}
	left := formWidth(w)
	body := h - 3
	lines := rows(roomy)
	if lines[voicePanel]+lines[blendPanel]+lines[effectsPanel]+6 > body {
		l.room, lines = tight, rows(tight)
	}
	heights := formHeights(body, focus, lines)
	y := 1
	for _, p := range []panel{voicePanel, blendPanel, effectsPanel} {
		l.panels[p] = rect{0, y, left, heights[p]}
		y += heights[p]
	}
	right := w - left
	takes := takesHeight(body, focus)
	if width := takesWidth(w); width > 0 {
		right, takes = right-width, 0
		l.panels[takesPanel] = rect{w - width, 1, width, body}
	}
	sound := min(max((body-takes)/3, 6), 14)
	script := body - sound - takes
	l.panels[scriptPanel] = rect{left, 1, right, script}
	l.panels[soundPanel] = rect{left, 1 + script, right, sound}
	if takes > 0 {
		l.panels[takesPanel] = rect{left, 1 + script + sound, right, takes}
	}
	return l
}

// takesWidth is that of the column of takes; 0 where they stand below the
// sound instead.
func takesWidth(w int) int {
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
func takesHeight(body int, focus panel) int {
	switch {
	case body >= 30:
		return 9
	case body >= 21:
		return 5
	case focus == takesPanel:
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
func formHeights(body int, focus panel, rows wanted) (heights [panelCount]int) {
	forms := []panel{effectsPanel, blendPanel, voicePanel}
	total := 0
	for _, p := range forms {
		heights[p] = rows[p] + 2
		total += heights[p]
	}
	keep := focus
	if keep != blendPanel && keep != effectsPanel {
		keep = voicePanel
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
