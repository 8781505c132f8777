package panel

import "math"

// TwoSided is the exact binomial test of won out of that many duels, ties not
// among them: how likely a result at least as far from half is where each of the
// two is chosen as often as the other. It is 1 where nothing was decided.
func TwoSided(won, of int) float64 {
	won = max(won, of-won)
	if of <= 0 || won > of {
		return 1
	}
	var tail float64
	for k := won; k <= of; k++ {
		tail += likely(k, of)
	}
	return min(1, 2*tail)
}

// likely is how likely k heads in so many tosses of a coin are.
func likely(k, of int) float64 {
	n := float64(of)
	whole, _ := math.Lgamma(n + 1)
	chosen, _ := math.Lgamma(float64(k) + 1)
	not, _ := math.Lgamma(n - float64(k) + 1)
	return math.Exp(whole - chosen - not - n*math.Ln2)
}
