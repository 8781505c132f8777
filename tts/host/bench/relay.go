package main

import (
	"net"
	"sync"
	"time"
)

// relay carries connections to a server and back, each byte half a round trip
// later. What comes after it is connected to waits for one more, which stands
// for the TCP handshake that loopback does not have to wait for.
type relay struct {
	listen net.Listener
	trip   time.Duration
	all    sync.WaitGroup

	mu     sync.Mutex
	conns  []net.Conn
	closed bool
}

func newRelay(to string, trip time.Duration) (*relay, error) {
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	r := &relay{listen: listen, trip: trip}
	r.all.Go(func() {
		for {
			near, err := listen.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", to)
			if err != nil {
				near.Close()
				continue
			}
			r.mu.Lock()
			r.conns = append(r.conns, near, far)
			if r.closed {
				near.Close()
				far.Close()
			}
			r.mu.Unlock()
			connected := time.Now().Add(trip)
			r.all.Go(func() { r.carry(far, near, connected) })
			r.all.Go(func() { r.carry(near, far, connected) })
		}
	})
	return r, nil
}

func (r *relay) address() string { return r.listen.Addr().String() }

func (r *relay) close() {
	r.listen.Close()
	r.mu.Lock()
	r.closed = true
	for _, conn := range r.conns {
		conn.Close()
	}
	r.mu.Unlock()
	r.all.Wait()
}

// piece is what was read at once, and when it arrives.
type piece struct {
	bytes []byte
	due   time.Time
}

// carry reads without waiting, so that bytes travel at the same time. The end
// of a connection travels as its bytes do.
func (r *relay) carry(to, from net.Conn, connected time.Time) {
	const underWay = 4096 // pieces; far more than a round trip of a few streams
	way := make(chan piece, underWay)
	r.all.Go(func() {
		defer to.Close()
		for p := range way {
			time.Sleep(time.Until(p.due))
			if _, err := to.Write(p.bytes); err != nil {
				from.Close()
				for range way {
				}
				return
			}
		}
	})
	defer close(way)
	buf := make([]byte, 64<<10)
	for {
		n, err := from.Read(buf)
		left := time.Now()
		if left.Before(connected) {
			left = connected
		}
		way <- piece{append([]byte(nil), buf[:n]...), left.Add(r.trip / 2)}
		if err != nil {
			return
		}
	}
}
