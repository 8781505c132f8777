package sandbox

import (
	"cmp"

	"voicestudio/tts/sandbox/speech"
)

// speak speaks the texts in their order until task_finish or the session's
// end. The error is errSaid after a refusal.
func (c *session) speak() error {
	for {
		select {
		case t, more := <-c.texts:
			if !more {
				return nil
			}
			if err := c.utter(t); err != nil {
				return err
			}
		case <-c.x.req.Context().Done():
			return c.x.req.Context().Err()
		}
	}
}

func (c *session) utter(t text) error {
	x := c.x
	if t.skip != 0 {
		return c.piece(c.skip(t.skip), "")
	}
	q := c.setting
	q.Text = t.text
	r, no := admit(q)
	if no != nil {
		return cmp.Or(x.refuse(no.code, no.message), errSaid)
	}
	a := &answer{x: x, r: r, rate: speech.ByteRate(r.AudioSetting)}
	return a.streamed()
}

// frameHeader is the size of a server's frame without its payload: RFC 6455,
// 5.2.
func frameHeader(payload int) int {
	switch {
	case payload > 0xffff:
		return 10
	case payload > 125:
		return 4
	}
	return 2
}

// piece sends an event of the one who speaks, stopping in the middle of its
// frame where a fault says so. A hushed speaker sends nothing more, but what
// has been begun is sent to its end: cancelling it would break the connection.
func (c *session) piece(doc []byte, audio string) error {
	x := c.x
	if err := x.req.Context().Err(); err != nil && audio != "" {
		return err
	}
	what, until := x.interrupts(doc, audio)
	switch until += frameHeader(len(doc)); what {
	case cuts:
		c.cable.arm(until, func() error { return errCut })
	case stalls:
		c.cable.arm(until, func() error {
			x.sleep(x.faults.stall)
			return c.ctx.Err()
		})
	case flows:
	}
	if c.frame(c.ctx, doc) != nil {
		return errCut
	}
	return nil
}
