package panel

import (
	"math"
	"testing"
)

// Of the tables of every textbook: two-sided, 5 %.
func TestStudentsTIsThatOfTheTables(t *testing.T) {
	for freedom, table := range map[int]float64{
		1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 9: 2.262, 10: 2.228,
		19: 2.093, 29: 2.045, 30: 2.042, 60: 2.000, 120: 1.980, 100_000: 1.960,
	} {
		if got := student(freedom); math.Abs(got-table) > .0005 {
			t.Errorf("%d degrees of freedom: %.4f, not %.3f", freedom, got, table)
		}
	}
}
