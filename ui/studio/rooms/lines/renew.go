package lines

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/rooms"
)

// renew lets what waits to be made be what is wanted now: nothing is paid for words
// that were written over, or for a line that is not there any more. Where another host
// speaks by now, somebody has to ask for it at that one's price.
func (r *Lines) renew() tea.Cmd {
	m := &r.make
	if m.queue == nil {
		return nil
	}
	for line := range m.failed {
		if row := r.row(line); row == nil || !same(row.Ask, m.as[line]) {
			delete(m.failed, line) // that was of something else
		}
	}
	elsewhere := 0
	out := m.queue.Renew(func(j narration.Job) (narration.Job, bool) {
		row := r.row(j.Line)
		switch {
		case row == nil || row.State == narration.Refused:
			return j, false
		case row.Ask.To.Host != j.Ask.To.Host:
			elsewhere++
			return j, false
		}
		if !same(j.Ask, row.Ask) {
			r.Sound.Ours(row.Ask.Request)
		}
		j.Ask, j.Again = row.Ask, j.Again && row.State == narration.Current
		return j, j.Again || row.Due()
	})
	if out == 0 {
		return nil
	}
	m.look()
	m.of = max(m.of-out, m.done+len(m.spoken))
	r.file.touch()
	if elsewhere == 0 {
		return nil
	}
	return r.Say(rooms.Note, Say.waitsStill(elsewhere))
}

func same(a, b speak.Ask) bool { return a.To.Host == b.To.Host && a.Request.Equal(b.Request) }

// landed puts a take that was just made beside the others of its line.
func (r *Lines) landed(row *narration.Row, take *takes.Take) {
	if !slices.ContainsFunc(row.Takes, func(t takes.Take) bool { return t.ID == take.ID }) {
		row.Takes = append(row.Takes, *take)
	}
	if row.Take = take; row.Ask.Request.Equal(take.Request) && row.Ask.To.Host == take.Host {
		row.State, row.Changes = narration.Current, nil
	} else {
		r.looks.stale = true // it was changed while it was made
	}
}
