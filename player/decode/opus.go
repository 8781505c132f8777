package decode

import (
	"bytes"
	"io"
)

const (
	// opusRate is what Opus is decoded at, whatever it was made of (RFC 7845, 5.1).
	opusRate = 48000
	// opusLongest is the longest packet, in frames: 120 ms (RFC 6716, 3.2.5).
	opusLongest = opusRate * 120 / 1000
	// opusBridge is how much is made up at a time of what is missing, in frames.
	opusBridge = opusRate * 20 / 1000
	// opusMaxGap bounds what is made up in one place, in frames. Pages have about a
	// second; what says more may be damaged itself.
	opusMaxGap = 5 * opusRate
)

// opus decodes Opus in Ogg (RFC 7845): one logical stream, and each that begins
// when that is over. Where something is missing, sound is made up that is as
// long, so that what follows stays in its place.
type opus struct {
	open  func() (*opusFunctions, error)
	pages oggPages
	other string // the codec of a stream that is no Opus

	stage   opusStage
	serial  uint32
	head    opusHead
	packets oggPackets
	dec     *opusStream

	at   int64 // the granule position up to which the stream was read; -1 before its sound
	skip int64 // frames to drop of the beginning
	hole bool  // something is missing behind at
	gap  int64 // frames to make up
	keep int64 // frames to keep of this page

	buf      []float32 // room for the longest packet
	pcm      []float32 // what Read has not handed out of buf
	channels int       // of what Read returned last

	decoded, refused, missing int // packets, and places where pages are
	madeUp                    bool
	fatal                     error
}

type opusStage int

const (
	noStream opusStage = iota
	afterHead
	inTags
	inSound
)

func newOpus(Format) (Decoder, error) { return &opus{open: opusLibrary}, nil }

func (d *opus) Feed(p []byte) { d.pages.feed(p) }
func (d *opus) End()          { d.pages.ended = true }
func (d *opus) Channels() int { return d.channels }

func (d *opus) Rate() int {
	if d.channels == 0 {
		return 0
	}
	return opusRate
}

func (d *opus) Close() {
	d.endStream()
	d.pages.buf, d.pages.off, d.pcm, d.gap = nil, 0, nil, 0
	d.pages.ended = true
}

func (d *opus) Read(dst []float32) (int, error) {
	for len(d.pcm) == 0 {
		if d.fatal != nil {
			return 0, d.fatal
		}
		if d.gap > 0 {
			d.bridge()
			continue
		}
		if packet, ok := d.packets.next(); ok {
			d.decode(packet)
			continue
		}
		page, ok := d.pages.next()
		switch {
		case ok:
			d.fatal = d.take(page)
		case d.pages.ended:
			return 0, d.verdict()
		default:
			return 0, ErrMore
		}
	}
	d.channels = d.head.channels
	n := copy(dst, d.pcm)
	n -= n % d.channels
	d.pcm = d.pcm[n:]
	return n, nil
}

// take reads a page up to its packets.
func (d *opus) take(p oggPage) error {
	if p.first {
		return d.begin(p)
	}
	if d.stage == noStream && d.other != "" {
		return faulty("opus", ErrFormat, say.inOgg(d.other))
	}
	if d.stage == noStream || p.serial != d.serial {
		return nil
	}
	lost := d.packets.add(p)
	if d.stage == afterHead {
		d.stage = inSound
		if bytes.HasPrefix(p.body, []byte("OpusTags")) {
			d.stage = inTags
		}
	}
	if d.stage == inTags { // their packet ends with its page (RFC 7845, 3)
		if len(d.packets.lens) > 0 {
			d.stage = inSound
		}
		d.packets.drop()
		return nil
	}
	if lost {
		d.missing++
	}
	d.place(p, lost)
	return nil
}

// place finds out what of a page's sound is to be heard, and whether something
// is missing in front of it, by where the page says that it ends.
func (d *opus) place(p oggPage, lost bool) {
	var frames int64
	d.packets.each(func(packet []byte) {
		n := opusFrames(packet)
		frames += n
		lost = lost || n == 0
	})
	d.keep, d.hole = frames, d.hole || lost
	if p.granule < 0 { // it does not say
		d.at = max(0, d.at) + frames
		return
	}
	start := max(0, p.granule-frames)
	switch {
	case d.hole:
		d.at = max(0, d.at)
		d.gap = min(max(0, start-d.at), opusMaxGap)
	case d.at < 0: // a stream that was cut out of another begins later than at 0
		d.at = start
	}
	d.hole = false
	if p.last { // the encoder filled up its last packet (RFC 7845, 4.4)
		d.keep = min(frames, max(0, p.granule-d.at))
	}
	d.at = p.granule
}

func (d *opus) decode(packet []byte) {
	var pcm []float32
	ok := len(packet) > 0
	if ok {
		pcm, ok = d.dec.decode(d.buf, packet, opusLongest)
	}
	if !ok {
		d.refused++
		d.gap = min(opusFrames(packet), d.keep)
		d.keep -= d.gap
		return
	}
	d.decoded++
	frames := min(int64(len(pcm)/d.head.channels), d.keep)
	d.keep -= frames
	d.sound(pcm, frames)
}

// bridge makes up a part of what is missing.
func (d *opus) bridge() {
	const step = opusRate * 5 / 2000
	frames := min(d.gap, opusBridge)
	pcm, ok := d.dec.decode(d.buf, nil, int(frames+step-1)/step*step)
	if !ok {
		d.gap = 0
		return
	}
	d.gap -= frames
	d.madeUp = true
	d.sound(pcm, frames)
}

// sound has frames of pcm heard, but for what is before the beginning.
func (d *opus) sound(pcm []float32, frames int64) {
	before := min(d.skip, frames)
	d.skip -= before
	ch := int64(d.head.channels)
	d.pcm = pcm[before*ch : frames*ch]
	if d.head.gain != 1 {
		for i := range d.pcm {
			d.pcm[i] *= d.head.gain
		}
	}
}

// verdict is what is to say at the end of the source.
func (d *opus) verdict() error {
	o := &d.pages
	switch {
	case !o.fed:
		return faulty("opus", ErrNoAudio, say.noByte)
	case d.stage == noStream && d.other != "":
		return faulty("opus", ErrFormat, say.inOgg(d.other))
	case d.stage == noStream:
		return faulty("opus", ErrNoAudio, say.noOpus)
	case d.decoded == 0:
		return faulty("opus", ErrNoAudio, say.noPacket)
	case o.lost > 0 || d.refused > 0:
		return d.damage(say.packets(int64(o.lost), o.places, d.refused))
	case d.missing > 0:
		return d.damage(say.pagesMissing(d.missing))
	case o.cutShort || d.packets.begun():
		return faulty("opus", ErrDamaged, say.inPage)
	}
	return io.EOF
}

func (d *opus) damage(what string) error {
	if d.madeUp {
		return faulty("opus", ErrDamaged, say.and(what, ErrMadeUp.Error()), ErrMadeUp)
	}
	return faulty("opus", ErrDamaged, what)
}
