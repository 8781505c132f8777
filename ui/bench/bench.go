// Package bench carries every comparison: it joins candidates, takes and clips,
// so that they speak the same words, at the same place and the same level. It
// knows no screen; the studio and the commands use it.
package bench

import (
	"cmp"
	"context"
	"errors"
	"slices"

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

	hash    string // of what would be sent, at its host; empty where nothing is
	refused bool   // before anything was sent: it is not made
}

// Refused reports that the row cannot be made as it is: Err says why. Another row
// with an Err has failed, and may be made once more.
func (r Row) Refused() bool { return r.refused }

func (r *Row) refuse(err error) { r.Err, r.refused = err, true }

// Look settles each candidate for its own host and the line, and finds what is on
// disk. Nothing is sent. What a host refuses, or a host that cannot be prepared,
// stands in its row; the error is of reading the takes, or ctx's.
func Look(ctx context.Context, s *session.Session, a audition.Audition) ([]Row, error) {
	rows, at := make([]Row, len(a.Candidates)), map[tts.HostName][]int{}
	for i, c := range a.Candidates {
		rows[i] = settled(s, c, a.Text)
		if t := given(s.Takes(), rows[i], a.Text); t != nil {
			rows[i] = Row{Candidate: c, Ask: rows[i].Ask, Take: t, Price: rows[i].Price}
		} else if !rows[i].refused {
			host := rows[i].Ask.To.Host
			at[host] = append(at[host], i)
		}
	}
	for host, these := range at {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		requests := make([]tts.Request, len(these))
		for n, i := range these {
			requests[n] = rows[i].Ask.Request
		}
		hashes, found, err := s.OnDiskAt(host, requests)
		if _, unprepared := errors.AsType[*tts.Error](err); err != nil && !unprepared {
			return nil, err
		}
		for n, i := range these {
			if err != nil {
				rows[i].refuse(err)
				continue
			}
			if rows[i].hash = hashes[n]; len(found[n]) > 0 {
				rows[i].Take = &found[n][0] // the newest
			}
		}
	}
	return rows, nil
}

// settled makes a candidate ready to be sent.
func settled(s *session.Session, c audition.Candidate, text string) Row {
	r, host := session.Voiced(c.Request), cmp.Or(c.Host, s.Host())
	r.Text = tts.Plain(text)
	ask, problems, err := s.SettleAny(host, r)
	ask.Preset = c.Preset
	row := Row{Candidate: c, Ask: ask, Price: session.Price(host, ask.Request), Problems: problems}
	if err != nil {
		row.refuse(err)
	}
	return row
}

// given is the take that a candidate has, where that says the line: one that was
// put on the bench is what it is, another one has to have been made so.
func given(folder takes.Folder, row Row, text string) *takes.Take {
	if row.Candidate.Take == "" {
		return nil
	}
	t, err := folder.Load(row.Candidate.Take)
	if err != nil || !t.Whole() || tts.Plain(t.Request.Text) != tts.Plain(text) || !session.Playable(t.Request) {
		return nil
	}
	if row.Kind == audition.Take || t.Host == row.Ask.To.Host && t.Request.Equal(row.Ask.Request) {
		return &t
	}
	return nil
}

// Bill is what making what is missing would cost at one host, as far as anybody
// knows before it.
type Bill struct {
	Host       tts.HostName
	Rows       int // that are sent: those with an equal request are one
	Characters int
	Price      *tts.Money // of those whose price is known
	Unpriced   int        // rows whose price is not
}

// Bills add up what Make would send, in the order in which the hosts come.
func Bills(rows []Row) (bills []Bill) {
	for _, group := range missing(rows) {
		row := rows[group[0]]
		i := slices.IndexFunc(bills, func(b Bill) bool { return b.Host == row.Ask.To.Host })
		if i < 0 {
			i, bills = len(bills), append(bills, Bill{Host: row.Ask.To.Host})
		}
		b := &bills[i]
		b.Rows++
		b.Characters += tts.EstimateCharacters(row.Ask.Request.Text)
		switch {
		case row.Price == nil:
			b.Unpriced++
		case b.Price == nil:
			b.Price = new(*row.Price)
		default: // one host has one currency
			b.Price.Amount += row.Price.Amount
		}
	}
	return bills
}
