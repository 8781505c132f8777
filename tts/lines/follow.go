package lines

// Follow says which of the lines before each line is now, -1 for a new one: those
// of the same text, and between them, where as many are there as were before, the
// ones whose words have changed.
func Follow(before, now []Line) []int {
	was := make([]int, len(now))
	for i := range was {
		was[i] = -1
	}
	same := func(i, j int) bool { return before[i].Text == now[j].Text }
	from := 0
	for from < len(before) && from < len(now) && same(from, from) {
		was[from] = from
		from++
	}
	b, n := len(before), len(now)
	for b > from && n > from && same(b-1, n-1) {
		b, n = b-1, n-1
		was[n] = b
	}
	i, j := from, from
	for _, pair := range common(from, b, from, n, same) {
		changed(was, i, pair[0], j, pair[1])
		was[pair[1]] = pair[0]
		i, j = pair[0]+1, pair[1]+1
	}
	changed(was, i, b, j, n)
	return was
}

// changed pairs lines that are as many as they were.
func changed(was []int, i, iEnd, j, jEnd int) {
	if iEnd-i != jEnd-j {
		return
	}
	for ; i < iEnd; i, j = i+1, j+1 {
		was[j] = i
	}
}

// common is a longest common subsequence, as pairs.
func common(i0, i1, j0, j1 int, same func(i, j int) bool) (pairs [][2]int) {
	w := j1 - j0 + 1
	length := make([]int32, (i1-i0+1)*w)
	for i := i1 - 1; i >= i0; i-- {
		for j := j1 - 1; j >= j0; j-- {
			at := (i-i0)*w + j - j0
			if same(i, j) {
				length[at] = length[at+w+1] + 1
			} else {
				length[at] = max(length[at+w], length[at+1])
			}
		}
	}
	for i, j := i0, j0; i < i1 && j < j1; {
		at := (i-i0)*w + j - j0
		switch {
		case same(i, j):
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case length[at+w] >= length[at+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
