package studio

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"voicestudio/ui/studio/paint"
)

// cutNumber is a number of which nobody knows the end; cutChange is a change of
// which one does not see to what.
var (
	cutNumber = regexp.MustCompile(`\d…`)
	cutChange = regexp.MustCompile(`→([^“]*[^, ])?…`)
)

// sound reports what no frame may have.
func (f frame) sound(t *testing.T, d *desk) {
	t.Helper()
	d.fits(t)
	screen := d.screen()
	if at := strings.IndexFunc(screen, func(r rune) bool { return r != '\n' && r != '\u200b' && r != '\u00a0' && !unicode.IsPrint(r) }); at >= 0 {
		t.Errorf("%q goes to the terminal", screen[at:at+3])
	}
	for _, bad := range []*regexp.Regexp{cutNumber, cutChange} {
		for line := range strings.SplitSeq(screen, "\n") {
			for _, part := range strings.FieldsFunc(line, func(r rune) bool { return r == '│' || r == '┃' }) {
				if bad.MatchString(part) {
					t.Errorf("cut where it matters: %s", part)
				}
			}
		}
	}
	cells := cellsOf(d.m.View().Content, f.w)
	border := cellsOf(paint.NewTheme(!f.light).Border.Render("x"), 1)[0][0].look
	for y, line := range cells {
		for _, c := range line {
			if r, _ := utf8.DecodeRuneInString(c.text); (c.look.colour == border.colour) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				t.Errorf("line %d has words as faint as a border: %s", y, text([][]cell{line}))
				break
			}
		}
	}
	if !d.boxed() {
		closes(t, cells, "╭╮╯╰", "│")
	}
	closes(t, cells, "┏┓┛┗", "┃")
}

// closes reports a border that is not all around a panel with something in it.
// corners are its four, clockwise; side stands between them on both sides.
func closes(t *testing.T, cells [][]cell, corners, side string) {
	t.Helper()
	four := strings.Split(corners, "")
	seen := 0
	for y, line := range cells {
		for x, c := range line {
			if slices.Contains(four, c.text) {
				seen++
			}
			if c.text != four[0] {
				continue
			}
			right := x + 1 + slices.IndexFunc(line[x+1:], func(c cell) bool { return c.text == four[1] })
			low := y + 1
			for low < len(cells) && cells[low][x].text == side && cells[low][right].text == side {
				low++
			}
			if right == x || low < y+2 || low == len(cells) || cells[low][x].text != four[3] || cells[low][right].text != four[2] {
				t.Errorf("the panel at %d,%d is not closed", x, y)
			}
			seen -= 4
		}
	}
	if seen != 0 {
		t.Errorf("there are corners %s that are of no panel", corners)
	}
	for y, line := range cells {
		if begins, ends := strings.Contains(text([][]cell{line}), "╶"), strings.Contains(text([][]cell{line}), "╴"); begins != ends && side == "│" {
			t.Errorf("line %d has a folded room without an end", y)
		}
	}
}
