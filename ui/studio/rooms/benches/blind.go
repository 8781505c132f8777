package benches

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// HideNames hides what tells the candidates apart, and draws their order by lot;
// once more, it is decided.
func (r *Bench) HideNames() tea.Cmd {
	if r.Blind {
		return r.reveal()
	}
	cmd := r.change(blindly(r.lots()))
	r.to(0)
	said := Say.hidden
	if r.uneven = false; r.tellApart() {
		r.uneven, said = true, Say.hiddenBut
	}
	return tea.Batch(cmd, r.Say(rooms.Note, said))
}

// tellApart reports that some of those in sight are there and others were never
// made: whoever knows which, knows them with their names hidden, too.
func (r *Bench) tellApart() bool {
	there, missing := false, false
	for _, row := range r.shown {
		there = there || row.State() == lineup.Ready
		missing = missing || row.State() == lineup.Missing && row.Looked() && !row.Refused()
	}
	return there && missing
}

// drawAnew draws the order once more when those have come that were known by their
// not being there.
func (r *Bench) drawAnew() tea.Cmd {
	if r.uneven = r.Blind && (r.uneven || r.tellApart()); !r.uneven {
		return nil
	}
	for _, row := range r.shown {
		if s := row.State(); !row.Looked() || s == lineup.Missing || s == lineup.Waiting || s == lineup.Coming {
			return nil
		}
	}
	r.uneven = false
	if r.Sounding() != nil { // what sounds is known
		r.Sound.Clear()
	}
	was, order := r.a.Bench.Order, []string(nil)
	for _, at := range r.Lot(len(was)) {
		order = append(order, was[at])
	}
	cmd := r.change(func(a *audition.Audition) { a.Bench.Order = order })
	r.to(0)
	return tea.Batch(cmd, r.Say(rooms.Note, Say.drawnAnew))
}

// lots are the candidates in sight, in an order by lot.
func (r *Bench) lots() (order []string) {
	for _, at := range r.Lot(len(r.shown)) {
		order = append(order, r.shown[at].ID)
	}
	return order
}

// blindly hides the names of those in an order. That they have stars, where only
// such are in sight, is what they have in common.
func blindly(order []string) edit {
	return func(a *audition.Audition) {
		a.Bench.Blind, a.Bench.Order, a.Bench.Judged, a.Bench.OnlyStarred = true, order, nil, false
	}
}

// reveal says which is which.
func (r *Bench) reveal() tea.Cmd {
	best, starred := "", 0
	for _, row := range r.shown {
		if stars := r.stars(row); stars > starred {
			best, starred = row.Label, stars
		}
	}
	cmd := r.change(func(a *audition.Audition) {
		a.Bench.Blind, a.Bench.Judged = false, nil
		if starred > 0 {
			a.Bench.Sort = "stars"
		}
	})
	return tea.Batch(cmd, r.Say(rooms.Note, Say.decided(best)))
}

// masks says which takes the list of takes must not show; nil: it may show all.
func (r *Bench) masks() func(takes.Take) bool {
	if !r.Blind {
		r.veiled = nil
		return nil
	}
	if r.veiled == nil {
		r.veiled = map[string]bool{}
	}
	for _, row := range r.Rows {
		r.veiled[row.Candidate.Take] = true
	}
	return func(t takes.Take) bool {
		if r.veiled[t.ID] {
			return true
		}
		for _, row := range r.Rows {
			if row.Candidate.Take == t.ID || row.Take != nil && row.Take.ID == t.ID || row.Ask.To.Host == t.Host && row.Ask.Request.Equal(t.Request) {
				return true
			}
		}
		return false
	}
}
