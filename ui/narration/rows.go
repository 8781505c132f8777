// Package narration joins a script of lines with hosts, takes and sound: which line
// has its take, what the others would cost, how they are made one after another, and
// how all become one sound. It knows no screen; the studio and the commands use it.
package narration

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"voicestudio/presets"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// Work is a script as somebody works at it.
type Work struct {
	script.Script
	Kept    script.Kept
	Request tts.Request  // that all lines have
	Host    tts.HostName // empty: the session's
	Preset  string       // the name of the one that is open
}

// State is how a line stands.
type State int

// The states of lines. All but Current are to be made, Refused when its fault is
// mended.
const (
	Missing   State = iota // there is no take of it
	Current                // the take is of these words and settings, or was chosen by ear
	Words                  // the words have changed since
	Settings               // the settings have
	Elsewhere              // another host spoke it
	Refused                // the host will not speak it: Err says why
)

// Row is a line as it stands.
type Row struct {
	script.Line
	State State
	Ask   speak.Ask // what would be sent
	// Takes are those of the line that are there, the oldest first.
	Takes []takes.Take
	// Take is the one in the whole; nil: none. It may be of other words or settings.
	Take *takes.Take
	// Found is true of a take that was on disk and is none of the line's yet.
	Found bool
	// Changes are the settings that are others than the take's.
	Changes []presets.Change
	// Price is what making it would cost; nil where nobody knows.
	Price    *tts.Money
	Problems []tts.Problem
	Err      error // why it cannot be made
	// Wanted tells what is wanted from all else that could be, for script.Takes.
	Wanted string

	hash string // of what would be sent; empty where nothing is
}

// Look settles each line for its host and finds what is on disk. Nothing is sent. It
// reads the folder of takes; the error is of that, or ctx's.
func Look(ctx context.Context, s *session.Session, w Work) ([]Row, error) {
	host := cmp.Or(w.Host, s.Host())
	rows, requests := make([]Row, len(w.Lines)), make([]tts.Request, 0, len(w.Lines))
	for i, l := range w.Lines {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		rows[i] = settled(s, host, l, w)
		requests = append(requests, rows[i].Ask.Request)
	}
	all, _, err := s.Takes().List()
	if err != nil {
		return nil, err
	}
	hashes, found, err := s.Among(host, all, requests)
	if _, unprepared := errors.AsType[*tts.Error](err); err != nil && !unprepared {
		return nil, err
	}
	byID := make(map[string]*takes.Take, len(all))
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	for i := range rows {
		r := &rows[i]
		for _, id := range w.Kept[r.ID].All {
			if t := byID[id]; t != nil && t.Whole() && session.Playable(t.Request) {
				r.Takes = append(r.Takes, *t)
			}
		}
		if err != nil && r.Err == nil {
			r.Err = err
		}
		var answers []takes.Take
		if r.Err == nil {
			r.hash, answers = hashes[i], found[i]
		}
		r.stand(w.Kept[r.ID], host, answers)
	}
	return rows, nil
}

// settled makes a line ready to be sent.
func settled(s *session.Session, host tts.HostName, l script.Line, w Work) Row {
	r := session.Voiced(l.Wanted(w.Request))
	ask, problems, err := s.SettleAny(host, r)
	ask.Preset = w.Preset
	return Row{Line: l, Ask: ask, Price: session.Price(host, ask.Request), Problems: problems, Err: err, Wanted: script.Digest(host, r)}
}

// stand finds out how a line stands, where answers are the takes on disk that answer
// it, the newest first.
func (r *Row) stand(kept script.Takes, host tts.HostName, answers []takes.Take) {
	r.Take = r.find(kept.Chosen)
	if n := len(r.Takes); r.Take == nil && n > 0 {
		r.Take = &r.Takes[n-1]
	}
	isAnswer := func(t *takes.Take) bool {
		return t != nil && slices.ContainsFunc(answers, func(a takes.Take) bool { return a.ID == t.ID })
	}
	switch {
	case r.Take != nil && kept.For == r.Wanted, isAnswer(r.Take):
		r.State = Current
		return
	case len(answers) > 0: // made once, with these settings
		r.State, r.Take = Current, &answers[0]
		for i := len(r.Takes) - 1; i >= 0; i-- {
			if isAnswer(&r.Takes[i]) {
				r.Take = &r.Takes[i]
				break
			}
		}
		if r.Found = r.find(r.Take.ID) == nil; r.Found {
			r.Takes = append(r.Takes, *r.Take)
		}
		return
	case r.Err != nil:
		r.State = Refused
	case r.Take == nil:
		r.State = Missing
	case tts.Plain(r.Take.Request.Text) != tts.Plain(r.Text):
		r.State = Words
	case r.Take.Host != host:
		r.State = Elsewhere
	default:
		r.State = Settings
	}
	if r.Take != nil {
		r.Changes = presets.DiffRequests(wordless(r.Take.Request), wordless(r.Ask.Request))
	}
	if r.State == Settings && len(r.Changes) == 0 { // at another address of the host
		r.State = Elsewhere
	}
}

func wordless(r tts.Request) tts.Request {
	r.Text = ""
	return r
}

func (r *Row) find(id string) *takes.Take {
	if i := slices.IndexFunc(r.Takes, func(t takes.Take) bool { return t.ID == id }); i >= 0 {
		return &r.Takes[i]
	}
	return nil
}

// Due reports that a line is to be made.
func (r *Row) Due() bool { return r.State != Current && r.State != Refused }

// Adopt puts what was found on disk among the lines' takes, and says whether there
// was any.
func Adopt(rows []Row, kept script.Kept) (now script.Kept, found bool) {
	now = script.Kept{}.With(kept)
	for i := range rows {
		r := &rows[i]
		if r.State == Current && r.Take != nil && now[r.ID].Chosen != r.Take.ID {
			now[r.ID], found = now[r.ID].Made(r.Take.ID), true
			r.Found = false
		}
	}
	return now, found
}
