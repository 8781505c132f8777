package paint

import (
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestARailIsHeavyBetweenItsEndsAndHasItsMarks(t *testing.T) {
	theme := NewTheme(true)
	marks := []Mark{{X: 0, Sign: "●", Ink: theme.Text}, {X: 0.25, Sign: "★", Ink: theme.Text}, {X: 0.5, Sign: "·", Ink: theme.Text}}
	if got := ansi.Strip(theme.Rail(0, 0.5, marks, 9)); got != "●━★━·────" {
		t.Errorf("%q", got)
	}
	for w := range 40 {
		if got := Width(theme.Rail(0.2, 0.9, marks, w)); got != w {
			t.Errorf("%d cells of %d", got, w)
		}
	}
}

func TestDotsStandAtTheirPlacesAndAreFoundThere(t *testing.T) {
	ink := NewTheme(true).Text
	marks := []Mark{{X: 0.5, Y: 0, Sign: "·", Ink: ink}, {X: 0, Y: 1, Sign: "★2", Ink: ink}, {X: 1, Y: 1, Sign: "★3", Ink: ink}, {X: 0.5, Y: 0, Sign: "✛", Ink: ink}}
	lines := Dots(marks, 9, 3)
	for i := range lines {
		lines[i] = ansi.Strip(lines[i])
	}
	if want := []string{"    ✛     ", "          ", "★2      ★3"}; !slices.Equal(lines, want) {
		t.Errorf("%q", lines)
	}
	for _, c := range []struct{ x, y, dot int }{{0, 2, 1}, {1, 2, 1}, {2, 2, 1}, {4, 2, -1}, {5, 0, 0}, {4, 1, -1}} {
		if got := DotAt(marks, 9, 3, c.x, c.y); got != c.dot {
			t.Errorf("at %d, %d: %d, not %d", c.x, c.y, got, c.dot)
		}
	}
}
