package cli

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

const (
	gap   = 2 // cells between columns
	least = 8 // cells of a column that was made narrower
)

// terminalWidth is how many cells a line of standard output has; 0: it is no
// terminal, and nobody looks at it.
func (o *options) terminalWidth() int {
	f, is := o.terminal().(*os.File)
	if !is || !term.IsTerminal(f.Fd()) {
		return 0
	}
	width, _, err := term.GetSize(f.Fd())
	if err != nil || width <= 0 {
		return 80
	}
	return width
}

// list prints a list. On a terminal it has the names of its columns above it, and
// no line is longer than the terminal is wide. In a pipe a line is a row and whole,
// since grep, cut and wc read it: there is no row more, as ps and gh have it.
func (o *options) list(columns []string, rows [][]string) {
	width := o.terminalWidth()
	if width == 0 || len(rows) == 0 {
		printColumns(o.out, rows)
		return
	}
	rows = append([][]string{columns}, rows...)
	widths := columnWidths(rows)
	narrow(widths, width)
	for i, row := range rows {
		line := columnsLine(row, widths)
		if i == 0 {
			line = heading(line)
		}
		fmt.Fprintln(o.out, line)
	}
}

// printColumns prints rows as a table; wide characters count as two cells.
func printColumns(w io.Writer, rows [][]string) {
	widths := columnWidths(rows)
	for _, row := range rows {
		fmt.Fprintln(w, columnsLine(row, widths))
	}
}

// columnWidths cleans the cells and says how many cells of the terminal each column
// needs.
func columnWidths(rows [][]string) (widths []int) {
	for _, row := range rows {
		for i, cell := range row {
			row[i] = tts.Clean(cell)
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], paint.Width(row[i]))
		}
	}
	return widths
}

// narrow takes from the widest columns what a line of so many cells has no room for.
func narrow(widths []int, width int) {
	room := width - gap*(len(widths)-1)
	for {
		sum, widest := 0, 0
		for i, w := range widths {
			sum += w
			if w >= widths[widest] {
				widest = i
			}
		}
		if sum <= room || widths[widest] <= least {
			return
		}
		// The next below it, or what is missing, is how far this one goes.
		below := least
		for _, w := range widths {
			if w < widths[widest] {
				below = max(below, w)
			}
		}
		same := 0
		for _, w := range widths {
			if w == widths[widest] {
				same++
			}
		}
		if same > 1 {
			below = widths[widest] - 1
		}
		widths[widest] = max(below, widths[widest]-(sum-room))
	}
}

func columnsLine(row []string, widths []int) string {
	last := len(row) - 1
	for last > 0 && row[last] == "" {
		last--
	}
	var line strings.Builder
	for i, cell := range row[:last+1] {
		cell = paint.Fit(cell, widths[i])
		if i == last {
			cell = strings.TrimRight(cell, " ")
		} else {
			cell += paint.Blanks(gap)
		}
		line.WriteString(cell)
	}
	return strings.TrimRight(line.String(), " ")
}

// described prints rows whose last cell may go on in lines of its own below itself.
func (o *options) described(rows [][]string) {
	width := o.terminalWidth()
	if width == 0 || len(rows) == 0 {
		printColumns(o.out, rows)
		return
	}
	widths := columnWidths(rows)
	left := gap * (len(widths) - 1)
	for _, w := range widths[:len(widths)-1] {
		left += w
	}
	if width-left < 20 {
		printColumns(o.out, rows)
		return
	}
	widths[len(widths)-1] = width - left
	for _, row := range rows {
		for i, line := range folded(row[len(row)-1], width-left) {
			next := slices.Clone(row)
			if i > 0 {
				next = make([]string, len(row))
			}
			next[len(row)-1] = line
			fmt.Fprintln(o.out, columnsLine(next, widths))
		}
	}
}
