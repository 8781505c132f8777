package sandbox

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Key is the API key that this program sends to its sandbox. Every other is
// accepted as well, but those that begin with "wrong".
const Key = "sandbox"

// maxBody is the largest request that is read: 9,999 characters and every
// field at its longest stay far below it.
const maxBody = 1 << 20

// exchange is one request and the way of its answer to the caller, with the
// faults that lie on it.
type exchange struct {
	s         *Server
	w         http.ResponseWriter
	req       *http.Request
	host      envelope
	faults    Faults
	union     bool     // the rules of all hosts together hold, see BaseURL
	socket    *session // whose events the answer is; nil for HTTP
	stream    bool
	model     string // that was asked for
	requestID string
	traceID   string
	body      []byte
	bodyErr   error

	out     io.Writer
	zip     *gzip.Writer
	status  int
	frames  int
	heard   int64 // bytes of audio that were sent
	stalled bool
	written int64
	note    string // for the log
}

// errCut ends an answer and its connection; errSaid ends an answer in which
// the refusal has been said; errTooLong is a body above maxBody.
var (
	errCut     = errors.New("sandbox: the connection is cut")
	errSaid    = errors.New("sandbox: the refusal has been sent")
	errTooLong = errors.New("sandbox: the body is too long")
)

// handle runs one request through the gate and on to then.
func (s *Server) handle(w http.ResponseWriter, req *http.Request, host envelope, union bool, then func(*exchange) error) {
	x := &exchange{s: s, w: w, req: req, host: host, union: union, faults: s.faults, requestID: newID(4, 2, 2, 2, 6), traceID: newID(16), out: w}
	s.answering.RLock()
	defer s.answering.RUnlock()
	began := time.Now()
	err := x.pass(then)
	s.tell(req, x.status, fmt.Sprintf("%s, %d bytes in %v", x.note, x.written, time.Since(began).Round(time.Millisecond)), x.faults)
	if errors.Is(err, errCut) {
		panic(http.ErrAbortHandler) // how net/http is told to drop the connection
	}
	if x.zip != nil {
		x.zip.Close()
	}
}

// read asks parse what the body says. ok is false where the answer has been
// given.
func (x *exchange) read(parse func(body []byte) error) (ok bool, err error) {
	if err = x.bodyErr; err == nil {
		err = parse(x.body)
	}
	if wrong, found := errors.AsType[*mismatch](err); found {
		return false, x.refuse(2013, wordingOf(2013)+", "+wrong.Error())
	}
	if err != nil {
		return false, x.reply(x.host.badBody(x))
	}
	return true, nil
}

// fail answers with a code of base_resp in its own words.
func (x *exchange) fail(code int) error {
	return x.refuse(code, strings.ReplaceAll(wordingOf(code), theModel, x.model))
}

// refuse answers with a code of base_resp.
func (x *exchange) refuse(code int, message string) error {
	x.note += fmt.Sprintf(" %d", code)
	return x.reply(reply{http.StatusOK, x.host.refuse(x, code, message)})
}

// reply sends an answer without audio: an event where the host frames even
// those, or where a stream has begun.
func (x *exchange) reply(r reply) error {
	name := "result"
	if r.status != http.StatusOK {
		name = "error"
	}
	begun := x.status != 0
	if begun || x.stream && x.host.framesErrors() {
		if !begun {
			kind := x.host.eventType()
			if r.status != http.StatusOK && x.faults.jsonLabel {
				kind = "application/json" // as one of DashScope's gateways has labelled it
			}
			x.head(r.status, kind)
		}
		return x.event(r.status, name, r.doc, "")
	}
	return x.whole(r.status, r.doc, "")
}

// plain is an answer that is no host's.
func (x *exchange) plain(status int, text string) error {
	x.head(status, "text/plain; charset=utf-8")
	return x.send([]byte(text + "\n"))
}

