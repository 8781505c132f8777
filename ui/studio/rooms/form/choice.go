package form

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// whole is the value of an answer that comes at once.
const whole = "whole"

// StreamField is how the host is asked to answer. It is the one choice that is
// no field of the request.
func StreamField() tts.Field {
	return tts.Field{Path: "stream", Kind: tts.Choice, Values: []string{whole}, Default: "streamed"}
}

// stored is what is set; nil where nothing is.
func (c Control) stored(d document.Document) any {
	switch {
	case c.Field.Path != StreamField().Path:
		return d.Settings.Get(c.Field.Path)
	case d.Whole:
		return whole
	}
	return nil
}

// Options are a choice's values with its unset value first, and last what a
// file may have set that is none of them.
func (c Control) Options(d document.Document) []string {
	values := c.Field.Values
	switch {
	case c.Field.Kind == tts.Switch:
		values = []string{"true", "false"}
	case c.Common != nil:
		values = c.Common
	}
	all := append([]string{cmp.Or(c.unset, c.Field.Default)}, values...)
	if set := c.stored(d); set != nil && !slices.Contains(values, fmt.Sprint(set)) {
		all = append(all, fmt.Sprint(set))
	}
	return all
}

// Listed reports a choice whose other values are in a list of their own.
func (c Control) Listed() bool { return c.Common != nil }

// Chosen is the index into options of what is set.
func (c Control) Chosen(d document.Document) int {
	set := c.stored(d)
	if set == nil {
		return 0
	}
	return 1 + slices.Index(c.Options(d)[1:], fmt.Sprint(set))
}

// Value is an option as the field has it; nil unsets it.
func (c Control) Value(d document.Document, option int) any {
	name := c.Options(d)[option]
	switch {
	case option == 0:
		return nil
	case c.Field.Kind == tts.Switch:
		return name == "true"
	case c.Field.Kind == tts.Whole:
		n, _ := strconv.Atoi(name)
		return n
	}
	return name
}

// Choose stores an option by its index; the first one unsets.
func (c Control) Choose(d document.Document, i int) document.Document {
	if c.Field.Path == StreamField().Path {
		d.Whole = i > 0
		return d
	}
	return d.Set(c.Field.Path, c.Value(d, i))
}

// Titles are the options as people read them.
func (c Control) Titles(d document.Document) []string {
	titles := c.Options(d)
	for i, name := range titles {
		if title, found := Say.options[name]; i == 0 && c.unset != "" {
			continue
		} else if found {
			titles[i] = title
		} else if n, err := strconv.ParseFloat(name, 64); err == nil && c.unit != "" {
			titles[i] = strconv.FormatFloat(n/1000, 'f', -1, 64)
		} else {
			titles[i] = presets.ValueInWords(name)
		}
	}
	return titles
}

// asSent is what is chosen as the API has it, where the language has another name
// for it and does not tell.
func (c Control) asSent(d document.Document) string {
	chosen := c.Chosen(d)
	if chosen == 0 || c.Field.Kind != tts.Choice || c.Field.Path == StreamField().Path {
		return ""
	}
	value := c.Options(d)[chosen]
	if value == c.Titles(d)[chosen] {
		return ""
	}
	return tts.Clean(Say.asSent(value))
}

// MoreOptions and LessOptions are the signs that there are options after, or
// before, those in sight.
const (
	MoreOptions = -1
	LessOptions = -2
)

// chips sets a choice's options in lines of w cells, after the label. Where
// they have one line, a sign at its ends says that there are more.
func (c Control) chips(d document.Document, w int, room rooms.Density) (lines [][]paint.Chip) {
	titles, left, right := c.Titles(d), labels+1, w
	if c.Cell == LeftHalf {
		right-- // the other half's label begins there
	}
	widths := make([]int, len(titles))
	for i, title := range titles {
		widths[i] = min(paint.Width(title), max(1, right-left))
	}
	chosen := c.Chosen(d)
	switch {
	case c.Cell != WholeLine:
		return [][]paint.Chip{{{Option: chosen, X: left, W: widths[chosen]}}}
	case room == rooms.Tight || c.Common != nil:
		return [][]paint.Chip{onOneLine(widths, chosen, left, right, c.Common != nil)}
	}
	x := right
	for i, width := range widths {
		if x+width > right {
			lines = append(lines, nil)
			x = left
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], paint.Chip{Option: i, X: x, W: width})
		x += width + 2
	}
	return lines
}

