package panel

import "testing"

func BenchmarkOf(b *testing.B) {
	votes := agreed(20, "a>b", "a>c", "b>c", "d>a", "b>d", "c=d", "a=e", "b<e", "c>e", "d>e")
	for b.Loop() {
		Of(5, votes)
	}
}
