package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
)

const (
	// idleLimit is how long nothing may pass, neither an event nor a ping nor
	// audio, before MiniMax ends a session with 2201.
	idleLimit = 120 * time.Second
	// lastWords is how long a refusal may take to leave, and before it the
	// piece of audio that is being sent.
	lastWords = 2 * time.Second
)

// session is one socket: a setting and the texts that are spoken with it, in
// their order. Its own goroutine takes the client's events and ends it;
// another reads them, and from task_started on a third speaks.
type session struct {
	x     *exchange
	id    string
	conn  *websocket.Conn
	cable *cable
	ctx   context.Context // the connection's
	idle  time.Duration

	state   state
	setting question
	texts   chan text
	hush    context.CancelFunc // ends the speaking
	spoken  chan error         // why the speaking ended

	began   time.Time
	last    atomic.Int64 // when something passed, in nanoseconds since began
	written atomic.Int64
	count   int // texts taken
}

type state int

const (
	connected state = iota
	started
	finishing // what is queued is still spoken
)

// run keeps the session until either side has ended it.
func (c *session) run() {
	ctx, cancel := context.WithCancel(c.x.s.open)
	c.ctx = ctx
	speaking, hush := context.WithCancel(ctx)
	c.hush = hush
	c.x.req = c.x.req.WithContext(speaking)
	// A close that the client does not answer would keep the server waiting.
	defer context.AfterFunc(ctx, func() { c.cable.Close() })()
	c.conn.SetReadLimit(maxBody)

	received := make(chan message)
	go c.read(received)
	err := c.serve(received)
	if errors.Is(err, errSaid) {
		c.conn.Close(websocket.StatusNormalClosure, "")
	}
	cancel()
	c.conn.CloseNow()
	for range received { // until the reader has gone
	}
	if c.state != connected {
		<-c.spoken
		c.x.note += fmt.Sprintf(" %d texts", c.count)
	}
}

// message is one of the client's, whole.
type message struct {
	kind websocket.MessageType
	data []byte
}

// read hands on what comes until the connection ends.
func (c *session) read(to chan<- message) {
	defer close(to)
	for {
		kind, data, err := c.conn.Read(c.ctx)
		if err != nil {
			return
		}
		c.touch()
		select {
		case to <- message{kind, data}:
		case <-c.ctx.Done():
			return
		}
	}
}

// serve answers events until the session ends: errSaid after the server's last
// word, anything else without one.
func (c *session) serve(received <-chan message) error {
	key, right := c.x.key()
	if !right {
		return c.fail(keyRefused(c.x, key))
	}
	if err := c.tell(c.event("connected_success", 0, "")); err != nil {
		return err
	}
	idle := time.NewTimer(c.idle)
	defer idle.Stop()
	for {
		select {
		case m, open := <-received:
			if !open {
				return errCut
			}
			if err := c.take(m); err != nil {
				return err
			}
		case err := <-c.spoken:
			c.spoken <- err
			if err != nil {
				return err
			}
			if err := c.tell(c.event("task_finished", 0, "")); err != nil {
				return err
			}
			return errSaid
		case <-idle.C:
			if left := c.idle - time.Since(c.began.Add(time.Duration(c.last.Load()))); left > 0 {
				idle.Reset(left)
				continue
			}
			return c.fail(2201, fmt.Sprintf("no messages received for %v seconds", c.idle.Seconds()))
		case <-c.ctx.Done():
			return c.ctx.Err()
		}
	}
}

// fail ends the speaking and says why.
func (c *session) fail(code int, message string) error {
	if !c.quiet() {
		return errCut // the client does not read
	}
	c.x.note += fmt.Sprintf(" %d", code)
	if err := c.send(c.x.host.refuse(c.x, code, message), lastWords); err != nil {
		return err
	}
	return errSaid
}

// quiet waits until the speaking has ended, and reports whether it has without
// cutting the connection.
func (c *session) quiet() bool {
	c.hush()
	if c.state == connected {
		return true
	}
	wait := time.NewTimer(lastWords)
	defer wait.Stop()
	select {
	case err := <-c.spoken:
		c.spoken <- err
		return true
	case <-wait.C:
		return false
	}
}

func (c *session) tell(e serverEvent) error { return c.send(document(e), c.idle) }

// send sends an event that is not audio. One that does not leave in time ends
// the connection.
func (c *session) send(doc []byte, limit time.Duration) error {
	ctx, cancel := context.WithTimeout(c.ctx, limit)
	defer cancel()
	return c.frame(ctx, doc)
}

func (c *session) frame(ctx context.Context, doc []byte) error {
	err := c.conn.Write(ctx, websocket.MessageText, doc)
	if err == nil {
		c.written.Add(int64(len(doc)))
		c.touch()
	}
	return err
}

// touch says that something has passed.
func (c *session) touch() { c.last.Store(int64(time.Since(c.began))) }

// newSessionID is fifteen digits, as MiniMax's are.
func newSessionID() string {
	var b bytes.Buffer
	for range 15 {
		b.WriteByte('1' + byte(rand.IntN(9)))
	}
	return b.String()
}