// whole sends one document; audio is the hex in it.
func (x *exchange) whole(status int, doc []byte, audio string) error {
	if x.faults.garbage && audio != "" {
		doc, audio = []byte("<html>this is not JSON</html>"), ""
	}
	if !x.zips() {
		x.w.Header().Set("Content-Length", strconv.Itoa(len(doc)))
	}
	x.head(status, "application/json")
	return x.deliver(doc, audio)
}

// event sends one document as a piece of a stream.
func (x *exchange) event(status int, name string, doc []byte, audio string) error {
	if x.socket != nil {
		return x.socket.piece(doc, audio)
	}
	x.frames++
	return x.lines(x.host.event(x.frames, status, name, doc), audio)
}

// lines sends lines of a stream as its faults want them.
func (x *exchange) lines(b []byte, audio string) error {
	if x.faults.comments {
		b = append([]byte(": keep-alive\n\n"), b...)
	}
	if x.faults.oneLF {
		b = bytes.ReplaceAll(b, []byte("\n\n"), []byte("\n"))
	}
	if x.faults.crlf {
		b = bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))
	}
	return x.deliver(b, audio)
}

// deliver sends bytes that carry audio, stopping in the middle where a fault
// says so.
func (x *exchange) deliver(b []byte, audio string) error {
	what, until := x.interrupts(b, audio)
	if what == cuts {
		x.send(b[:until])
		return errCut
	}
	if what == stalls {
		if err := x.send(b[:until]); err != nil {
			return err
		}
		if err := x.sleep(x.faults.stall); err != nil {
			return err
		}
		b = b[until:]
	}
	return x.send(b)
}

// interruption is what a fault does in the middle of a document.
type interruption int

const (
	flows interruption = iota
	stalls
	cuts
)

// interrupts says what happens in b, which carries audio, and before which of
// its bytes; it counts the audio as sent.
func (x *exchange) interrupts(b []byte, audio string) (what interruption, until int) {
	size := int64(len(audio) / 2)
	within := func(at int64) bool { return size > 0 && at >= x.heard && at < x.heard+size }
	at := x.faults.stallAt
	if x.faults.stall > 0 && !x.stalled && within(at) {
		x.stalled, what = true, stalls
	}
	if end, cut := x.faults.cuts(); cut && within(end) {
		what, at = cuts, end
	}
	if what != flows {
		until = max(0, bytes.Index(b, []byte(audio))) + 2*int(at-x.heard)
	}
	x.heard += size
	return what, until
}

func (x *exchange) zips() bool {
	return x.faults.gzip && strings.Contains(x.req.Header.Get("Accept-Encoding"), "gzip")
}

func (x *exchange) head(status int, contentType string) {
	h := x.w.Header()
	x.host.header(x, h)
	h.Set("Content-Type", contentType)
	if x.zips() {
		h.Set("Content-Encoding", "gzip")
		x.zip = gzip.NewWriter(x.w)
		x.out = x.zip
	}
	x.status = status
	x.w.WriteHeader(status)
}

// send writes bytes and sees that they leave.
func (x *exchange) send(b []byte) error {
	step := max(1, len(b))
	if x.faults.trickle {
		step = 1
	}
	for len(b) > 0 {
		n, err := x.out.Write(b[:min(step, len(b))])
		x.written += int64(n)
		if err != nil {
			return err
		}
		b = b[n:]
		if x.zip != nil {
			if err := x.zip.Flush(); err != nil {
				return err
			}
		}
		if err := http.NewResponseController(x.w).Flush(); err != nil {
			return err
		}
	}
	return x.req.Context().Err()
}

// sleep waits, but not beyond the caller.
func (x *exchange) sleep(d time.Duration) error {
	if d <= 0 || x.bodyErr != nil {
		return nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-x.req.Context().Done():
		return context.Cause(x.req.Context())
	}
}

// newID is random hex in groups of so many bytes, joined by dashes.
func newID(groups ...int) string {
	parts := make([]string, len(groups))
	for i, n := range groups {
		for range n {
			parts[i] += fmt.Sprintf("%02x", rand.IntN(256))
		}
	}
	return strings.Join(parts, "-")
}
