package vcard

import "time"

const (
	// gapLeast is the shortest run of zeros that is looked at: servers are
	// served, and fall silent, by blocks of more than that.
	gapLeast = Rate / 2000
	// step is what is compared at a time: 5 ms.
	step = Rate / 200
	// gapSight is how far behind a run it is seen how much of it was put in.
	gapSight = Rate / 4
)

// WithoutGaps returns got without the zeros that the card put between two samples
// because it was served late, and how much that was. Nothing else is taken out:
// lost, repeated and other samples remain, and all that follows them then. want is what was played: zeros that
// it has itself stay.
//
// A machine that is busy makes such gaps, and no program can help it; whether
// one is tolerated is for the caller to say.
func WithoutGaps(want, got []int16) (x []int16, silence time.Duration) {
	for i := 0; i < len(got); {
		n := 0
		for i+n < len(got) && got[i+n] == 0 {
			n++
		}
		if n < gapLeast {
			n = min(n+1, len(got)-i)
			x = append(x, got[i:i+n]...)
			i += n
			continue
		}
		out := 0
		if at := min(len(x), len(want)); aligned(want[:at], x[:at]) {
			out = putIn(want[at:], got[i:], n)
		}
		silence += time.Duration(out) * time.Second / Rate
		x = append(x, got[i+out:i+n]...)
		i += n
	}
	return x, silence
}

// aligned says whether the last tenth of a second of a and b, of one length, is
// much the same: where samples were lost or repeated, a pause behind them must
// not make up for it.
func aligned(a, b []int16) bool {
	same, steps := 0, 0
	for at := len(a) - step; at >= max(0, len(a)-Rate/10); at -= step {
		steps++
		if n, _ := alike(a[at:at+step], b[at:at+step]); n == 1 {
			same++
		}
	}
	return 2*same >= steps
}

// putIn says how many of the n zeros at the start of got are not in want: as many
// as let what follows be want for longest, up to where it is broken anew.
func putIn(want, got []int16, n int) (best int) {
	quiet := 0
	for quiet < min(n, len(want)) && !isLoud(want[quiet]) {
		quiet++
	}
	longest, least := -1, 0
	for out := n - quiet; out <= n; out++ {
		if k, off := alike(want, got[out:]); k > longest || k == longest && off < least {
			longest, least, best = k, off, out
		}
	}
	return best
}

// alike says for how many steps a and b are much the same, and how far off they
// are there. They may have been resampled by different filters.
func alike(a, b []int16) (steps, off int) {
	for n := min(gapSight, len(a), len(b)); (steps+1)*step <= n; steps++ {
		level, by := 0, 0
		for k := steps * step; k < (steps+1)*step; k++ {
			level += magnitude(int(a[k]))
			by += magnitude(int(a[k]) - int(b[k]))
		}
		if by > level/2+step*loud/10 {
			return steps, off
		}
		off += by
	}
	return steps, off
}

func magnitude(v int) int { return max(v, -v) }
