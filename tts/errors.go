package tts

import (
	"errors"
	"fmt"
	"strings"
)

// ErrorKind groups errors by what a person or a script does about them.
type ErrorKind string

// The kinds of error; scripts see them as `error.kind` and as exit codes.
const (
	KindMachine     ErrorKind = "machine"     // a missing program, an unwritable file, a port in use
	KindRequest     ErrorKind = "request"     // wrong before anything was sent
	KindRefused     ErrorKind = "refused"     // the host said no
	KindRateLimit   ErrorKind = "rate_limit"  // the host said not so fast
	KindStream      ErrorKind = "stream"      // network, truncated, empty or undecodable
	KindInterrupted ErrorKind = "interrupted" // the person stopped it
)

// Error is the one error type of this module's requests.
type Error struct {
	Kind ErrorKind `json:"kind"`
	// Code is the host's own: "2013", "InvalidApiKey", or "HTTP 502". The
	// codes of this program's rules are ProblemCodes.
	Code string `json:"code"`
	// Field is the path of the field that is wrong, in the API's names.
	Field string `json:"field"`
	// Message says what is wrong, without a full stop.
	Message string `json:"message"`
	// Cure says what to do, without a full stop.
	Cure      string `json:"cure"`
	Retryable bool   `json:"retryable"`
	TraceID   string `json:"trace_id"`
	// Sent is true where the host had the request and gave no whole answer, so
	// that it may be billed.
	Sent bool `json:"-"`
	// Received counts the bytes of audio that had arrived before.
	Received int64 `json:"-"`
	// Cause is the error underneath, if there is one.
	Cause error `json:"-"`
}

// Said is what is wrong and what to do about it, for people, both without a
// full stop; Cure may be empty.
type Said struct{ What, Cure string }

// Fault is an error of any kind; the functions below are for those that every
// package meets.
func Fault(kind ErrorKind, s Said) *Error { return &Error{Kind: kind, Message: s.What, Cure: s.Cure} }

// Wrong is a request that is not sent.
func Wrong(field string, s Said) *Error { return Fault(KindRequest, s).At(field) }

// Machine is a fault of this machine. cause may be nil.
func Machine(s Said, cause error) *Error { return Fault(KindMachine, s).From(cause) }

// Lost is an answer that did not come, or not whole. cause may be nil.
func Lost(s Said, cause error) *Error { return Fault(KindStream, s).From(cause) }

// Stopped is what the person ended. cause may be nil.
func Stopped(cause error) *Error { return Fault(KindInterrupted, Said{What: say.stopped}).From(cause) }

// At names the field that is wrong, in an error that was just made.
func (e *Error) At(field string) *Error { e.Field = field; return e }

// From keeps the error underneath.
func (e *Error) From(cause error) *Error { e.Cause = cause; return e }

// Again marks what a second try may cure.
func (e *Error) Again() *Error { e.Retryable = true; return e }

// Traced adds the id that the host gave to its answer.
func (e *Error) Traced(id string) *Error { e.TraceID = id; return e }

// Error is one sentence: what, which field, what to do, the trace id.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Field != "" && !strings.Contains(e.Message, e.Field) {
		b.WriteString(About(e.Field, ""))
	}
	b.WriteString(e.Message)
	if e.Code != "" {
		fmt.Fprintf(&b, " (%s)", e.Code)
	}
	if e.Cure != "" {
		b.WriteString(say.further + e.Cure)
	}
	if e.TraceID != "" {
		b.WriteString(" [" + say.traceID(e.TraceID) + "]")
	}
	return Clean(b.String())
}

// About is a sentence behind what it is about: a field, a file, a name.
func About(what, sentence string) string { return what + say.about + sentence }

// Further are sentences without full stops as one, such as what is wrong and
// what to do.
func Further(sentences ...string) string { return strings.Join(sentences, say.further) }

// Listed are the parts of a list on one line.
func Listed(parts ...string) string { return strings.Join(parts, say.listed) }

func (e *Error) Unwrap() error { return e.Cause }

// AsError finds the Error in a chain; any other error becomes one of the
// given kind.
func AsError(err error, kind ErrorKind) *Error {
	if err == nil {
		return nil
	}
	if e, found := errors.AsType[*Error](err); found {
		return e
	}
	return Fault(kind, Said{What: SystemSays(err)}).From(err)
}
