package sandbox

import (
	"bufio"
	"net"
	"net/http"
	"sync"
)

// cable is the connection below a socket, on which the faults of a transport
// happen: between any two bytes, whatever frame they belong to.
type cable struct {
	net.Conn
	trickle bool // one byte at a time

	mu    sync.Mutex
	after int          // bytes until then
	then  func() error // an error ends the writing
}

// arm has then called before the byte of this number, counted from the next
// that is written.
func (c *cable) arm(after int, then func() error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.after, c.then = after, then
}

func (c *cable) Write(p []byte) (n int, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for n < len(p) {
		if then := c.then; then != nil && c.after == 0 {
			c.then = nil
			if err := then(); err != nil {
				return n, err
			}
		}
		step := len(p) - n
		if c.trickle {
			step = 1
		}
		if c.then != nil {
			step = min(step, c.after)
		}
		m, err := c.Conn.Write(p[n : n+step])
		n += m
		c.after -= m
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// cableWriter remembers the status of an upgrade and puts a cable below the
// socket that becomes of it.
type cableWriter struct {
	statusWriter
	cable *cable // nil without an upgrade
}

func (w *cableWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(w.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	w.cable = &cable{Conn: conn}
	return w.cable, bufio.NewReadWriter(rw.Reader, bufio.NewWriter(w.cable)), nil
}
