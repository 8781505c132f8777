package sandbox

import (
	"bytes"
	"encoding/hex"
	"io"
	"time"
)

// flusher takes audio as it is made; flush sends what waits.
type flusher interface {
	io.Writer
	flush() error
}

// chunks cuts audio into frames at places that mean nothing to a decoder, as
// the hosts do; the first is small, so that sound can begin early.
type chunks struct {
	a       *answer
	waiting bytes.Buffer
	size    int64 // bytes of audio so far
	sent    int   // chunks
	began   time.Time
	played  int64 // bytes that were sent
}

// chunkSizes are multiples of a stereo sample, so that only odd_bytes cuts one.
var chunkSizes = []int{700, 1532, 3000, 4604, 6008}

// pacedChunk is how much sound a chunk of a paced stream has.
const pacedChunk = 100 * time.Millisecond

// next is the size of the next chunk in bytes.
func (c *chunks) next() int {
	f := c.a.x.faults
	n := chunkSizes[min(c.sent, len(chunkSizes)-1)]
	if length := f.chunk; length > 0 || f.pace > 0 {
		if length == 0 {
			length = pacedChunk
		}
		n = max(4, int(length.Seconds()*float64(c.a.rate))&^3)
	}
	if f.oddBytes {
		n |= 1
	}
	return n
}

func (c *chunks) Write(p []byte) (int, error) {
	c.size += int64(len(p))
	if c.a.keep {
		c.a.all.Write(p)
	}
	c.waiting.Write(p)
	for {
		n := c.next()
		if c.waiting.Len() < n {
			return len(p), nil
		}
		if err := c.send(n); err != nil {
			return 0, err
		}
	}
}

func (c *chunks) flush() error {
	if c.waiting.Len() == 0 {
		return nil
	}
	return c.send(c.waiting.Len())
}

// send sends n bytes, or as many as come before the fault that ends it all.
func (c *chunks) send(n int) error {
	x := c.a.x
	if x.faults.empty {
		c.waiting.Next(n)
		return nil
	}
	at := x.faults.codeAt
	ends := at > 0 && at <= c.played+int64(n)
	if ends {
		n = int(at - c.played)
	}
	if err := c.pace(); err != nil {
		return err
	}
	c.sent++
	c.played += int64(n)
	audio := hex.EncodeToString(c.waiting.Next(n))
	if c.sent == 1 {
		audio = x.spoil(audio)
	}
	p := part{audio: audio, status: 1}
	if x.faults.extraInfo == "every" {
		p.extra = c.a.extra(c.played)
		p.billed = p.extra.UsageCharacters
	}
	if err := x.event(200, "result", x.host.say(x, p), audio); err != nil {
		return err
	}
	if c.sent == 1 && x.faults.garbage {
		if err := x.event(200, "result", []byte("this is not JSON"), ""); err != nil {
			return err
		}
	}
	if ends {
		if err := c.a.fault(); err != nil {
			return err
		}
		return errSaid
	}
	return nil
}

// pace waits until the chunk is due: its place in the audio, played at the
// asked multiple of real time since the first chunk.
func (c *chunks) pace() error {
	pace := c.a.x.faults.pace
	if pace == 0 {
		return nil
	}
	if c.began.IsZero() {
		c.began = time.Now()
	}
	due := time.Duration(float64(c.played) / float64(c.a.rate) / pace * float64(time.Second))
	return c.a.x.sleep(time.Until(c.began.Add(due)))
}

// tagger puts an ID3 tag between two frames of an mp3, at the start of a
// chunk: what PPIO's older models are documented to do.
type tagger struct {
	*chunks
	held   []byte
	frames int
	done   bool
}

// taggedFrame is the frame before which the tag stands.
const taggedFrame = 6

func (t *tagger) Write(p []byte) (int, error) {
	if t.done {
		return t.chunks.Write(p)
	}
	t.held = append(t.held, p...)
	for len(t.held) >= 4 && t.frames < taggedFrame {
		n := mp3FrameSize(t.held)
		if len(t.held) < n {
			return len(p), nil
		}
		if _, err := t.chunks.Write(t.held[:n]); err != nil {
			return 0, err
		}
		t.held = t.held[n:]
		t.frames++
	}
	if t.frames < taggedFrame {
		return len(p), nil
	}
	t.done = true
	if err := t.chunks.flush(); err != nil {
		return 0, err
	}
	if _, err := t.chunks.Write(append(bytes.Clone(streamTag), t.held...)); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (t *tagger) flush() error {
	if !t.done {
		if _, err := t.chunks.Write(t.held); err != nil {
			return err
		}
	}
	return t.chunks.flush()
}
