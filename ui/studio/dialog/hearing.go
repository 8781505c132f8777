package dialog

import "voicestudio/ui/studio/paint"

// Hearing is how the voices of the list are heard.
type Hearing struct {
	// Samples are what can be spoken, with the characters of each; Short the same
	// where there is little room.
	Samples, Short []string
	Sample         int
	// Moving says that the voice under the cursor is heard once that rests.
	Moving bool
	Price  string // of hearing that voice
	Never  string // why it is not heard by itself; empty: it may be
	// Sounds is the id of the voice that is heard, Coming of one that is awaited.
	Sounds, Coming string
}

type (
	// ChooseSample chooses what is spoken, counted from 0.
	ChooseSample struct{ Sample int }
	// HearMoving hears voices while moving, or not any more.
	HearMoving struct{}
)

// Hear shows how voices are heard now.
func (d *Voices) Hear(h Hearing) { d.hearing = h }

// Moves counts how often the cursor was moved to another voice.
func (d *Voices) Moves() int { return d.moves }

// footing is where the lines about hearing were drawn.
type footing struct {
	y       int // of the first one
	samples []paint.Chip
	moving  []paint.Chip
}

// foot draws what is spoken and whether moving speaks it, from a line of the box
// on.
func (d *Voices) foot(t paint.Theme, y, w int) []string {
	h := d.hearing
	d.footing = footing{y: y}
	label := max(paint.Width(say.hearing.sample), paint.Width(say.hearing.moving)) + 1
	names := h.Samples
	for _, shorter := range [][]string{names, h.Short} {
		names = shorter
		if d.footing.samples = paint.Chips(names, 2+label); len(names) == 0 {
			continue
		}
		if last := d.footing.samples[len(names)-1]; last.X+last.W <= w+2 {
			break
		}
	}
	samples := paint.Fit(t.Text.Render(say.hearing.sample), label)
	for i, name := range names {
		samples += chip(t, name, i == h.Sample) + " "
	}
	state, ink := say.hearing.off, t.Dim
	if h.Moving {
		state, ink = say.hearing.on, t.Marked
	}
	d.footing.moving = paint.Chips([]string{state}, 2+label)
	moving := paint.Fit(t.Text.Render(say.hearing.moving), label) + ink.Render("["+state+"]")
	if h.Never != "" {
		moving += "  " + t.Warning.Render(h.Never)
	} else {
		moving += "  " + t.Dim.Render(say.hearing.rest+"   "+h.Price)
	}
	return []string{withKey(t, samples, say.hearing.sampleKey, w), withKey(t, moving, say.hearing.movingKey, w)}
}

// withKey writes a key at the end of a line that has room for it.
func withKey(t paint.Theme, line, key string, w int) string {
	if paint.Width(line)+paint.Width(key)+2 > w {
		return paint.Fit(line, w)
	}
	return paint.Sides(line, t.Strong.Render(key), w)
}

// clickFoot is what a click on those lines does.
func (d *Voices) clickFoot(x, y int) (a Action, hit bool) {
	switch f := d.footing; {
	case y == f.y && paint.ChipAt(f.samples, x) >= 0:
		a = ChooseSample{paint.ChipAt(f.samples, x)}
	case y == f.y+1 && paint.ChipAt(f.moving, x) >= 0:
		a = HearMoving{}
	}
	return a, y == d.footing.y || y == d.footing.y+1
}
