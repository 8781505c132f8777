package decode

import (
	"bytes"
	"encoding/binary"
)

// oggPage is a page of an Ogg stream (RFC 3533, section 6), whole and with the
// right checksum.
type oggPage struct {
	// continued: its first packet began on the page before. first and last are of
	// its logical stream.
	continued, first, last bool
	// granule is a place in the stream at the end of the last packet that ends
	// on this page; -1 where none does.
	granule     int64
	serial, seq uint32
	lacing      []byte
	body        []byte
}

const (
	oggSign   = "OggS"
	oggHeader = 27 // bytes, without the lacing
)

// oggPages cuts a byte stream into pages. What is none is skipped and remembered.
type oggPages struct {
	buf   []byte
	off   int // start of what has not been cut yet
	ended bool
	fed   bool

	hole     int64 // bytes skipped since the last page
	lost     int64 // bytes in holes, and how many holes there were
	places   int
	cutShort bool // the last page
}

func (o *oggPages) feed(p []byte) {
	o.buf, o.off = refill(o.buf, o.off, p)
	o.fed = o.fed || len(p) > 0
}

// next returns the next page, valid until the next call of feed; ok is false
// where there is no whole one.
func (o *oggPages) next() (p oggPage, ok bool) {
	for {
		rest := o.buf[o.off:]
		p, size, v := readPage(rest)
		switch {
		case v == accept:
			o.cutShort = false
			o.settle()
			o.off += size
			return p, true
		case v == wait && !o.ended:
			return p, false
		case len(rest) == 0:
			o.settle()
			return p, false
		case v == wait && o.hole == 0:
			o.cutShort = true
		}
		o.lose(rest)
	}
}

// lose goes on to where the next page may begin.
func (o *oggPages) lose(rest []byte) {
	n := 1 + bytes.Index(rest[1:], []byte(oggSign))
	if n == 0 {
		n = max(1, len(rest)-len(oggSign)+1)
	}
	o.off += n
	o.hole += int64(n)
}

// settle ends a hole and counts it as lost, unless it is no more than a last page
// that was cut short.
func (o *oggPages) settle() {
	if o.hole > 0 && !o.cutShort {
		o.lost += o.hole
		o.places++
	}
	o.hole = 0
}

// readPage reads a page of size bytes at the start of b.
func readPage(b []byte) (p oggPage, size int, v verdict) {
	if v := starts(b, oggSign); v != accept {
		return p, 0, v
	}
	if len(b) < oggHeader {
		return p, 0, wait
	}
	if version := b[4]; version != 0 {
		return p, 0, reject
	}
	body := oggHeader + int(b[26])
	if len(b) < body {
		return p, 0, wait
	}
	p.lacing = b[oggHeader:body]
	size = body
	for _, n := range p.lacing {
		size += int(n)
	}
	if len(b) < size {
		return p, 0, wait
	}
	p.body = b[body:size]
	p.continued, p.first, p.last = b[5]&1 != 0, b[5]&2 != 0, b[5]&4 != 0
	p.granule = int64(binary.LittleEndian.Uint64(b[6:]))
	p.serial, p.seq = binary.LittleEndian.Uint32(b[14:]), binary.LittleEndian.Uint32(b[18:])
	const sum = 22
	if oggSum(oggSum(oggSum(0, b[:sum]), make([]byte, 4)), b[sum+4:size]) != binary.LittleEndian.Uint32(b[sum:]) {
		return p, 0, reject
	}
	return p, size, accept
}

// oggTable is of the polynomial 0x04C11DB7, highest bit first, which hash/crc32
// does not do.
var oggTable = func() (table [256]uint32) {
	for i := range table {
		r := uint32(i) << 24
		for range 8 {
			carry := r >> 31
			r = r<<1 ^ carry*0x04C11DB7
		}
		table[i] = r
	}
	return table
}()

func oggSum(sum uint32, b []byte) uint32 {
	for _, c := range b {
		sum = sum<<8 ^ oggTable[byte(sum>>24)^c]
	}
	return sum
}

// oggPackets puts the packets of one logical stream together from its pages.
type oggPackets struct {
	buf  []byte
	off  int   // start of what has not been handed out
	lens []int // of the whole packets in buf; what is behind them goes on on the next page
	seq  uint32
	some bool
}

// maxOggPacket bounds what is held of a packet that does not end: more than an
// Opus packet of 120 ms, of 48 frames with 1,275 bytes each (RFC 6716, 3.2.5).
const maxOggPacket = 1 << 16

// add takes the next page; what of the one before was not handed out is dropped,
// but for a packet that goes on. lost says that something is missing between the
// two.
func (o *oggPackets) add(p oggPage) (lost bool) {
	begun := o.buf[o.behind():]
	lost = o.some && p.seq != o.seq+1 || len(begun) > 0 && !p.continued
	o.seq, o.some = p.seq, true
	if lost || len(begun) > maxOggPacket {
		begun = nil
	}
	body, length := p.body, 0
	o.lens = o.lens[:0]
	for _, n := range p.lacing {
		if length += int(n); n < 255 {
			o.lens, length = append(o.lens, length), 0
		}
	}
	orphan := p.continued && len(begun) == 0 // the end of a packet without its beginning
	switch {
	case orphan && len(o.lens) == 0:
		body = nil
	case orphan:
		body, o.lens = body[o.lens[0]:], o.lens[1:]
	case len(o.lens) > 0:
		o.lens[0] += len(begun)
	}
	o.buf, o.off = append(append(o.buf[:0], begun...), body...), 0
	return lost || orphan
}

// each goes through the packets that have not been handed out.
func (o *oggPackets) each(do func(packet []byte)) {
	at := o.off
	for _, n := range o.lens {
		do(o.buf[at : at+n])
		at += n
	}
}

// drop forgets what has not been handed out.
func (o *oggPackets) drop() { o.buf, o.off, o.lens = o.buf[:0], 0, o.lens[:0] }

// begun says that a packet has not ended.
func (o *oggPackets) begun() bool { return o.behind() < len(o.buf) }

// behind is where the last packet that has ended does.
func (o *oggPackets) behind() int {
	at := o.off
	for _, n := range o.lens {
		at += n
	}
	return at
}

// next hands out a packet, which is valid until the next call of add.
func (o *oggPackets) next() (packet []byte, ok bool) {
	if len(o.lens) == 0 {
		return nil, false
	}
	packet = o.buf[o.off : o.off+o.lens[0]]
	o.off += o.lens[0]
	o.lens = o.lens[1:]
	return packet, true
}
