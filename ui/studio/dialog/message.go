package dialog

import (
	"errors"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
)

// Message is a warning or an error of this session. Its texts are clean.
type Message struct {
	At      time.Time
	Failure bool
	// Unread is true of an error that nobody has looked at or put away.
	Unread bool
	// Whole is the sentence with everything in it, its field as the API calls it;
	// Line is the same as it stands on the screen. The others are their parts,
	// which may be empty.
	Whole, Line                string
	What, Field, Cure, TraceID string
}

// MessageOf takes an error, or a sentence where err is nil, apart.
func MessageOf(at time.Time, failure bool, said string, err error) Message {
	m := Message{At: at, Failure: failure, Unread: failure, Whole: tts.Clean(said), Line: tts.Clean(said), What: tts.Clean(said)}
	if err == nil {
		return m
	}
	e := tts.AsError(err, tts.KindMachine)
	m.Whole, m.Line = tts.Clean(tts.Reason(err)), sentence(err)
	m.Field, m.Cure, m.TraceID = labelled(e.Field), tts.Clean(e.Cure), tts.Clean(e.TraceID)
	bare := *e
	bare.Message, bare.Field, bare.Cure, bare.TraceID = reason(e), "", "", ""
	m.What = bare.Error()
	return m
}

// sentence is an error on one line, its field called as the screen calls it.
func sentence(err error) string {
	e, is := errors.AsType[*tts.Error](err)
	if !is {
		return tts.Clean(tts.Reason(err))
	}
	named := *e
	if named.Message, named.Field = reason(e), labelled(e.Field); strings.Contains(strings.ToLower(named.Message), named.Field) {
		named.Field = ""
	}
	return named.Error()
}

// reason is the message of an error without the system's words of its cause.
func reason(e *tts.Error) string {
	if e.Cause != nil && e.Message == e.Cause.Error() {
		return tts.Reason(e.Cause)
	}
	return e.Message
}

// labelled is what people call a field; the words that are spoken have no name.
func labelled(field string) string {
	if field == "" || field == "text" {
		return ""
	}
	return presets.Label(field)
}
