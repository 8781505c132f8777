package decode

// splitter cuts a byte stream into whole layer III frames. It skips tags and
// what is no frame, and remembers how much that was.
//
// Doing this outside the decoders makes them interchangeable, lets a frame be
// judged before a decoder sees it, and keeps a forged tag size or a megabyte of
// garbage from piling up inside a library.
type splitter struct {
	buf   []byte
	off   int // start of what has not been cut yet
	skip  int // bytes of a tag still to drop
	ended bool
	fed   bool

	synced   bool // a frame ended at off
	last     header
	some     bool // last is set
	lost     int64
	places   int
	cutShort bool
}

func (s *splitter) feed(p []byte) {
	s.buf, s.off = refill(s.buf, s.off, p), 0
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
		if len(rest) < headerBytes {
			if s.ended {
				s.loseTail(rest)
			}
			return nil, h, false, false
		}
		if n := tagSize(rest, s.synced || !s.some); n != 0 {
			if n < 0 {
				if s.ended {
					s.loseTail(rest)
				}
				return nil, h, false, false
			}
			s.skip = n
			continue
		}
		h, valid := parseHeader(rest)
		verdict := reject
		if valid {
			verdict = s.judge(h, rest)
		}
		switch verdict {
		case accept:
			fresh = !s.synced || !s.some || !h.follows(s.last)
			s.off += h.size
			s.synced, s.some, s.last = true, true, h
			return rest[:h.size:h.size], h, fresh, true
		case wait:
			if s.ended {
				s.loseTail(rest)
			}
			return nil, h, false, false
		}
		s.lose(1)
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
	if tagSize(after, true) != 0 {
		return accept
	}
	return reject
}

// dropTag drops what is left of a tag and says whether more bytes are needed.
func (s *splitter) dropTag() bool {
	n := min(s.skip, len(s.buf)-s.off)
	s.off += n
	s.skip -= n
	return s.skip > 0
}

func (s *splitter) lose(n int) {
	if s.synced || s.lost == 0 {
		s.places++
	}
	s.synced = false
	s.off += n
	s.lost += int64(n)
}

// loseTail takes what is left after the end for a frame cut short.
func (s *splitter) loseTail(rest []byte) {
	if len(rest) == 0 {
		return
	}
	s.cutShort = true
	s.off = len(s.buf)
}

// tagSize is the size in bytes of an ID3 tag at the start of b: 0 when there is
// none, -1 when more bytes must tell. Services send ID3v2 not only at the start
// but before every sentence. The three letters of ID3v1 are looked for only
// where a frame may start.
func tagSize(b []byte, boundary bool) int {
	switch {
	case len(b) < 3:
		return 0
	case boundary && string(b[:3]) == "TAG":
		return 128
	case string(b[:3]) != "ID3":
		return 0
	case len(b) < 10:
		return -1
	}
	if b[3] == 0xFF || b[4] == 0xFF || (b[6]|b[7]|b[8]|b[9])&0x80 != 0 {
		return 0
	}
	n := 10 + (int(b[6])<<21 | int(b[7])<<14 | int(b[8])<<7 | int(b[9]))
	if footer := b[5]&0x10 != 0; footer {
		n += 10
	}
	return n
}
