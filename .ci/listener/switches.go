package main

import (
	"fmt"
	"math"
	"strings"
)

// within is how far from the same place a switch may be, in ms.
const within = 5

// switches hears each pair and switches four times, at places all over the clips.
func switches(l *listener, tests tests) string {
	l.attend(tests.pairs)
	worst, most, count := 0.0, "", 0
	for question := 0; !l.look().Over; question++ {
		old := l.hear(digit(1))
		for n := range 4 {
			l.listen(0.05 + 0.11*float64((question+n)%5))
			now := l.hear(digit(2 - n%2))
			if off := l.apart(old, now); math.Abs(off) >= math.Abs(worst) {
				worst = off
				most = fmt.Sprintf("%s to %s", l.test.clips[old.clip].says, l.test.clips[now.clip].says)
			}
			old = now
			count++
		}
		l.answer(down)
	}
	note := fmt.Sprintf("%d switches, at most %.2f ms apart (%s); decoded later by %s", count, worst, most, l.delays())
	if math.Abs(worst) > within || count == 0 {
		fail("%s", note)
	}
	l.ramps()
	return note
}

// apart is how many ms what took the place of another is behind the same place.
func (l *listener) apart(old, now started) float64 {
	a, b := l.buffers[old.Buffer].bursts, l.buffers[now.Buffer].bursts
	at := old.Offset + now.When - old.When
	n := 1
	for n < bursts-1 && a[n] < at {
		n++
	}
	share := (at - a[n-1]) / (a[n] - a[n-1])
	same := b[n-1] + share*(b[n]-b[n-1])
	if share < 0 || share > 1 { // outside of the bursts, where both go on alike
		edge := n - 1
		if share > 1 {
			edge = n
		}
		same = b[edge] + at - a[edge]
	}
	return 1000 * (now.Offset - same)
}

// delays are how much later than this program the browser decodes each clip.
func (l *listener) delays() string {
	all := make([]string, len(l.test.clips))
	for _, b := range l.buffers {
		sum := 0.0
		for n, at := range b.bursts {
			sum += at - l.test.clips[b.clip].bursts[n]
		}
		all[b.clip] = fmt.Sprintf("%s %.1f ms", l.test.clips[b.clip].says, math.Round(1e4*sum/bursts)/10+0) // no -0
	}
	return strings.Join(all, ", ")
}

// ramps checks that each is of 5 ms, between silence and a clip's level.
func (l *listener) ramps() {
	type point struct{ Value, At float64 }
	ramps := ask[[]struct{ From, To point }](l, "probe.ramps")
	levels := map[float64]bool{} // dB
	for _, ramp := range ramps {
		if length := ramp.To.At - ramp.From.At; math.Abs(length-0.005) > 0.0005 {
			fail("a ramp takes %.2f ms", 1000*length)
		}
		if (ramp.From.Value == 0) == (ramp.To.Value == 0) {
			fail("a ramp is from %g to %g", ramp.From.Value, ramp.To.Value)
		}
		levels[math.Round(2000*math.Log10(max(ramp.From.Value, ramp.To.Value)))/100] = true
	}
	for _, c := range l.test.clips {
		if !levels[c.Gain] || len(levels) != len(l.test.clips) {
			fail("the levels are %v", levels)
		}
	}
}
