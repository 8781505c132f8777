package studio

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"voicestudio/ui/studio/paint"
)

// look is how a cell is written.
type look struct {
	colour                      string // "#5eead4"; empty is the terminal's own
	bold, under, struck, turned bool
	slanted                     bool
}

// cell is one of the screen; the text of the second of a wide letter is empty.
type cell struct {
	text string
	look look
}

// cellsOf takes a screen of w columns apart.
func cellsOf(screen string, w int) (lines [][]cell) {
	for line := range strings.SplitSeq(screen, "\n") {
		var (
			cells []cell
			now   look
			state byte
		)
		for line != "" {
			part, width, n, next := ansi.DecodeSequence(line, state, nil)
			if width > 0 {
				cells = append(cells, cell{part, now})
				for range width - 1 {
					cells = append(cells, cell{"", now})
				}
			} else if strings.HasPrefix(part, "\x1b[") && strings.HasSuffix(part, "m") {
				now = now.changed(part[2 : len(part)-1])
			} else if part == "\u200b" && len(cells) > 0 {
				cells[len(cells)-1].text += part
			}
			line, state = line[n:], next
		}
		for len(cells) < w { // a compositor leaves out blanks at the end of a line
			cells = append(cells, cell{text: " "})
		}
		lines = append(lines, cells)
	}
	return lines
}

// changed is a look after a sequence of colours.
func (l look) changed(sequence string) look {
	all := strings.Split(sequence, ";")
	for i := 0; i < len(all); i++ {
		switch n, _ := strconv.Atoi(all[i]); {
		case n == 0:
			l = look{}
		case n == 1:
			l.bold = true
		case n == 3:
			l.slanted = true
		case n == 4:
			l.under = true
		case n == 7:
			l.turned = true
		case n == 9:
			l.struck = true
		case n == 22:
			l.bold = false
		case n == 23:
			l.slanted = false
		case n == 24:
			l.under = false
		case n == 27:
			l.turned = false
		case n == 29:
			l.struck = false
		case n == 39:
			l.colour = ""
		case n == 38 && len(all) > i+4 && all[i+1] == "2":
			rgb := [3]int{}
			for k := range rgb {
				rgb[k], _ = strconv.Atoi(all[i+2+k])
			}
			l.colour = fmt.Sprintf("#%02x%02x%02x", rgb[0], rgb[1], rgb[2])
			i += 4
		default:
			panic("a style that no golden frame knows: " + sequence)
		}
	}
	return l
}

// ink has a letter for a look of the theme and its name.
type ink struct {
	letter byte
	name   string
	look   look
}

// inksOf are all looks that the theme has.
func inksOf(t paint.Theme) []ink {
	of := func(k paint.Ink) look { return cellsOf(k.Render("x"), 1)[0][0].look }
	return []ink{
		{'T', "strong", of(t.Strong)}, {'d', "dim", of(t.Dim)}, {'x', "dim, struck out", of(t.Dim.Struck())}, {'D', "dim, strong", of(t.Dim.Bold(true))}, {'i', "dim, slanted", of(t.Dim.Italic(true))},
		{'a', "accent", of(t.Accent)}, {'A', "accent, strong", of(t.Accent.Bold(true))}, {'l', "accent, underlined", of(t.Accent.Under())},
		{'M', "chosen", of(t.Marked)}, {'-', "border", of(t.Border)}, {'=', "ahead", of(t.Ahead)}, {'g', "good", of(t.Good)}, {'w', "warning", of(t.Warning)}, {'W', "warning, strong", of(t.Warning.Bold(true))},
		{'?', "wrong", of(t.Wrong)}, {'!', "failure", of(t.Failure)}, {'v', "turned", of(t.Text.Reverse(true))}, {'u', "underlined", of(t.Text.Under())},
	}
}

// colourless are all looks that are left without colours.
var colourless = []ink{{'T', "strong", look{bold: true}}, {'u', "underlined", look{under: true}}, {'M', "strong and underlined", look{bold: true, under: true}},
	{'x', "struck out", look{struck: true}}, {'v', "turned", look{turned: true}}, {'i', "slanted", look{slanted: true}}}

// text is a frame without its looks.
func text(lines [][]cell) string {
	var b strings.Builder
	for _, line := range lines {
		for _, c := range line {
			b.WriteString(c.text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// looks has a letter for each cell that is not plain, and what the letters mean.
func looks(lines [][]cell, inks []ink, colours bool) string {
	var b strings.Builder
	used := map[byte]bool{}
	for _, line := range lines {
		letters := make([]byte, 0, len(line))
		for _, c := range line {
			if !colours {
				c.look.colour = ""
			}
			i := slices.IndexFunc(inks, func(k ink) bool { return k.look == c.look })
			switch {
			case c.look == look{} || c.text == " " && !c.look.under && !c.look.struck && !c.look.turned:
				letters = append(letters, ' ')
			case i < 0:
				panic(fmt.Sprintf("%q has a look that is none of the theme's: %+v", c.text, c.look))
			default:
				letters = append(letters, inks[i].letter)
				used[inks[i].letter] = true
			}
		}
		b.WriteString(strings.TrimRight(string(letters), " ") + "\n")
	}
	for _, k := range inks {
		if used[k.letter] {
			b.WriteString(strings.TrimRight(fmt.Sprintf("%c %s %s", k.letter, k.name, k.look.colour), " ") + "\n")
		}
	}
	return b.String()
}
