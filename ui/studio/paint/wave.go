package paint

import (
	"math"
	"strings"
)

// grain is how finely a cell is drawn: how many columns of a waveform stand in
// it, how many dots each of them has in height, and what fills the dots, by
// a bit for each: the columns from the left, in each the dots from above.
type grain struct {
	columns, dots int
	cells         []rune
}

var (
	braille = grain{2, 4, brailles()}
	blocks  = grain{1, 2, []rune(" ▀▄█")}
)

// brailles has the patterns by grain's bits; Unicode has its own order, in
// which the lowest dots came last.
func brailles() (cells []rune) {
	unicode := [8]rune{0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80}
	for bits := range 256 {
		cell := rune(0x2800)
		for i, bit := range unicode {
			if bits>>i&1 == 1 {
				cell |= bit
			}
		}
		cells = append(cells, cell)
	}
	cells[0] = ' '
	return cells
}

func (t Theme) grain() grain {
	if t.Charset.Blocks() {
		return blocks
	}
	return braille
}

// WaveColumns is how many columns a waveform of w cells has.
func (t Theme) WaveColumns(w int) int { return max(0, w) * t.grain().columns }

const (
	// waveGamma makes soft syllables visible beside loud ones, and still tells
	// them apart, which decibels do not: there, all of speech is near the top.
	waveGamma = 0.6
	// waveQuiet is the RMS, -40 dB, below which a take is not drawn in full
	// height: what there is may be noise only.
	waveQuiet = 0.01
)

// Wave draws levels, one a column from 0 to 1, from the middle of h rows to
// both sides. The loudest of them has the full height: a take at -30 LUFS has
// the same shape as one at -16, and it is for the shape that a waveform is
// looked at; how loud it is, is a number. What has begun to be there, of the
// columns from the left, has a line through it also where it is silent.
func (t Theme) Wave(levels []float32, begun, h int) string {
	half := max(0, h) * t.grain().dots / 2
	return t.drawn(levels, begun, h, half, half)
}

// Rise draws levels as Wave does, from the lowest row up: where there are one or
// two rows, twice as much can be told apart.
func (t Theme) Rise(levels []float32, begun, h int) string {
	return t.drawn(levels, begun, h, max(0, h)*t.grain().dots, 0)
}

// drawn draws levels over and under a line, in so many dots each.
func (t Theme) drawn(levels []float32, begun, h, over, under int) string {
	g := t.grain()
	loudest := float32(waveQuiet)
	for _, level := range levels {
		loudest = max(loudest, level)
	}
	heights := make([]int, len(levels))
	for i, level := range levels[:min(begun, len(levels))] {
		heights[i] = max(1, int(math.Round(math.Pow(float64(level/loudest), waveGamma)*float64(over))))
	}
	var b strings.Builder
	for row := range h {
		if row > 0 {
			b.WriteByte('\n')
		}
		for x := 0; x+g.columns <= len(heights); x += g.columns {
			bits := 0
			for i := range g.columns * g.dots {
				y := row*g.dots + i%g.dots
				if n := heights[x+i/g.dots]; y >= over-n && y < over+min(n, under) {
					bits |= 1 << i
				}
			}
			b.WriteRune(g.cells[bits])
		}
	}
	return b.String()
}

// Sweep is what stands on a waveform, by its cell: the playhead, at 0 where it
// has not begun, and both ends of a loop, -1 where there is none.
type Sweep struct{ Head, From, To int }

// Swept draws a waveform of w cells with what stands on it; what has been
// heard is bright. Playhead and loop are told without colour, too.
func (t Theme) Swept(wave string, s Sweep, w int) []string {
	lines := strings.Split(wave, "\n")
	head := min(max(s.Head, 0), w)
	for i, line := range lines {
		cells := []rune(line)
		var b strings.Builder
		at := 0
		// upTo draws the waveform up to a cell.
		upTo := func(end int) {
			if heard := min(head, end); at < heard {
				b.WriteString(t.Accent.Render(string(cells[at:heard])))
				at = heard
			}
			b.WriteString(t.Ahead.Render(string(cells[at:end])))
			at = end
		}
		for x := range w {
			switch {
			case x == head && x > 0:
				upTo(x)
				b.WriteString(t.Strong.Render("│"))
			case x == s.From:
				upTo(x)
				b.WriteString(t.Warning.Render(loopEdge("┌│└[", i, len(lines))))
			case x == s.To:
				upTo(x)
				b.WriteString(t.Warning.Render(loopEdge("┐│┘]", i, len(lines))))
			default:
				continue
			}
			at = x + 1
		}
		upTo(w)
		lines[i] = b.String()
	}
	return lines
}

// loopEdge is a row of a bracket of h rows. Its glyphs are those of the
// first, a middle, the last and the only one.
func loopEdge(glyphs string, row, h int) string {
	at := 1
	switch {
	case h == 1:
		at = 3
	case row == 0:
		at = 0
	case row == h-1:
		at = 2
	}
	return string([]rune(glyphs)[at])
}
