package sandbox

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/coder/websocket"
)

// socketPath is MiniMax's WebSocket, which takes one text after another for
// one setting. Its events are in MiniMax's asyncapi.json; what that does not
// say, and no client has recorded, is marked "not documented" here.
const socketPath = "/ws/v1/t2a_v2"

// wired is MiniMax's contract in a socket: the same rules, codes and words as
// on its HTTP path, each document an event.
type wired struct{ minimax }

// serverEvent is what the server sends, in the order of MiniMax's samples.
type serverEvent struct {
	Data      *wiredData `json:"data,omitempty"`
	ExtraInfo *extraInfo `json:"extra_info,omitempty"`
	SessionID string     `json:"session_id"`
	Event     string     `json:"event"`
	IsFinal   *bool      `json:"is_final,omitempty"`
	TraceID   string     `json:"trace_id"`
	BaseResp  baseResp   `json:"base_resp"`
}

type wiredData struct {
	Audio string `json:"audio"`
}

// event is a document of the socket; code 0 is success.
func (c *session) event(name string, code int, message string) serverEvent {
	if code == 0 {
		message = "success"
	}
	return serverEvent{SessionID: c.id, Event: name, TraceID: c.x.traceID, BaseResp: baseResp{code, message}}
}

// say is a piece of a text's audio. The last has none: clients drop it there
// (TEN) or take it (MiniMax's own sample), and nothing is sent twice.
func (wired) say(x *exchange, p part) []byte {
	e := x.socket.event("task_continued", 0, "")
	e.Data, e.ExtraInfo, e.IsFinal = &wiredData{p.audio}, p.extra, new(p.status == 2)
	return document(e)
}

// badBody does not happen: what is not JSON is no event.
func (h wired) badBody(x *exchange) reply {
	return reply{http.StatusOK, h.refuse(x, 2202, wordingOf(2202))}
}

func (wired) refuse(x *exchange, code int, message string) []byte {
	return document(x.socket.event("task_failed", code, message))
}

// skip is the answer to a text that is not spoken while the session goes on.
// It is the only one to that text, so it is final: who waits for a text's
// last piece would wait for ever.
func (c *session) skip(code int) []byte {
	e := c.event("task_continued", code, wordingOf(code))
	e.Data, e.IsFinal = &wiredData{}, new(true)
	return document(e)
}

// socket answers an upgrade and stays until the session has ended. What stands
// before a host refuses the upgrade; the host's own refusals, a wrong key
// among them, are events. Callers without an Origin are let in, as every
// program is, and pages of the sandbox's own address. Pages of other sites are
// turned away here also where HTTP welcomes them: browsers send no key with a
// WebSocket, so that they could only be refused.
func (s *Server) socket(w http.ResponseWriter, req *http.Request, union bool) {
	s.answering.RLock()
	defer s.answering.RUnlock()
	x := &exchange{s: s, w: w, req: req, host: wired{}, union: union, faults: s.faults, requestID: newID(4, 2, 2, 2, 6), traceID: newID(16), out: w}
	began := time.Now()
	defer func() {
		s.tell(req, x.status, fmt.Sprintf("%s, %d bytes in %v", x.note, x.written, time.Since(began).Round(time.Millisecond)), x.faults)
	}()
	if answered, err := x.gate(); answered || err != nil {
		return
	}
	x.host.header(x, w.Header())
	up := &cableWriter{statusWriter: statusWriter{ResponseWriter: w}}
	c := &session{x: x, id: newSessionID(), began: began, idle: idleLimit, texts: make(chan text, mostQueued), spoken: make(chan error, 1)}
	if x.faults.idle > 0 {
		c.idle = x.faults.idle
	}
	var err error
	c.conn, err = websocket.Accept(up, req, &websocket.AcceptOptions{OnPingReceived: func(context.Context, []byte) bool {
		c.touch()
		return true
	}})
	x.status = up.status
	if err != nil {
		return // Accept has answered
	}
	c.cable = up.cable
	c.cable.trickle = x.faults.trickle
	x.faults.done = false // which is a stream's line
	x.socket = c
	c.run()
	x.written = c.written.Load()
}
