package decode

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"math"
)

// opusHead is the first packet of a stream (RFC 7845, 5.1).
type opusHead struct {
	channels int
	preSkip  int64   // frames in front of the sound
	gain     float32 // factor
}

const opusSign = "OpusHead"

func readOpusHead(b []byte) (h opusHead, err error) {
	const size = 19
	if len(b) < size {
		return h, errors.New(say.headShort(len(b), size))
	}
	version, family := b[8], b[18]
	h.channels = int(b[9])
	h.preSkip = int64(binary.LittleEndian.Uint16(b[10:]))
	decibels := float64(int16(binary.LittleEndian.Uint16(b[16:]))) / 256
	h.gain = float32(math.Pow(10, decibels/20))
	switch {
	case version&0xF0 != 0:
		return h, errors.New(say.version(int(version)))
	case h.channels != 1 && h.channels != 2:
		return h, errors.New(say.channels(h.channels))
	case family != 0:
		return h, errors.New(say.family(int(family)))
	}
	return h, nil
}

// otherSigns are the beginnings of what else there is in Ogg.
var otherSigns = map[string]string{"\x01vorbis": "Vorbis", "\x7fFLAC": "FLAC", "Speex   ": "Speex", "\x80theora": "Theora"}

// begin takes the first page of a logical stream. Of those that begin together
// the first that is Opus is decoded; one that begins later follows it.
func (d *opus) begin(p oggPage) error {
	if !bytes.HasPrefix(p.body, []byte(opusSign)) {
		name := say.elseInOgg
		for sign, known := range otherSigns {
			if bytes.HasPrefix(p.body, []byte(sign)) {
				name = known
			}
		}
		d.other = cmp.Or(d.other, name)
		return nil
	}
	if d.stage == afterHead {
		return nil
	}
	head, err := readOpusHead(p.body)
	if err != nil {
		return faulty("opus", ErrFormat, err.Error(), err)
	}
	d.endStream()
	lib, err := d.open()
	if err != nil {
		return &NeedsLibraryError{"Opus", libopus, err}
	}
	if d.dec, err = lib.open(head.channels); err != nil {
		return err
	}
	d.stage, d.serial, d.head, d.packets = afterHead, p.serial, head, oggPackets{seq: p.seq, some: true}
	d.at, d.skip, d.keep, d.hole = -1, head.preSkip, 0, false
	d.buf = make([]float32, opusLongest*head.channels)
	return nil
}

func (d *opus) endStream() {
	if d.dec != nil {
		d.dec.close()
		d.dec = nil
	}
	d.packets.drop()
}

// opusFrames is how long a packet sounds, in frames at opusRate; 0 of one that
// says nothing valid (RFC 6716, 3.1 and 3.2.5).
func opusFrames(packet []byte) int64 {
	if len(packet) == 0 {
		return 0
	}
	const ms = opusRate / 1000
	var each int64
	switch config := packet[0] >> 3; {
	case config < 12: // SILK
		each = [4]int64{10 * ms, 20 * ms, 40 * ms, 60 * ms}[config&3]
	case config < 16: // both
		each = [2]int64{10 * ms, 20 * ms}[config&1]
	default: // CELT
		each = 5 * ms / 2 << (config & 3)
	}
	count := int64(1)
	switch packet[0] & 3 {
	case 1, 2:
		count = 2
	case 3:
		if len(packet) < 2 {
			return 0
		}
		count = int64(packet[1] & 0x3F)
	}
	if each*count > opusLongest {
		return 0
	}
	return each * count
}
