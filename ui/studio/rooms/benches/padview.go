package benches

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// Draw draws it with its border.
func (r *Pad) Draw(at rooms.Rect) string {
	focused := r.Focus == rooms.PadPanel && r.Top() == nil
	title, badge := rooms.Say.Panels[rooms.PadPanel], ""
	if r.field != nil {
		badge = Say.pad.title(len(r.field.Voices), r.field.Step())
	}
	if at.Folded() {
		return r.Theme.Folded(title, badge, at.W)
	}
	return r.drawn.Get(r.key(at, focused), func() string {
		inner := at.Inner()
		return r.Theme.Frame(title, badge, focused, at.W, at.H, r.lines(inner.W, inner.H))
	})
}

// padKey is everything that the panel's drawing depends on.
type padKey struct {
	of      basis
	at      rooms.Rect
	focused bool
	look    paint.Look
	cursor  int
	stars   string
	states  string
	sounds  *lineup.Row
	none    string
}

func (r *Pad) key(at rooms.Rect, focused bool) padKey {
	states := make([]byte, len(r.Rows))
	for i, row := range r.Rows {
		if states[i] = byte(row.State()); !row.Looked() {
			states[i] = 255
		}
	}
	k := padKey{of: r.of, at: at, focused: focused, look: r.Theme.Look, cursor: r.cursor, stars: strings.Join(r.stars, " "), states: string(states), sounds: r.Sounding()}
	if r.field == nil {
		k.none = r.None()
	}
	return k
}

// padded is how a pad stands in its panel: the field of dots, of which the lines
// from top on are in sight, and which other lines have room.
type padded struct {
	x, y, w, h int // of the field in the panel
	all, top   int // its lines, and the first in sight
	names      bool
	foot       int // lines below the field: of the cursor, and what the signs mean
}

// The most that rows of dots stand apart, in lines, and the dots in a row, in cells:
// so many more for each line.
const (
	mostLines = 4
	leastGap  = 6
	lineGap   = 2
)

// place shares w by h cells. The dots stand as far apart as there is room, an even
// number of cells, so that the rows of a triangle stand between each other.
func (r *Pad) place(w, h int) (p padded) {
	rows, names := r.field.Rows(), 2
	if r.field.Triangle() {
		names = 1 // the highest one stands beside its dot
	}
	if p.names = h >= rows+1+names; !p.names {
		names = 0
	}
	p.foot = 1 + min(2, max(0, h-rows-names-1))
	room := max(1, h-p.foot-names)
	lines := min(max(1, (room-1)/(rows-1)), mostLines)
	p.all = lines*(rows-1) + 1
	p.h = min(p.all, room)
	p.w = min(leastGap+lineGap*lines, max(2, (w-2)/(rows-1)/2*2))*(rows-1) + 1
	p.x = max(0, (w-p.w)/2)
	p.y = (room - p.h) / 2
	if p.names && !r.field.Triangle() {
		p.y++
	}
	if row := int(r.field.Dots[r.cursor].Y*float64(p.all-1) + 0.5); row >= p.h {
		p.top = min(row-p.h/2, p.all-p.h)
	}
	return p
}

// marks are the dots as they are drawn.
func (r *Pad) marks() (all []paint.Mark) {
	t := r.Theme
	for i, d := range r.field.Dots {
		m := paint.Mark{X: d.X, Y: d.Y}
		row := r.Rows[i]
		m.Sign, m.Ink = r.sign(row)
		if star := slices.Index(r.stars, row.ID); star >= 0 {
			m.Sign = fmt.Sprintf("★%d", star+1)
			if m.Ink = t.Warning; row == r.Sounding() {
				m.Ink = t.Accent.Bold(true)
			}
		}
		if i == r.cursor {
			m.Sign, m.Ink = "✛"+strings.TrimPrefix(m.Sign, "★"), t.Accent.Bold(true)
			if len(m.Sign) > len("✛")+1 {
				m.Sign = "✛"
			}
		}
		all = append(all, m)
	}
	return all
}

func (r *Pad) lines(w, h int) []string {
	t := r.Theme
	if r.field == nil || len(r.Rows) != len(r.field.Dots) {
		return centred(paint.Wrapped(r.None(), w, h, t.Dim.Render), h)
	}
	p := r.place(w, h)
	dots := paint.Dots(r.marks(), p.w, p.all)[p.top : p.top+p.h]
	for i, line := range dots {
		dots[i] = paint.Blanks(p.x) + line
	}
	named := r.corners(dots, p, w)
	lines := make([]string, p.y, h)
	if p.names && !r.field.Triangle() {
		lines = lines[:p.y-1]
	}
	lines = append(lines, named...)
	for len(lines) < h-p.foot {
		lines = append(lines, "")
	}
	return append(lines, []string{r.here(w, p.foot == 1), r.legend(w), r.keys(w)}[:p.foot]...)
}

