// Package bench carries every comparison: it joins candidates, takes and clips,
// so that they speak the same words, at the same place and the same level. It
// knows no screen; the studio and the commands use it.
package bench

import (
	"context"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// Row is a candidate as it stands.
type Row struct {
	audition.Candidate
	Ask  speak.Ask   // what would be sent
	Take *takes.Take // whole, that answers it; nil: none on disk
	// Price is what making it would cost; nil where nobody knows.
	Price    *tts.Money
	Problems []tts.Problem // what the host will make of it
	Err      error         // why it cannot be made, or was not
}

// Look settles each candidate for the line and finds what is on disk. Nothing is
// sent. The error is of reading the takes or of preparing a host.
func Look(ctx context.Context, s *session.Session, a audition.Audition) ([]Row, error) {
	return nil, nil
}

// Event is what becomes of a row that is made.
type Event struct {
	Row    int
	Speech *speak.Speech // set once it begins to come; it can be heard while it grows
	Take   *takes.Take   // set once it is whole
	Err    error         // why it has failed
}

// Make speaks the rows that have no take, two at once at most, and says what
// becomes of each; report is called by several goroutines. It returns when all
// have ended or ctx has.
func Make(ctx context.Context, s *session.Session, rows []Row, agreed session.Consent, report func(Event)) {
}
