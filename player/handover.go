package player

// crossFrames: 5 ms, in which one timeline takes the place of another. Below
// 2 ms that clicks, above 50 ms both are heard.
const crossFrames = Rate / 200

// take starts what o asks for; false when the head has ended.
func (h *head) take(o *order, n int) bool {
	if h.falling {
		h.cur.jump(h.back)
		h.falling = false
	}
	h.cross = 0
	if o.s == nil {
		// Where to resume, for a reader that sees stopped.
		h.rest.Store(h.cur.pos)
		if o != &h.end && !h.next.CompareAndSwap(o, &h.end) {
			return true
		}
		h.stopped.Store(true)
		return false
	}
	if o.from != here || o.s.tl != h.cur.s.tl {
		h.setStarved(false)
	}
	_, from := h.placeFor(o)
	h.set(o, from, n)
	return true
}

// replace is take without a pause; false where one of the two has not enough
// for a crossfade.
func (h *head) replace(o *order, n int) bool {
	_, from := h.placeFor(o)
	need := int64(refill)
	if o.s.tl.complete.Load() {
		need = 2 * crossFrames // a stretched voice goes twice as fast
	}
	if o.s.tl.frames.Load()-from < need || h.cur.s.tl.frames.Load()-h.cur.pos < crossFrames {
		return false
	}
	h.old, h.cross = h.cur, crossFrames
	h.set(o, from, n)
	return true
}

// placeFor is where o begins, and what sounds then.
func (h *head) placeFor(o *order) (s *session, at int64) {
	switch {
	case o == h.took:
		return h.cur.s, h.cur.pos
	case o.from != here && o.s != nil:
		return o.s, o.from
	}
	s, at = h.placeFor(o.after)
	if o.s == nil {
		return s, at
	}
	return o.s, counterpart(s.tl, o.s.tl, o.same, at)
}

// blend fades what is replaced out while what replaces it begins, along a
// straight line: two takes of one word have much in common, and fades of equal
// power would lift that by up to 3 dB, beyond the peaks that gains allow for. A
// line never goes beyond the louder of the two and adds the least of steps; what
// they do not have in common dips by 3 dB in the middle, which is 0.02 LU of a
// 400 ms block.
func (h *head) blend(dst []float32) {
	m := min(len(dst)/2, h.cross)
	if m == 0 {
		return
	}
	x := h.mix[:2*m]
	clear(x[2*h.old.read(x):])
	for i := range m {
		was := float32(h.cross) / crossFrames
		for c := range 2 {
			dst[2*i+c] += was * (x[2*i+c] - dst[2*i+c])
		}
		h.cross--
	}
}
