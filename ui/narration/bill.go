package narration

import "voicestudio/tts"

// Bill is what making lines would cost, as far as anybody knows before it.
type Bill struct {
	Lines      int // that are sent: those with an equal request are one
	Free       int // the others, which the first of them answers
	Characters int
	Price      *tts.Money // of those whose price is known
	Unpriced   int        // lines whose price is not
}

// BillOf adds up what making some lines would cost; again: also those that have their
// take.
func BillOf(rows []Row, again bool) (b Bill) {
	seen := map[string]bool{}
	for i := range rows {
		r := &rows[i]
		switch {
		case r.hash == "" || !again && !r.Due():
			continue
		case seen[r.hash] && !again:
			b.Free++
			continue
		}
		seen[r.hash] = true
		b.Lines++
		b.Characters += tts.EstimateCharacters(r.Ask.Request.Text)
		switch {
		case r.Ask.To.Host == tts.Sandbox: // free
		case r.Price == nil:
			b.Unpriced++
		case b.Price == nil:
			b.Price = new(*r.Price)
		default: // one host has one currency
			b.Price.Amount += r.Price.Amount
		}
	}
	return b
}