// onOneLine sets as many options between two columns as fit around the chosen
// one, the first ones where that does. more is true where there are others than
// these.
func onOneLine(widths []int, chosen, left, right int, more bool) (line []paint.Chip) {
	const sign = 3 // and the gap beside it
	from, to := chosen, chosen+1
	fits := func(from, to int) bool {
		used := -2
		if from > 0 {
			used += sign
		}
		if to < len(widths) || more {
			used += sign
		}
		for _, w := range widths[from:to] {
			used += w + 2
		}
		return used <= right-left
	}
	if to < len(widths) && fits(from, to+1) {
		to++
	}
	for from > 0 && fits(from-1, to) {
		from--
	}
	for to < len(widths) && fits(from, to+1) {
		to++
	}
	x := left
	if from > 0 {
		line = append(line, paint.Chip{Option: LessOptions, X: x, W: 1})
		x += sign
	}
	for i := from; i < to; i++ {
		line = append(line, paint.Chip{Option: i, X: x, W: min(widths[i], max(1, right-x))})
		x += widths[i] + 2
	}
	if (to < len(widths) || more) && x < right {
		line = append(line, paint.Chip{Option: MoreOptions, X: x, W: 1})
	}
	return line
}

// choice draws a choice: what is chosen is underlined, what this host refuses
// is struck out; both have a mark in the blank before them, for terminals that
// draw neither.
func (f *Form) choice(c Control, v View, head string, w int) []string {
	chosen, titles := c.Chosen(v.Doc), c.Titles(v.Doc)
	var lines []string
	for n, chips := range c.chips(v.Doc, w, v.Room) {
		line := head
		if n > 0 {
			line = paint.Blanks(labels + 1)
		}
		for k, chip := range chips {
			if k > 0 {
				line += "  "
			}
			if chip.Option < 0 {
				line += v.Theme.Dim.Render("…")
				continue
			}
			title := paint.Cut(paint.Clean(titles[chip.Option]), chip.W)
			switch {
			case chip.Option == chosen && chosen == 0 && c.Cell != WholeLine:
				line += v.Theme.Dim.Render(title) // alone it needs no mark
			case chip.Option == chosen:
				line = marked(line, v.Theme.Accent.Bold(true).Render("✓")) + v.Theme.Marked.Render(title)
			case v.Blocked(c, chip.Option) != nil:
				line = marked(line, v.Theme.Dim.Render("✗")) + v.Theme.Dim.Struck().Render(title)
			default:
				line += v.Theme.Dim.Render(title)
			}
		}
		lines = append(lines, line)
	}
	last := len(lines) - 1
	if sent := c.asSent(v.Doc); sent != "" && paint.Width(lines[last])+2+paint.Width(sent) <= w {
		lines[last] = paint.Sides(lines[last], v.Theme.Dim.Render(sent), w)
	}
	return lines
}

// marked has a mark in place of the blank at the end of a line, if that is still
// blank: before the first option it may be said already that the setting is changed.
func marked(line, mark string) string {
	if before, blank := strings.CutSuffix(line, " "); blank {
		return before + mark
	}
	return line
}

// ChipAt finds the option of a choice under a cell, which may be MoreOptions
// or LessOptions.
func (c Control) ChipAt(d document.Document, line, x, w int, room rooms.Density) (option int, found bool) {
	lines := c.chips(d, w, room)
	if line >= len(lines) {
		return 0, false
	}
	i := slices.IndexFunc(lines[line], func(chip paint.Chip) bool { return x >= chip.X-1 && x <= chip.X+chip.W })
	if i < 0 {
		return 0, false
	}
	return lines[line][i].Option, true
}
