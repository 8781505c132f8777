package host

import (
	"bytes"
	"encoding/hex"

	"voicestudio/tts"
)

// cutter takes the value of "audio" out of a JSON document that arrives in
// pieces and decodes its hex as it comes. What stands around it, with an
// empty string in its place, is kept for encoding/json.
type cutter struct {
	// limit bounds the audio of a document after which it can only be the
	// whole take once more, of no use after its chunks; 0: there is none.
	limit int

	rest  []byte
	audio []byte
	state cutState
	token int // where in rest the current string began
	odd   []byte
	seen  int   // digits of hex that have come, of use or not
	drop  bool  // the audio is of no use
	over  bool  // it was longer than limit
	wrong error // it is not whole hex; ignored where the document holds an error
	fresh bool  // at the first character of the audio
}

type cutState int

const (
	between   cutState = iota // outside a string
	inString                  // inside one that is not audio
	escaped                   // after a backslash in one
	afterKey                  // after the key "audio"
	awaitText                 // after its colon
	inAudio                   // inside the hex
)

var audioKey = []byte(`"audio"`)

// reset makes c ready for another document; what it gave before is gone.
func (c *cutter) reset(limit int) {
	*c = cutter{limit: limit, rest: c.rest[:0], audio: c.audio[:0], odd: c.odd[:0]}
}

func (c *cutter) write(p []byte) error {
	for len(p) > 0 {
		if c.state == inAudio && c.fresh && p[0] == 'h' {
			// An address, not hex: it stays where it is.
			c.state = inString
		}
		if c.state == inAudio {
			c.fresh = false
			n := bytes.IndexByte(p, '"')
			text := p
			if n >= 0 {
				text = p[:n]
			}
			c.hex(text)
			if n < 0 {
				return nil
			}
			if len(c.odd) > 0 && !c.drop {
				c.fail(hex.ErrLength)
			}
			c.rest, c.state = append(c.rest, '"'), between
			p = p[n+1:]
			continue
		}
		c.step(p[0])
		p = p[1:]
		if len(c.rest) > maxRest {
			return tts.Lost(say.answer.noLine, nil)
		}
	}
	return nil
}

func (c *cutter) step(b byte) {
	c.rest = append(c.rest, b)
	blank := b == ' ' || b == '\t' || b == '\n' || b == '\r'
	switch c.state {
	case escaped:
		c.state = inString
	case inString:
		switch {
		case b == '\\':
			c.state = escaped
		case b == '"' && bytes.Equal(c.rest[c.token:], audioKey):
			c.state = afterKey
		case b == '"':
			c.state = between
		}
	case awaitText:
		if b == '"' {
			c.state, c.fresh, c.token = inAudio, true, len(c.rest)-1
			c.drop = c.drop || c.limit > 0 && statusTwo(c.rest)
		} else if !blank {
			c.state = between
		}
	case afterKey:
		if b == ':' {
			c.state = awaitText
			return
		} else if blank {
			return
		}
		fallthrough
	default:
		c.state = between
		if b == '"' {
			c.state, c.token = inString, len(c.rest)-1
		}
	}
}

// hex decodes a piece of the audio's text; a lone digit waits for the next.
func (c *cutter) hex(text []byte) {
	c.seen += len(text)
	if c.limit > 0 && len(c.audio)+len(text)/2 > c.limit {
		c.drop, c.over = true, true
	}
	if c.drop || len(text) == 0 {
		return
	}
	if len(c.odd) > 0 {
		pair := [2]byte{c.odd[0], text[0]}
		c.odd, text = c.odd[:0], text[1:]
		c.decode(pair[:])
	}
	if len(text)%2 != 0 {
		c.odd = append(c.odd, text[len(text)-1])
		text = text[:len(text)-1]
	}
	c.decode(text)
}

func (c *cutter) fail(err error) { c.wrong, c.drop = badHex(err), true }

func (c *cutter) decode(text []byte) {
	audio, err := hex.AppendDecode(c.audio, text)
	if c.audio = audio; err != nil {
		c.fail(err)
	}
}

func (c *cutter) end() (doc, audio []byte, err error) {
	if c.state != between {
		return nil, nil, cutShort()
	}
	return bytes.TrimSpace(c.rest), c.audio, nil
}

// statusTwo reports whether a document's status 2 has been read already.
func statusTwo(rest []byte) bool {
	_, after, found := bytes.Cut(rest, []byte(`"status"`))
	after = bytes.TrimLeft(after, " :\t")
	return found && len(after) > 1 && after[0] == '2' && (after[1] < '0' || after[1] > '9')
}
