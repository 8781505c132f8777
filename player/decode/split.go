package decode

import "bytes"

// splitter cuts a byte stream into whole layer III frames. It skips tags and
// what is no frame, and remembers how much that was.
//
// Doing this outside the decoders makes them interchangeable, lets a frame be
// judged before a decoder sees it, and keeps a forged tag size or a megabyte of
// garbage from piling up inside a library.
type splitter struct {
	buf   []byte
	off   int   // start of what has not been cut yet
	skip  int64 // bytes of a tag still to drop
	ended bool
	fed   bool

	synced bool // a frame ended at off, but for tags
	last   header
	some   bool // last is set
	// Bytes skipped since the last frame or tag: zeros, and behind them a hole of
	// bytes that could not be parsed.
	zeros, hole int64
	framed      bool // that was a frame
	lost        int64
	places      int
	cutShort    bool
}

func (s *splitter) feed(p []byte) {
	s.buf, s.off = refill(s.buf, s.off, p)
	s.fed = s.fed || len(p) > 0
}

// next returns the next whole frame, valid until the next call of feed; fresh
// says that what came before it does not continue into it. ok is false when
// there is no whole frame.
func (s *splitter) next() (frame []byte, h header, fresh, ok bool) {
	for {
		if s.dropTag() {
			return nil, h, false, false
		}
		rest := s.buf[s.off:]
		t, known := readTag(rest, s.hole == 0, s.ended)
		if known == accept {
			s.passTag(t)
			continue
		}
		if known == wait || len(rest) < headerBytes {
			s.starve(rest)
			return nil, h, false, false
		}
		h, valid := parseHeader(rest)
		verdict := reject
		if valid {
			verdict = s.judge(h, rest)
		}
		switch verdict {
		case accept:
			fresh = !s.synced || !s.some || !h.follows(s.last)
			s.pass(h)
			return rest[:h.size:h.size], h, fresh, true
		case wait:
			s.starve(rest)
			return nil, h, false, false
		case reject:
		}
		s.lose(rest[0])
	}
}

type verdict int

const (
	reject verdict = iota
	accept
	wait
)

// judge decides about a header at the start of rest. A frame where one is
// expected is taken as soon as it is whole; elsewhere the 11 bits of a sync
// word are too weak, and the next frame must stand where this one says.
func (s *splitter) judge(h header, rest []byte) verdict {
	if len(rest) < h.size {
		if s.ended && !(s.synced && s.some && h.follows(s.last)) {
			return reject
		}
		return wait
	}
	if s.synced && s.some && h.follows(s.last) {
		return accept
	}
	after := rest[h.size:]
	if len(after) < headerBytes {
		switch {
		case !s.ended:
			return wait
		case len(after) == 0:
			return accept
		}
		return reject
	}
	if n, valid := parseHeader(after); valid && n.follows(h) {
		return accept
	}
	if opensTag(after) {
		return accept
	}
	return reject
}

// dropTag drops what is left of a tag and says whether more bytes are needed.
func (s *splitter) dropTag() bool {
	n := min(s.skip, int64(len(s.buf)-s.off))
	s.off += int(n)
	s.skip -= n
	return s.skip > 0
}

// passTag goes on behind a tag. Zeros in front of it are padding.
func (s *splitter) passTag(t tag) {
	s.skip = t.size
	s.hole = max(0, s.hole-t.before)
	s.zeros = 0
	s.settle()
	s.framed = false
}

// pass goes on behind a frame. Zeros in front of it are padding where a tag or
// the start was in front of them, too; between two frames something is missing.
func (s *splitter) pass(h header) {
	if s.framed {
		s.hole += s.zeros
	}
	s.zeros = 0
	s.settle()
	s.off += h.size
	s.synced, s.some, s.framed, s.last = true, true, true, h
}

// lose passes a byte that is neither of a frame nor of a tag.
func (s *splitter) lose(b byte) {
	if b == 0 && s.hole == 0 {
		s.zeros++
	} else {
		s.hole++
	}
	s.synced = false
	s.off++
}

// settle ends a hole and counts it as lost.
func (s *splitter) settle() {
	if s.hole > 0 {
		s.lost += s.hole
		s.places++
		s.hole = 0
	}
}

// starve is called where more bytes are needed to decide. If none will come, the
// last frame was cut short; zeros are padding.
func (s *splitter) starve(rest []byte) {
	if s.ended {
		s.cutShort = s.cutShort || len(bytes.Trim(rest, "\x00")) > 0
		s.off = len(s.buf)
		s.settle()
	}
}
