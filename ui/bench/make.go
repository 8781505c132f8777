package bench

import (
	"context"
	"sync"

	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// together is how many rows are spoken at once. The host's requests per minute
// are kept by its client.
const together = 2

// Event is what becomes of a row that is made.
type Event struct {
	Row    int
	Speech *speak.Speech // set once it begins to come; it can be heard while it grows
	Take   *takes.Take   // set once it is whole
	Err    error         // why it has failed
}

// missing groups the rows that can be made by what they ask for.
func missing(rows []Row) (groups [][]int) {
	at := map[string]int{}
	for i, r := range rows {
		if r.Take != nil || r.hash == "" {
			continue
		}
		key := string(r.Ask.To.Host) + " " + r.hash
		g, known := at[key]
		if !known {
			g = len(groups)
			at[key], groups = g, append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	return groups
}

// Make speaks the rows of Look that have no take and are not refused, two at once
// at most, and says what becomes of each; report is called by several goroutines.
// Rows with an equal request are spoken once. It returns when all have ended or ctx
// has: then what had not begun is told nothing.
func Make(ctx context.Context, s *session.Session, rows []Row, agreed session.Consent, report func(Event)) {
	next := make(chan []int)
	var workers sync.WaitGroup
	for range together {
		workers.Go(func() {
			for group := range next {
				tell := func(e Event) {
					for _, e.Row = range group {
						report(e)
					}
				}
				speech, take, err := s.Make(ctx, rows[group[0]].Ask, agreed, func(speech *speak.Speech) { tell(Event{Speech: speech}) })
				tell(Event{Speech: speech, Take: take, Err: err})
			}
		})
	}
	for _, group := range missing(rows) {
		if ctx.Err() != nil {
			break
		}
		select {
		case next <- group:
		case <-ctx.Done():
		}
	}
	close(next)
	workers.Wait()
}