// corners names the voices at the corners of the dots.
func (r *Pad) corners(dots []string, p padded, w int) []string {
	t, names := r.Theme, make([]string, len(r.field.Voices))
	for i, id := range r.field.Voices {
		names[i] = rooms.VoiceTitle(id)
	}
	// Each name ends, or begins, at its corner, where it fits there.
	sides := func(left, right string) string {
		from := max(0, p.x-paint.Width(left)/2)
		if paint.Width(left)+paint.Width(right)+2 > w {
			left, right = paint.Cut(left, w/2-1), paint.Cut(right, w/2-1)
			from = 0
		}
		line := paint.Blanks(from) + left
		to := min(max(p.x+p.w-1-paint.Width(right)/2, paint.Width(line)+2), w-paint.Width(right))
		return t.Text.Render(paint.Fit(line, to) + right)
	}
	switch {
	case r.field.Triangle():
		if p.top == 0 {
			top := p.x + p.w/2 + 3
			dots[0] = paint.Fit(strings.TrimRight(dots[0], " "), top) + t.Text.Render(paint.Cut(names[2], w-top))
		}
		if p.names {
			dots = append(dots, sides(names[0], names[1]))
		}
	case p.names:
		dots = append([]string{sides(names[0], names[1])}, append(dots, sides(names[2], names[3]))...)
	}
	return dots
}

// here says what the dot under the cursor mixes, and whether it is there; with its
// price, where no other line has that.
func (r *Pad) here(w int, priced bool) string {
	t, row := r.Theme, r.at()
	sign, ink := r.sign(row)
	said := ""
	switch row.State() {
	case lineup.Ready:
		said = Say.pad.onDisk
	case lineup.Waiting, lineup.Coming:
		said = Say.mix.asking
	case lineup.Failed:
		said = paint.Cut(row.Why(), w/2)
	case lineup.Missing:
		if said = Say.pad.notYet; !row.Looked() {
			sign, said = "", ""
		} else if priced {
			said = tts.Listed(said, r.costs(row))
		}
	}
	right := strings.TrimSpace(sign + " " + said)
	return paint.Sides(t.Strong.Render(r.mixed(w-paint.Width(right)-1)), ink.Render(right), w)
}

// mixed says what the dot under the cursor mixes, in w cells: all of the shares, and
// as much of the names as there is room for.
func (r *Pad) mixed(w int) string {
	said := func(head, between string, name int) string {
		parts := []string{head}
		for i, id := range r.field.Voices {
			parts = append(parts, Say.mix.share(paint.Cut(rooms.VoiceTitle(id), name), r.field.Dots[r.cursor].Shares[i]))
		}
		return strings.Join(parts, between)
	}
	whole := said("✛ "+Say.pad.here, "   ", w)
	for name := w; paint.Width(whole) > w && name > 1; name-- {
		whole = said("✛", "  ", name)
	}
	return whole
}

// legend says what the signs mean, and what the starred dots mix.
func (r *Pad) legend(w int) string {
	var said []paint.Phrase
	for n, id := range r.stars {
		said = append(said, paint.Phrase{Full: fmt.Sprintf("★%d %s", n+1, strings.ReplaceAll(strings.TrimPrefix(id, "s"), "-", "/"))})
	}
	said = append(said, paint.Phrase{Full: "● " + Say.pad.onDisk})
	if missing := r.Missing(); len(missing) > 0 {
		said = append(said, paint.Phrase{Full: "· " + tts.Listed(Say.pad.notYet, r.costs(missing[0]))})
	}
	return r.Theme.Dim.Render(paint.Phrases(said, "   ", w))
}

func (r *Pad) keys(w int) string {
	said := []paint.Phrase{{Full: Say.pad.walk}}
	if r.field.Rows() == 6 {
		said = append(said, paint.Phrase{Full: Say.pad.finer})
	} else {
		said = append(said, paint.Phrase{Full: Say.pad.coarser})
	}
	if r.field.Triangle() {
		said = append(said, paint.Phrase{Full: Say.pad.square})
	}
	return r.Theme.Dim.Render(paint.Phrases(said, "   ", w))
}

// Press goes to the dot at a cell of the screen, and hears it where it is on disk;
// pressed twice it is taken over.
func (r *Pad) Press(x, y int, double bool) tea.Cmd {
	inner := r.Layout.Panels[rooms.PadPanel].Inner()
	if r.NoDots() != "" || !inner.Contains(x, y) {
		return nil
	}
	p := r.place(inner.W, inner.H)
	line := y - inner.Y - p.y
	if line < 0 || line >= p.h {
		return nil
	}
	dot := paint.DotAt(r.marks(), p.w, p.all, x-inner.X-p.x, line+p.top)
	switch {
	case dot < 0:
		return nil
	case double && dot == r.cursor && r.at() == r.Sounding() && r.at().Take != nil:
		return r.take()
	}
	return r.goTo(dot)
}
