package tts

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
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
	// Code is the host's own: "2013", "InvalidApiKey", or "HTTP 502".
	Code string `json:"code"`
	// Field is the path of the field that is wrong, in the API's names.
	Field string `json:"field"`
	// Message says what is wrong, without a full stop.
	Message string `json:"message"`
	// Cure says what to do, without a full stop.
	Cure      string `json:"cure"`
	Retryable bool   `json:"retryable"`
	TraceID   string `json:"trace_id"`
	// Received counts the bytes of audio that had arrived before.
	Received int64 `json:"-"`
	// Cause is the error underneath, if there is one.
	Cause error `json:"-"`
}

// Error is one sentence: what, which field, what to do, the trace id.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Field != "" && !strings.Contains(e.Message, e.Field) {
		b.WriteString(e.Field + ": ")
	}
	b.WriteString(e.Message)
	if e.Code != "" {
		fmt.Fprintf(&b, " (%s)", e.Code)
	}
	if e.Cure != "" {
		b.WriteString("; " + e.Cure)
	}
	if e.TraceID != "" {
		fmt.Fprintf(&b, " [trace id %s]", e.TraceID)
	}
	return Clean(b.String())
}

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
	return &Error{Kind: kind, Message: err.Error(), Cause: err}
}

// Clean strips what must not reach a screen or a log from text that came from
// outside: control characters (a line break becomes a blank) and the
// characters that turn the reading direction.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029', r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}
