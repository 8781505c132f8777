package paint

import (
	"testing"

	"pgregory.net/rapid"
)

// Whatever is done to a list, its cursor is on a row and that row in sight.
func TestTheRowWithTheCursorIsInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l List
		var heights []int
		height := 0
		t.Repeat(map[string]func(*rapid.T){
			"fit": func(t *rapid.T) {
				heights = rapid.SliceOfN(rapid.IntRange(1, 3), 0, 12).Draw(t, "rows")
				height = rapid.IntRange(3, 9).Draw(t, "height")
				l.Fit(len(heights), height, func(i int) int { return heights[i] })
			},
			"count": func(t *rapid.T) { l.Count(rapid.IntRange(0, 12).Draw(t, "count")) },
			"move":  func(t *rapid.T) { l.Move(rapid.IntRange(-20, 20).Draw(t, "by")) },
			"to":    func(t *rapid.T) { l.To(rapid.IntRange(-3, 1<<62).Draw(t, "to")) },
			"reset": func(*rapid.T) { l.Reset() },
			"": func(t *rapid.T) {
				l.Fit(len(heights), height, func(i int) int { return heights[i] })
				from, to := l.Sight()
				if from < 0 || to-from > height || l.Cursor() < 0 || l.Cursor() > max(0, len(heights)-1) {
					t.Fatalf("%d to %d of %v in %d, the cursor on %d", from, to, heights, height, l.Cursor())
				}
				if len(heights) == 0 {
					return
				}
				seen := 0
				for y := range height {
					if row, line, found := l.At(y); found && row == l.Cursor() {
						if line != seen {
							t.Fatalf("line %d of the row stands at %d", line, y)
						}
						seen++
					}
				}
				if seen != heights[l.Cursor()] {
					t.Fatalf("%d of %d lines of the row are in sight", seen, heights[l.Cursor()])
				}
			},
		})
	})
}

func TestThereIsNoRowBesideTheList(t *testing.T) {
	var l List
	l.Fit(3, 5, nil)
	for y, want := range map[int]bool{-1: false, 0: true, 2: true, 3: false, 5: false} {
		if _, _, found := l.At(y); found != want {
			t.Errorf("line %d: %v", y, found)
		}
	}
}
