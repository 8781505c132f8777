package panel

import (
	"math"
	"sort"
)

// student is the value that Student's t exceeds in either direction with a chance of
// 5 %, at so many degrees of freedom.
func student(freedom int) float64 {
	const step, most = 1e-7, 13 // that of one degree is 12.706
	n := sort.Search(most/step, func(i int) bool { return within(float64(i)*step, freedom) >= .95 })
	return float64(n) * step
}

// within is the chance that t is at most so far from 0 (Abramowitz and Stegun 26.7.3
// and 26.7.4).
func within(t float64, freedom int) float64 {
	n := float64(freedom)
	angle := math.Atan(t / math.Sqrt(n))
	sin, cos := math.Sincos(angle)
	term, first := 1., 2
	if freedom%2 == 1 {
		term, first = cos, 3
	}
	sum := 0.
	for k := first; k <= freedom; k += 2 {
		sum += term
		term *= cos * cos * float64(k-1) / float64(k)
	}
	if freedom%2 == 1 {
		return 2 / math.Pi * (angle + sin*sum)
	}
	return sin * sum
}
