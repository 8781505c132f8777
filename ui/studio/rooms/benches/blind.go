package benches

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/rooms"
)

// HideNames hides what tells the candidates apart, and draws their order by lot;
// once more, it is decided.
func (r *Bench) HideNames() tea.Cmd {
	if r.Blind {
		return r.reveal()
	}
	lots := r.Lot(len(r.a.Candidates))
	order := make([]string, len(lots))
	for i, at := range lots {
		order[i] = r.a.Candidates[at].ID
	}
	r.fresh = nil
	cmd := r.change(func(a *audition.Audition) { a.Bench.Blind, a.Bench.Order = true, order })
	r.to(0)
	return tea.Batch(cmd, r.Say(rooms.Note, Say.hidden))
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
		a.Bench.Blind = false
		if starred > 0 {
			a.Bench.Sort = "stars"
		}
	})
	r.fresh = nil
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
